"""How a language writes numbers and names months and days, as the CLDR has it."""

from functools import cache
from typing import NamedTuple

from tqa.language.fold import lower
from tqa.language.tags import base_language

_ENGLISH_SIGNS = {"٫": ".", "٬": ",", "\u00a0": " ", "\u202f": " ", "’": "'"}


class Signs(NamedTuple):
    """A locale's decimal and grouping sign, in ASCII; a blank stands for blanks of all kinds."""

    decimal: str
    group: str


@cache
def signs(tag: str) -> Signs | None:
    """The signs of the locale with the BCP 47 `tag`, None for one that the CLDR lacks."""
    locale = _locale(tag)
    if locale is None:
        return None
    symbols = locale.number_symbols.get("latn") or next(iter(locale.number_symbols.values()))
    decimal, group = str(symbols.get("decimal", ".")), str(symbols.get("group", ","))
    return Signs(_ENGLISH_SIGNS.get(decimal, decimal), _ENGLISH_SIGNS.get(group, group))


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
def calendar(tag: str) -> tuple[dict[str, int], dict[str, int]]:
    """The names of months (1 to 12) and of days of the week (0: Monday), wide and abbreviated, in lower case."""
    locale = _locale(tag)
    if locale is None:
        return {}, {}
    found: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for names, forms in zip(found, (locale.months, locale.days), strict=True):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated") if names is found[0] else ("wide",):
                for number, name in forms.get(context, {}).get(width, {}).items():
                    name = lower(str(name)).rstrip(".")
                    if len(name) > 1 and not name.isdigit():
                        names.setdefault(name, int(number))
    return found


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
