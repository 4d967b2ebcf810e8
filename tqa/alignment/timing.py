"""Two subtitles of one film: how the clock of one goes by that of the other, and what times say of their cues.

The same film has other times where it begins later (an offset) or runs faster (25 frames a second for 23.976).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tqa.alignment.band import Point

Seconds = npt.NDArray[np.float64]
Shown = tuple[int, int]
"""When a cue is shown: start and end in milliseconds."""

_FRAMES = 1.0422  # between 25 to 23.976 and 25 to 24
# Rates tried around each of these: so many steps of so much to either side, which covers 24 to 23.976 too.
_BASES, _STEPS, _STEP = (1.0, _FRAMES, 1 / _FRAMES), 10, 2e-4
_FURTHEST, _BIN, _WINDOW = 900.0, 0.1, 5
_MOST_CUES, _FEWEST_CUES = 500, 4
# What it takes to believe in an offset: this share of the cues, and so many deviations and some more over chance, which
# is what offsets close by show; to believe in none, the share of cues that begin together as they are.
_SHARE, _DEVIATIONS, _MORE, _AROUND, _AS_THEY_ARE = 0.3, 6.0, 3.0, 300, 0.6
_BETTER = 1.1
_NEAR = (1.5, 0.8, 0.5)
_LEAST_SPREAD, _MOST_SPREAD = 0.15, 1.0
# Cues that belong together begin and end together but for few, which are off by seconds; strangers do by chance.
_OFF, _FAR, _FAR_SPREAD, _ANYWHERE = 0.002, 0.1, 3.0, 1 / 480


class Times(NamedTuple):
    """When the lines of two texts are shown, in seconds on the target's clock: rows of start and end."""

    source: Seconds
    target: Seconds
    spread: float
    """By how much lines that belong together usually differ."""

    def score(self, source: tuple[int, range], target: tuple[int, range]) -> npt.NDArray[np.float32]:
        """How much likelier the times of so many lines, from each of a range on, make it that they belong together."""
        (size, rows), (other_size, columns) = source, target
        ends = [
            np.minimum(np.arange(at.start, at.stop) + count - 1, len(times) - 1)
            for times, count, at in ((self.source, size, rows), (self.target, other_size, columns))
        ]
        start = self.target[None, columns.start : columns.stop, 0] - self.source[rows.start : rows.stop, None, 0]
        end = self.target[ends[1], 1][None, :] - self.source[ends[0], 1][:, None]
        off = start**2 + end**2
        near = (1 - _OFF - _FAR) * np.exp(-off / (2 * self.spread**2)) / (2 * np.pi * self.spread**2)
        far = _FAR * np.exp(-off / (2 * _FAR_SPREAD**2)) / (2 * np.pi * _FAR_SPREAD**2)
        return np.asarray(np.log((near + far) / _ANYWHERE + _OFF), np.float32)

    def points(self) -> list[Point]:
        """Lines that begin together, as far as that is plain; they rise on both sides."""
        starts = self.source[:, 0]
        nearest = _nearest(starts, self.target[:, 0])
        found, last = list[Point](), -1
        for at, other in enumerate(nearest.tolist()):
            if other > last and abs(starts[at] - self.target[other, 0]) < _NEAR[0]:
                found.append(Point(at, other))
                last = other
        return found


def common_times(source: Sequence[Shown | None], target: Sequence[Shown | None]) -> Times | None:
    """The times of two texts' lines on one clock; None where a line has none or the two don't go together."""
    sides = [np.array([shown for shown in side if shown is not None], float) / 1000 for side in (source, target)]
    if [len(side) for side in sides] != [len(source), len(target)] or min(map(len, sides)) < _FEWEST_CUES:
        return None
    one, other = sides
    found = _best_rate(one[:: len(one) // _MOST_CUES + 1, 0], np.sort(other[:, 0]))
    if found is None:
        return None
    rate, offset = found
    spread = _MOST_SPREAD
    starts = np.sort(other[:, 0])
    for near in _NEAR:
        moved = one[:, 0] * rate + offset
        partner = starts[_nearest(moved, starts)]
        close = np.abs(partner - moved) < near
        if close.sum() < _FEWEST_CUES or np.ptp(one[close, 0]) == 0:
            break
        rate, offset = np.polyfit(one[close, 0], partner[close], 1)
        left = np.abs(partner[close] - one[close, 0] * rate - offset)
        spread = float(np.clip(1.5 * np.median(left), _LEAST_SPREAD, _MOST_SPREAD))
    return Times(one * rate + offset, other, spread)


def _best_rate(source: Seconds, target: Seconds) -> tuple[float, float] | None:
    """The rate and offset at which most cues begin together, if these are many more than by chance."""
    together = np.abs(target[_nearest(source, target)] - source) < _BIN * _WINDOW
    if together.mean() >= _AS_THEY_ARE:
        return 1.0, 0.0
    best, found = 0.0, None
    for base in _BASES:
        for step in sorted(range(-_STEPS, _STEPS + 1), key=abs):
            rate = base * (1 + step * _STEP)
            count, offset, chance = _peak(source * rate, target)
            least = max(_SHARE * min(len(source), len(target)), chance + _DEVIATIONS * chance**0.5 + _MORE)
            if count >= least and count > best * (_BETTER if found else 1):
                best, found = count, (rate, offset)
    return found


def _peak(source: Seconds, target: Seconds) -> tuple[float, float, float]:
    """How many cues begin together at the best offset, which one that is, and how many do at others near it."""
    first = np.searchsorted(target, source - _FURTHEST)
    counts = np.searchsorted(target, source + _FURTHEST) - first
    which = np.repeat(np.arange(len(source)), counts)
    within = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    off = target[np.repeat(first, counts) + within] - source[which]
    if not len(off):
        return 0.0, 0.0, 0.0
    bins = np.bincount(((off + _FURTHEST) / _BIN).astype(int), minlength=int(2 * _FURTHEST / _BIN) + 1)
    summed = np.convolve(bins, np.ones(_WINDOW), "same")
    at = int(summed.argmax())
    return float(summed[at]), (at + 0.5) * _BIN - _FURTHEST, float(summed[max(0, at - _AROUND) : at + _AROUND].mean())


def _nearest(places: Seconds, among: Seconds) -> npt.NDArray[np.int64]:
    """For each place the number of the nearest one `among` others, which are in order."""
    after = np.clip(np.searchsorted(among, places), 1, len(among) - 1)
    return np.where(places - among[after - 1] <= among[after] - places, after - 1, after)
