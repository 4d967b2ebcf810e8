"""Which tokens of two texts translate each other, and how surely.

A value p is the probability that a token, where it is translated word by word, becomes the other one.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tqa.alignment.ibm import Bags, learn
from tqa.alignment.text import Floats, Ints, Kind, Text
from tqa.language.dictionary import Dictionary

_KEPT = {Kind.WORD: 0.25, Kind.NAME: 0.7, Kind.NUMBER: 0.85, Kind.ADDRESS: 0.95, Kind.MARK: 0.6}
_SHORT_WORD_KEPT, _SHORT = 0.05, 4
_ROOT_KEPT, _ROOT = 0.3, 5
_LIKELY, _MOST_TO_LEARN_FROM, _LEARNT = 0.5, 40_000, 0.8


@dataclass(frozen=True, slots=True)
class Partners:
    """Pairs of a source type and a target type, sorted by the source's number, each pair once."""

    source: Ints
    target: Ints
    value: Floats

    @classmethod
    def of(cls, triples: Iterable[tuple[int, int, float]]) -> "Partners":
        """From pairs with values; of a pair that comes several times the highest value counts."""
        found = np.fromiter(triples, np.dtype([("source", np.int32), ("target", np.int32), ("value", np.float32)]))
        return cls._unique(found["source"], found["target"], found["value"])

    @classmethod
    def _unique(cls, sources: Ints, targets: Ints, values: Floats) -> "Partners":
        order = np.lexsort((-values, targets, sources))
        sources, targets, values = sources[order], targets[order], values[order]
        first = np.ones(len(order), np.bool_)
        first[1:] = (sources[1:] != sources[:-1]) | (targets[1:] != targets[:-1])
        return cls(sources[first], targets[first], values[first])

    def joined(self, other: "Partners") -> "Partners":
        """These and others; of a pair that both have the higher value counts."""
        sources = np.concatenate([self.source, other.source])
        targets = np.concatenate([self.target, other.target])
        return self._unique(sources, targets, np.concatenate([self.value, other.value]))

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


def translated(source: Text, target: Text, found: Dictionary) -> Iterable[tuple[int, int, float]]:
    """Pairs of words that translate each other by the dictionary of the two languages."""
    by_sense: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, word in _words(target):
        for sense, value in found.target.senses(word).items():
            by_sense[sense].append((at, value))
    for at, word in _words(source):
        for sense, value in found.source.senses(word).items():
            for other, worth in by_sense.get(sense, ()):
                yield at, other, value * worth


def _words(text: Text) -> Iterable[tuple[int, str]]:
    return ((at, word) for at, word in enumerate(text.types) if text.kinds[at] <= Kind.NAME)


def learnt(source: Text, target: Text, beads: Iterable[tuple[int, int, tuple[int, int], float]]) -> Partners:
    """Pairs of words that the likely ones among `beads` (source, target, shape, probability) teach by IBM model 1."""
    likely = [bead for bead in beads if min(bead[2]) and bead[3] > _LIKELY]
    likely = likely[:: len(likely) // _MOST_TO_LEARN_FROM + 1]
    sides = (
        Bags.of([source.types_of(at, at + shape[0]) for at, _, shape, _ in likely]),
        Bags.of([target.types_of(at, at + shape[1]) for _, at, shape, _ in likely]),
    )
    found = learn(*sides)
    return Partners(found.source, found.target, (found.value * _LEARNT).astype(np.float32))
