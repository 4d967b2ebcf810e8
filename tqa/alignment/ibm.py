"""IBM model 1 (Brown et al., 1993): which words translate each other, learnt from texts side by side."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Doubles = npt.NDArray[np.float64]

_ROUNDS = 5
# How likely a word comes from none of the other side, against from one of its words.
_FROM_NOTHING = 0.2


class Bags(NamedTuple):
    """The words of texts, by number, one text after the other; `starts` has one entry more than there are texts."""

    words: Ints
    starts: Ints

    @classmethod
    def of(cls, texts: Sequence[Sequence[int]]) -> "Bags":
        """From the words of each text."""
        starts = np.cumsum([0, *map(len, texts)]).astype(np.int32)
        return cls(np.array([word for text in texts for word in text], np.int32), starts)


class Translations(NamedTuple):
    """Pairs of words and how likely each is the other's translation, both ways (geometric mean)."""

    source: Ints
    target: Ints
    value: Doubles


def learn(source: Bags, target: Bags, together: int = 2, least: float = 0.02) -> Translations:
    """Learn from texts that stand side by side.

    Only pairs that come in `together` texts at least, and are `least` likely, are kept.
    """
    events = _events(source, target)
    if not len(events.left):
        return Translations(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0))
    width = int(target.words.max()) + 1
    keys = source.words[events.left].astype(np.int64) * width + target.words[events.right]
    cells, cell, counts = np.unique(keys, return_inverse=True, return_counts=True)
    often = counts >= together
    number = np.cumsum(often) - 1
    here = often[cell]
    events = _Events(events.left[here], events.right[here])
    cell = number[cell[here]].astype(np.int32)
    cells = cells[often]
    first, second = (cells // width).astype(np.int32), (cells % width).astype(np.int32)
    if not len(cells):
        return Translations(first, second, np.zeros(0))
    ahead = _expect(cell, events.right, len(target.words), first, len(cells))
    back = _expect(cell, events.left, len(source.words), second, len(cells))
    value = np.sqrt(ahead * back)
    keep = value >= least
    return Translations(first[keep], second[keep], value[keep])


class _Events(NamedTuple):
    """Each two words that stand in the same two texts, by their places in the bags."""

    left: Ints
    right: Ints


def _events(source: Bags, target: Bags) -> _Events:
    sizes, others = np.diff(source.starts), np.diff(target.starts)
    # Each source word meets all words of the target text.
    meets = np.repeat(others, sizes)
    left = np.repeat(np.arange(len(source.words), dtype=np.int32), meets)
    begin = np.repeat(np.repeat(target.starts[:-1], sizes), meets)
    within = np.arange(len(left), dtype=np.int64) - np.repeat(np.cumsum(meets) - meets, meets)
    return _Events(left, (begin + within).astype(np.int32))


def _expect(cell: Ints, place: Ints, places: int, given: Ints, count: int) -> Doubles:
    """Probability of one word of each cell, where the other (`given`) is there, by expectation maximisation."""
    value = 1.0 / np.bincount(given, minlength=1)[given]
    for _ in range(_ROUNDS):
        total = np.bincount(place, value[cell], places) + _FROM_NOTHING * _mean(place, value[cell], places)
        expected = np.bincount(cell, value[cell] / total[place], count)
        value = expected / np.bincount(given, expected)[given]
    return value


def _mean(place: Ints, values: Doubles, places: int) -> Doubles:
    counts = np.bincount(place, minlength=places)
    return np.asarray(np.bincount(place, values, places) / np.maximum(counts, 1))
