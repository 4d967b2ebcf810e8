"""Reads `[gate]`: limits for the whole run, for a rule, for files, for a language."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tqa.config.options import coerce, known_key, severity
from tqa.config.schema import Limits
from tqa.errors import ConfigError, near_miss
from tqa.language.tags import parse_tag
from tqa.registry import rules


def read_gate(value: object, where: str, folder: Path) -> tuple[Limits, tuple[Limits, ...]]:
    """The limits for the whole run, and the narrower ones, of the table `gate`.

    Raises `ConfigError` that names the key for what isn't known or doesn't fit.
    """
    table = dict(coerce(value, dict, where, folder))
    by_rule = coerce(table.pop("rules", {}), dict, f"{where}.rules", folder)
    by_lang = coerce(table.pop("languages", {}), dict, f"{where}.languages", folder)
    by_files = coerce(table.pop("files", ()), tuple[dict, ...], f"{where}.files", folder)  # type: ignore[type-arg]
    return _limits(table, where, folder), (
        *(_for_rule(name, limits, f"{where}.rules", folder) for name, limits in by_rule.items()),
        *(_for_language(tag, limits, f"{where}.languages", folder) for tag, limits in by_lang.items()),
        *(_for_files(limits, f"{where}.files number {n}", folder) for n, limits in enumerate(by_files, 1)),
    )


def _for_rule(name: str, limits: object, where: str, folder: Path) -> Limits:
    if name not in rules():
        raise ConfigError(f"{where}: unknown rule '{name}'{near_miss(name, rules())}")
    place = f"{where}.{name}"
    return replace(_limits(coerce(limits, dict, place, folder), place, folder), rule=name)


def _for_language(tag: str, limits: object, where: str, folder: Path) -> Limits:
    place = f"{where}.{tag}"
    try:
        language = parse_tag(tag)
    except ConfigError as error:
        raise ConfigError(f"{where}: {error}") from None
    return replace(_limits(coerce(limits, dict, place, folder), place, folder), language=language)


def _for_files(limits: dict[str, Any], where: str, folder: Path) -> Limits:
    if "pattern" not in limits:
        raise ConfigError(f"{where}: 'pattern' is missing")
    rest = dict(limits)
    pattern = coerce(rest.pop("pattern"), str, f"{where}: pattern", folder)
    return replace(_limits(rest, where, folder), pattern=pattern)


def _limits(table: dict[str, Any], where: str, folder: Path) -> Limits:
    kinds: dict[str, Callable[[Any, str], Any]] = {
        "fail_on": severity,
        "max_issues": lambda value, place: _at_least_zero(coerce(value, int, place, folder), place),
        "max_per_1000_words": lambda value, place: _at_least_zero(coerce(value, float, place, folder), place),
        "min_mqm_score": lambda value, place: coerce(value, float, place, folder),
    }
    names = {key: known_key(key, list(kinds), where) for key in table}
    return Limits(**{name: kinds[name](table[key], f"{where}: {key}") for key, name in names.items()})


def _at_least_zero(value: float, where: str) -> float:
    if not value >= 0:
        raise ConfigError(f"{where}: {value} is less than 0")
    return value
