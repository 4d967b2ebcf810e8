"""A page as a value: any of the commands that show figures makes one, and any of the formats draws it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

# A stretch of a text, and whether the two translations that are compared differ in it.
Pieces = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    `details` are lines beneath the text. `strong` marks the best figure of a column, `star` a significant difference.
    `bar` is a share (0 to 1) that a browser draws beneath, with an interval around it where there is one: (from, value,
    to). `pieces` are the text with what is to be marked in it.
    """

    text: str
    details: tuple[str, ...] = ()
    strong: bool = False
    star: bool = False
    bar: tuple[float, float, float] | None = None
    pieces: Pieces = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells beneath the names of their columns.

    The first `labels` columns are text, the others figures. A `stacked` table has long texts: a terminal shows each
    row as lines with the column's name before the text.
    """

    title: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    note: str = ""
    labels: int = 1
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """All there is to show: `facts` are names with their values, `verdict` the outcome where there is one to pass."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = field(default=())
    verdict: Literal["passed", "failed", "open"] | None = None


def cells(*values: object) -> list[Cell]:
    """Cells of these texts and numbers; floats with two decimals, None as a dash."""
    return [value if isinstance(value, Cell) else Cell(_text(value)) for value in values]


def _text(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:,.2f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
