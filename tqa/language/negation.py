"""Whether a text denies something, by the words and pieces of words with which languages deny."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import regex

from tqa.language.fold import fold


class Cues(NamedTuple):
    """`plain`: words that deny; `pieces`: all that may, so that a text without one surely affirms."""

    plain: regex.Pattern[str]
    pieces: regex.Pattern[str]


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("tqa.language") / "data/words/negation.toml").read_text(encoding="utf-8"))


@cache
def negation_cues(language: str) -> Cues | None:
    """The cues of a language (base code), None for one that isn't known."""
    entry = _table().get(language)
    if entry is None:
        return None
    plain, pieces = entry["plain"], entry["pieces"]
    # A text that was stripped of its marks denies as well.
    pieces = f"{pieces}|{fold(pieces)}" if not pieces.isascii() else pieces
    return Cues(regex.compile(plain, regex.IGNORECASE), regex.compile(pieces, regex.IGNORECASE))


def denies(text: str, cues: Cues) -> tuple[int, int] | None:
    """The (start, end) of the first word that denies."""
    found = cues.plain.search(text)
    return found.span() if found else None


def affirms(text: str, cues: Cues) -> bool:
    """Whether nothing in the text could deny anything."""
    return denies(text, cues) is None and cues.pieces.search(text) is None
