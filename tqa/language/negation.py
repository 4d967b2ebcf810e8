"""Whether a text denies something, by the words and pieces of words with which languages deny."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import regex

from tqa.language.fold import fold
from tqa.language.support import Backing
from tqa.language.tokens import Word


class Cues(NamedTuple):
    """How a language denies.

    `plain`: words that deny; `pieces`: all that may, so that a text without one surely affirms; `turned`: what is put
    in the place of a denial where a message is worded anew ("at most" for "not more than"), None for English.
    """

    plain: regex.Pattern[str]
    pieces: regex.Pattern[str]
    turned: regex.Pattern[str] | None


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("tqa.language") / "data/words/negation.toml").read_text(encoding="utf-8"))


@cache
def negation_cues(language: str) -> Cues | None:
    """The cues of a language (base code), None for one that isn't known."""
    entry = _table().get(language)
    if entry is None:
        return None
    pieces, turned = entry["pieces"], entry.get("turned")
    # A text that was stripped of its marks denies as well.
    pieces = f"{pieces}|{fold(pieces)}" if not pieces.isascii() else pieces
    return Cues(_compiled(entry["plain"]), _compiled(pieces), _compiled(turned) if turned else None)


def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE)


def denies(text: str, cues: Cues) -> tuple[int, int] | None:
    """The (start, end) of the first word that denies."""
    found = cues.plain.search(text)
    return found.span() if found else None


def affirms(text: str, cues: Cues) -> bool:
    """Whether nothing in the text could deny anything."""
    return denies(text, cues) is None and cues.pieces.search(text) is None


_ENGLISH = "en"
# With these in its sentence a "not" may be one half of something that affirms, or that others put otherwise.
_TURNED = regex.compile(
    r"\b(?:no|none|nobody|no one|nothing|nowhere|neither|nor|without|unless|until|hardly|both|enough|otherwise"
    r"|help|why|may or may|whether|forget|hesitate|worry|at least|limited to|recommend|if|and not|not good)\b",
    regex.IGNORECASE,
)
# The same in a short message.
_WORDED = regex.compile(
    r"\b(?:more|less|fewer|greater|before|after|earlier|later|zero|only|empty|the same|not (?:in|so|as))\b",
    regex.IGNORECASE,
)
_SENTENCE = regex.compile(r"[^.!?…]*[.!?…]*")
_LOST = regex.compile(r"\?\?|\ufffd")
_REACH = 6
# A short message is often put in other words; of a long text so many of the words known must be translated.
_SHORT, _SHARE = 14, 0.5


class Denial(NamedTuple):
    """The word at [start:end) that denies; `is_short`: in a sentence that is easily worded anew."""

    start: int
    end: int
    is_short: bool


def denial(english: str, words: Sequence[Word]) -> Denial | None:
    """The first word that denies in an English text with these words, in a statement that nothing turns round again."""
    cues = negation_cues(_ENGLISH)
    found = denies(english, cues) if cues else None
    if found is None:
        return None
    sentence = next(match for match in _SENTENCE.finditer(english) if match.end() >= found[1])
    is_short = sum(sentence.start() <= word.start < sentence.end() for word in words) < _SHORT
    if sentence[0].endswith("?") or _TURNED.search(sentence[0]) or (is_short and _WORDED.search(sentence[0])):
        return None
    return Denial(*found, is_short)


def surely_affirms(text: str, language: str, *, is_short: bool) -> bool:
    """Whether a text in `language` (base code), all of which is readable, denies nothing, in English neither.

    Where `is_short`, nothing in it may stand for a denial that is worded anew either.
    """
    cues, english = negation_cues(language), negation_cues(_ENGLISH)
    if cues is None or english is None or _LOST.search(text) or denies(text, english) or not affirms(text, cues):
        return False
    return not (is_short and cues.turned and cues.turned.search(text))


def is_said(words: Sequence[Word], denied: Denial, others: Sequence[Word], language: str) -> bool:
    """Whether what English `words` deny is said word by word in `others`, the words of a text in `language`."""
    backing = Backing(others, language, _ENGLISH)
    following = [word for word in words if word.start >= denied.end][:_REACH]
    known = [support.is_backed for support in backing.of(following)]
    if denied.is_short:
        return known[:1] == [True]
    backed = [support.is_backed for support in backing.of(words) if support.is_backed is not None]
    return True in known and sum(backed) >= _SHARE * len(backed)
