"""A text as the diacritics models see it: words, numbers and punctuation, with what is no prose left out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

START, END, NUMBER, COMMA, UNKNOWN = "<s>", "</s>", "0", ",", "<u>"
MARKERS = (START, END, NUMBER, COMMA, UNKNOWN)

# In this order: what is no prose (addresses, tags, placeholders, code, identifiers), numbers, words, sentence ends.
_UNIT = re.compile(
    r"(?P<skip>(?:https?|ftp)://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,63}\.\S+|[@#]\w+|</?[A-Za-z][^<>]*>|\{[^{}]*\}|`[^`]*`"
    r"|%(?:\([^()\s]*\)[-+#0]*\d*(?:\.\d+)?)?(?:hh?|ll?|[Lqjzt])?\w\b|(?<![\w-])--[A-Za-z][\w-]*"
    r"|\b(?:[\w-]{1,63}\.){1,8}(?:com|org|net|vn|info|gov|edu|io|eu|html?|php|pdf|docx?|xlsx?|png|jpe?g|txt|py|exe)\b\S*"
    r"|\w*(?:_\w+|[^\W\d_]\d+)\w*)"
    r"|(?P<number>\d+(?:[.,:/]\d+)*)"
    r"|(?P<word>[^\W\d_][^\W\d_\u0300-\u036f]*[\u0300-\u036f]*(?:[^\W\d_]+[\u0300-\u036f]*)*)"
    r"|(?P<end>[.!?;:…\n|•]+)"
    r"|(?P<comma>[^\w\s/\-–‑'’.])"
)


# More marks on one letter than any language has; to compose them takes time that grows with the square of their number.
_STACK = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{24}"
)


def stacks_marks(text: str) -> bool:
    """Whether `text` piles up combining marks as no writing does, so that it's no text to work on."""
    return not text.isascii() and _STACK.search(text) is not None


class Unit(NamedTuple):
    """A part of a text: `kind` is "word" or one of MARKERS; `text` as written; offsets in code points."""

    kind: str
    text: str
    start: int
    end: int


_KINDS = {"skip": UNKNOWN, "number": NUMBER, "word": "word", "end": END, "comma": COMMA}


def units(text: str) -> Iterator[Unit]:
    """Yield the units of `text` (NFC) in order; spaces, hyphens, slashes and apostrophes between words are none."""
    for match in _UNIT.finditer(text):
        start, end = match.span()
        yield Unit(_KINDS[match.lastgroup or "comma"], match[0], start, end)


def is_mixed_case(word: str) -> bool:
    """Whether a capital stands behind a small letter, as in product names and identifiers (iPhone, VietJet)."""
    return not (word.islower() or word.isupper() or word[1:].islower())
