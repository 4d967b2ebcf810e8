"""Excel workbooks (XLSX): each sheet is a table whose first row names the columns. See `tqa.readers.table`.

The line of a segment is its row; a segment without an id goes by its sheet and row (`Sheet1!5`). Formulas count with
the value that was saved with them. `Segment.raw` is the number of the sheet and that of the cell in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tqa.errors import ReadError
from tqa.model import Location, Problem, Segment
from tqa.readers.office import Package, PartReader, Run
from tqa.readers.reader import Reader, Settings, bounded, languages_of
from tqa.readers.source import Input
from tqa.readers.table import Cell as TableCell
from tqa.readers.table import Columns, no_header
from tqa.readers.xml import local

MAX_COLUMN = 1000
STRINGS = "xl/sharedStrings.xml"

_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


class Texts(PartReader):
    """Collects the runs of texts. Phonetic hints (`rPh`) aren't part of a text."""

    holder = "si"

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[Run] = []
        self._begun = -1
        self._parts: list[str] = []
        self._hidden = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == self.holder:
            self.runs = []
        self._hidden += name == "rPh"
        if name == "t" and not self._hidden:
            self._begun, self._parts = self.byte, []

    def end(self, name: str) -> None:
        name = local(name)
        self._hidden -= name == "rPh"
        if name == "t" and self._begun >= 0:
            self.runs.append(Run(self._begun, self.byte, "".join(self._parts)))
            self._begun = -1

    def text(self, data: str) -> None:
        if self._begun >= 0:
            self._parts.append(data)


class Strings(Texts):
    """The table of texts that cells share: of each its runs, and where it begins."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[list[Run]] = []
        self.places: list[tuple[int, int]] = []
        self._at = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        super().start(name, attributes)
        if local(name) == self.holder:
            self._at = self.byte

    def end(self, name: str) -> None:
        super().end(name)
        if local(name) == self.holder:
            self.texts.append(self.runs)
            self.places.append((self._at, self.byte))


@dataclass(slots=True)
class Cell:
    """A cell: its row, column (from 0) and kind, the runs or the value in it, and where the value stands."""

    row: int
    column: int
    kind: str
    runs: list[Run]
    value: str = ""
    place: tuple[int, int] = (-1, -1)

    @property
    def index(self) -> int:
        """Which of the shared texts it holds; -1 for none."""
        return int(self.value) if self.kind == "s" and self.value.isdigit() and len(self.value) < 10 else -1

    def shown(self, strings: list[list[Run]]) -> str:
        """The text in it."""
        runs = self.runs
        if self.kind == "s":
            runs = strings[self.index] if 0 <= self.index < len(strings) else []
        elif not runs:
            return self.value
        return "".join([run.text for run in runs])


class Sheet(Texts):
    """The cells of a sheet."""

    holder = "c"

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[Cell] = []
        self._row = 0
        self._column = 0
        self._value_at = -1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        super().start(name, attributes)
        name = local(name)
        if name == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdigit() and len(number) < 8 else self._row + 1
            self._column = 0
        elif name == "c":
            match = _CELL.fullmatch(attributes.get("r", ""))
            self._column = _column(match[1]) if match else self._column + 1
            self.cells.append(Cell(self._row, self._column - 1, attributes.get("t", ""), self.runs))
        elif name == "v":
            self._value_at, self._parts = self.byte, []

    def end(self, name: str) -> None:
        if local(name) == "v" and self.cells and self._value_at >= 0:
            self.cells[-1].value = "".join(self._parts)
            self.cells[-1].place = (self._value_at, self.byte)
            self._value_at = -1
        super().end(name)

    def text(self, data: str) -> None:
        if self._begun >= 0 or self._value_at >= 0:
            self._parts.append(data)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


class _Names(PartReader):
    """The names of the sheets and the parts that they are in."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[tuple[str, str]] = []
        self.parts: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.names.append((attributes.get("name", ""), relation))
        elif name == "Relationship":
            target = attributes.get("Target", "")
            self.parts[attributes.get("Id", "")] = target.removeprefix("/") if target[:1] == "/" else f"xl/{target}"


class Book:
    """An open workbook. Raises `ReadError` for what is none."""

    def __init__(self, entry: Input) -> None:
        self.package = package = Package(entry)
        names = _Names()
        for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
            part = package.part(name)
            if part is None:
                raise ReadError("not an Excel workbook", entry.name)
            names.parse(part, entry.name)
        # The title and the part of each sheet.
        self.sheets = [(title, names.parts.get(relation, "")) for title, relation in names.names]
        self.strings = Strings()
        if (part := package.part(STRINGS)) is not None:
            self.strings.parse(part, entry.name)

    def cells(self, sheet: int) -> list[Cell]:
        """The cells of a sheet, none where it has no part."""
        reader = Sheet()
        part = self.package.part(self.sheets[sheet][1])
        if part is not None:
            reader.parse(part, self.package.entry.name)
        return reader.cells


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the segments, sheet by sheet; a sheet without a header that says which columns hold what is a problem."""
    book = Book(entry)
    langs = languages_of(entry, settings)
    for number, (title, _) in enumerate(book.sheets):
        yield from _rows(book, number, title, Settings(*langs))


def _rows(book: Book, sheet: int, title: str, settings: Settings) -> Iterator[Segment | Problem]:
    file = book.package.entry.name
    rows: dict[int, dict[int, TableCell]] = {}
    for n, cell in enumerate(book.cells(sheet)):
        if cell.column < MAX_COLUMN:
            rows.setdefault(cell.row, {})[cell.column] = (cell.shown(book.strings.texts), (sheet, n))
    columns: Columns | None = None
    for number, cells in rows.items():
        if not any(value.strip() for value, _ in cells.values()):
            continue
        row: list[TableCell] = [cells.get(n, ("", ())) for n in range(max(cells) + 1)]
        if columns is None:
            columns = Columns.of([cell for cell, _ in row])
            if columns is None:
                error = no_header(file, number)
                yield Problem(f"sheet '{title}': {error.message}", file, number)
                return
            continue
        row += [("", ())] * (columns.width - len(row))
        yield from columns.segments(row, f"{title}!{number}", Location(file, number), settings)


READER = Reader("xlsx", (".xlsx",), lambda head: False, bounded(read), bitext=True)
