"""Words and where they stand."""

import re
from typing import NamedTuple

import regex

# Letters with their marks (Devanagari vowel signs are marks, which `re`'s \w leaves out), joined by apostrophes.
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*")
# The same, half as dear, for texts without what it would take otherwise: marks, and numbers that `\d` doesn't mean.
_PLAIN_WORD = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)*)")
_NOT_PLAIN = re.compile(
    "[²³¹¼-¾\u0300-\u036f\u0483-\u0489\u0530-\u1cff\u1dc0-\u1dff\u2070-\u218b\u2460-\u2bff\u2ce0-\U0010ffff]"
)


class Word(NamedTuple):
    """A run of letters: its text and its offsets in code points, end exclusive."""

    text: str
    start: int
    end: int


# What `Word(...)` comes down to.
_new = tuple.__new__


def words(text: str) -> list[Word]:
    """Return the words of `text` in order; an apostrophe inside a word belongs to it, a hyphen doesn't."""
    if text.isascii() or not _NOT_PLAIN.search(text):
        return _between_gaps(_PLAIN_WORD.split(text))
    return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def _between_gaps(parts: list[str]) -> list[Word]:
    """The words of a text split at them, gaps and words in turn: a third cheaper than asking each match."""
    found = []
    end = 0
    pieces = iter(parts)
    for gap, word in zip(pieces, pieces, strict=False):
        start = end + len(gap)
        end = start + len(word)
        found.append(_new(Word, (word, start, end)))
    return found
