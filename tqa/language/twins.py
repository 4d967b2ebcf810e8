"""Languages that share most of their words, told by those that only one of the two uses.

The word lists in `data/twins` come from lexicons and dictionaries (see `scripts/build_twins.py`), those in
`data/twins.toml` were written for tqa.
"""

import tomllib
import zlib
from collections.abc import Callable, Collection, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_DATA = files("tqa.language") / "data"
# Each language with those that it is taken for. Serbian is told from Slovenian by what it shares with Croatian.
_TWINS = {
    "id": ("ms",),
    "ms": ("id",),
    "hr": ("sr",),
    "sr": ("hr",),
    "gl": ("pt", "es"),
    "pt": ("gl", "es"),
    "es": ("gl", "pt"),
    "sl": ("hr",),
}
# How sure one, two, three, four such words make it.
_CONFIDENCE = (0.0, 0.97, 0.98, 0.99, 0.999)
# A stray word of the other language is met with in a long text: that many words ask for one more of them.
_WORDS_FOR_ONE = 16
# Slovenian has the forms of many Croatian words.
_FEWEST = {"sl": 2}


class _Marker(NamedTuple):
    """Whole words, and the beginnings of others."""

    words: frozenset[str]
    beginnings: tuple[str, ...]


def has_twin(language: str) -> bool:
    """Whether there are words that tell `language` (base code) from its neighbours."""
    return language in _TWINS


def twins_of(language: str) -> tuple[str, ...]:
    """The languages that `language` (base code) is told from by words."""
    return _TWINS.get(language, ())


def told_apart(own: str, words: Collection[str]) -> tuple[str, float] | None:
    """The language that `words` (lower-case) are in rather than in `own` (base code), and how sure that is (0 to 1).

    `own` itself where words of it stand against each of the others; None where no word tells.
    """
    if own not in _TWINS:
        return None
    different = frozenset(words)
    counts = [(*_count(own, rival, different), rival) for rival in _TWINS[own]]
    if all(theirs <= ours for ours, theirs, _ in counts):
        return (own, 1.0) if all(ours > theirs for ours, theirs, _ in counts) else None
    ours, theirs, rival = max(counts, key=lambda count: (count[1] - count[0], count[1]))
    if theirs < _FEWEST.get(own, 1) + len(words) // _WORDS_FOR_ONE or theirs <= 2 * ours:
        return None
    return rival, _CONFIDENCE[min(theirs - ours, 4)]


def has_marker(language: str, words: Sequence[str]) -> bool:
    """Whether one of `words` (lower-case) is one that `language` (base code) has and its neighbours haven't."""
    return any(map(_marker(language), words))


def _count(own: str, rival: str, words: frozenset[str]) -> tuple[int, int]:
    """How many of the words only `own` has, and how many only `rival`."""
    return sum(map(_tells(own, rival), words)), sum(map(_tells(rival, own), words))


@cache
def _tells(language: str, other: str) -> Callable[[str], bool]:
    """Whether a word is one that `language` has and `other` hasn't."""
    listed = _listed(language, other)
    # What was written for two neighbours doesn't hold for a third.
    if language not in _lists() or "sl" in (language, other):
        return cache(listed.__contains__)
    written = _marker(language)
    return cache(lambda word: word in listed or written(word))


def _listed(language: str, other: str) -> frozenset[str]:
    path = _DATA / f"twins/{language}-{other}.words"
    return frozenset(zlib.decompress(path.read_bytes()).decode().split(" "))


@cache
def _lists() -> dict[str, _Marker]:
    data = tomllib.loads((_DATA / "twins.toml").read_text(encoding="utf-8"))
    split = {language: text.split() for language, text in data.items()}
    return {
        language: _Marker(
            frozenset(word for word in words if not word.endswith("*")),
            tuple(word[:-1] for word in words if word.endswith("*")),
        )
        for language, words in split.items()
    }


@cache
def _marker(language: str) -> Callable[[str], bool]:
    words, beginnings = _lists()[language]
    return cache(lambda word: word in words or word.startswith(beginnings))
