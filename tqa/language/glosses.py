"""Japanese and Chinese words of several characters with the roots of their English glosses.

`scripts/build_glosses.py` makes the data from EDICT and CC-CEDICT (see NOTICE).
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from tqa.language.dictionary import FILTERS
from tqa.language.packed import unpack

LANGUAGES = frozenset({"ja", "zh"})
_DATA = files("tqa.language") / "data/glosses"
_CHANCE = 0.5


class Glosses:
    """The words of one language."""

    def __init__(self, data: bytes) -> None:
        """Read `data`, the content of a .dict file."""
        text = unpack(data, FILTERS).decode()
        self._entries = dict(line.split("\t", 1) for line in text.split("\n") if line)
        self._longest = max(map(len, self._entries))
        self._senses: frozenset[str] | None = None

    def senses(self, word: str) -> dict[str, float]:
        """The English roots that may translate `word`."""
        entry = self._entries.get(word)
        return {} if entry is None else {sense[:-1]: _CHANCE for sense in entry.split(" ")}

    def has_sense(self, sense: str) -> bool:
        """Whether some word has the sense."""
        if self._senses is None:
            self._senses = frozenset(s[:-1] for entry in self._entries.values() for s in entry.split(" "))
        return sense in self._senses

    def split(self, run: str) -> Iterator[tuple[int, int]]:
        """Cut a run of letters into the longest words known, from the left, and single letters; yield (start, end)."""
        at = 0
        while at < len(run):
            end = next((end for end in range(at + self._longest, at + 1, -1) if run[at:end] in self._entries), at + 1)
            yield at, min(end, len(run))
            at = end


@cache
def glosses(language: str) -> Glosses | None:
    """The glosses of `language` (base code), None where there are none. Kept once loaded."""
    return Glosses((_DATA / f"{language}.dict").read_bytes()) if language in LANGUAGES else None
