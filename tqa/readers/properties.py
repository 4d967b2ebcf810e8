"""Java property files. A comment right above a key is its note."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tqa.errors import ReadError
from tqa.model import Location, Problem, Segment
from tqa.readers.pieces import Codec, Piece, joined
from tqa.readers.reader import Reader, Settings, bounded, languages_of
from tqa.readers.source import Input
from tqa.readers.tree import LineCounter

_ENTRY = re.compile(
    r"[ \t\f]*+(?:(?P<comment>[#!][^\n]*+)|"
    r"(?P<key>(?:[^\s:=\\#!]|\\.)[^\s:=\\]*+(?:\\.[^\s:=\\]*+)*+)[ \t\f]*(?:[:=][ \t\f]*)?"
    r"(?P<value>[^\\\n]*+(?:\\(?:\r\n|.|\Z)[^\\\n]*+)*+))?(?:\r?\n|\Z)",
    re.DOTALL,
)
_STEP = re.compile(r"\\u[0-9a-fA-F]{4}|\\\r?\n[ \t\f]*|\\(?:.|\Z)|[^\\]+", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}


def pieces(raw: str) -> list[Piece]:
    """Take a value apart: escapes, and the ends of lines that go on."""
    return [Piece(step.start(), step.end(), _text(step[0])) for step in _STEP.finditer(raw)]


def _text(token: str) -> str:
    if token[0] != "\\":
        return token
    if token[1:2] == "u" and len(token) == 6:
        code = int(token[2:], 16)
        return chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"
    return "" if token[1:2] in ("", "\r", "\n") else _ESCAPES.get(token[1], token[1])


def quote(text: str, raw: str, at: int) -> str:
    """Escape what must be escaped in the middle of a value."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def settle(entry: Input) -> Input:
    """The input with its encoding: UTF-8 or, as before Java 9, Latin 1."""
    if entry.encoding is None and entry.is_repeatable:
        try:
            entry.text()
        except ReadError:
            return replace(entry, encoding="iso8859-1")
    return entry


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the messages."""
    text = settle(entry).text()
    langs = languages_of(entry, settings)
    lines = LineCounter(text)
    notes: list[str] = []
    at = 0
    while at < len(text):
        match = _ENTRY.match(text, at)
        if match is None:
            yield Problem("not a line of a property file", entry.name, lines.line_of(at))
            end = text.find("\n", at)
            at = len(text) if end < 0 else end + 1
            continue
        at = match.end()
        if match["comment"] is not None:
            notes.append(match["comment"].lstrip("#! \t").rstrip())
        elif match["key"] is None:
            notes = []
        else:
            start, end = match.span("value")
            end -= text[start:end].endswith("\r")
            value = joined(pieces(text[start:end]))
            key = joined(pieces(match["key"]))
            place = Location(entry.name, lines.line_of(match.start("key")))
            note = "\n".join(filter(None, notes)) or None
            yield Segment(
                key, value, None, *langs, place, note=note, state=None if value else "untranslated", raw=(start, end)
            )
            notes = []


READER = Reader(
    "properties",
    (".properties",),
    lambda head: False,
    bounded(read),
    bitext=False,
    keyed=True,
    codec=Codec(pieces, quote),
    settle=settle,
)
