"""Terms by the stems of their words: those of one word by it, those of several by two words that stand together."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from tqa.resources.termbase.known import Known

# From how many words on a term may have a word between its own.
_LONG = 3


class Phrase(NamedTuple):
    """A term of several words: their stems, and the place among them of the one that it is kept under."""

    known: Known
    stems: tuple[str, ...]
    anchor: int


class Start(NamedTuple):
    """What is kept under a stem: terms of that word alone; others by a word next to it; whether any may have a gap."""

    stem: str
    alone: list[Known] | None
    near: dict[str, list[Phrase]] | None
    has_gaps: bool

    def phrases(self, stems: Sequence[str], n: int) -> list[tuple[tuple[int, ...], Known]]:
        """The terms of several words that a text has at its word `n`, with the numbers of their words.

        stems: those of all words of the text.
        """
        if self.near is None:
            return []
        beside = dict.fromkeys(stems[max(n - 2, 0) : n + 3])
        paths = ((_path(phrase, stems, n), phrase.known) for one in beside for phrase in self.near.get(one, ()))
        return [(path, known) for path, known in paths if path is not None]


class Table:
    """Terms by stems."""

    def __init__(self) -> None:
        """An empty table."""
        self.alone: dict[str, list[Known]] = {}
        self._near: dict[str, dict[str, list[Phrase]]] = {}
        self._gaps: set[str] = set()

    def add(self, stems: tuple[str, ...], known: Known, anchor: int) -> None:
        """Keep a term under the stem at `anchor`."""
        if len(stems) == 1:
            self.alone.setdefault(stems[0], []).append(known)
            return
        key, neighbour = stems[anchor], stems[anchor + 1 if anchor + 1 < len(stems) else anchor - 1]
        self._near.setdefault(key, {}).setdefault(neighbour, []).append(Phrase(known, stems, anchor))
        if len(stems) >= _LONG:
            self._gaps.add(key)

    @cached_property
    def keys(self) -> set[str]:
        """The stems that terms are kept under, once all are."""
        return self.alone.keys() | self._near.keys()

    def start(self, key: str) -> Start:
        """What is kept under a stem."""
        return Start(key, self.alone.get(key), self._near.get(key), key in self._gaps)


def _path(phrase: Phrase, stems: Sequence[str], at: int) -> tuple[int, ...] | None:
    """The numbers of the words that a phrase has in a text where its anchor is stem `at`; a long one may have a gap."""
    wanted, stems = list(phrase.stems), list(stems)
    size, first = len(wanted), at - phrase.anchor
    if first >= 0 and stems[first : first + size] == wanted:
        return tuple(range(first, first + size))
    if size < _LONG:
        return None
    for gap in range(1, size):
        start = first if gap > phrase.anchor else first - 1
        rest = start + gap + 1
        if start >= 0 and stems[start : rest - 1] == wanted[:gap] and stems[rest : rest + size - gap] == wanted[gap:]:
            return (*range(start, rest - 1), *range(rest, rest + size - gap))
    return None
