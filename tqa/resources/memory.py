"""A translation memory as checks use it: what a source was translated by, and what is like it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Remembered(NamedTuple):
    """A unit of the memory, and how alike its source is to the one asked for (0 to 1)."""

    source: str
    target: str
    alike: float


class Memory:
    """Pairs of texts, by source."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Take (source, target) pairs; a source may come with several targets."""
        self._targets: dict[str, list[str]] = {}
        for source, target in pairs:
            known = self._targets.setdefault(_spaced(source), [])
            if target not in known:
                known.append(target)

    def targets(self, source: str) -> Sequence[str]:
        """The translations of exactly this source (but for white space)."""
        return self._targets.get(_spaced(source), ())

    def fuzzy(self, source: str, least: float = 0.75, most: int = 3) -> list[Remembered]:
        """Up to `most` units whose sources are at least so alike (0 to 1; by edit distance), the closest first."""
        from rapidfuzz import process
        from rapidfuzz.distance import Indel

        found = process.extract(
            _spaced(source),
            self._targets.keys(),
            scorer=Indel.normalized_similarity,
            score_cutoff=least,
            limit=most,
        )
        return [Remembered(known, target, alike) for known, alike, _ in found for target in self._targets[known]]


def _spaced(text: str) -> str:
    return " ".join(text.split())
