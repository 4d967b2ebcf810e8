"""How well source and target lines next to each other go together as a bead.

A score is the logarithm of how much likelier the lines are as translations of each other than as lines of their own.
Lengths as in Gale and Church (1993); words by a mixture as in IBM model 1 (Brown et al., 1993; Moore, 2002), both ways.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from tqa.alignment.partners import Partners
from tqa.alignment.text import Floats, Ints, Text


class Shape(NamedTuple):
    """How many source and target lines a bead has."""

    source: int
    target: int


# Logarithms of how frequent the shapes are against two lines without a counterpart.
SHAPES = {
    Shape(1, 1): 0.0,
    Shape(1, 2): -2.0,
    Shape(2, 1): -2.0,
    Shape(2, 2): -4.5,
    Shape(1, 3): -4.0,
    Shape(3, 1): -4.0,
}
MOST_LINES = max(max(shape) for shape in SHAPES)
# Variance of the logarithm of the ratio of lengths: translations' (fixed, and by character), and strangers'.
SPREAD, SPREAD_BY_LENGTH, SPREAD_OF_STRANGERS = 0.018, 1.4, 0.8
TAIL = 0.02
# Weight of the words' evidence, of either direction: words of a line depend on each other.
WORDS = 0.6
MOST_OF_A_WORD = 60.0
SURE = 0.9
OPEN_INSIDE = 0.4
# What it says that two beads' ends both end paragraphs, or one of them, and that a paragraph ends inside of a bead.
BREAKS_AGREE, BREAKS_DIFFER, BREAK_INSIDE = 0.7, -0.8, -3.0
MOST_OF_BREAKS = 2.5
SAME_COUNT = (0.45, -1.0, -2.5)


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of the types of one side: partners, how sure one is, and how likely one is by chance."""

    text: Text
    partners: Partners
    """From this side's types to the other's."""
    first: Ints
    """Where the partners of each type start."""
    sure: Floats
    chance: Floats

    @classmethod
    def of(cls, text: Text, other: Text, partners: Partners) -> "Side":
        """Weigh the partners of `text` by how frequent they are in `other`."""
        count = len(text.types)
        chance = np.bincount(partners.source, partners.value * other.shares[partners.target], count)
        sure = np.zeros(count, np.float32)
        np.maximum.at(sure, partners.source, partners.value)
        first = np.searchsorted(partners.source, np.arange(count + 1)).astype(np.int32)
        return cls(text, partners, first, np.minimum(sure, SURE), np.maximum(chance, 1e-9).astype(np.float32))


class Witness(Protocol):
    """What tells more of lines than their words and lengths: times, vectors."""

    def score(self, source: tuple[int, range], target: tuple[int, range]) -> Floats:
        """The logarithm of how much likelier so many lines, from each of a range on, are kin than strangers."""


