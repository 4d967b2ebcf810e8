"""The plural categories of languages, from CLDR through Babel."""

from functools import cache

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
# Every whole number a text is likely to count; the categories of fractions and of millions alone may be left out.
_COUNTED = 1000


@cache
def needed_categories(tag: str, *, is_ordinal: bool = False) -> frozenset[str] | None:
    """The categories that whole numbers below 1000 have in the language `tag`; None for one that CLDR doesn't know."""
    rule = _rule(tag, is_ordinal)
    return None if rule is None else frozenset(rule(number) for number in range(_COUNTED))


@cache
def known_categories(tag: str, *, is_ordinal: bool = False) -> frozenset[str] | None:
    """All the categories that the language has, those of fractions too; None for one that CLDR doesn't know."""
    rule = _rule(tag, is_ordinal)
    return None if rule is None else frozenset({*rule.tags, "other"})


@cache
def covers_one(tag: str) -> bool:
    """Whether the category `one` is for the number 1 alone, so that `=1` says the same."""
    rule = _rule(tag, False)
    return rule is not None and [number for number in range(_COUNTED) if rule(number) == "one"] == [1]


def _rule(tag: str, is_ordinal: bool):  # type: ignore[no-untyped-def]
    from babel import Locale, UnknownLocaleError

    # Babel gives English for it.
    if tag.partition("-")[0] == "und":
        return None
    for name in (tag, tag.partition("-")[0]):
        try:
            locale = Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        return locale.ordinal_form if is_ordinal else locale.plural_form
    return None
