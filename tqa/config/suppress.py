"""Reads `[[suppress]]`: what is not to be reported, and why."""

from pathlib import Path

from tqa.config.options import coerce, known_key
from tqa.config.schema import Suppression
from tqa.config.selection import rule_ids
from tqa.errors import ConfigError

_KEYS = ["rule", "pattern", "text", "reason"]


def read_suppressions(value: object, where: str, folder: Path) -> tuple[Suppression, ...]:
    """The suppressions of a list of tables.

    Raises `ConfigError` that names the table for what isn't known or doesn't fit, for one without a reason, and for one
    that would suppress everything.
    """
    tables = coerce(value, tuple[dict, ...], where, folder)  # type: ignore[type-arg]
    return tuple(_suppression(table, f"{where} number {n}", folder) for n, table in enumerate(tables, 1))


def _suppression(table: dict[str, object], where: str, folder: Path) -> Suppression:
    values: dict[str, str] = {
        known_key(key, _KEYS, where): coerce(text, str, f"{where}: {key}", folder) for key, text in table.items()
    }
    if not values.get("reason", "").strip():
        raise ConfigError(f"{where}: 'reason' is missing: say why this is no issue")
    if len(values) == 1:
        raise ConfigError(f"{where}: one of 'rule', 'pattern' and 'text' is needed")
    try:
        rules = rule_ids(values["rule"]) if "rule" in values else None
    except ConfigError as error:
        raise ConfigError(f"{where}: rule: {error}") from None
    return Suppression(values["reason"], rules, values.get("pattern"), values.get("text"), folder, where)
