"""Finds rules, readers and reporters: tqa's own by walking its packages, other people's by entry point.

An entry point in the group `tqa.rules`, `tqa.readers` or `tqa.reporters` names a module that declares one, or a package
of such modules.
"""

import importlib
import os
import pkgutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from tqa.errors import ConfigError, PluginError, near_miss
from tqa.rule import Rule

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

RULES_GROUP = "tqa.rules"


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Import and yield the modules under `package`, at any depth, in the order of their names."""
    for info in sorted(pkgutil.walk_packages(package.__path__, package.__name__ + "."), key=lambda info: info.name):
        if not info.name.rsplit(".", 1)[-1].startswith("_") and not info.ispkg:
            yield importlib.import_module(info.name)


def entry_points(group: str) -> "Sequence[EntryPoint]":
    """What the installed packages declare under an entry-point group; next to nothing to pay where none does."""
    if not _may_declare(group):
        return ()
    from importlib import metadata

    return tuple(metadata.entry_points(group=group))


def _may_declare(group: str) -> bool:
    """Whether a file of entry points names the group; it may where packages aren't found in folders alone."""
    if any(hasattr(finder, "find_distributions") for finder in sys.meta_path if finder is not PathFinder):
        return True
    return any(_names(place or ".", f"[{group}]".encode()) for place in sys.path)


def _names(place: str, section: bytes) -> bool:
    """Whether a place of `sys.path` has a package with that section of entry points, or may have one."""
    try:
        packages = [entry for entry in os.listdir(place) if entry.endswith((".dist-info", ".egg-info"))]  # noqa: PTH208
    except FileNotFoundError:
        return False
    except OSError:  # an archive
        return True
    files = (Path(place, package, "entry_points.txt") for package in packages)
    return any(section in file.read_bytes() for file in files if file.is_file())


def _plugin_modules(group: str) -> Iterator[ModuleType]:
    """Load and yield the modules that others declare under an entry-point group.

    Raises `PluginError` for one that doesn't load or is no module.
    """
    for point in entry_points(group=group):
        try:
            loaded = point.load()
        except Exception as error:
            raise PluginError(f"plug-in '{point.name}' ({point.value}) does not load: {error!r}") from error
        if not isinstance(loaded, ModuleType):
            raise PluginError(f"plug-in '{point.name}' ({point.value}) is not a module")
        yield from modules(loaded) if hasattr(loaded, "__path__") else (loaded,)


class Named(Protocol):
    """What has a name."""

    @property
    def name(self) -> str:
        """The name that users call it by."""


Kind = TypeVar("Kind", bound=Named)


class Declared(Generic[Kind]):
    """What the modules of a package declare in a constant, and those of plug-ins in the same way.

    The entry-point group has the package's name.
    """

    def __init__(self, package: str, constant: str, kind: type[Kind], noun: str) -> None:
        """`package` is a module's full name, `constant` the name in its modules; `noun` is for messages."""
        self.group = package
        self._constant = constant
        self._kind = kind
        self._noun = noun
        self._all: Mapping[str, Kind] | None = None
        self._has_plugins: bool | None = None

    def all(self) -> Mapping[str, Kind]:
        """All by name, tqa's own first. Raises `PluginError` for a plug-in that is broken or takes a name twice."""
        if self._all is None:
            found = {}
            for module in modules(importlib.import_module(self.group)):
                if isinstance(own := getattr(module, self._constant, None), self._kind):
                    found[own.name] = own
            for module in _plugin_modules(self.group):
                other = getattr(module, self._constant, None)
                if not isinstance(other, self._kind):
                    raise PluginError(f"{module.__name__}: has no constant {self._constant} of {self._kind}")
                if other.name in found:
                    raise PluginError(f"{module.__name__}: there is a {self._noun} '{other.name}' already")
                found[other.name] = other
            self._all = MappingProxyType(found)
        return self._all

    def named(self, name: str) -> Kind:
        """The one with this name. Raises `ConfigError`, with a near-miss, where there is none."""
        own = self.own(name)
        if own is not None:
            return own
        known = self.all()
        if name not in known:
            guess = near_miss(name.lower(), known) or f"; there are {', '.join(sorted(known))}"
            raise ConfigError(f"there is no {self._noun} '{name}'{guess}")
        return known[name]

    def own(self, name: str) -> Kind | None:
        """That of tqa's own whose module has its name, or None: importing one is quicker than importing all."""
        if not name.isidentifier() or find_spec(f"{self.group}.{name}") is None:
            return None
        found = getattr(importlib.import_module(f"{self.group}.{name}"), self._constant, None)
        return found if isinstance(found, self._kind) and found.name == name else None

    def has_plugins(self) -> bool:
        """Whether anybody else declares one."""
        if self._has_plugins is None:  # asking reads the metadata of all that is installed, and is done for each file
            self._has_plugins = bool(entry_points(group=self.group))
        return self._has_plugins

    def forget(self) -> None:
        """Look for plug-ins again at the next question."""
        self._all = None
        self._has_plugins = None


def _rule_of(module: ModuleType) -> Rule:
    declared = [value for value in vars(module).values() if isinstance(value, Rule)]
    if len(declared) != 1:
        raise PluginError(f"{module.__name__}: declares {len(declared)} rules; one file is one rule")
    return declared[0]


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by id, tqa's own first. Raises `PluginError` for a plug-in that is broken or takes an id twice."""
    checks = importlib.import_module("tqa.checks")
    found = {declared.id: declared for declared in map(_rule_of, modules(checks))}
    for module in _plugin_modules(RULES_GROUP):
        declared = _rule_of(module)
        if declared.id in found:
            raise PluginError(f"{module.__name__}: there is a rule '{declared.id}' already")
        found[declared.id] = declared
    return MappingProxyType(found)
