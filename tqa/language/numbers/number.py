"""A number in a text, and how it may be read."""

from dataclasses import dataclass
from enum import IntEnum

# From here on a product of whole numbers may be off.
_EXACT = 1e14


class Weight(IntEnum):
    """How sure it is that the other side has this number too."""

    MAYBE = 0
    """A word that may be a number ("second", "one") or stand for one ("half"): it explains, but isn't missed."""
    WORD = 1
    """A number in words."""
    DIGITS = 2


@dataclass(slots=True)
class Number:
    """A number at text[start:end] (code points).

    `values` are its readings, that of the text's locale first; `parts` are ways to read it as several numbers
    (`3.5.2020` as a date, `1,200` as two). `raw` is the part in ASCII digits with its separators, without scale word.
    """

    start: int
    end: int
    values: tuple[float, ...]
    weight: Weight
    raw: str = ""
    parts: tuple[tuple[float, ...], ...] = ()
    scale: float = 1.0
    excused: bool = False
    """Explained by something that is no number, a month's name."""

    @property
    def value(self) -> float:
        """The first reading."""
        return self.values[0]


def canonical(value: float) -> float:
    """The value without the dust of floating-point arithmetic, so that equal ones compare equal."""
    return float(value) if value % 1 == 0 and value < _EXACT else float(f"{value:.10g}")
