"""Where to look for the best way through two long texts: near anchors, pairs of rare words that translate each other.

The anchors that are kept form the heaviest chain that rises on both sides (a longest increasing subsequence,
weighted, by a Fenwick tree), so that a few wrong ones do no harm. Between them all is looked at where that is little.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tqa.alignment.corridor import corridor
from tqa.alignment.partners import Partners
from tqa.alignment.text import Text

# Texts of up to so many pairs of lines are searched whole.
_SMALL = 60_000
_RARE, _MOST_POINTS = 3, 4
_MARGIN = 12
# In a gap of more pairs of lines than this, only what is near its diagonal.
_GAP, _SHARE_OF_GAP, _MOST_CELLS = 40_000, 0.1, 10_000_000


_Places = npt.NDArray[np.int64]


class Band(NamedTuple):
    """For each number of source lines done, which numbers of target lines done are looked at: `low` up to `high`.

    Both have one entry more than there are source lines and never fall; `high` is exclusive.
    """

    low: _Places
    high: _Places

    @classmethod
    def whole(cls, source_count: int, target_count: int) -> "Band":
        """All of two texts."""
        return cls(np.zeros(source_count + 1, np.int64), np.full(source_count + 1, target_count + 1, np.int64))


class Point(NamedTuple):
    """A source line and a target line that may belong together."""

    source: int
    target: int


def first_band(source: Text, target: Text, partners: Partners, known: Sequence[Point] | None = None) -> Band:
    """The band of two texts of which only the words' partners are known, or lines that belong together (`known`)."""
    if len(source) * len(target) <= _SMALL:
        return Band.whole(len(source), len(target))
    points = _chain(source, target, partners) if known is None else known
    return band_along(points, len(source), len(target), _MARGIN)


def band_along(points: Iterable[Point], source_count: int, target_count: int, margin: int) -> Band:
    """The band from point to point, with `margin` lines on every side. The points rise on both sides."""
    low = np.full(source_count + 1, target_count, np.int64)
    high = np.zeros(source_count + 1, np.int64)
    last = Point(0, 0)
    for point in [*points, Point(source_count, target_count)]:
        rows = np.arange(last.source, point.source + 1)
        height, width = point.source - last.source, point.target - last.target
        if height * width <= _GAP:
            first, end = np.full(len(rows), last.target), np.full(len(rows), point.target)
        else:
            middle = last.target + (rows - last.source) * (width / max(1, height))
            slack = margin + min(_SHARE_OF_GAP * min(height, width), _MOST_CELLS / max(height, 1))
            first = np.maximum(last.target, middle - slack).astype(np.int64)
            end = np.minimum(point.target, middle + slack + width / max(1, height)).astype(np.int64)
        low[rows] = np.minimum(low[rows], first)
        high[rows] = np.maximum(high[rows], end)
        last = point
    return _widened(low, high, target_count, margin)


def _widened(low: _Places, high: _Places, target_count: int, margin: int) -> Band:
    """The band with a margin, never falling, and such that neighbours meet."""
    count = len(low)
    wide_low, wide_high = low.copy(), high.copy()
    wide_low[margin:] = low[: max(0, count - margin)]
    wide_low[:margin] = 0
    wide_high[: max(0, count - margin)] = high[margin:]
    wide_high[max(0, count - margin) :] = target_count
    lows = np.minimum.accumulate(np.maximum(0, wide_low - margin)[::-1])[::-1]
    highs = np.maximum.accumulate(np.minimum(target_count, wide_high + margin))
    return Band(lows, highs + 1)


def _chain(source: Text, target: Text, partners: Partners) -> list[Point]:
    """The heaviest chain of anchors that rises on both sides."""
    weights: dict[Point, float] = {}
    for point, weight in _anchors(source, target, partners):
        weights[point] = weights.get(point, 0.0) + weight
    by_source: dict[int, list[tuple[float, int]]] = {}
    for point, weight in weights.items():
        by_source.setdefault(point.source, []).append((-weight, point.target))
    tree = _Best(len(target))
    came: list[tuple[Point, int]] = []
    for i in sorted(by_source):
        found = []
        for weight, j in sorted(by_source[i])[:_MOST_POINTS]:
            total, before = tree.below(j)
            found.append((j, total - weight, len(came)))
            came.append((Point(i, j), before))
        for j, total, number in found:
            tree.put(j, total, number)
    chain = []
    _, number = tree.below(len(target))
    while number >= 0:
        point, number = came[number]
        chain.append(point)
    return chain[::-1]


def _anchors(source: Text, target: Text, partners: Partners) -> Iterable[tuple[Point, float]]:
    """Where rare words that are partners stand, as far as that is along the way of the whole text."""
    way = corridor(source, target, partners)
    places = [_places(text) for text in (source, target)]
    for one, other, value in zip(partners.source, partners.target, partners.value, strict=True):
        here, there = places[0][one], places[1][other]
        if len(here) <= _RARE and len(there) <= _RARE:
            weight = float(value) / (len(here) * len(there))
            for i in here:
                for j in there:
                    if way.has(i, j):
                        yield Point(i, j), weight


def _places(text: Text) -> list[Sequence[int]]:
    """The lines of each type; of one that has many, just enough to tell that."""
    lines: list[list[int]] = [[] for _ in text.types]
    numbers = np.repeat(np.arange(len(text)), np.diff(text.starts)).tolist()
    for line, at in zip(numbers, text.tokens.tolist(), strict=True):
        if len(lines[at]) <= _RARE:
            lines[at].append(line)
    return list(lines)


class _Best:
    """A Fenwick tree: the best total up to a place, and what it is of."""

    def __init__(self, size: int) -> None:
        self._totals = [0.0] * (size + 2)
        self._numbers = [-1] * (size + 2)

    def below(self, place: int) -> tuple[float, int]:
        """The best of all places before `place`; 0 and -1 if there is none."""
        best, number = 0.0, -1
        while place > 0:
            if self._totals[place] > best:
                best, number = self._totals[place], self._numbers[place]
            place &= place - 1
        return best, number

    def put(self, place: int, total: float, number: int) -> None:
        """Note a total for `place`."""
        place += 1
        while place < len(self._totals):
            if total > self._totals[place]:
                self._totals[place], self._numbers[place] = total, number
            place += place & -place
