"""Finds rules, readers and reporters: tqa's own by walking its packages, other people's by entry point.

An entry point in the group `tqa.rules`, `tqa.readers` or `tqa.reporters` names a module that declares one, or a package
of such modules.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import entry_points
from types import MappingProxyType, ModuleType

from tqa.errors import PluginError
from tqa.rule import Rule

RULES_GROUP = "tqa.rules"


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Import and yield the modules under `package`, at any depth, in the order of their names."""
    for info in sorted(pkgutil.walk_packages(package.__path__, package.__name__ + "."), key=lambda info: info.name):
        if not info.name.rsplit(".", 1)[-1].startswith("_") and not info.ispkg:
            yield importlib.import_module(info.name)


def has_plugins(group: str) -> bool:
    """Whether anybody declares something under an entry-point group."""
    return any(True for _ in entry_points(group=group))


def plugin_modules(group: str) -> Iterator[ModuleType]:
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
    for module in plugin_modules(RULES_GROUP):
        declared = _rule_of(module)
        if declared.id in found:
            raise PluginError(f"{module.__name__}: there is a rule '{declared.id}' already")
        found[declared.id] = declared
    return MappingProxyType(found)
