"""The best way through two texts, and how sure each of its beads is.

Positions (i, j) say that i source and j target lines are done. Only those in a band are looked at, so that time and
memory grow with the length of the texts and not with their product.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tqa.alignment.band import Band
from tqa.alignment.beads import Shape
from tqa.alignment.text import Floats

Doubles = npt.NDArray[np.float64]
Scores = Mapping[Shape, list[Floats]]
"""For each shape, and number of source lines done, the scores of the beads that start at the positions of the band."""


class Bead(NamedTuple):
    """`shape` lines from `source` and `target` on (0-based), with its probability."""

    source: int
    target: int
    shape: Shape
    score: float


def best_path(band: Band, scores: Scores) -> tuple[list[Bead], float]:
    """The beads of the likeliest whole, in order, and its score.

    A line without a counterpart, which scores nothing, is a bead with no line on the other side.
    """
    low = band.low.tolist()
    best = _ahead(band, scores, np.maximum)
    steps = _trace(low, scores, best)
    score = float(best[-1][-1])
    del best
    ahead, back = _ahead(band, scores, np.logaddexp), _back(band, scores)
    total = ahead[-1][-1]
    alone = _alone(band, ahead, back, total)
    beads = []
    for i, j, shape in steps:
        if shape.source and shape.target:
            k, m = i + shape.source, j + shape.target
            log = ahead[i][j - low[i]] + scores[shape][i][j - low[i]] + back[k][m - low[k]] - total
            chance = np.exp(min(0.0, log))
        else:
            chance = alone[0][i] if shape.source else alone[1][j]
        beads.append(Bead(i, j, shape, float(chance)))
    return beads, score


def _alone(band: Band, ahead: list[Doubles], back: list[Doubles], total: float) -> tuple[Doubles, Doubles]:
    """For each source and each target line the probability that it has no counterpart."""
    low, high = band.low.tolist(), band.high.tolist()
    sources, targets = np.zeros(len(low) - 1), np.zeros(high[-1] - 1)
    for i, (first, end) in enumerate(zip(low, high, strict=True)):
        targets[first : end - 1] += np.exp(ahead[i][:-1] + back[i][1:] - total)
        if i + 1 < len(low):
            start, stop = max(first, low[i + 1]), min(end, high[i + 1])
            after = back[i + 1][start - low[i + 1] : stop - low[i + 1]]
            sources[i] = np.exp(ahead[i][start - first : stop - first] + after - total).sum()
    return np.minimum(sources, 1), np.minimum(targets, 1)


def _ahead(band: Band, scores: Scores, join: np.ufunc) -> list[Doubles]:
    """The score of reaching each position, by all ways (`join` is logaddexp) or by the best one (maximum)."""
    low, high = band.low.tolist(), band.high.tolist()
    reached: list[Doubles] = []
    for i in range(len(low)):
        row = np.full(high[i] - low[i], -np.inf)
        if i == 0:
            row[0] = 0.0
        else:
            _add(row, low[i], reached[i - 1], low[i - 1], join)
        for shape, score in scores.items():
            start = i - shape.source
            if start >= 0:
                _add(row, low[i], reached[start] + score[start], low[start] + shape.target, join)
        reached.append(join.accumulate(row))
    return reached


def _back(band: Band, scores: Scores) -> list[Doubles]:
    """The score of all ways from each position to the end."""
    low, high = band.low.tolist(), band.high.tolist()
    count = len(low)
    left: list[Doubles] = [np.zeros(0)] * count
    for i in range(count - 1, -1, -1):
        row = np.full(high[i] - low[i], -np.inf)
        if i == count - 1:
            row[-1] = 0.0
        else:
            _add(row, low[i], left[i + 1], low[i + 1], np.logaddexp)
        for shape, score in scores.items():
            stop = i + shape.source
            if stop < count:
                after = np.full(len(row), -np.inf)
                _add(after, low[i], left[stop], low[stop] - shape.target, np.maximum)
                np.logaddexp(row, after + score[i], out=row)
        left[i] = np.logaddexp.accumulate(row[::-1])[::-1]
    return left


def _add(row: Doubles, low: int, other: Doubles, other_low: int, join: np.ufunc) -> None:
    """Join to `row`, whose first entry is for the place `low`, another whose first is for `other_low`."""
    start, stop = max(low, other_low), min(low + len(row), other_low + len(other))
    if start < stop:
        part = row[start - low : stop - low]
        join(part, other[start - other_low : stop - other_low], out=part)


def _trace(low: list[int], scores: Scores, best: list[Doubles]) -> list[tuple[int, int, Shape]]:
    """Follow the best way back from the end."""

    def at(i: int, j: int) -> float:
        return float(best[i][j - low[i]]) if i >= 0 and 0 <= j - low[i] < len(best[i]) else -np.inf

    beads = []
    i, j = len(low) - 1, low[-1] + len(best[-1]) - 1
    while i or j:
        ways = [(at(i - 1, j), Shape(1, 0)), (at(i, j - 1), Shape(0, 1))]
        for shape, score in scores.items():
            a, b = i - shape.source, j - shape.target
            reached = at(a, b)
            if reached > -np.inf:
                ways.append((reached + float(score[a][b - low[a]]), shape))
        _, shape = max(ways, key=lambda way: way[0])
        i, j = i - shape.source, j - shape.target
        beads.append((i, j, shape))
    return beads[::-1]
