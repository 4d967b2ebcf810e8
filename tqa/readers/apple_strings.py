"""Apple's strings files: `"key" = "value";`, with the comment above a key as its note."""

import re
from collections.abc import Iterator
from typing import NoReturn

from tqa.errors import ReadError
from tqa.model import Location, Problem, Segment
from tqa.readers.pieces import Codec, Piece, joined
from tqa.readers.reader import Reader, Settings, bounded, languages_of
from tqa.readers.remarks import LIKE_C, note_of
from tqa.readers.source import Input
from tqa.readers.tree import LineCounter

_BLANK = r"(?:\s++|/\*(?:[^*]|\*(?!/))*+\*/|//[^\n]*+)*+"
_TEXT = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_ENTRY = re.compile(
    rf"(?P<blank>{_BLANK})(?:(?P<key>{_TEXT}|[A-Za-z0-9_.$:/-]+){_BLANK}(?:={_BLANK}(?P<value>{_TEXT}|[\w.$:/-]+){_BLANK})?;"
    r"|(?P<end>\Z))",
    re.DOTALL,
)
_STEP = re.compile(r"\\[Uu][0-9a-fA-F]{4}|\\[0-7]{1,3}|\\.|[^\\]+", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}


def pieces(raw: str) -> list[Piece]:
    """Take a text apart, in its quotation marks or bare."""
    if not raw.startswith('"'):
        return [Piece(0, len(raw), raw)] if raw else []
    return [Piece(step.start(), step.end(), _text(step[0])) for step in _STEP.finditer(raw, 1, max(len(raw) - 1, 1))]


def _text(token: str) -> str:
    if token[0] != "\\":
        return token
    if len(token) == 6:
        code = int(token[2:], 16)
        return chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"
    if token[1] in "01234567":
        return chr(int(token[1:], 8))
    return _ESCAPES.get(token[1], token[1])


def quote(text: str, raw: str, at: int) -> str:
    """Escape what must be escaped between quotation marks."""
    if not raw.startswith('"'):
        raise ValueError("a text without quotation marks")
    return text.replace("\\", "\\\\").replace('"', '\\"')


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the messages; raises `ReadError` where the file breaks off or isn't in the format."""
    text = entry.text()
    langs = languages_of(entry, settings)
    lines = LineCounter(text)
    at = 0
    while True:
        match = _ENTRY.match(text, at)
        if match is None:
            _fail(text, at, entry.name)
        if match["end"] is not None:
            return
        at = match.end()
        key = joined(pieces(match["key"]))
        # A key without a value stands for itself.
        name = "value" if match["value"] is not None else "key"
        value = joined(pieces(match[name]))
        blank = match["blank"] if match.start() else f"\n{match['blank']}"
        note = note_of(LIKE_C.above(blank), LIKE_C.beside(text, at))
        place = Location(entry.name, lines.line_of(match.start(name)))
        state = None if value else "untranslated"
        yield Segment(key, value, None, *langs, place, note=note, state=state, syntax="apple", raw=match.span(name))


def _fail(text: str, at: int, file: str) -> NoReturn:
    blank = re.compile(_BLANK).match(text, at)
    start = blank.end() if blank else at
    line = text.count("\n", 0, start) + 1
    if text.startswith("/*", start):
        raise ReadError("a comment isn't closed", file, line)
    raise ReadError('not an entry of a strings file; is it "key" = "value"; with all its marks?', file, line)


def sniff(head: str) -> bool:
    """Whether it begins with such an entry."""
    return re.match(rf"{_BLANK}{_TEXT}\s*=\s*{_TEXT}\s*;", head) is not None


READER = Reader("strings", (".strings",), sniff, bounded(read), bitext=False, keyed=True, codec=Codec(pieces, quote))
