"""Places that two languages call by names of different sound, as the CLDR has them (Babel): Wien, Vienna."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from tqa.language.fold import fold, lower

# An inflected or derived form (Greek for Greece, Kreikan for Kreikka) shares this much of the name.
_STEM = 4


@lru_cache(maxsize=64)
def _places(language: str) -> dict[str, frozenset[str]]:
    """Which places (codes of the CLDR) each beginning of a name in the language belongs to."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return {}
    places: dict[str, set[str]] = {}
    # English gives the cities only that its codes don't name already; Russian gives all.
    zones = {code: {} for code in Locale("ru").time_zones} | dict(locale.time_zones)
    for code, name in _named(dict(locale.territories), zones):
        for word in name.replace("-", " ").split():
            if len(word) >= _STEM:
                places.setdefault(fold(lower(word))[:_STEM], set()).add(code)
    return {stem: frozenset(codes) for stem, codes in places.items()}


def _named(territories: Mapping[str, str], zones: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    yield from territories.items()
    for code, zone in zones.items():
        yield code, zone.get("city") or code.rsplit("/", 1)[-1].replace("_", " ")


def is_same_place(word: str, language: str, other: str, other_lang: str) -> bool:
    """Whether the two words, in two languages, may be of the name of one country or city."""
    mine, theirs = (
        _places(lang).get(fold(lower(text))[:_STEM], frozenset())
        for text, lang in ((word, language), (other, other_lang))
    )
    return bool(mine & theirs)
