"""Which words of a text are misspelled, seen among their neighbours and those of the source."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from unidecode import unidecode

from tqa.language.fold import lower
from tqa.language.lexicon import lexicon
from tqa.language.spelling import Speller
from tqa.language.tokens import Word
from tqa.language.writing import scripts

_SHORTEST = 4
# Of shorter words only those with two letters swapped are slips (adn).
_SHORTEST_SWAPPED = 3
# Words of two letters that are met with in English, those of other languages in names and phrases among them.
_TWO_LETTERS = frozenset(
    "ad ah ai al am an as at aw ax ba be bi bo bu by ca cc cd ce cf ch ci cm co ct cv da db dc de di dj dl do dr "
    "du eg eh el em en er es et eu ev ex fa ff fl fm fr ft ga gb gi go gp ha hb he hi hm ho hp hq hr hz id ie if "
    "ii il im in io ip ir is it iv ix jr ka kb kg ki km kw la lb le li lo ls lt lu ma mb me mg mi ml mm mo mp mr "
    "ms mu mw my na ne ng ni nm no nr nu oe of og oh oi ok ol om on oo op or os ou ow ox oy oz pa pc ph pi pm po "
    "pp pr ps px qi ra re rm sa sd se sh si so sq sr st ta te th ti to tv uh ui uk um un up ur us va vi vs we wi "
    "wo xi ya ye yo yr za zu".split()
)
# A name that a source in other letters doesn't show is hardly ever one edit away from a frequent word of this length.
_TELLING = 7
# A name gets other endings in the translation: that many letters less or more.
_ENDING = 3
_AFTER_A_STOP = ".!?…:•|\n\"'“”„«»¿¡-–—("
_QUOTED = re.compile(r'"[^\s"]+(?: [^\s"]+){0,3}"|[“„«]\s?[^\s”“»]+(?: [^\s”“»]+){0,3}\s?[”“»]')
_CAPITAL_NOUNS = frozenset({"de", "lb"})


class Slip(NamedTuple):
    """A word that isn't known, without a possessive ending, where it begins, and what may be meant, best first."""

    text: str
    start: int
    suggestions: Sequence[str]


class Source(NamedTuple):
    """The source's words in lower case, and its language (base code)."""

    words: frozenset[str]
    language: str


def slips(text: str, prose: Sequence[Word], dictionary: Speller, source: Source) -> Iterator[Slip]:
    """Yield the words of `prose`, those of `text` outside of code, that are probably misspelled."""
    unknown = [n for n, word in enumerate(prose) if not _passes(word.text, dictionary) and not _is_half(word, text)]
    plain: frozenset[str] | None = None
    for n in unknown:
        bare = _bare(prose[n].text)
        if len(bare) < _SHORTEST and not _stands_alone(prose[n], text):
            continue
        beside = _beside(prose, n, text)
        if bare.istitle() and _may_be_name(prose[n], beside, text, dictionary, source.language):
            continue
        if _is_quoted(beside, dictionary) or _is_of_foreign_phrase(prose, n, unknown, text, dictionary):
            continue
        plain = frozenset(map(unidecode, source.words)) if plain is None else plain
        if _is_of_source(unidecode(bare).lower(), bare.istitle(), plain):
            continue
        is_quoted = _is_in_quotation(text, prose[n].start)
        if _is_foreign(bare.lower(), beside, source.language, dictionary, is_quoted):
            continue
        found = dictionary.suggestions(bare) if bare.islower() else dictionary.capital_suggestions(bare)
        if len(bare) < _SHORTEST and not found:
            found = dictionary.with_letter(bare)
        yield Slip(bare, prose[n].start, found)


@lru_cache(maxsize=1 << 16)
def _passes(text: str, dictionary: Speller) -> bool:
    """Whether a word is right, or may be a name or a loan."""
    bare = _bare(text)
    # A letter that the language hasn't shows a loan word, and a capital may start a name: hardly ever slips.
    if len(bare) < _SHORTEST_SWAPPED or not dictionary.could_have(bare):
        return not _is_short_slip(bare, dictionary)
    if len(bare) < _SHORTEST:
        return (
            not bare.islower()
            or dictionary.is_known(bare)
            or not (dictionary.has_swapped(bare) or dictionary.with_letter(bare))
        )
    if bare.islower():
        return dictionary.is_known(bare)
    return not bare.istitle() or not dictionary.capital_suggestions(bare)


