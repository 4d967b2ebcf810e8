"""With which marks a text ends, whatever closes behind them."""

import re
from typing import NamedTuple

import regex

from tqa.language.lazy import lazily
from tqa.language.marks import ASK, COMMA, CRY, ELLIPSIS, STOP, UNSTOPPED, kind_of
from tqa.language.sentences import SHORT

# What may stand behind the mark that ends a sentence.
CLOSERS = frozenset("\"'”’“‘»«›‹)]}）］｝」』】》〉*_` \t\n\r\u00a0\u202f\u200b\u200e\u200f\u3000")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>$")
_LONGEST_TAG = 200
_UNSPACED = UNSTOPPED | {"zh", "ja", "yue"}
# Languages whose full stop is often typed as two colons.
_TWO_COLONS = frozenset({"am", "ti"})
# What a full stop belongs to, beside the common short forms: "U.S.", "3."; in what is no sentence also "Corp.".
_SHORT_WORD = lazily(regex.compile, r"(?:\b\p{L}|\p{L}\.\p{L}+|\b\d{1,2})\.$")
_SHORT_NAME = regex.compile(r"(?:\b\p{Lu}\p{L}{1,3}|^\S*\b\p{L}{1,3})\.$")
_SENTENCE = 5


class Ending(NamedTuple):
    """The marks at the end of a text.

    `kinds` says what they do, in order (constants of `tqa.language.marks`); `start` is where they begin, with nothing
    but what closes between them; `core` where the last letter or digit before all that ends.
    """

    kinds: str
    start: int
    end: int
    core: int


def ending(text: str, base: str) -> Ending:
    """The end of `text`, in a language (base code)."""
    at = len(text)
    first = last = -1
    found = ""
    while at:
        char = text[at - 1]
        kind = kind_of(char, base)
        if kind is not None:
            first = at - 1
            last = at if last < 0 else last
            found = kind + found
        elif char == ">":
            tag = _TAG.search(text, max(at - _LONGEST_TAG, 0), at)
            if tag is None:
                break
            at = tag.start()
            continue
        elif char not in CLOSERS:
            break
        at -= 1
    if not found:
        return Ending("", at, at, at)
    if base in _TWO_COLONS:
        found = found.replace("::", STOP)
    return Ending(found.replace("....", "…").replace("...", "…"), first, last, at)


def ends_short(text: str, end: Ending) -> bool:
    """Whether the full stop at the end may belong to a short form or a number ("Inc.", "a. m.", "3.")."""
    until = text[: end.start + 1]
    if end.kinds != STOP:
        return False
    if SHORT.search(until) or _SHORT_WORD.search(until):
        return True
    return until.count(" ") < _SENTENCE and _SHORT_NAME.search(until) is not None


def closes_quote(text: str) -> bool:
    """Whether a quotation mark or bracket is the last mark of `text`."""
    return text.rstrip()[-1:] in CLOSERS


def last_word(text: str, core: int, base: str) -> int:
    """Where the word begins that ends at `core`, or the last character in languages (base code) without blanks."""
    if base in _UNSPACED:
        return core - 1
    return max(text.rfind(" ", 0, core), text.rfind("\n", 0, core)) + 1


def agree(source: tuple[str, str, Ending], target: tuple[str, str, Ending]) -> bool:
    """Whether two endings say the same in their languages, or the mark only moved into the sentence.

    Each is a text with the base code of its language and its ending, which has a mark.
    """
    kinds = source[2].kinds[-1], target[2].kinds[-1]
    for kind, (other, base, _) in zip(kinds, (target, source), strict=True):
        if kind in (ASK, CRY) and any(kind_of(char, base) == kind for char in other):
            return True
    if kinds == (COMMA, STOP):  # the sentence of a source that was cut is finished
        return True
    # Whether a question became a statement is the matter of question-mismatch.
    ends = set(kinds)
    return ASK in ends or ends <= {STOP, CRY} or (ends == {STOP, ELLIPSIS} and target[1] in UNSTOPPED)
