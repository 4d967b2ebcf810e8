"""A text with marked spans as two lines for a terminal: an excerpt that fits, and the marks under it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tqa.reporters.visible import UNSAFE, UNSEEN, visible

PRIMARY, EVIDENCE, PLAIN = "^", "~", " "
_ELLIPSIS = "…"
_PLACEHOLDER = "◌"


class Mark(NamedTuple):
    """A marked part of a text, in code points; `sign` is PRIMARY or EVIDENCE."""

    start: int
    end: int
    sign: str


class Snippet(NamedTuple):
    """`pieces` are (text, sign) and join to the line; `marks` is the line of signs below, "" where none is."""

    pieces: list[tuple[str, str]]
    marks: str


class _Unit(NamedTuple):
    """A code point as it is shown, its width in cells and the sign under it."""

    shown: str
    width: int
    sign: str


def snippet(text: str, marks: Sequence[Mark], cells: int) -> Snippet:
    """Show `text` in at most `cells` character cells, around the first mark where it is longer."""
    focus = marks[0].start if marks else 0
    # A code point is at most two cells wide, but combining marks have none: look at enough of them, not at megabytes.
    low, high = max(0, focus - 3 * cells), min(len(text), focus + 4 * cells)
    units = _units(text, marks, low, high)
    first, last = _window(units, focus - low, cells, is_cut=low > 0 or high < len(text))
    shown = units[first:last]
    if low + first > 0:
        shown.insert(0, _Unit(_ELLIPSIS, 1, PLAIN))
    if low + last < len(text):
        shown.append(_Unit(_ELLIPSIS, 1, PLAIN))
    return Snippet(_pieces(shown), _marks(shown))


def cell_len(text: str) -> int:
    """The width of a printable text in character cells."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    """The width of one code point: 0, 1 or 2 cells."""
    if character.isascii():
        return 1
    from rich.cells import get_character_cell_size

    return get_character_cell_size(character)


def _units(text: str, marks: Sequence[Mark], low: int, high: int) -> list[_Unit]:
    signs = [PLAIN] * (high - low)
    for start, end, sign in reversed(marks):
        for at in range(max(start, low), min(end, high)):
            signs[at - low] = sign
    units = list(map(_unit, text[low:high], signs))
    if low == 0 and units and units[0].width == 0:  # a combining mark without a letter to stand on
        units[0] = _Unit(_PLACEHOLDER + units[0].shown, 1, units[0].sign)
    return units


@lru_cache(maxsize=4096)
def _unit(character: str, sign: str) -> _Unit:
    hidden = UNSAFE if sign == PLAIN else UNSEEN
    shown = visible(character) if hidden.match(character) else character
    return _Unit(shown, cell_len(shown), sign)


def _window(units: Sequence[_Unit], focus: int, cells: int, is_cut: bool) -> tuple[int, int]:
    """The units to show: all if they fit, or those around `focus`, its whole span first, with room for two ellipses."""
    if not is_cut and sum(unit.width for unit in units) <= cells:
        return 0, len(units)
    budget = cells - 2
    first = last = focus
    while last < len(units) and units[last].sign == units[focus].sign and units[last].width <= budget:
        budget -= units[last].width
        last += 1
    before = budget // 2
    while first > 0 and units[first - 1].width <= before:
        first -= 1
        before -= units[first].width
        budget -= units[first].width
    while last < len(units) and units[last].width <= budget:
        budget -= units[last].width
        last += 1
    while first > 0 and units[first - 1].width <= budget:
        first -= 1
        budget -= units[first].width
    while first < focus and units[first].width == 0:  # a combining mark that has lost its letter
        first += 1
    return first, last


def _pieces(units: Sequence[_Unit]) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = []
    sign, start = PLAIN, 0
    for at, unit in enumerate(units):
        if unit.sign != sign:
            if at > start:
                pieces.append(("".join(unit.shown for unit in units[start:at]), sign))
            sign, start = unit.sign, at
    pieces.append(("".join(unit.shown for unit in units[start:]), sign))
    return pieces


def _marks(units: Sequence[_Unit]) -> str:
    columns: list[str] = []
    for unit in units:
        if unit.width:
            columns.append(unit.sign * unit.width)
        elif unit.sign != PLAIN and columns:  # a combining mark stands over the letter before
            columns[-1] = unit.sign * len(columns[-1])
    return "".join(columns).rstrip()
