"""A text as the diacritics models see it: words, numbers and punctuation, with what is no prose left out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

START, END, NUMBER, COMMA, UNKNOWN = "<s>", "</s>", "0", ",", "<u>"
MARKERS = (START, END, NUMBER, COMMA, UNKNOWN)

# In this order: what is no prose (addresses, tags, placeholders, code, identifiers), numbers, words, sentence ends.
_UNIT = re.compile(
    r"(?P<skip>(?:https?|ftp)://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\S+|[@#]\w+|</?[A-Za-z][^<>]*>|\{[^{}]*\}|`[^`]*`|%\w\b"
    r"|\b(?:[\w-]+\.)+(?:com|org|net|vn|info|gov|edu|io|eu|html?|php|pdf|docx?|xlsx?|png|jpe?g|txt|py|exe)\b\S*"
    r"|\w*(?:_\w+|[^\W\d_]\d+)\w*)"
    r"|(?P<number>\d+(?:[.,:/]\d+)*)"
    r"|(?P<word>[^\W\d_][^\W\d_\u0300-\u036f]*[\u0300-\u036f]*(?:[^\W\d_]+[\u0300-\u036f]*)*)"
    r"|(?P<end>[.!?;:…\n|•]+)"
    r"|(?P<comma>[^\w\s/\-–‑'’.])"
)


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
