"""Roughly which parts of two long texts belong together: the way through a coarse grid of blocks of lines.

A cell counts where words that translate each other stand in both blocks, less what would be there by chance. A few
wrong anchors mislead a chain of lines, but no sum over blocks; so the anchors are picked along the way found here.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tqa.alignment.partners import Partners
from tqa.alignment.text import Ints, Text

_Doubles = npt.NDArray[np.float64]

# Lines of a block, and the most blocks of a side.
_BLOCK, _MOST_BLOCKS = 16, 1000
# Words of more lines than this tell little; a share of the lines, within bounds.
_RARE_SHARE, _LEAST_RARE, _MOST_RARE = 0.01, 4, 30
# What a step costs that leaves a block without counterpart.
_ASIDE = 1.0
_MOST_EVENTS = 2_000_000


@dataclass(frozen=True, slots=True)
class Corridor:
    """For each block of source lines the target lines that its translation may be among (end exclusive)."""

    block: int
    low: Ints
    high: Ints

    def has(self, source: int, target: int) -> bool:
        """Whether the two lines (0-based) may belong together."""
        at = source // self.block
        return bool(self.low[at] <= target < self.high[at])


def corridor(source: Text, target: Text, partners: Partners) -> Corridor:
    """The way through two texts, a block wider on either side."""
    sizes = [max(_BLOCK, -(-len(text) // _MOST_BLOCKS)) for text in (source, target)]
    counts = [-(-len(text) // size) for text, size in zip((source, target), sizes, strict=True)]
    first, last = _way(_grid(source, target, partners, sizes, counts))
    low = np.maximum(0, first - 1) * sizes[1]
    high = np.minimum(counts[1], last + 2) * sizes[1]
    return Corridor(sizes[0], low.astype(np.int32), high.astype(np.int32))


def _grid(source: Text, target: Text, partners: Partners, sizes: list[int], counts: list[int]) -> _Doubles:
    """How much more each two blocks have in common than by chance."""
    (lines, starts), (other_lines, other_starts) = _lines_by_type(source), _lines_by_type(target)
    here = np.diff(starts)[partners.source]
    there = np.diff(other_starts)[partners.target]
    limits = [min(_MOST_RARE, max(_LEAST_RARE, int(_RARE_SHARE * len(text)))) for text in (source, target)]
    rare = np.flatnonzero((here <= limits[0]) & (there <= limits[1]))
    here, there = here[rare].astype(np.int64), there[rare].astype(np.int64)
    # Of all meetings of the two words, as many are of one and its translation as the rarer one is translated so.
    worth = np.log1p(partners.value[rare] / np.maximum(here, there) * counts[1])
    grid = np.zeros(counts[0] * counts[1])
    ends = np.cumsum(here * there)
    done = 0
    while done < len(rare):
        base = ends[done - 1] if done else 0
        stop = max(done + 1, int(np.searchsorted(ends, base + _MOST_EVENTS, side="right")))
        part = slice(done, stop)
        meetings = here[part] * there[part]
        which = np.repeat(np.arange(done, stop), meetings)
        nth = np.arange(len(which)) - np.repeat(np.cumsum(meetings) - meetings, meetings)
        row = lines[starts[partners.source[rare[which]]] + nth // there[which]] // sizes[0]
        column = other_lines[other_starts[partners.target[rare[which]]] + nth % there[which]] // sizes[1]
        grid += np.bincount(row * counts[1] + column, worth[which], len(grid))
        done = stop
    found = grid.reshape(counts)
    by_chance: _Doubles = np.outer(found.sum(1), found.sum(0)) / max(1e-9, float(found.sum()))
    return found - by_chance


def _lines_by_type(text: Text) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The lines of all types, one type after the other, and where each one's start."""
    lines = np.repeat(np.arange(len(text)), np.diff(text.starts))
    starts = np.concatenate(([0], np.cumsum(np.bincount(text.tokens, minlength=len(text.types)))))
    return lines[np.argsort(text.tokens, kind="stable")], starts


def _way(grid: _Doubles) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The first and last column of each row on the heaviest way from corner to corner."""
    rows, columns = grid.shape
    best = np.empty_like(grid)
    for i in range(rows):
        entered = np.full(columns, -np.inf)
        if i:
            entered = best[i - 1] - _ASIDE
            entered[1:] = np.maximum(entered[1:], best[i - 1][:-1])
        else:
            entered[0] = 0.0
        along = np.cumsum(grid[i] - _ASIDE)
        before = np.concatenate(([0.0], along[:-1]))
        # From where the row is entered on, all its cells count; all but the first cost a step.
        best[i] = np.maximum.accumulate(entered + _ASIDE - before) + along
    first, last = np.zeros(rows, np.int64), np.zeros(rows, np.int64)
    j = columns - 1
    for i in range(rows - 1, -1, -1):
        last[i] = j
        along = np.cumsum(grid[i, : j + 1] - _ASIDE)
        entered = np.full(j + 1, -np.inf)
        if i:
            entered = best[i - 1, : j + 1] - _ASIDE
            entered[1:] = np.maximum(entered[1:], best[i - 1, :j])
        else:
            entered[0] = 0.0
        j = int(np.argmax(entered + _ASIDE - np.concatenate(([0.0], along[:-1]))))
        first[i] = j
        if i and j and best[i - 1, j - 1] >= best[i - 1, j] - _ASIDE:
            j -= 1
    return first, last
