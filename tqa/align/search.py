"""The best way through two texts, and how sure each of its beads is.

Positions (i, j) say that i source and j target lines are done. Only those in a band are looked at: for each i from
`low[i]` on, `width` of them, so that time and memory grow with the length of the texts and not with their product.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tqa.align.beads import Shape

Doubles = npt.NDArray[np.float64]
_PAD = 4


class Band(NamedTuple):
    """The positions looked at; `low` has one entry more than there are source lines and never falls."""

    low: npt.NDArray[np.int64]
    width: int


class Bead(NamedTuple):
    """`shape` lines from `source` and `target` on (0-based), with its probability."""

    source: int
    target: int
    shape: Shape
    score: float


Scores = Mapping[Shape, npt.NDArray[np.float32]]


def best_path(band: Band, scores: Scores, source_count: int, target_count: int, skip: float) -> list[Bead]:
    """The beads of the likeliest whole, in order; lines of no bead are left out.

    scores: for each shape the score of a bead that starts at each position of the band. skip: the score of a line
    without a counterpart.
    """
    ahead = _sweep(band, scores, source_count, target_count, skip, np.logaddexp)
    back = _backward(band, scores, source_count, target_count, skip)
    total = ahead[source_count, _PAD + target_count - band.low[source_count]]
    best = _sweep(band, scores, source_count, target_count, skip, np.maximum)
    return _trace(band, scores, best, ahead, back, total, source_count, target_count, skip)


def _sweep(band: Band, scores: Scores, source_count: int, target_count: int, skip: float, join: np.ufunc) -> Doubles:
    """The score of reaching each position, by all ways (`join` is logaddexp) or the best one (maximum)."""
    reached = np.full((source_count + 1, band.width + 2 * _PAD), -np.inf)
    ramp = skip * np.arange(band.width)
    for i in range(source_count + 1):
        row = np.full(band.width, -np.inf)
        if i == 0:
            row[-band.low[0]] = 0.0
        else:
            shift = int(band.low[i] - band.low[i - 1])
            _join(row, _moved(reached[i - 1], shift, band.width) + skip, join)
        for shape, score in scores.items():
            start = i - shape.source
            if start < 0:
                continue
            shift = int(band.low[i] - band.low[start]) - shape.target
            gains = _moved_scores(score[start], shift, band.width)
            _join(row, _moved(reached[start], shift, band.width) + gains, join)
        row[max(0, target_count + 1 - band.low[i]) :] = -np.inf
        reached[i, _PAD : _PAD + band.width] = join.accumulate(row - ramp) + ramp
        reached[i, _PAD + max(0, int(target_count + 1 - band.low[i])) :] = -np.inf
    return reached


def _join(row: Doubles, other: Doubles, join: np.ufunc) -> None:
    join(row, other, out=row)


def _moved(row: Doubles, shift: int, width: int) -> Doubles:
    """The entries of a padded row that lie `shift` further on."""
    start = _PAD + shift
    if start + width <= len(row):
        return row[start : start + width]
    out = np.full(width, -np.inf)
    have = row[start:]
    out[: len(have)] = have
    return out


def _moved_scores(row: npt.NDArray[np.float32], shift: int, width: int) -> Doubles:
    out = np.full(width, -np.inf)
    low, high = max(0, -shift), min(width, width - shift)
    if low < high:
        out[low:high] = row[low + shift : high + shift]
    return out


def _backward(band: Band, scores: Scores, source_count: int, target_count: int, skip: float) -> Doubles:
    """The score of all ways from each position to the end."""
    left = np.full((source_count + 1, band.width + 2 * _PAD), -np.inf)
    ramp = skip * np.arange(band.width)
    for i in range(source_count, -1, -1):
        row = np.full(band.width, -np.inf)
        if i == source_count:
            row[target_count - band.low[i]] = 0.0
        else:
            shift = int(band.low[i] - band.low[i + 1])
            _join(row, _back_moved(left[i + 1], shift, band.width) + skip, np.logaddexp)
        for shape, score in scores.items():
            stop = i + shape.source
            if stop > source_count:
                continue
            shift = int(band.low[i] - band.low[stop]) + shape.target
            _join(row, _back_moved(left[stop], shift, band.width) + score[i], np.logaddexp)
        row = np.logaddexp.accumulate((row + ramp)[::-1])[::-1] - ramp
        left[i, _PAD : _PAD + band.width] = row
    return left


def _back_moved(row: Doubles, shift: int, width: int) -> Doubles:
    """The entries of a padded row that lie `shift` further on, or further back if it is negative."""
    out = np.full(width, -np.inf)
    low, high = max(0, -shift - _PAD), min(width, len(row) - _PAD - shift)
    if low < high:
        out[low:high] = row[_PAD + shift + low : _PAD + shift + high]
    return out


def _trace(
    band: Band,
    scores: Scores,
    best: Doubles,
    ahead: Doubles,
    back: Doubles,
    total: float,
    source_count: int,
    target_count: int,
    skip: float,
) -> list[Bead]:
    """Follow the best way back from the end."""

    def at(table: Doubles, i: int, j: int) -> float:
        offset = j - int(band.low[i])
        return float(table[i, _PAD + offset]) if 0 <= offset < band.width else -np.inf

    beads = []
    i, j = source_count, target_count
    while i or j:
        ways = [(at(best, i - 1, j) + skip, Shape(1, 0))] if i else []
        ways += [(at(best, i, j - 1) + skip, Shape(0, 1))] if j else []
        for shape, score in scores.items():
            a, b = i - shape.source, j - shape.target
            if a >= 0 and b >= band.low[a] and b - band.low[a] < band.width:
                ways.append((at(best, a, b) + float(score[a, b - band.low[a]]), shape))
        _, shape = max(ways, key=lambda way: way[0])
        if shape in (Shape(1, 0), Shape(0, 1)):
            i, j = i - shape.source, j - shape.target
        else:
            a, b = i - shape.source, j - shape.target
            gain = float(scores[shape][a, b - band.low[a]])
            chance = np.exp(min(0.0, at(ahead, a, b) + gain + at(back, i, j) - total))
            beads.append(Bead(a, b, shape, float(chance)))
            i, j = a, b
    return beads[::-1]
