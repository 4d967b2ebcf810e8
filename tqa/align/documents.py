"""Two documents, one the translation of the other: which lines belong together."""

from collections.abc import Sequence
from itertools import chain

import numpy as np

from tqa.align.beads import SHAPES, Scorer, Shape
from tqa.align.link import Link
from tqa.align.partners import Partners, kept
from tqa.align.search import Band, Bead, best_path
from tqa.align.text import Floats, Text, make_text

_TILE = 64
_SKIP = 0.0


def align_documents(
    source_lines: Sequence[str],
    target_lines: Sequence[str],
    source_lang: str,
    target_lang: str,
    *,
    memory: Sequence[tuple[str, str]] | None = None,
) -> list[Link]:
    """Link the lines of two documents in their order: one to three lines a side, or one line and nothing.

    Languages are BCP 47 tags. memory: pairs of texts that translate each other, which teach words. Each line is in
    exactly one link, and links don't cross; blank lines stay alone.
    """
    sources = [at for at, line in enumerate(source_lines) if any(map(str.isalnum, line))]
    targets = [at for at, line in enumerate(target_lines) if any(map(str.isalnum, line))]
    beads: list[Bead] = []
    if sources and targets:
        source = make_text([source_lines[at] for at in sources], source_lang)
        target = make_text([target_lines[at] for at in targets], target_lang)
        beads = _align(source, target)
    links = [
        Link(
            tuple(sources[bead.source : bead.source + bead.shape.source]),
            tuple(targets[bead.target : bead.target + bead.shape.target]),
            bead.score,
        )
        for bead in beads
    ]
    return _with_the_rest(links, len(source_lines), len(target_lines))


def _align(source: Text, target: Text) -> list[Bead]:
    partners = Partners.of(kept(source, target))
    ratio = (float(target.lengths.sum()) + 100) / (float(source.lengths.sum()) + 100)
    scorer = Scorer(source, target, partners, ratio)
    band = Band(np.zeros(len(source) + 1, np.int64), len(target) + 1)
    return best_path(band, _scores(scorer, band), len(source), len(target), _SKIP)


def _scores(scorer: Scorer, band: Band) -> dict[Shape, Floats]:
    """The scores of the beads that start in the band."""
    rows, columns = len(scorer.source.text), len(scorer.target.text)
    found = {shape: np.full((rows, band.width), -np.inf, np.float32) for shape in SHAPES}
    for start in range(0, rows, _TILE):
        stop = min(rows, start + _TILE)
        first, last = int(band.low[start]), min(columns, int(band.low[stop - 1]) + band.width)
        tile = scorer.scores(range(start, stop), range(first, last))
        for i in range(start, stop):
            offset = int(band.low[i]) - first
            width = min(band.width, last - first - offset)
            for shape, score in tile.items():
                found[shape][i, :width] = score[i - start, offset : offset + width]
    return found


def _with_the_rest(links: Sequence[Link], source_count: int, target_count: int) -> list[Link]:
    """The links, and each line that is in none (a blank one between others too) as one of its own, in order."""
    sources = _missing(source_count, [link.source for link in links])
    targets = _missing(target_count, [link.target for link in links])
    found: list[Link] = []
    for link in [*reversed(links), Link((-1,), (-1,), 1.0)]:
        while targets and targets[-1] > link.target[0]:
            found.append(Link((), (targets.pop(),), 1.0))
        while sources and sources[-1] > link.source[0]:
            found.append(Link((sources.pop(),), (), 1.0))
        found.append(link)
    return found[-2::-1]


def _missing(count: int, taken: Sequence[Sequence[int]]) -> list[int]:
    used = set(chain.from_iterable(taken))
    return [at for at in range(count) if at not in used]
