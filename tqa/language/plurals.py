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


@cache
def number_of(tag: str, form: str) -> int | None:
    """The one whole number that a form of a plural is for; None where it is for several, or nothing is known.

    form: a category, or the index that gettext and Qt give it, whose forms are in the order of CLDR's categories.
    """
    rule = _rule(tag, False)
    if rule is None:
        return None
    categories = [rule(number) for number in range(_COUNTED)]
    if form.isdigit():
        ordered = [category for category in CATEGORIES if category in categories]
        form = ordered[int(form)] if int(form) < len(ordered) else "other"
    return categories.index(form) if categories.count(form) == 1 else None


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
