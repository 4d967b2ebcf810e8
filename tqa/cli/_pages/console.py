"""A page for a terminal."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from unicodedata import east_asian_width

from tqa.cli._pages.page import Cell, Page, Table
from tqa.reporters.visible import safe


def render(page: Page) -> Iterator[str]:
    """Yield the lines."""
    names = max((len(name) for name, _ in page.facts), default=0)
    for name, value in page.facts:
        yield f"{name:<{names}}  {safe(value)}\n"
    begun = bool(page.facts)
    for table in page.tables:
        if begun:
            yield "\n"
        begun = True
        yield from _stacked(table) if table.stacked else _table(table)
    if page.notes:
        yield "\n"
        yield from (f"{note}\n" for note in page.notes)


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield f"{table.title}\n"
    rows = [line for row in table.rows for line in zip_longest(*map(_lines, row), fillvalue="")]
    columns = [[name, *column] for name, column in zip_longest(table.columns, zip(*rows, strict=True), fillvalue=())]
    widths = [max(map(_width, column)) for column in columns]
    for row in (table.columns, *rows):
        yield _line(row, widths, table.labels)
    if table.note:
        yield f"{table.note}\n"


def _line(row: Sequence[str], widths: Sequence[int], labels: int) -> str:
    padded = []
    for n, (text, width) in enumerate(zip(row, widths, strict=True)):
        blank = " " * (width - _width(text))
        padded.append(text + blank if n < labels else blank + text)
    return "  ".join(padded).rstrip() + "\n"


def _stacked(table: Table) -> Iterator[str]:
    yield f"{table.title}\n"
    width = max(map(len, table.columns))
    for row in table.rows:
        for name, cell in zip(table.columns, row, strict=True):
            if cell.text:
                yield f"  {name:<{width}}  {' '.join(_lines(cell))}\n"
        yield "\n"
    if table.note:
        yield f"{table.note}\n"


def _lines(cell: Cell) -> list[str]:
    """The text and its details, the last one with the star."""
    lines = [safe(line) for line in (cell.text, *cell.details)]
    return [*lines[:-1], f"{lines[-1]}*"] if cell.star else lines


def _width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
