"""How a format is declared, and which there are.

A reader is one module under `tqa/readers/` with a constant `READER`. An entry point in the group `tqa.readers` names
another such module, or a package of them.
"""

import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from tqa.errors import ConfigError, PluginError, near_miss
from tqa.model import Problem, Segment
from tqa.readers.source import Input
from tqa.registry import modules, plugin_modules

READERS_GROUP = "tqa.readers"
FALLBACK = "text"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user says of one file. `format` None: told from the file; `encoding` None: UTF-8."""

    source_lang: str = "und"
    target_lang: str = "und"
    format: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """A format.

    `extensions` are lower-case and begin with a dot. `sniff` says of the first few thousand characters of a file
    whether it is in this format. `read` yields the segments and, for what it had to pass over, a `Problem` with file
    and line; it raises `ReadError` where it can't go on, after all that could be read. `bitext`: the format holds
    source and target both.
    """

    name: str
    extensions: tuple[str, ...]
    sniff: Callable[[str], bool]
    read: Callable[[Input, Settings], Iterator[Segment | Problem]]
    bitext: bool


@cache
def readers() -> Mapping[str, Reader]:
    """All readers by name, tqa's own first. Raises `PluginError` for a plug-in that is broken or takes a name twice."""
    package = importlib.import_module("tqa.readers")
    found: dict[str, Reader] = {}
    for module in modules(package):
        if isinstance(reader := getattr(module, "READER", None), Reader):
            found[reader.name] = reader
    for module in plugin_modules(READERS_GROUP):
        reader = getattr(module, "READER", None)
        if not isinstance(reader, Reader):
            raise PluginError(f"{module.__name__}: has no constant READER of the type tqa.readers.reader.Reader")
        if reader.name in found:
            raise PluginError(f"{module.__name__}: there is a format '{reader.name}' already")
        found[reader.name] = reader
    return MappingProxyType(found)


def reader_named(name: str) -> Reader:
    """The reader of the format `name`. Raises `ConfigError` for an unknown one."""
    known = readers()
    if name not in known:
        guess = near_miss(name.lower(), known) or f"; there are {', '.join(sorted(known))}"
        raise ConfigError(f"there is no format '{name}'{guess}")
    return known[name]


def reader_by_extension(name: str) -> Reader | None:
    """The reader whose extension the file name `name` has, the longest one first; None where none has."""
    lower = name.lower()
    fitting = [
        (len(extension), reader)
        for reader in readers().values()
        for extension in reader.extensions
        if lower.endswith(extension)
    ]
    return max(fitting, key=lambda item: item[0])[1] if fitting else None


def choose_reader(entry: Input, settings: Settings) -> tuple[Reader, Input]:
    """The reader for `entry`, by the format in `settings`, its extension or its content, and the input to give to it.

    Raises `ConfigError` for an unknown format and `ReadError` for a file that can't be opened.
    """
    if settings.format is not None:
        return reader_named(settings.format), entry
    by_extension = reader_by_extension(entry.path.name) if entry.path is not None else None
    if by_extension is not None:
        return by_extension, entry
    head, entry = entry.peek()
    sniffing = (reader for reader in readers().values() if reader.name != FALLBACK and reader.sniff(head))
    return next(sniffing, None) or reader_named(FALLBACK), entry
