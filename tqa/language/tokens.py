"""Words and where they stand."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

# Letters with their marks (Devanagari vowel signs are marks, which `re`'s \w leaves out), joined by apostrophes.
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*")


class Word(NamedTuple):
    """A run of letters: its text and its offsets in code points, end exclusive."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of `text` in order; an apostrophe inside a word belongs to it, a hyphen doesn't."""
    for match in _WORD.finditer(text):
        yield Word(match[0], match.start(), match.end())
