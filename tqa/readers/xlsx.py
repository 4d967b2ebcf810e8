"""Excel workbooks (XLSX): each sheet is a table whose first row names the columns. See `tqa.readers.table`.

The line of a segment is its row; a segment without an id goes by its sheet and row (`Sheet1!5`). Formulas count with
the value that was saved with them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tqa.errors import ReadError
from tqa.model import Location, Problem, Segment
from tqa.readers.docx import parse_part
from tqa.readers.office import Package
from tqa.readers.reader import Reader, Settings, languages_of
from tqa.readers.source import Input
from tqa.readers.table import Cell, Columns, no_header
from tqa.readers.xml import local

MAX_COLUMN = 1000

_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(slots=True)
class _Strings:
    """The table of texts that cells share. Phonetic hints (`rPh`) aren't part of a text."""

    texts: list[str] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _is_text: bool = False
    _hidden: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "si":
            self._parts = []
        self._hidden += name == "rPh"
        self._is_text = name == "t" and not self._hidden

    def end(self, name: str) -> None:
        name = local(name)
        self._is_text = False
        self._hidden -= name == "rPh"
        if name == "si":
            self.texts.append("".join(self._parts))

    def text(self, data: str) -> None:
        if self._is_text:
            self._parts.append(data)


@dataclass(slots=True)
class _Sheet:
    """The rows of a sheet: number and cells by column."""

    strings: list[str]
    rows: list[tuple[int, dict[int, str]]] = field(default_factory=list)
    _kind: str = ""
    _column: int = 0
    _parts: list[str] = field(default_factory=list)
    _is_value: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "row":
            number = attributes.get("r", "")
            self.rows.append((int(number) if number.isdigit() and len(number) < 8 else len(self.rows) + 1, {}))
            self._column = 0
        elif name == "c":
            match = _CELL.fullmatch(attributes.get("r", ""))
            self._column = _column(match[1]) if match else self._column + 1
            self._kind = attributes.get("t", "")
            self._parts = []
        elif name in ("v", "t"):
            self._is_value = True

    def end(self, name: str) -> None:
        name = local(name)
        self._is_value = False
        if name == "c" and self.rows and self._parts and self._column <= MAX_COLUMN:
            value = "".join(self._parts)
            if self._kind == "s":
                index = int(value) if value.isdigit() and len(value) < 10 else -1
                value = self.strings[index] if 0 <= index < len(self.strings) else ""
            self.rows[-1][1][self._column - 1] = value

    def text(self, data: str) -> None:
        if self._is_value:
            self._parts.append(data)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


@dataclass(slots=True)
class _Book:
    """The names of the sheets and the parts that they are in."""

    names: list[tuple[str, str]] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.names.append((attributes.get("name", ""), relation))
        elif name == "Relationship":
            target = attributes.get("Target", "")
            self.parts[attributes.get("Id", "")] = target.removeprefix("/") if target[:1] == "/" else f"xl/{target}"

    def end(self, name: str) -> None:
        pass

    def text(self, data: str) -> None:
        pass


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the segments, sheet by sheet; a sheet without a header that says which columns hold what is a problem."""
    package = Package(entry)
    book = _Book()
    for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        part = package.part(name)
        if part is None:
            raise ReadError("not an Excel workbook", entry.name)
        parse_part(part, book.start, book.end, book.text)
    strings = _Strings()
    if (part := package.part("xl/sharedStrings.xml")) is not None:
        parse_part(part, strings.start, strings.end, strings.text)
    langs = languages_of(entry, settings)
    for title, relation in book.names:
        part = package.part(book.parts.get(relation, ""))
        if part is None:
            continue
        sheet = _Sheet(strings.texts)
        parse_part(part, sheet.start, sheet.end, sheet.text)
        yield from _rows(sheet, title, entry.name, Settings(*langs))


def _rows(sheet: _Sheet, title: str, file: str, settings: Settings) -> Iterator[Segment | Problem]:
    columns: Columns | None = None
    for number, cells in sheet.rows:
        if not any(value.strip() for value in cells.values()):
            continue
        row: list[Cell] = [(cells.get(n, ""), ()) for n in range(max(cells) + 1)]
        if columns is None:
            columns = Columns.of([cell for cell, _ in row])
            if columns is None:
                error = no_header(file, number)
                yield Problem(f"sheet '{title}': {error.message}", file, number)
                return
            continue
        row += [("", ())] * (columns.width - len(row))
        yield from columns.segments(row, f"{title}!{number}", Location(file, number), settings)


READER = Reader("xlsx", (".xlsx",), lambda head: False, read, bitext=True)
