"""What a reporter is, and where the reporters are found.

A reporter is one module under `tqa/reporters/` that declares `REPORTER`. Other people's are found by the entry-point
group `tqa.reporters`; an entry point names such a module, or a package of them.
"""

import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from tqa.engine.result import Result
from tqa.errors import ConfigError, PluginError, near_miss
from tqa.gate import Verdict
from tqa.registry import modules, plugin_modules
from tqa.rule import Rule

REPORTERS_GROUP = "tqa.reporters"


@dataclass(frozen=True, slots=True)
class Report:
    """All that a reporter may know.

    `rules` documents the rules that found something; one that isn't there is shown without its documentation. `color`
    and `width` (in character cells) are those of the place the text goes to; only reporters for people heed them.
    """

    result: Result
    verdict: Verdict
    rules: Mapping[str, Rule] = field(default_factory=dict)
    color: bool = False
    width: int = 100


@dataclass(frozen=True, slots=True)
class Reporter:
    """A format of results: `render` turns a report into chunks of text, the same for the same report.

    The text holds no lone surrogates, so that it can always be encoded in UTF-8. `default_file` is where it goes when
    the user names no file; None: to standard output. `limit` is the number of issues that its readers take: of more,
    it holds the worst and says so.
    """

    name: str
    summary: str
    render: Callable[[Report], Iterator[str]]
    default_file: str | None = None
    limit: int | None = None


# Where those are that are asked for most; to import all the others takes longer than to check a short file.
_MODULES = {name: f"tqa.reporters.{name}" for name in ("console", "json", "jsonl")}


@cache
def reporters() -> Mapping[str, Reporter]:
    """All reporters by name. Raises `PluginError` for a plug-in that is broken or takes a name twice."""
    own = importlib.import_module("tqa.reporters")
    found = {module.REPORTER.name: module.REPORTER for module in modules(own) if hasattr(module, "REPORTER")}
    for module in plugin_modules(REPORTERS_GROUP):
        declared = getattr(module, "REPORTER", None)
        if not isinstance(declared, Reporter):
            raise PluginError(f"{module.__name__}: declares no REPORTER")
        if declared.name in found:
            raise PluginError(f"{module.__name__}: there is a reporter '{declared.name}' already")
        found[declared.name] = declared
    return MappingProxyType(found)


def reporter(name: str) -> Reporter:
    """The reporter called `name`. Raises `ConfigError`, with a near-miss, where there is none."""
    if name in _MODULES:
        own: Reporter = importlib.import_module(_MODULES[name]).REPORTER
        return own
    known = reporters()
    if name not in known:
        hint = near_miss(name, known) or f"; there are {', '.join(sorted(known))}"
        raise ConfigError(f"unknown output format '{name}'{hint}")
    return known[name]