def _is_short_slip(word: str, dictionary: Speller) -> bool:
    """Whether a word of two letters is an English one that lost a letter (nd, ws)."""
    if len(word) != _SHORTEST_SWAPPED - 1 or not word.islower() or not word.isascii():
        return False
    return dictionary.frequencies.language == "en" and word not in _TWO_LETTERS and bool(dictionary.with_letter(word))


def _stands_alone(word: Word, text: str) -> bool:
    """Whether a short word is one by itself, no part of an abbreviation, a unit or a code."""
    before, after = text[: word.start].rstrip(" "), text[word.end : word.end + 2]
    return (
        text[max(word.start - 1, 0) : word.start] in (" ", "")
        and not before[-1:].isdigit()
        and (after[:1] in ("", " ", ",", ";", "!", "?") or after == ".")
    )


def _may_be_name(word: Word, beside: Sequence[Word], text: str, dictionary: Speller, source: str) -> bool:
    """Whether a word with a capital is a name, as one beside another is, and most within a sentence are.

    English names stay what they are in a source in Latin letters, so that one that differs is a slip.
    """
    if any(near.text.istitle() and near.text.lower() not in dictionary.words for near in beside):
        return True
    language = dictionary.frequencies.language
    if "Latn" not in scripts(language):  # no name there looks as it does in the source
        return True
    is_shown = "Latn" in scripts(source) or len(word.text) >= _TELLING
    if (language == "en" and is_shown) or language in _CAPITAL_NOUNS:
        return False
    before = text[: word.start].rstrip(" ")
    return bool(before) and before[-1] not in _AFTER_A_STOP


def _is_half(word: Word, text: str) -> bool:
    """Whether a hyphen joins the word to another one, as it joins what is no word by itself (papier-mâché)."""
    return "-" in (text[word.start - 1 : word.start], text[word.end : word.end + 1])


def _is_quoted(beside: Sequence[Word], dictionary: Speller) -> bool:
    """Whether a word next to it is unknown too, as in a phrase of whatever other language."""
    return any(len(word.text) > 1 and word.text.islower() and not dictionary.has(word.text) for word in beside)


def _is_of_foreign_phrase(
    prose: Sequence[Word], n: int, unknown: Sequence[int], text: str, dictionary: Speller
) -> bool:
    """Whether one word away a word stands that nothing is like: passatelli in brodo."""
    for other in (n - 2, n + 2):
        if other in unknown and prose[other].text.islower():
            first, last = sorted((prose[n], prose[other]), key=lambda word: word.start)
            is_phrase = text[first.end : last.start].replace(" ", "").isalpha()
            if is_phrase and not dictionary.suggestions(prose[other].text):
                return True
    return False


def _is_in_quotation(text: str, at: int) -> bool:
    """Whether a few quoted words, a name or a slogan, stand around the offset `at`."""
    return any(quoted.start() < at < quoted.end() for quoted in _QUOTED.finditer(text))


def _beside(prose: Sequence[Word], n: int, text: str) -> tuple[Word, ...]:
    """The words before and behind it in the same clause."""
    near = (*prose[max(n - 1, 0) : n], *prose[n + 1 : n + 2])
    at = prose[n]
    return tuple(word for word in near if text[min(word.end, at.end) : max(word.start, at.start)].isspace())


def _bare(text: str) -> str:
    """The word without a possessive ending."""
    text = text.replace("’", "'")
    return text.removesuffix("'s").removesuffix("'")


def _is_of_source(word: str, has_capital: bool, source: frozenset[str]) -> bool:
    """Whether the source has the word; one with a capital, with another ending too (all without their marks)."""
    if word in source:
        return True
    if not has_capital:
        return False
    least = max(len(word) - _ENDING, _SHORTEST)
    return any(form[:least] == word[:least] and abs(len(form) - len(word)) <= _ENDING for form in source)


def _is_foreign(word: str, neighbours: Sequence[Word], language: str, dictionary: Speller, is_quoted: bool) -> bool:
    """Whether the lower-case word is part of a phrase in the source's language, as one of it in a quotation is."""
    foreign = lexicon(language)
    if foreign is None or not foreign.folded(unidecode(word)):
        return False
    return is_quoted or any(
        not dictionary.could_have(text) or (bool(foreign.folded(unidecode(text))) and not dictionary.is_known(text))
        for text in (lower(neighbour.text) for neighbour in neighbours)
    )