class Scorer:
    """Scores beads of two texts, given which of their tokens are partners."""

    def __init__(self, source: Text, target: Text, partners: Partners, ratio: float, more: Sequence[Witness]) -> None:
        """`ratio`: characters of the target for each of the source. `more`: what else tells which lines are kin."""
        self.source = Side.of(source, target, partners)
        self.target = Side.of(target, source, partners.turned())
        self._log_ratio = math.log(ratio)
        self._more = more
        self._typical = [_typical(text.lengths) for text in (source, target)]
        self._open = [_open_scores(text) for text in (source, target)]

    def scores(self, rows: range, columns: range) -> dict[Shape, Floats]:
        """The scores of the beads of each shape that start at each pair of these lines; -inf past the end."""
        own = self._words(self.target, self.source, columns, rows)
        other = self._words(self.source, self.target, rows, columns)
        found = {}
        for shape in SHAPES:
            words = _summed(own[shape.source], shape.target)[: len(columns), : len(rows)].T
            words = words + _summed(other[shape.target], shape.source)[: len(rows), : len(columns)]
            found[shape] = (WORDS * words + self._form(shape, rows, columns)).astype(np.float32)
        return found

    def _words(self, own: Side, other: Side, lines: range, windows: range) -> dict[int, Floats]:
        """How well each of `lines` is explained by each window of the other side, by the window's number of lines.

        There are a few more lines and windows than asked for, for the beads that start at the last ones.
        """
        line_count = min(len(lines) + MOST_LINES - 1, len(own.text) - lines.start)
        window_count = min(len(windows) + MOST_LINES - 1, len(other.text) - windows.start)
        types, numbers, starts = own.text.part(lines.start, line_count)
        other_types, other_numbers, other_starts = other.text.part(windows.start, window_count)
        missed = np.log1p(-own.sure[types])
        rows, columns, values = _matches(own, types, other_types, len(other.text.types))
        matched, first = np.unique(rows, return_index=True)
        has = np.zeros((len(other_types), window_count), np.float32)
        has[other_numbers, np.repeat(np.arange(window_count), np.diff(other_starts))] = 1
        matches = np.add.reduceat(has[columns] * values[:, None], first) if len(rows) else has[:0]
        matches /= own.chance[types[matched]][:, None]
        sizes = np.maximum(np.diff(other_starts), 1).astype(np.float32)
        sure, base = own.sure[types[matched]][:, None], _by_line(missed[numbers, None], starts)
        place = np.full(len(types), len(matched))
        place[matched] = np.arange(len(matched))
        found = {}
        for size in range(1, MOST_LINES + 1):
            share = _summed(matches.T, size).T / _summed(sizes[:, None], size)[:, 0]
            gains = np.zeros((len(matched) + 1, window_count), np.float32)
            gains[:-1] = np.log1p(sure * (np.minimum(share, MOST_OF_A_WORD) - 1)) - missed[matched][:, None]
            found[size] = base + _by_line(gains[place[numbers]], starts)
        return found

    def _form(self, shape: Shape, rows: range, columns: range) -> Floats:
        source, target = self.source.text, self.target.text
        lengths = [
            _summed(text.lengths[at.start : at.stop + MOST_LINES - 1, None] + 1, size)[: len(at), 0]
            for text, size, at in ((source, shape.source, rows), (target, shape.target, columns))
        ]
        score = self._length(lengths[0][:, None], lengths[1][None, :])
        for text, size, at, typical, axis in (
            (source, shape.source, rows, self._typical[0], 1),
            (target, shape.target, columns, self._typical[1], 0),
        ):
            part = self._alone(text, size, at, typical) if (axis == 0 or size > 1) else np.zeros(len(at))
            part = part + self._opens(1 - axis, size, at)
            score = score + np.expand_dims(part, axis)
        counts = [
            _summed(text.sentences[at.start : at.stop + MOST_LINES - 1, None], size)[: len(at), 0]
            for text, size, at in ((source, shape.source, rows), (target, shape.target, columns))
        ]
        off = np.abs(counts[0][:, None] - counts[1][None, :])
        both = np.minimum(counts[0][:, None], counts[1][None, :]) > 0
        score = score + np.where(both, np.take(SAME_COUNT, np.minimum(off, 2)), 0.0)
        for witness in self._more:
            score = score + witness.score((shape.source, rows), (shape.target, columns))
        return score + self._breaks(shape, rows, columns) + SHAPES[shape]

    def _breaks(self, shape: Shape, rows: range, columns: range) -> Floats:
        """What paragraphs say, where both texts have some."""
        source, target = self.source.text.ends_paragraph, self.target.text.ends_paragraph
        if not (source.any() and target.any()):
            return np.zeros((1, 1), np.float32)
        ends, inside = [], []
        for breaks, size, at in ((source, shape.source, rows), (target, shape.target, columns)):
            window = np.zeros(len(at) + MOST_LINES, np.float32)
            part = breaks[at.start : at.start + len(window)]
            window[: len(part)] = part
            ends.append(window[size - 1 : size - 1 + len(at)])
            inside.append(sum(window[step : step + len(at)] for step in range(size - 1)) + np.zeros(len(at)))
        both, either = ends[0][:, None] * ends[1][None, :], np.abs(ends[0][:, None] - ends[1][None, :])
        share = max(float(source.mean()), float(target.mean()))
        agree = min(MOST_OF_BREAKS, max(0.0, math.log(BREAKS_AGREE / share)))
        inner = inside[0][:, None] + inside[1][None, :]
        return np.asarray(both * agree + either * BREAKS_DIFFER + inner * BREAK_INSIDE, np.float32)

    def _length(self, source: Floats, target: Floats) -> Floats:
        off = np.log(target / source) - self._log_ratio
        # Both in characters of the script that takes more of them.
        wide = max(0.0, self._log_ratio)
        shorter = np.minimum(source * math.exp(wide), target * math.exp(wide - self._log_ratio))
        variance = SPREAD + SPREAD_BY_LENGTH / shorter
        near = np.exp(-(off**2) / (2 * variance)) / np.sqrt(variance)
        far = np.exp(-(off**2) / (2 * SPREAD_OF_STRANGERS)) / math.sqrt(SPREAD_OF_STRANGERS)
        score: Floats = np.log((1 - TAIL) * near + TAIL * far)
        return score

    def _alone(self, text: Text, size: int, at: range, typical: tuple[float, float]) -> Floats:
        """What it takes away from a bead's score that its lines on this side have likely lengths anyway."""
        mean, variance = typical
        lengths = text.lengths[at.start : at.stop + MOST_LINES - 1, None] + 1
        density = -((np.log(lengths) - mean) ** 2) / (2 * variance) - 0.5 * math.log(variance)
        total = _summed(lengths, size)[: len(at), 0]
        out = -_summed(density, size)[: len(at), 0]
        if size > 1:
            out = out + _summed(np.log(lengths), size)[: len(at), 0] - size * np.log(total)
        return out

    def _opens(self, side: int, size: int, at: range) -> Floats:
        inner, outer = self._open[side]
        last = at.stop + MOST_LINES - 1
        score = np.full(len(at), -np.inf)
        count = min(len(at), len(inner) - at.start - size + 1)
        if count <= 0:
            return score
        score[:count] = outer[at.start + size - 1 : last][:count]
        for step in range(size - 1):
            score[:count] += inner[at.start + step : last][:count]
        return score


