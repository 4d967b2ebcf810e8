"""How a language writes numbers and names months and days, as the CLDR has it.

`scripts/build_cldr.py` keeps that of all locales in a file, since Babel takes as long to load it for two languages as
a check of a hundred sentences. Only where that lacks a tag, and for units, Babel is asked.
"""

import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tqa.language.fold import lower
from tqa.language.tags import base_language

_TABLE = files("tqa.language") / "data/numbers/cldr.txt"
_ENGLISH_SIGNS = {"٫": ".", "٬": ",", "\u00a0": " ", "\u202f": " ", "’": "'"}


class Signs(NamedTuple):
    """A locale's decimal and grouping sign, in ASCII; a blank stands for blanks of all kinds."""

    decimal: str
    group: str


class Conventions(NamedTuple):
    """A locale's signs, its names of months (1 to 12) and of days of the week (0: Monday), in lower case."""

    signs: Signs
    months: dict[str, int]
    days: dict[str, int]


def signs(tag: str) -> Signs | None:
    """The signs of the locale with the BCP 47 `tag`, None for one that the CLDR lacks."""
    found = _conventions(tag)
    return None if found is None else found.signs


def calendar(tag: str) -> tuple[dict[str, int], dict[str, int]]:
    """The names of months (1 to 12) and of days of the week (0: Monday), wide and abbreviated, in lower case."""
    found = _conventions(tag)
    return ({}, {}) if found is None else (found.months, found.days)


@cache
def _conventions(tag: str) -> Conventions | None:
    table = _table()
    at = table.find(f",{tag},")
    if at == -1:
        return conventions(tag)
    start = table.index("\t", at) + 1
    kept, months, days = json.loads(table[start : table.index("\n", start)])
    return Conventions(Signs(*kept), months, days)


@cache
def _table() -> str:
    """Lines of `,tag,another tag,`, a tab and the tags' conventions as JSON."""
    return _TABLE.read_text(encoding="utf-8")


def conventions(tag: str) -> Conventions | None:
    """What Babel has for the BCP 47 `tag`, or for its language; None where it knows neither."""
    locale = _locale(tag)
    if locale is None:
        return None
    symbols = locale.number_symbols.get("latn") or next(iter(locale.number_symbols.values()))
    decimal, group = str(symbols.get("decimal", ".")), str(symbols.get("group", ","))
    return Conventions(
        Signs(_ENGLISH_SIGNS.get(decimal, decimal), _ENGLISH_SIGNS.get(group, group)),
        _numbered(locale.months, ("wide", "abbreviated")),
        _numbered(locale.days, ("wide",)),
    )


def _numbered(forms, widths: tuple[str, ...]) -> dict[str, int]:  # type: ignore[no-untyped-def]
    """The names of months or days of Babel's, each with its number."""
    names: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in widths:
            for number, name in forms.get(context, {}).get(width, {}).items():
                name = lower(str(name)).rstrip(".")
                if len(name) > 1 and not name[1:].isdigit():  # root calls January M01
                    names.setdefault(name, int(number))
    return names


@cache
def _locale(tag: str):  # type: ignore[no-untyped-def]
    from babel import Locale, UnknownLocaleError

    for name in (tag.replace("_", "-"), base_language(tag)):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


@cache
def unit_names(tag: str) -> dict[str, dict[str, None]]:
    """For each unit of the CLDR, `kilometer`, its names without the number."""
    locale = _locale(tag)
    if locale is None:
        return {}
    found: dict[str, dict[str, None]] = {}
    for key, widths in locale._data["unit_patterns"].items():
        unit = key.split("-", 1)[1]
        for width, forms in widths.items():
            if width in ("long", "short") and hasattr(forms, "items"):
                for count, pattern in forms.items():
                    if count != "per" and isinstance(pattern, str) and "{0}" in pattern:
                        before, after = pattern.split("{0}", 1)
                        if not before.strip() and after.strip():
                            found.setdefault(unit, {})[after.strip()] = None
    return found
