"""Places that two languages call by names of different sound, as the CLDR has them (Babel): Wien, Vienna."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING
from unicodedata import category

from tqa.language.fold import fold, lower
from tqa.language.lazy import lazy
from tqa.language.tags import base_language
from tqa.language.writing import script, scripts

if TYPE_CHECKING:
    from babel import Locale

# An inflected or derived form (Greek for Greece, Kreikan for Kreikka) shares this much of the name.
_STEM = 4
_ABBREVIATION, _SHORT = 3, 6
# Peoples are called like their languages; what the CLDR names is the language.
_SPOKEN_IN = dict(
    pair.split(":")
    for pair in (
        "de:DE fr:FR es:ES it:IT pt:PT nl:NL da:DK sv:SE nb:NO no:NO fi:FI is:IS pl:PL cs:CZ sk:SK hu:HU ro:RO bg:BG"
        " el:GR tr:TR ru:RU uk:UA be:BY lt:LT lv:LV et:EE sl:SI hr:HR sr:RS sq:AL mk:MK ka:GE hy:AM az:AZ kk:KZ mn:MN"
        " zh:CN ja:JP ko:KR vi:VN th:TH id:ID ms:MY km:KH lo:LA my:MM ne:NP si:LK bn:BD he:IL fa:IR mt:MT ga:IE en:GB"
    ).split()
)
_CONTINENTS = frozenset({"002", "142", "150"})
_KOREAN_ENDINGS = frozenset("은는이가을를의에와과도로")
# Characters that Chinese writes names' endings with.
_SOUNDS_ONLY = frozenset("恩尔斯克德森顿兰姆诺亚娜丽莎")
_LAST_HIRAGANA = "\u309f"
# How long the stem of a country's name is at least, and the ending that it may take at most, and one letter.
_LEAST, _ENDING = 5, 4
_VOWELS = frozenset("aeiouyаяоеиыίαηο")
# Scripts that tell a name by its capital.
_CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
# One for the other in translations: the Union and Europe, America and the United States, the two Koreas.
_ALSO = {"EU": "150", "EZ": "150", "019": "US", "003": "US", "021": "US", "KP": "KR", "HK": "CN", "MO": "CN"}


class Places:
    """What a language calls places."""

    def __init__(self, language: str) -> None:
        """`language` is a BCP 47 tag."""
        self._language = language
        # Without capitals a name is looked for within words: Arabic has articles and prepositions before it.
        self.is_cased = not _CASED.isdisjoint(scripts(language))
        # The codes by how names begin, and the names, or parts of them, by code.
        stems: dict[str, set[str]] = {}
        parts: dict[str, set[str]] = {}
        for code, name in _names(language):
            if not self.is_cased:
                parts.setdefault(code, set()).add(name)
            for part in name.replace("-", " ").split():
                if len(part) >= _ABBREVIATION:
                    # The last letter of a short one may give way to an ending: Asie, Asii.
                    stems.setdefault(part[: min(_STEM, len(part) - 1)], set()).add(code)
        self._towns = frozenset(name for _, name in _towns(language))
        hints = tuple(_hints(base_language(language)))
        self.has_peoples = base_language(language) in _hinted()
        """Whether it is known how the language calls the peoples that aren't called like their countries."""
        for code, hint in hints:
            if self.is_cased and hint.isalpha():
                stems.setdefault(fold(hint)[:_STEM], set()).add(code)
            else:
                parts.setdefault(code, set()).add(hint)
        self._countries = dict(_countries(language))
        self._parts = {code: tuple(named) for code, named in parts.items()}
        self._stems = {stem: frozenset(codes) for stem, codes in stems.items()}
        self.of = lru_cache(maxsize=65536)(self._of)

    def _of(self, word: str) -> frozenset[str]:
        """The codes of the places that `word` may be of the name of."""
        form = fold(lower(word))
        none: frozenset[str] = frozenset()
        # A short word may be an inflected short name.
        longest = _STEM if len(form) > _SHORT else _ABBREVIATION - 1
        return none.union(*(self._stems.get(form[:end], none) for end in range(longest, _STEM + 1)))

    def is_any_named(self, codes: Iterable[str], text: str) -> bool:
        """Whether `text`, in lower case and folded, has a name that isn't found by words of one of the places."""
        return any(part in text for code in codes for part in self._parts.get(code, ()))

    def is_town(self, text: str) -> bool:
        """Whether `text` is the name of a large town."""
        return fold(lower(text)) in self._towns

    @lazy
    def _any_country(self) -> re.Pattern[str]:
        """What finds the names of countries: one branch for each first letter, which makes it quick."""
        by_letter: dict[str, list[str]] = {}
        for name in sorted(self._countries, key=len, reverse=True):
            if len(name) > 1:
                by_letter.setdefault(name[0], []).append(re.escape(name[1:]))
        branches = (f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
        return re.compile("|".join(branches) or "(?!)")

    @property
    def is_known(self) -> bool:
        """Whether the language has names of places at all."""
        return bool(self._stems)

    def is_country(self, word: str) -> bool:
        """Whether `word` is the name of a country or continent."""
        return word in self._countries

    def is_inflected_country(self, word: str) -> bool:
        """Whether `word` is the name of a country or continent, of one word, with whatever ending."""
        form = fold(lower(word))
        longest = len(form) + 1
        return any(form[:end] in self._country_stems and longest - end <= _ENDING for end in range(_LEAST, longest))

    @lazy
    def _country_stems(self) -> frozenset[str]:
        """The names of countries, and those that end with a vowel without it."""
        names = {fold(lower(name)) for name in self._countries if name.isalpha()}
        stems = {name[:-1] if name[-1] in _VOWELS else name for name in names}
        return frozenset(stem for stem in stems if len(stem) >= _LEAST)

    def countries(self, text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
        """Yield where `text` names a country or continent, with its codes; for a script without capitals."""
        if self.is_cased:
            return
        for match in self._any_country.finditer(text):
            before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
            if self._is_apart(before, after):
                yield match.start(), match.end(), self._countries[match[0]]

    def _is_apart(self, before: str, after: str) -> bool:
        """Whether what stands between two characters, either of which may be empty, isn't a part of another word."""
        if base_language(self._language) == "ko":  # with an ending that is part of the word
            return not before.isalpha() and (not after.isalpha() or after in _KOREAN_ENDINGS)
        if "Hani" in scripts(self._language):
            if "Kana" in scripts(self._language):
                return not any(char and script(char) == "Kana" and char > _LAST_HIRAGANA for char in (before, after))
            return after not in _SOUNDS_ONLY
        return not (before.isalpha() or after.isalpha() or _is_mark(before) or _is_mark(after))


def _is_mark(char: str) -> bool:
    return char != "" and category(char)[0] == "M"


@lru_cache(maxsize=64)
def places(language: str) -> Places:
    """The places of a language (BCP 47 tag); none where the CLDR hasn't the language. Kept once loaded."""
    return Places(language)


def _locale(language: str) -> "Locale | None":
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def _names(language: str) -> Iterator[tuple[str, str]]:
    from babel.core import get_global

    locale = _locale(language)
    if locale is None:
        return
    found = [*locale.territories.items()]
    found += [(_SPOKEN_IN[code], name) for code, name in locale.languages.items() if code in _SPOKEN_IN]
    territories = get_global("zone_territories")
    for code, name in _towns(language):
        # A capital may stand for its country.
        found += [(code, name), (territories.get(code, code), name)]
    for code, name in found:
        yield _ALSO.get(code, code), fold(lower(name))


def _towns(language: str) -> Iterator[tuple[str, str]]:
    locale, russian = _locale(language), _locale("ru")
    if locale is None or russian is None:
        return
    # English gives the towns only that its codes don't name already; Russian gives all.
    zones = {code: {} for code in russian.time_zones} | dict(locale.time_zones)
    for code, zone in zones.items():
        yield code, fold(lower(zone.get("city") or code.rsplit("/", 1)[-1].replace("_", " ")))


def _countries(language: str) -> Iterator[tuple[str, frozenset[str]]]:
    locale = _locale(language)
    for code, name in locale.territories.items() if locale else ():
        if code.isalpha() or code in _CONTINENTS:
            yield name, frozenset({_ALSO.get(code, code)})


def home(language: str) -> frozenset[str]:
    """The code of the country that a language (BCP 47 tag) is called by, which all its texts may be about."""
    return frozenset(filter(None, (_SPOKEN_IN.get(base_language(language)),)))


@cache
def _hinted() -> dict[str, dict[str, list[str]]]:
    """By language: the hints of each code."""
    text = (files("tqa.language") / "data/words/places.toml").read_text(encoding="utf-8")
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    return tables


def _hints(base: str) -> Iterator[tuple[str, str]]:
    tables = _hinted()
    for code, hints in (*tables["any"].items(), *tables.get(base, {}).items()):
        yield from ((code, hint) for hint in hints)
