"""Markdown. A segment is a heading, a paragraph, an item or the cell of a table, numbered in the order of the text.

A paragraph's lines are one text, with blanks between them. Code, front matter and link definitions aren't read; an HTML
comment is the note of what follows it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tqa.model import Location, Problem, Segment
from tqa.readers.pieces import Codec, Piece, joined
from tqa.readers.reader import Reader, Settings, bounded, languages_of
from tqa.readers.source import Input

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})(.*)")
_PREFIX = re.compile(
    r"[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:\[[ xX]\][ \t]+|\[\^[^\]\s]+\]:[ \t]+)?"
)
_NEW_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)[ \t]+")
_HEADING = re.compile(r"#{1,6}[ \t]++(.*)")
_RULE = re.compile(r"[ \t>]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*|-+[ \t]*)$")
_DEFINITION = re.compile(r"[ \t>]*\[(?!\^)[^\]]+\]:[ \t]*\S+")
_TABLE_RULE = re.compile(r"[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$")
_CELL = re.compile(r"((?:[^|\\`]|\\.|`[^`]*`|`)*+)(?:\||\Z)")
_STEP = re.compile(r"[ \t]*+\\?\r?\n[ \t>]*+|[ \t]++|[^\n\r \t\\]++|.", re.DOTALL)
_ONLY_TAGS = re.compile(r"(?:\s*+</?[a-zA-Z][^<>]*+>)++\s*+")


def pieces(raw: str) -> list[Piece]:
    """Take a paragraph apart: a line break with what surrounds it stands for a blank."""
    return [Piece(s.start(), s.end(), " " if "\n" in s[0] else s[0]) for s in _STEP.finditer(raw)]


def quote(text: str, raw: str, at: int) -> str:
    """Write a text into a paragraph; raises `ValueError` for a line break, which may begin a block."""
    if "\n" in text or "\r" in text:
        raise ValueError("a line break")
    return text


@dataclass(slots=True)
class _Document:
    """Goes through one document line by line."""

    found: list[tuple[int, int, int]] = field(default_factory=list)
    # The comments, each with the number of texts before it.
    notes: dict[int, str] = field(default_factory=dict)
    # The paragraph at hand: its line, and where it begins and ends.
    _open: tuple[int, int, int] | None = None
    _fence: str = ""
    _is_comment: bool = False
    _front: str = ""
    _is_table: bool = False
    _is_item: bool = False
    _head: tuple[int, int, int] | None = None

    def line(self, number: int, at: int, line: str) -> None:
        """Take the next line, which begins at the offset `at`."""
        if self._skipped(number, line):
            return
        stripped = line.strip().strip(">").strip()
        if not stripped:
            self.close()
            self._is_table = False
            return
        if self._is_indented_code(line):
            return
        if _TABLE_RULE.match(line) and "|" in line:
            self._table_begins()
        elif _RULE.match(line) or _DEFINITION.match(line):
            self.close()
        elif self._is_table and "|" in line:
            self._cells(number, at, line)
        else:
            self._text(number, at, line)

    def close(self) -> None:
        """The paragraph at hand has ended."""
        if self._open is not None:
            self.found.append(self._open)
            self._open = None

    def _is_indented_code(self, line: str) -> bool:
        """Whether the line is code by its indent; in a list, such a line goes on with an item."""
        if self._open is not None or self._is_table:
            return False
        if re.match(r"(?: {4}|\t)", line) is None:
            self._is_item = _NEW_ITEM.match(line) is not None or (self._is_item and line[:1] == " ")
            return False
        return not self._is_item

    def _skipped(self, number: int, line: str) -> bool:
        if self._front:
            self._front = "" if number > 1 and line.strip() == self._front else self._front
            return True
        if number == 1 and line.strip() in ("---", "+++"):
            self._front = line.strip()
            return True
        if not self._is_comment and line.lstrip().startswith("<!--"):
            self.close()
            self.notes.pop(len(self.found), None)
            self._is_comment = True
        if self._is_comment:
            said = line.strip().removeprefix("<!--").partition("-->")[0].strip()
            self.notes[len(self.found)] = f"{self.notes.get(len(self.found), '')}\n{said}".strip()
            self._is_comment = "-->" not in line
            return True
        fence = _FENCE.match(line)
        if self._fence:
            if fence is not None and fence[1].startswith(self._fence) and not fence[2].strip():
                self._fence = ""
            return True
        if fence is not None and not (fence[1][0] == "`" and "`" in fence[2]):
            self.close()
            self._fence = fence[1]
            self._is_item = self._is_item and line[:1] in " \t"
            return True
        return False

    def _text(self, number: int, at: int, line: str) -> None:
        prefix = _PREFIX.match(line)
        start = prefix.end() if prefix else 0
        content = line[start:]
        heading = _HEADING.match(content)
        if heading is not None:
            self.close()
            text = heading[1].rstrip()
            if (bare := text.rstrip("#"))[-1:] in ("", " ", "\t"):  # the marks that may close it
                text = bare.rstrip()
            if text:
                begun = at + start + heading.start(1)
                self.found.append((number, begun, begun + len(text)))
            return
        if _NEW_ITEM.match(line):
            self.close()
        if _ONLY_TAGS.fullmatch(content):
            self.close()
            return
        end = at + len(line.rstrip())
        if self._open is None:
            self._open = (number, at + start, end)
        else:
            self._open = (*self._open[:2], end)

    def _table_begins(self) -> None:
        """The line above was the head of a table."""
        head, self._open = self._open, None
        self._is_table = True
        if head is not None:
            self._head = head

    def _cells(self, number: int, at: int, line: str) -> None:
        start = len(line) - len(line.lstrip(" \t>"))
        start += line[start : start + 1] == "|"
        for cell in _CELL.finditer(line, start):
            text = cell[1]
            if text.strip():
                begin = at + cell.start(1) + len(text) - len(text.lstrip())
                self.found.append((number, begin, begin + len(text.strip())))
            if cell.end() >= len(line):
                break

    def take_head(self, text: str) -> None:
        """Split the head of a table that has just begun into its cells."""
        if self._head is None:
            return
        number, start, end = self._head
        self._head = None
        self._cells(number, start, text[start:end])


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the texts in their order."""
    text = entry.text()
    langs = languages_of(entry, settings)
    document = _Document()
    at = 0
    for number, full in enumerate(text.split("\n"), 1):
        document.line(number, at, full.removesuffix("\r"))
        document.take_head(text)
        at += len(full) + 1
    document.close()
    for n, (line, start, end) in enumerate(document.found):
        target, note = joined(pieces(text[start:end])), document.notes.get(n)
        place = Location(entry.name, line)
        yield Segment(str(n + 1), target, None, *langs, place, note=note, raw=(start, end))


READER = Reader(
    "markdown",
    (".md", ".markdown", ".mdx"),
    lambda head: False,
    bounded(read),
    bitext=False,
    codec=Codec(pieces, quote),
    walked="language",
)