def _typical(lengths: Floats) -> tuple[float, float]:
    """Mean and variance of the logarithm of a text's lengths of lines."""
    logs = np.log(lengths[lengths > 0] + 1) if (lengths > 0).any() else np.zeros(1)
    return float(logs.mean()), float(max(0.1, (logs.var() * len(logs) + 10 * 0.5) / (len(logs) + 10)))


def _open_scores(text: Text) -> tuple[Floats, Floats]:
    """What it says for a bead that lines inside it, and its last, break off or don't."""
    share = (float(text.is_open.sum()) + 0.3) / (len(text) + 10)
    inside = max(OPEN_INSIDE, share)
    after = share * 0.4
    inner = np.where(text.is_open, math.log(inside / share), math.log((1 - inside) / (1 - share)))
    outer = np.where(text.is_open, math.log(after / share), math.log((1 - after) / (1 - share)))
    return inner.astype(np.float32), outer.astype(np.float32)


def _by_line(values: Floats, starts: Ints) -> Floats:
    """Sums of the rows of each line, whose rows start at `starts`."""
    if not len(values):
        return np.zeros((len(starts) - 1, values.shape[1]), np.float32)
    total: Floats = np.add.reduceat(values, np.minimum(starts[:-1], len(values) - 1))
    total[starts[:-1] == starts[1:]] = 0
    return total


def _matches(own: Side, own_types: Ints, other_types: Ints, other_count: int) -> tuple[Ints, Ints, Floats]:
    """The partners among these types: the places of both in the lists given, in order, and their values."""
    place = np.full(other_count, -1, np.int32)
    place[other_types] = np.arange(len(other_types))
    first, last = own.first[own_types], own.first[own_types + 1]
    counts = last - first
    rows = np.repeat(np.arange(len(own_types), dtype=np.int32), counts)
    at = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(first, counts)
    columns = place[own.partners.target[at]]
    here = columns >= 0
    return rows[here], columns[here], own.partners.value[at[here]]


def _summed(values: npt.NDArray[Any], size: int) -> npt.NDArray[Any]:
    """Sums of `size` rows from each row on; fewer at the end, where no bead starts."""
    total = values.copy()
    for step in range(1, size):
        total[: -step or None] += values[step:]
    return total
