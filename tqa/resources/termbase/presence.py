"""Whether a translation has a term, told with room: an alarm must not rest on an ending that no stemmer knows."""

from collections.abc import Sequence
from functools import lru_cache

import regex

from tqa.language.fold import fold
from tqa.language.stems import is_near, stem
from tqa.language.stems.forms import COMPOUNDING
from tqa.resources.termbase.known import Known
from tqa.resources.termbase.model import Term
from tqa.resources.termbase.passage import Passage, bare_lower, lower_in
from tqa.resources.termbase.tokens import is_unsegmented, tokens

Place = tuple[int, int]

# How many words more than its own a term may spread over, and from which length on it is known inside of others.
_ROOM, _SQUEEZED_LEAST = 3, 5
_IGNORED = {ord(char): None for char in " -‐‑­'’\u00a0\u3000・·"}
# What makes a term more than its words: C++, AT&T.
_SYMBOL = regex.compile(r"[^\p{L}\p{M}\p{Nd}\s'’\-‐‑­.,·・]|^[.]")
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
    words, stems, wanted = _parts(term.text, passage.language, passage.is_stripped)
    text = passage.lowered
    if _SYMBOL.search(wanted):
        return _literal(text, wanted)
    if not words or is_unsegmented(wanted):
        return _literal(text, wanted) or _squeezed(text, wanted)
    if term.exact:
        return _in_order(words, passage, passage.bare_words)
    return (
        _in_order(stems, passage, passage.stems)
        or _around(words, passage)
        or _squeezed(fold(text), fold(wanted), needs_start=passage.language not in COMPOUNDING)
    )


@lru_cache(maxsize=100_000)
def _parts(text: str, language: str, stripped: bool) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """A term's words in lower case, their stems, and the term in lower case; without marks where `stripped`."""
    if language == "en" and text.startswith("to "):
        text = text[3:]
    wanted = lower_in(text, language)
    words = tuple(bare_lower(word.text, language) for word in tokens(text))
    if stripped:
        words, wanted = tuple(map(fold, words)), fold(wanted)
    return words, tuple(map(stem(language), words)), wanted


def _literal(text: str, wanted: str) -> Place | None:
    at = text.find(wanted)
    return None if at < 0 else (at, at + len(wanted))


def _in_order(wanted: Sequence[str], passage: Passage, there: Sequence[str]) -> Place | None:
    """The place where the words, or stems, stand one after the other."""
    size = len(wanted)
    for at in range(len(there) - size + 1):
        if there[at] == wanted[0] and tuple(there[at : at + size]) == tuple(wanted):
            return passage.all_tokens[at].start, passage.all_tokens[at + size - 1].end
    return None


def _around(words: Sequence[str], passage: Passage) -> Place | None:
    """The place where forms of the words stand near one another, in any order, or a compound has them."""
    there, language = passage.bare_words, passage.language
    telling = [word for word in words if len(word) > _FUNCTION_LONGEST] or list(words)
    places: list[list[int]] = []
    for word in telling:
        places.append([n for n, other in enumerate(there) if is_near(other, word, language)])
        if not places[-1]:
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
    squeezed = text.translate(_IGNORED)
    at = squeezed.find(short)
    if at < 0:
        return None
    kept = [n for n, char in enumerate(text) if ord(char) not in _IGNORED]
    while at >= 0 and needs_start and kept[at] and text[kept[at] - 1].isalnum():
        at = squeezed.find(short, at + 1)
    return None if at < 0 else (kept[at], kept[at + len(short) - 1] + 1)


def part_of(term: Term, passage: Passage) -> Place | None:
    """A word of `passage` that is one of the words of `term`: where a wrong rendering of it may stand."""
    words, stems, _ = _parts(term.text, passage.language, passage.is_stripped)
    telling = {root for word, root in zip(words, stems, strict=True) if len(word) > _FUNCTION_LONGEST}
    if len(telling) < 2:
        return None
    for word, root in zip(passage.all_tokens, passage.stems, strict=True):
        if root in telling:
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
    text, wanted = passage.lowered, lower_in(known.term.text, passage.language)
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        cut = at > 0 and wanted[:1].isalnum() and text[at - 1].isalnum() and not is_unsegmented(text[at - 1])
        if not cut and _may_follow(_letters_at(text, end), passage.language):
            return at, end
        at = text.find(wanted, at + 1)
    place = None if known.term.exact else _squeezed(text, wanted, needs_start=True)
    return place if place and _may_follow(_letters_at(text, place[1]), passage.language) else None
