"""Fluent. A segment is the value of a message or term (`id`, `-id`), or one of its attributes (`id.title`).

A pattern of several lines is read without the indent that they have in common, as Fluent does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tqa.model import Location, Problem, Segment
from tqa.readers.pieces import Codec, Piece, joined
from tqa.readers.reader import Reader, Settings, bounded, languages_of
from tqa.readers.source import Input

_HEAD = re.compile(r"(-?[a-zA-Z][a-zA-Z0-9_-]*)[ ]*=[ ]*")
_ATTRIBUTE = re.compile(r"[ ]+\.([a-zA-Z][a-zA-Z0-9_-]*)[ ]*=[ ]*")
# Lines that belong to the pattern above though they aren't indented: what closes a placeable.
_CLOSING = re.compile(r"[ ]*\}")


@dataclass(slots=True)
class _Pattern:
    key: str
    line: int
    start: int
    end: int
    note: str | None = None


@dataclass(slots=True)
class _Resource:
    """Reads one file line by line."""

    text: str
    found: list[_Pattern | int] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)
    _message: str = ""
    _depth: int = 0

    def read(self) -> list[_Pattern | int]:
        """The patterns, and the lines that belong to nothing."""
        at = 0
        for number, full in enumerate(self.text.split("\n"), 1):
            line = full.removesuffix("\r")
            self._line(line, number, at)
            at += len(full) + 1
        return self.found

    def _line(self, line: str, number: int, at: int) -> None:
        last = self.found[-1] if self.found else None
        if not line.strip():
            self._notes = []  # a comment that stands alone
            return
        if line.startswith("#"):
            self._message, self._depth = "", 0
            self._notes.append(line.lstrip("#").strip())
        elif (head := _HEAD.match(line)) is not None:
            self._message = head[1]
            self._start(head[1], line, head.end(), number, at)
            self._notes = []
        elif self._message and self._depth <= 0 and (head := _ATTRIBUTE.match(line)) is not None:
            self._start(f"{self._message}.{head[1]}", line, head.end(), number, at)
        elif self._message and isinstance(last, _Pattern) and (line[0] == " " or _CLOSING.match(line)):
            last.end = at + len(line.rstrip())
            if last.start < 0:
                last.start = at
                last.line = number
            self._depth += line.count("{") - line.count("}")
        else:
            self._message, self._notes = "", []
            self.found.append(number)

    def _start(self, key: str, line: str, start: int, number: int, at: int) -> None:
        text = line[start:].rstrip()
        self._depth = text.count("{") - text.count("}")
        begins = at + start if text else -1
        self.found.append(
            _Pattern(key, number, begins, begins + len(text), "\n".join(filter(None, self._notes)) or None)
        )


def pieces(raw: str) -> list[Piece]:
    """Take a pattern apart: its lines without their common indent."""
    lines = raw.split("\n")
    starts_indented = raw[:1] == " "
    indented = [line for n, line in enumerate(lines) if line.strip() and (n or starts_indented)]
    indent = min((len(line) - len(line.lstrip(" ")) for line in indented), default=0)
    found: list[Piece] = []
    at = 0
    for n, full in enumerate(lines):
        line = full.removesuffix("\r")
        cut = min(indent, len(line)) if n or starts_indented else 0
        if line[cut:]:
            found.append(Piece(at + cut, at + len(line), line[cut:]))
        at += len(full)
        if n < len(lines) - 1:
            found.append(Piece(at - len(full) + len(line), at + 1, "\n"))
        at += 1
    return found


def quote(text: str, raw: str, at: int) -> str:
    """Write a text into a pattern; raises `ValueError` for what would begin a placeable or a line."""
    if re.search(r"[{}\n\r]", text):
        raise ValueError("a brace or line break")
    return text


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the patterns, and a problem for each line that belongs to none."""
    text = entry.text()
    langs = languages_of(entry, settings)
    for item in _Resource(text).read():
        if isinstance(item, int):
            yield Problem("neither a message, a term, an attribute nor a comment", entry.name, item)
            continue
        if item.start < 0:
            continue  # a message that has attributes only
        raw = (item.start, item.end)
        target = joined(pieces(text[item.start : item.end]))
        place = Location(entry.name, item.line)
        yield Segment(item.key, target, None, *langs, place, note=item.note, syntax="fluent", raw=raw)


READER = Reader(
    "fluent",
    (".ftl",),
    lambda head: False,
    bounded(read),
    bitext=False,
    keyed=True,
    codec=Codec(pieces, quote),
)
