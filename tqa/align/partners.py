"""Which tokens of two texts translate each other, and how surely.

A value p is the probability that a token, where it is translated word by word, becomes the other one.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tqa.align.text import Floats, Ints, Kind, Text

_KEPT = {Kind.WORD: 0.25, Kind.NAME: 0.7, Kind.NUMBER: 0.85, Kind.ADDRESS: 0.95, Kind.MARK: 0.6}
_SHORT_WORD_KEPT, _SHORT = 0.05, 4
_ROOT_KEPT, _ROOT = 0.3, 5


@dataclass(frozen=True, slots=True)
class Partners:
    """Pairs of a source type and a target type, sorted by the source's number, each pair once."""

    source: Ints
    target: Ints
    value: Floats

    @classmethod
    def of(cls, triples: Iterable[tuple[int, int, float]]) -> "Partners":
        """From pairs with values; of a pair that comes several times the highest value counts."""
        best: dict[tuple[int, int], float] = {}
        for source, target, value in triples:
            if value > best.get((source, target), 0.0):
                best[source, target] = value
        pairs = sorted(best)
        return cls(
            np.array([source for source, _ in pairs], np.int32),
            np.array([target for _, target in pairs], np.int32),
            np.array([best[pair] for pair in pairs], np.float32),
        )

    def turned(self) -> "Partners":
        """The same with source and target changed over."""
        order = np.argsort(self.target, kind="stable")
        return Partners(self.target[order], self.source[order], self.value[order])


def kept(source: Text, target: Text) -> Iterable[tuple[int, int, float]]:
    """Pairs of tokens that look alike: numbers, names and marks, which are kept in translation."""
    by_form: dict[str, list[int]] = defaultdict(list)
    by_root: dict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(target.folded):
        by_form[form].append(at)
        if target.kinds[at] <= Kind.NAME and len(form) >= _ROOT:
            by_root[form[:_ROOT]].append(at)
    for at, form in enumerate(source.folded):
        kind = Kind(source.kinds[at])
        for other in by_form.get(form, ()):
            best = max(kind, Kind(target.kinds[other]))
            short = best is Kind.WORD and len(form) < _SHORT
            yield at, other, _SHORT_WORD_KEPT if short else _KEPT[best]
        if kind <= Kind.NAME and len(form) >= _ROOT:
            for other in by_root.get(form[:_ROOT], ()):
                if abs(len(target.folded[other]) - len(form)) < _ROOT:
                    yield at, other, _ROOT_KEPT
