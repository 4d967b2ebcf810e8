"""Languages that share most of their words, told by those that only one of the two uses.

The word lists in `data/twins.toml` were written for tqa.
"""

import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

_TWINS = {"id": ("ms",), "ms": ("id",), "hr": ("sr",), "sr": ("hr",), "gl": (), "pt": ("gl",), "es": ("gl",)}
# How sure one, two, three such words make it where none of the language's own stands against them, and where there is
# no list of the language's own that could.
_CONFIDENCE, _CONFIDENCE_ALONE = (0.0, 0.97, 0.99, 0.999), (0.0, 0.0, 0.9, 0.99)
# A stray word of the other language is met with in a long text: that many words ask for one more of them.
_WORDS_FOR_ONE = 12


def told_apart(own: str, words: Sequence[str]) -> tuple[str, float] | None:
    """The language that `words` (lower-case) are in rather than in `own` (base code), and how sure that is (0 to 1).

    `own` itself where words of it stand against all others; None where no word tells.
    """
    if own not in _TWINS:
        return None
    is_listed = own in _lists()
    ours = sum(map(_marker(own), words)) if is_listed else 0
    rivals = [(sum(map(_marker(rival), words)), rival) for rival in _TWINS[own]]
    theirs, rival = max(rivals, default=(0, own))
    if ours and ours >= theirs:
        return own, 1.0
    if theirs < 1 + len(words) // _WORDS_FOR_ONE:
        return None
    sure = (_CONFIDENCE if is_listed else _CONFIDENCE_ALONE)[min(theirs - ours, 3)]
    return (rival, sure) if theirs > 2 * ours and sure else None


def has_marker(language: str, words: Sequence[str]) -> bool:
    """Whether one of `words` (lower-case) is one that `language` (base code) has and its neighbours haven't."""
    return any(map(_marker(language), words))


@cache
def _lists() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """For each language its words, and the beginnings of others."""
    data = tomllib.loads((files("tqa.language") / "data/twins.toml").read_text(encoding="utf-8"))
    split = {language: text.split() for language, text in data.items()}
    return {
        language: (
            frozenset(word for word in words if not word.endswith("*")),
            tuple(word[:-1] for word in words if word.endswith("*")),
        )
        for language, words in split.items()
    }


@cache
def _marker(language: str) -> Callable[[str], bool]:
    words, beginnings = _lists()[language]
    return cache(lambda word: word in words or word.startswith(beginnings))
