"""CSV with a header: the columns source and target, or a key and a column for each language. See `tqa.readers.table`.

The separator is the comma, semicolon or tab that the header has most of. Quoted fields may hold line breaks.
"""

import re
from collections.abc import Iterator

from tqa.errors import ReadError
from tqa.model import Location, Problem, Segment
from tqa.readers.pieces import Codec, Piece, joined
from tqa.readers.reader import Reader, Settings, bounded, languages_of
from tqa.readers.source import Input
from tqa.readers.table import Cell, Columns, no_header
from tqa.readers.tree import LineCounter

_SEPARATORS = ",;\t"
_STEP = re.compile(r'""|\r\n|[^"\r]+|.', re.DOTALL)


def pieces(raw: str) -> list[Piece]:
    """Take a field apart, in quotation marks or bare."""
    if raw[:1] != '"':
        return [Piece(0, len(raw), raw)] if raw else []
    end = max(len(raw) - 1, 1)
    return [Piece(s.start(), s.end(), {'""': '"', "\r\n": "\n"}.get(s[0], s[0])) for s in _STEP.finditer(raw, 1, end)]


def quote(text: str, raw: str, at: int) -> str:
    """Write a text into a field; raises `ValueError` for what a bare field can't hold."""
    if raw[:1] == '"':
        return text.replace('"', '""')
    if re.search(r'[,;\t"\r\n]', text):
        raise ValueError("a mark that a field without quotation marks can't hold")
    return text


def _separator(head: str) -> str:
    line = head.lstrip().split("\n", 1)[0]
    return max(_SEPARATORS, key=line.count)


def _rows(text: str, separator: str, file: str) -> Iterator[tuple[int, list[Cell]]]:
    """The line and cells of each row that isn't blank."""
    field = re.compile(rf'("(?:[^"]|"")*+"(?=[{separator}\r\n]|\Z)|[^{separator}\n]*+)({separator}|\n|\Z)')
    lines = LineCounter(text)
    row: list[Cell] = []
    at = begun = 0
    while at < len(text) or row:
        match = field.match(text, at) or field.match(text, at)
        if match is None:
            raise ReadError("a field that isn't closed, or goes on after its quotation mark", file, lines.line_of(at))
        start, end = match.span(1)
        if match[2] != separator and end > start and text[end - 1] == "\r":
            end -= 1
        raw = text[start:end]
        if raw[:1] == '"' and (len(raw) < 2 or raw[-1] != '"'):
            raise ReadError("a quoted field isn't closed", file, lines.line_of(start))
        row.append((joined(pieces(raw)), (start, end)))
        at = match.end()
        if match[2] == separator:
            continue
        if len(row) > 1 or row[0][0].strip():
            yield lines.line_of(begun), row
        row, begun = [], at
        if not match[2]:
            return


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the segments of each row; raises `ReadError` where nothing says which column is which."""
    text = entry.text()
    source_lang, target_lang = languages_of(entry, settings)
    settings = Settings(source_lang, target_lang)
    columns: Columns | None = None
    number = 0
    for line, row in _rows(text, _separator(text), entry.name):
        if columns is None:
            columns = Columns.of([cell for cell, _ in row])
            if columns is not None:
                continue
            if len(row) != 2:
                raise no_header(entry.name, line)
            columns = Columns.without_header()
        number += 1
        if len(row) != columns.width:
            yield Problem(f"{len(row)} fields where the header has {columns.width}", entry.name, line)
            continue
        yield from columns.segments(row, str(number), Location(entry.name, line), settings)


def sniff(head: str) -> bool:
    """Whether the first line is a header that says which columns hold what."""
    if _separator(head) == "\t":
        return False
    try:
        _, row = next(_rows(head.split("\n", 1)[0], _separator(head), "-"))
    except (StopIteration, ReadError):
        return False
    return len(row) > 1 and Columns.of([cell for cell, _ in row]) is not None


READER = Reader("csv", (".csv",), sniff, bounded(read), bitext=True, codec=Codec(pieces, quote), walked="content")
