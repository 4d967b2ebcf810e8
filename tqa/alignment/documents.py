"""Two documents, one the translation of the other: which lines belong together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeVar

import numpy as np

from tqa.alignment.band import Band, Point, band_along, first_band
from tqa.alignment.beads import SHAPES, Scorer, Witness
from tqa.alignment.closeness import Closeness, closeness
from tqa.alignment.link import Link
from tqa.alignment.partners import Partners, kept, learnt, translated
from tqa.alignment.search import Bead, Scores, best_path
from tqa.alignment.taught import taught_dictionary
from tqa.alignment.text import Text, make_text
from tqa.alignment.timing import Shown, Times, common_times
from tqa.errors import AlignError
from tqa.language.identify import identify_any
from tqa.language.lexicon import lexicon_language

# How many lines are scored at a time.
_ROWS, _COLUMNS = 64, 256
# From how many lines on a text teaches its own words. In fewer, what is learnt confirms errors.
_ENOUGH_TO_LEARN = 60
# How often: the better it is aligned the better it teaches, which is nearly all by the second time.
_LESSONS = 2
_LIKELY, _MARGIN = 0.5, 10
# Translations score 5 a line and more, strangers hardly 2; few lines, or lines of few words, say too little.
_ENOUGH_TO_JUDGE, _WORDS_TO_JUDGE, _LEAST_SCORE, _LEAST_LINKED = 5, 3.0, 2.0, 0.4
_LINES_TO_IDENTIFY = 20

_Item = TypeVar("_Item")


def align_documents(
    source_lines: Sequence[str],
    target_lines: Sequence[str],
    source_lang: str,
    target_lang: str,
    *,
    memory: Iterable[tuple[str, str]] = (),
    times: tuple[Sequence[Shown | None], Sequence[Shown | None]] | None = None,
) -> list[Link]:
    """Link the lines of two documents in their order: one to three lines a side, or one line and nothing.

    Languages are BCP 47 tags. memory: pairs of texts that translate each other, which teach words. times: when the
    lines of subtitles are shown, source and target; they count where one clock goes by the other. Each line is in
    exactly one link, and links don't cross; blank lines stay alone. Raises `AlignError` for two documents that don't
    look like each other's translations; where one has no text there is nothing to link, which is no error.
    """
    sources = [at for at, line in enumerate(source_lines) if any(map(str.isalnum, line))]
    targets = [at for at, line in enumerate(target_lines) if any(map(str.isalnum, line))]
    beads: list[Bead] = []
    if sources and targets:
        source = make_text(source_lines, sources, source_lang)
        target = make_text(target_lines, targets, target_lang)
        clock = (
            common_times(*(_picked(*side) for side in zip(times, (sources, targets), strict=True))) if times else None
        )
        texts = _picked(source_lines, sources), _picked(target_lines, targets)
        close = closeness(*texts, source_lang, target_lang)
        beads, score = _align(source, target, memory, clock, close)
        if clock is None and _are_strangers(source, target, beads, score):
            sides = (("source", source_lines, source_lang), ("target", target_lines, target_lang))
            guesses = ((side, _other_language(lines, lang)) for side, lines, lang in sides)
            hints = "".join(f"; the {side} looks like {found}" for side, found in guesses if found)
            raise AlignError(
                f"these don't look like a text and its translation: next to no line has a counterpart{hints}"
            )
    links = [
        Link(
            tuple(sources[bead.source : bead.source + bead.shape.source]),
            tuple(targets[bead.target : bead.target + bead.shape.target]),
            bead.score,
        )
        for bead in beads
    ]
    return _with_the_rest(links, len(source_lines), len(target_lines))


def _picked(items: Sequence[_Item], numbers: Sequence[int]) -> list[_Item]:
    return [items[at] for at in numbers]


def _align(
    source: Text, target: Text, memory: Iterable[tuple[str, str]], times: Times | None, close: Closeness | None
) -> tuple[list[Bead], float]:
    found = taught_dictionary(memory, source.language, target.language)
    partners = Partners.of(chain(kept(source, target), translated(source, target, found) if found else ()))
    anchors = None if times is None else times.points()
    more = [witness for witness in (times, close) if witness is not None]
    beads, score = _search(source, target, partners, first_band(source, target, partners, anchors), more)
    if min(len(source), len(target)) >= _ENOUGH_TO_LEARN:
        for _ in range(_LESSONS):
            known = partners.joined(learnt(source, target, beads))
            beads, score = _search(source, target, known, _band_of(beads, source, target), more)
    return beads, score


def _are_strangers(source: Text, target: Text, beads: Sequence[Bead], score: float) -> bool:
    """Whether two texts of some length have next to nothing in common."""
    lines = min(len(source), len(target))
    words = min(len(text.tokens) / len(text) for text in (source, target))
    if lines < _ENOUGH_TO_JUDGE or words < _WORDS_TO_JUDGE or score > _LEAST_SCORE * lines:
        return False
    return sum(min(bead.shape) for bead in beads if bead.score > _LIKELY) < _LEAST_LINKED * lines


def _other_language(lines: Sequence[str], lang: str) -> str | None:
    """The language that most of some lines look like, if that isn't `lang`."""
    some = lines[:: len(lines) // _LINES_TO_IDENTIFY + 1]
    guesses = Counter(guess.language for line in some if (guess := identify_any(line)).language)
    (language, count), *_ = [*guesses.most_common(1), (None, 0)]
    return language if language != lexicon_language(lang) and 2 * count > len(some) else None


def _search(
    source: Text, target: Text, partners: Partners, band: Band, more: Sequence[Witness]
) -> tuple[list[Bead], float]:
    ratio = (float(target.lengths.sum()) + 100) / (float(source.lengths.sum()) + 100)
    return best_path(band, _scores(Scorer(source, target, partners, ratio, more), band))


def _scores(scorer: Scorer, band: Band) -> Scores:
    """The scores of the beads that start in the band; -inf at its end, where none does."""
    rows, columns = len(scorer.source.text), len(scorer.target.text)
    low, high = band.low.tolist(), band.high.tolist()
    found = {shape: [np.full(b - a, -np.inf, np.float32) for a, b in zip(low, high, strict=True)] for shape in SHAPES}
    for top in range(0, rows, _ROWS):
        bottom = min(rows, top + _ROWS)
        end = min(columns, high[bottom - 1])
        for left in range(low[top], end, _COLUMNS):
            right = min(end, left + _COLUMNS)
            tile = scorer.scores(range(top, bottom), range(left, right))
            for i in range(top, bottom):
                first, last = max(left, low[i]), min(right, high[i])
                if first < last:
                    for shape, score in tile.items():
                        found[shape][i][first - low[i] : last - low[i]] = score[i - top, first - left : last - left]
    return found


def _band_of(beads: Sequence[Bead], source: Text, target: Text) -> Band:
    """The band along the likely beads of an earlier search."""
    points = (Point(bead.source, bead.target) for bead in beads if min(bead.shape) and bead.score > _LIKELY)
    return band_along(points, len(source), len(target), _MARGIN)


def _with_the_rest(links: Sequence[Link], source_count: int, target_count: int) -> list[Link]:
    """The links, and each line that is in none, which is a blank one, as one of its own, in order."""
    sources = _missing(source_count, [link.source for link in links])
    targets = _missing(target_count, [link.target for link in links])
    found: list[Link] = []
    for link in reversed(links):
        while targets and link.target and targets[-1] > link.target[0]:
            found.append(Link((), (targets.pop(),), 1.0))
        while sources and link.source and sources[-1] > link.source[0]:
            found.append(Link((sources.pop(),), (), 1.0))
        found.append(link)
    found += [Link((), (at,), 1.0) for at in reversed(targets)]
    found += [Link((at,), (), 1.0) for at in reversed(sources)]
    return found[::-1]


def _missing(count: int, taken: Sequence[Sequence[int]]) -> list[int]:
    used = set(chain.from_iterable(taken))
    return [at for at in range(count) if at not in used]
