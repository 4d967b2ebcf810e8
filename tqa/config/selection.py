"""Which rules run: rule ids, folder names of rules, globs and `ALL`, comma-separated."""

from collections.abc import Iterable
from fnmatch import fnmatchcase

from tqa.errors import ConfigError, near_miss
from tqa.registry import rules
from tqa.rule import Rule


def split(selections: Iterable[str]) -> list[str]:
    """The single selectors of comma-separated lists."""
    return [part.strip() for selection in selections for part in selection.split(",") if part.strip()]


def _matching(selector: str) -> tuple[list[Rule], bool]:
    """The rules that a selector stands for, and whether it names one exactly."""
    known = rules()
    if selector in known:
        return [known[selector]], True
    if selector == "ALL":
        return list(known.values()), False
    found = [rule for rule in known.values() if selector == rule.group or fnmatchcase(rule.id, selector)]
    if not found:
        names = [*known, *{rule.group for rule in known.values()}, "ALL"]
        raise ConfigError(f"unknown rule '{selector}'{near_miss(selector, names)} (tqa rules lists all)")
    return found, False


def rule_ids(selection: str) -> frozenset[str]:
    """The ids that comma-separated selectors stand for. Raises `ConfigError` for one that matches nothing."""
    return frozenset(rule.id for selector in split([selection]) for rule in _matching(selector)[0])


def select_rules(select: Iterable[str], ignore: Iterable[str], preview: bool) -> list[Rule]:
    """Return the rules to run, in the registry's order.

    Without `select` all stable rules run; preview rules are added by `preview` or by naming one exactly. `ignore` wins.
    Raises `ConfigError` with a near-miss for a selector that matches nothing.
    """
    chosen: set[str] = set()
    for selector in split(select) or ["ALL"]:
        matching, exact = _matching(selector)
        chosen |= {rule.id for rule in matching if exact or preview or not rule.preview}
    for selector in split(ignore):
        chosen -= {rule.id for rule in _matching(selector)[0]}
    return [rule for rule in rules().values() if rule.id in chosen]
