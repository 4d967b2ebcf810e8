"""Patterns that say which file is the source of which: `locales/en/*.json` and `locales/{lang}/*.json`."""

import re
from dataclasses import dataclass
from functools import cache

from tqa.errors import ConfigError
from tqa.language.tags import UNDETERMINED

LANG = "{lang}"

_PARTS = re.compile(r"\*\*/?|\*|\?|\{lang\}")
_GROUPS = {"**/": r"((?:[^/]+/)*)", "**": r"(.*)", "*": r"([^/]*)", "?": r"([^/])", LANG: r"(?P<lang>[^/]+?)"}


@dataclass(frozen=True, slots=True)
class SourcePattern:
    """Two patterns, relative to the configuration's folder. What `*`, `**` and `?` match in `target`, in their order,
    stands for those of `source`; `{lang}` in `target` is the language."""

    source: str
    target: str

    def __post_init__(self) -> None:
        """Raises `ConfigError` for patterns that don't fit together."""
        counts = [sum(part != LANG for part in _PARTS.findall(text)) for text in (self.source, self.target)]
        if counts[0] > counts[1]:
            raise ConfigError(
                f"source '{self.source}' has {counts[0]} wildcards, but target '{self.target}' {counts[1]}"
            )
        if self.target.count(LANG) > 2:
            raise ConfigError(f"target '{self.target}' has {LANG} more than twice")

    def match(self, name: str) -> tuple[str, str] | None:
        """The source file of the file `name`, and the language that the name says; None if it isn't a target."""
        found = _compiled(self.target).fullmatch(name)
        if found is None:
            return None
        lang = found.groupdict().get("lang")
        wild = iter(group for index, group in enumerate(found.groups(), 1) if index != found.re.groupindex.get("lang"))
        source = _PARTS.sub(lambda part: (lang or "") if part[0] == LANG else next(wild), self.source)
        return None if source == name else (source, lang or UNDETERMINED)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts: list[str] = []
    at = 0
    for part in _PARTS.finditer(pattern):
        parts += [re.escape(pattern[at : part.start()]), _group(part[0], parts)]
        at = part.end()
    return re.compile("".join([*parts, re.escape(pattern[at:])]), re.DOTALL)


def _group(part: str, before: list[str]) -> str:
    """A language that stands twice in a pattern must be the same."""
    return "(?P=lang)" if part == LANG and _GROUPS[LANG] in before else _GROUPS[part]
