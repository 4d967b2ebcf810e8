"""Whether a translation has a term, told with room: an alarm must not rest on an ending that no stemmer knows."""

from collections.abc import Sequence

import regex

from tqa.language.fold import fold
from tqa.language.stems import bare, is_form, is_near
from tqa.language.stems.forms import COMPOUNDING
from tqa.resources.termbase.index import Known
from tqa.resources.termbase.model import Term
from tqa.resources.termbase.passage import Passage, lower_in
from tqa.resources.termbase.tokens import is_unsegmented, tokens

Place = tuple[int, int]

# How many words more than its own a term may spread over, and from which length on it is known inside of others.
_ROOM, _SQUEEZED_LEAST = 3, 5
_IGNORED = {ord(char): None for char in " -‐‑­'’\u00a0\u3000・·"}
_ENDING = regex.compile(r"\p{L}*")
# Letters that may follow a name that is kept, in languages that put little to it; in others so many.
_ENDINGS = {
    **dict.fromkeys("en fr es it pt ca vi".split(), ("s", "es")),
    **dict.fromkeys("de nl sv da nb nn no".split(), ("s", "es", "en", "n", "et")),
}
_LONGEST_ENDING = 6
# Words that a phrase has in one form of it and not in another.
_FUNCTION_LONGEST = 3


def place_of(term: Term, passage: Passage) -> Place | None:
    """Where `term` stands in `passage` in whatever form; offsets into the passage's text."""
    text = lower_in(passage.text, passage.language)
    wanted = lower_in(term.text, passage.language)
    if is_unsegmented(wanted):
        return _literal(text, wanted) or _squeezed(text, wanted)
    words = _words(term, passage.language)
    if not words:
        return _literal(text, wanted)
    if passage.is_stripped and not wanted.isascii():
        words = tuple(map(fold, words))
    return (
        _in_order(words, passage, term.exact)
        or (None if term.exact else _around(words, passage))
        or _squeezed(fold(text), fold(wanted), needs_start=passage.language not in COMPOUNDING)
    )


def _words(term: Term, language: str) -> tuple[str, ...]:
    text = term.text
    if language == "en" and text.startswith("to "):
        text = text[3:]
    found = []
    for word in tokens(text):
        start, end = bare(word.text, language)
        found.append(lower_in(word.text[start:end], language))
    return tuple(found)


def _literal(text: str, wanted: str) -> Place | None:
    at = text.find(wanted)
    return None if at < 0 else (at, at + len(wanted))


def _bare_words(passage: Passage) -> list[str]:
    return [
        word if "'" not in word and "’" not in word else word[slice(*bare(word, passage.language))]
        for word in passage.lowered
    ]


def _in_order(words: Sequence[str], passage: Passage, exact: bool) -> Place | None:
    """The place where the words stand one after the other."""
    there = _bare_words(passage)
    size, language = len(words), passage.language
    for at in range(len(there) - size + 1):
        if all(
            word == other or (not exact and is_form(word, other, language))
            for word, other in zip(there[at : at + size], words, strict=True)
        ):
            return passage.all_tokens[at].start, passage.all_tokens[at + size - 1].end
    return None


def _around(words: Sequence[str], passage: Passage) -> Place | None:
    """The place where forms of the words stand near one another, in any order, or a compound has them."""
    there, language = _bare_words(passage), passage.language
    telling = [word for word in words if len(word) > _FUNCTION_LONGEST] or list(words)
    places = [[n for n, other in enumerate(there) if is_near(other, word, language)] for word in telling]
    if not all(places):
        return None
    for first in places[0]:
        chosen = [min(options, key=lambda n: abs(n - first)) for options in places]
        if max(chosen) - min(chosen) < len(words) + _ROOM:
            return passage.all_tokens[min(chosen)].start, passage.all_tokens[max(chosen)].end
    return None


def _squeezed(text: str, wanted: str, needs_start: bool = False) -> Place | None:
    """The place of `wanted` where neither spaces nor hyphens count."""
    short = wanted.translate(_IGNORED)
    if len(short) < (2 if is_unsegmented(short) else _SQUEEZED_LEAST):
        return None
    kept = [n for n, char in enumerate(text) if ord(char) not in _IGNORED]
    squeezed = "".join(text[n] for n in kept)
    at = squeezed.find(short)
    while at >= 0 and needs_start and kept[at] and text[kept[at] - 1].isalnum():
        at = squeezed.find(short, at + 1)
    return None if at < 0 else (kept[at], kept[at + len(short) - 1] + 1)


def part_of(term: Term, passage: Passage) -> Place | None:
    """A word of `passage` that is one of the words of `term`: where a wrong rendering of it may stand."""
    words = [word for word in _words(term, passage.language) if len(word) > _FUNCTION_LONGEST]
    if len(words) < 2:
        return None
    for word, lowered in zip(passage.all_tokens, _bare_words(passage), strict=True):
        if any(is_form(lowered, other, passage.language) for other in words):
            return word.start, word.end
    return None


def _letters_at(text: str, at: int) -> str:
    found = _ENDING.match(text, at)
    return found[0] if found else ""


def _may_follow(letters: str, language: str) -> bool:
    """Whether `letters` right behind a name that is kept may be an ending, or belong to a text without spaces."""
    if not letters or is_unsegmented(letters[0]):
        return True
    endings = _ENDINGS.get(language)
    return letters in endings if endings else len(letters) <= _LONGEST_ENDING


def kept_place(known: Known, passage: Passage) -> Place | None:
    """Where a term that isn't to be translated stands, with whatever ending or particle the language puts to it."""
    text, wanted = lower_in(passage.text, passage.language), lower_in(known.term.text, passage.language)
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        cut = at > 0 and wanted[:1].isalnum() and text[at - 1].isalnum() and not is_unsegmented(text[at - 1])
        if not cut and _may_follow(_letters_at(text, end), passage.language):
            return at, end
        at = text.find(wanted, at + 1)
    place = None if known.term.exact else _squeezed(text, wanted, needs_start=True)
    return place if place and _may_follow(_letters_at(text, place[1]), passage.language) else None
