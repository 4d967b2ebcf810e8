"""The names of a text: words with a capital that are no others."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat
from typing import NamedTuple

from rapidfuzz.distance import Prefix

from tqa.language.dictionary import words as dictionary_words
from tqa.language.exonyms import places
from tqa.language.fold import lower
from tqa.language.foreign import CAPITAL_NOUNS
from tqa.language.lexicon import lexicon
from tqa.language.names import words_with_capital
from tqa.language.spelling import speller
from tqa.language.tokens import Word
from tqa.language.writing import script

# Share of all words under which a word that no dictionary has is a name of its own, not a word that names are made of.
_RARE, _RARE_NOUN = 5e-6, 8e-7
# A name that languages share is in none of them so much more frequent.
_TWICE = 4
# How likely a word is translated by a name at least: Paesi is seldom of the Netherlands.
_TELLING = 0.4
# How frequent a name is at least, next to its plural.
_SINGULAR = 0.25
_LONGEST_NAME = 11
"""Of a language that writes nouns with a capital: longer words are compounds."""
_SHORTEST, _LONG, _STEM = 3, 6, 4
# So many long words without a capital show that a text is no headline.
_FEW = 3
# So many letters a word that is made of a place may lose of it.
_LOST = 2
_ENDINGS = frozenset("n an ian ean i ish ese ic er ns ans ians eans is ers s".split()) | {""}
_CLOSING = ".!?…:;।。>"
_QUOTES = "\"'“‘„«‹「『"
_COMMAS = ",‚"
_IRISH = re.compile("[DO]'[A-Z][a-z]+")
_PARTS = re.compile("[A-Z]+(?=[A-Z][a-z]|$)|[A-Z]?[a-z]+")
_WHERE = ("Sub", "Trans", "Cis", "Circum", "Inter", "Pan")
# Endings of learned words, which no dictionary has all of.
_LEARNED = ("al", "ary", "ic", "ics", "ous", "ion", "ive", "itis", "osis", "emia", "ology", "ity", "oid", "ene", "able")
_OPENING = " \t\"'“”‘’„«»‹›「」『』([（【¿¡-–—•*"
# Between the words of one name.
_JOINTS = frozenset((" ", "-", ". ", "-", "·", "\u00a0"))
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december mr mrs ms dr prof sen rep gov gen lt sgt col rev st jr english christmas"
    " easter bible quran koran pentecost ramadan passover hanukkah halloween thanksgiving santa claus aries taurus"
    " ctrl cmd gemini libra scorpio sagittarius capricorn aquarius pisces".split()
)
# Of places and peoples, though a dictionary has them as common words too.
_NAMES_STILL = frozenset(
    "brazil british canary chad chile china colorado danish dutch european french german germany greenland guinea hong"
    " italy japan jersey kong montenegro morocco pacific panama polish queensland scotia sierra leone soviet spanish"
    " tonga tripoli turkey victoria wales welsh york zaire".split()
)


class Standing(IntEnum):
    """What a word with a capital may be."""

    COMMON = 0
    """A common word, an acronym."""
    MADE_OF = 1
    """A word that names are made of among others."""
    OWN = 2
    """No other word."""
    LISTED = 3
    """A dictionary has it as a name."""


class Name(NamedTuple):
    """A run of words with capitals. `telling` are those that can only be a name; `is_known`: a dictionary has it."""

    words: tuple[Word, ...]
    telling: tuple[Word, ...]
    is_known: bool


def bare(word: str) -> str:
    """A word without the English possessive ending."""
    return word.replace("’", "'").removesuffix("'s").removesuffix("'")


def names(text: str, words: Sequence[Word], language: str) -> Iterator[Name]:
    """Yield the names in `text`, whose `words` are given and which is in the language `language` (base code).

    Nothing is found where most words have a capital, as in a headline, for one tells nothing there.
    """
    capitals = [at for at, (form, _, _) in enumerate(words) if form[0].isupper()]
    if 2 * len(capitals) > len(words) and sum(map(_is_small, words)) < _FEW:
        return
    for run in _runs(text, words, capitals):
        yield from _name(text, run, language)


def may_be_name(word: str, language: str) -> bool:
    """Whether a word with a capital can only be a name, or begin a sentence, in the language (base code)."""
    return _standing(word, language) > Standing.MADE_OF


def _runs(text: str, words: Sequence[Word], capitals: Iterable[int]) -> Iterator[Sequence[Word]]:
    """The words at `capitals` that may be of one name together."""
    run: list[Word] = []
    last = -2
    for at in capitals:
        word = words[at]
        if run and not (at == last + 1 and _is_joint(run[-1], text[run[-1].end : word.start])):
            yield run
            run = []
        run.append(word)
        last = at
    if run:
        yield run


def _name(text: str, run: Sequence[Word], language: str) -> Iterator[Name]:
    standings = [_standing(form, language) for form, _, _ in run]
    if max(standings) < Standing.OWN:
        return
    is_left_out = standings[0] is Standing.COMMON or speller(language) is None
    is_left_out |= standings[0] is Standing.OWN and run[0].text.endswith(_LEARNED)
    if is_left_out and opens(text, run[0]):
        # New York is one word where a hyphen joins it.
        start = 2 if text[run[0].end :][:1] == "-" else 1
        run, standings = run[start:], standings[start:]
    telling = tuple(word for word, standing in zip(run, standings, strict=True) if standing > Standing.MADE_OF)
    if telling:
        yield Name(tuple(run), telling, Standing.OWN not in standings)


@lru_cache(maxsize=65536)
def _standing(word: str, language: str) -> "Standing":
    if not _could_be(word, language):
        return Standing.COMMON
    form = lower(bare(word))
    if _is_listed(form, language) or (language != "en" and places(language).is_inflected_country(form)):
        return Standing.LISTED
    return Standing.OWN if _is_rare(form, language) else Standing.MADE_OF


def opens(text: str, word: Word) -> bool:
    """Whether a word of `text` begins a sentence, or what is quoted: it has a capital whatever it is."""
    if word.start < 2 or (text[word.start - 2].isalnum() and text[word.start - 1] == " "):
        return word.start < 2  # as nearly all
    before = text[: word.start]
    plain = before.rstrip(_OPENING)
    # Some quote with commas.
    return not plain or plain[-1] in _CLOSING or before.rstrip()[-1] in _QUOTES or before[-1] in _COMMAS


def _is_small(word: Word) -> bool:
    """Whether a word would have a capital in a headline."""
    return len(word.text) > _SHORTEST and word.text.islower()


def _is_joint(before: Word, between: str) -> bool:
    """Whether two words may be of one name; a full stop only behind an initial or a short title."""
    if before.text.endswith(("'s", "’s")):
        return False
    is_title = len(before.text) <= _SHORTEST and not before.text[1:].isupper()
    return between in _JOINTS and (between != ". " or is_title)


def _could_be(word: str, language: str) -> bool:
    """Whether a word with a capital may be a name: no acronym, no common word, no contraction."""
    form = bare(word)
    if (
        len(form) < _SHORTEST
        or form[:-1].isupper()
        or len(set(map(script, filter(str.isalpha, form)))) > 1
        or (len(form) < _LONG and not form[1:].islower())
        or ("'" in form and not _IRISH.fullmatch(form))
        or lower(form) in _NO_NAMES
        or (language == "en" and _is_of_several(form))
    ):
        return False
    dictionary = speller(language)
    if dictionary is not None:
        if lower(form) in _NAMES_STILL and not form.isupper():
            return language == "en"
        small = lower(form)
        return not (small in dictionary.words or dictionary.is_formed(small) or _is_region(form) or _is_joined(form))
    return language not in CAPITAL_NOUNS or len(form) <= _LONGEST_NAME


def _is_region(form: str) -> bool:
    """Whether a name says where something lies by another: Subcarpathian."""
    english = speller("en")
    rests = (form.removeprefix(prefix) for prefix in _WHERE if form.startswith(prefix))
    return english is not None and any(rest.capitalize() in english.words for rest in rests)


def _is_joined(form: str) -> bool:
    """Whether a word is of common ones, joined, as programs name things: LiveSearch, QRcode."""
    english = speller("en")
    parts = _PARTS.findall(form) if form.isascii() else ()
    return (
        english is not None
        and len(parts) > 1
        and any(len(part) > _SHORTEST and lower(part) in english.words for part in parts)
    )


def _is_of_several(form: str) -> bool:
    """Whether an English word names members of a group, which other languages have other words for: Tories."""
    english = speller("en")
    if english is None or not form.endswith("s") or is_place(form):
        return False
    singular = form[:-3] + "y" if form.endswith("ies") else form[:-1]
    if singular.capitalize() not in english.words:
        return False
    # Hamas isn't the plural of a rarer name.
    frequency = english.frequencies.frequency
    return frequency(lower(singular)) >= _SINGULAR * frequency(lower(form))


def _is_rare(form: str, language: str) -> bool:
    if speller(language) is not None:  # `_could_be` has told already
        return True
    known = lexicon(language)
    if known is not None and any(known.frequency(form[at:]) >= _RARE for at in range(2, len(form) - _LONG + 1)):
        return False  # made of a common word: Slaapgeneeskunde
    return known is not None and known.frequency(form) < (_RARE_NOUN if language in CAPITAL_NOUNS else _RARE)


def _is_listed(form: str, language: str) -> bool:
    """Whether the dictionary has the word, as a name: all its senses are words that English writes with a capital."""
    english = speller("en")
    entries = dictionary_words(language)
    if english is None or entries is None:
        return False
    if language == "en":
        return form.capitalize() in english.words and form not in english.words
    senses = entries.exact(form)
    if senses:
        return max(senses.values()) >= _TELLING and all(_is_english_name(sense) for sense in senses)
    # What only English has, and as a name, is written the same in both.
    if len(form) <= _SHORTEST or form in english.words or form.capitalize() not in english.words:
        return False
    ours, theirs = lexicon(language), lexicon("en")
    return ours is None or theirs is None or ours.frequency(form) <= _TWICE * theirs.frequency(form)


def is_common(word: str, language: str) -> bool:
    """Whether the dictionary has a word as a common one: Persian writes Mali like what is financial."""
    entries = dictionary_words(language)
    senses = entries.exact(lower(word)) if entries is not None else {}
    return bool(senses) and not any(map(_is_english_name, senses))


def _is_english_name(root: str) -> bool:
    english = speller("en")
    if english is None or root in english.words or root + "e" in english.words:
        return False
    return any(form in english.words for form in (root.capitalize(), f"{root}e".capitalize(), f"{root}a".capitalize()))


@cache
def _well_known() -> dict[str, list[str]]:
    text = (files("tqa.language") / "data/words/places.txt").read_text(encoding="utf-8")
    by_stem: dict[str, list[str]] = {}
    for place in text.split():
        by_stem.setdefault(place[:_STEM], []).append(place)
    return by_stem


@lru_cache(maxsize=65536)
def is_place(word: str) -> bool:
    """Whether an English word is, or is made of, the name of a country or other well-known place (Iran, Iranian).

    Translators add these and leave them out; a long list of small places would hide names of people.
    """
    form = lower(bare(word))
    return form in words_with_capital() or any(map(_is_made_of, repeat(form), _well_known().get(form[:_STEM], ())))


def _is_made_of(form: str, place: str) -> bool:
    """Whether a word is a place, without some last letters, and the ending of its people: Iranians, Norwegian."""
    same = Prefix.similarity(form, place)
    return same >= max(_STEM, len(place) - _LOST) and form[same:] in _ENDINGS
