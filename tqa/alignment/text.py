"""One side of two documents as arrays: for each line its length, its tokens, and how it begins and ends.

Tokens are words (lower-case, composed), numbers (`#` and their digits), addresses and marks of punctuation.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt
import regex

from tqa.language.fold import fold, lower
from tqa.language.lexicon import lexicon
from tqa.language.parts import parts

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

_TOKEN = regex.compile(
    r"(?P<address>(?:https?://|www\.)[^\s<>\"]+|[\w.+-]+@[\w-]+\.[\w.]+)"
    r"|(?P<number>\p{Nd}+(?:[.,:٫٬'’\u00a0\u202f]\p{Nd}+)*)"
    r"|(?P<word>\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*)"
    r"|(?P<mark>[?!？！؟;;؛:：%％‰()（）\[\]【】\"“”«»„「」『』$€£¥₫…—–&/])"
)
_MARKS = {
    **dict.fromkeys("?？؟", "?"),
    **dict.fromkeys("!！", "!"),
    **dict.fromkeys(";;؛", ";"),
    **dict.fromkeys(":：", ":"),
    **dict.fromkeys("%％‰", "%"),
    **dict.fromkeys("()（）[]【】", "("),
    **dict.fromkeys('"“”«»„「」『』', '"'),
    **dict.fromkeys("—–", "–"),
}
# What ends a sentence, with the quotation marks and brackets that may close behind it.
_SENTENCE_END = regex.compile(r"(?<!\b\p{Lu})[.?!…。？！؟।။]+[\"'“”‘’»«)\]）」』]*(?=\s|$)|[。？！]")
_CLOSING = " \t\"'“”‘’«»‹›„‚「」『』)]）】*_"
_OPENING = " \t\"'“”‘’«»‹›„‚「」『』([（【*_¿¡-–—•"
_FINAL = ".?!…。？！؟।။:："
_ZERO_DROPPED = 3


class Kind(IntEnum):
    """What a token is; decides how likely it is to be kept in translation."""

    WORD = 0
    NAME = 1
    NUMBER = 2
    ADDRESS = 3
    MARK = 4


@dataclass(frozen=True, slots=True)
class Text:
    """The lines of one side; `starts` has one entry more than there are lines."""

    language: str
    types: tuple[str, ...]
    """The distinct tokens."""
    folded: tuple[str, ...]
    """Each without its marks, which is what a name keeps in translation."""
    kinds: Ints
    shares: Floats
    """The share of each type in all tokens of texts like this one."""
    tokens: Ints
    """The types of each line, each once a line, one line after the other."""
    starts: Ints
    """Where the tokens of each line start in `tokens`, and at last where they end."""
    lengths: Floats
    """Characters other than blanks of each line."""
    sentences: Ints
    """How many sentences end in each line."""
    is_open: npt.NDArray[np.bool_]
    """Lines that end inside a sentence, by what they end and the next one begins with."""

    ends_paragraph: npt.NDArray[np.bool_]
    """Lines with a blank one after them."""

    def __len__(self) -> int:
        return len(self.lengths)

    def part(self, start: int, count: int) -> tuple[Ints, Ints, Ints]:
        """The tokens of `count` lines from `start` on.

        Returns their types, in order; the number among these of each token; where each line's tokens start, and end.
        """
        starts = self.starts[start : start + count + 1]
        types, numbers = np.unique(self.tokens[starts[0] : starts[-1]], return_inverse=True)
        return types, numbers.astype(np.int32), starts - starts[0]

    def types_of(self, start: int, stop: int) -> list[int]:
        """The types of the lines from `start` to `stop`, each once."""
        tokens = self.tokens[self.starts[start] : self.starts[stop]].tolist()
        return tokens if stop - start == 1 else sorted(set(tokens))


# How many words' worth the general frequencies count beside the text's own.
_PRIOR_TOKENS = 400.0
_UNKNOWN_WORD, _NUMBER_SHARE, _MARK_SHARE = 2e-6, 2e-3, 4e-3


def make_text(lines: Sequence[str], numbers: Sequence[int], language: str) -> Text:
    """The features of the lines `numbers` among `lines`, which are in `language` (BCP 47); those between are blank."""
    vocabulary: dict[str, int] = {}
    kinds: list[Kind] = []
    names: Counter[int] = Counter()
    occurrences: Counter[int] = Counter()
    tokens: list[int] = []
    starts = [0]
    lines = [unicodedata.normalize("NFC", lines[number]) for number in numbers]
    for line in lines:
        seen: set[int] = set()
        for kind, form in _tokens(line):
            at = vocabulary.setdefault(form, len(vocabulary))
            if at == len(kinds):
                kinds.append(Kind.WORD if kind is Kind.NAME else kind)
            if at not in seen:
                seen.add(at)
                names[at] += kind is Kind.NAME
        occurrences.update(seen)
        tokens.extend(sorted(seen))
        starts.append(len(tokens))
    for at, count in names.items():
        if 2 * count > occurrences[at]:
            kinds[at] = Kind.NAME
    types = tuple(vocabulary)
    return Text(
        language=language,
        types=types,
        folded=tuple(map(fold, types)),
        kinds=np.array(kinds, np.int32),
        shares=_shares(types, kinds, occurrences, language),
        tokens=np.array(tokens, np.int32),
        starts=np.array(starts, np.int32),
        lengths=np.array([len(line) - sum(map(line.count, " \t\u00a0\u3000")) for line in lines], np.float32),
        sentences=np.array([len(_SENTENCE_END.findall(line)) for line in lines], np.int32),
        is_open=_open_ends(lines),
        ends_paragraph=np.diff(np.array([*numbers, numbers[-1] + 1])) > 1,
    )


def words_of(text: str) -> Iterator[str]:
    """The words of a text as they stand among the types of a `Text`."""
    return (form for kind, form in _tokens(unicodedata.normalize("NFC", text)) if kind <= Kind.NAME)


def _tokens(line: str) -> Iterator[tuple[Kind, str]]:
    shouted = line.isupper()
    for match in _TOKEN.finditer(line):
        group, form = match.lastgroup, match[0]
        if group == "word":
            is_name = form[0].isupper() and not shouted and not _opens_sentence(line, match.start())
            for part in parts(form):
                yield Kind.NAME if is_name and part == form else Kind.WORD, lower(part)
        elif group == "number":
            yield Kind.NUMBER, "#" + _digits(form)
        elif group == "mark":
            yield Kind.MARK, _MARKS.get(form, form)
        else:
            yield Kind.ADDRESS, form.rstrip(".,;:!?)").lower()


def _opens_sentence(line: str, start: int) -> bool:
    before = line[max(0, start - 8) : start].rstrip(_OPENING)
    return not before or before[-1] in _FINAL


def _digits(number: str) -> str:
    """The ASCII digits of a number in any script, without separators.

    The zeros at the end of a large number are dropped: another language has them as a word (20,000, 2万).
    """
    digits = "".join(str(unicodedata.digit(char)) for char in number if char.isdecimal())
    return (digits.rstrip("0") or "0") if len(digits) > _ZERO_DROPPED else digits


def _shares(types: Sequence[str], kinds: Sequence[Kind], occurrences: Counter[int], language: str) -> Floats:
    found = lexicon(language)
    total = occurrences.total()
    shares = []
    for at, (form, kind) in enumerate(zip(types, kinds, strict=True)):
        if kind is Kind.NUMBER:
            prior = _NUMBER_SHARE / 10 ** min(4, len(form) - 1)
        elif kind is Kind.MARK:
            prior = _MARK_SHARE
        else:
            known = found.frequency(form) if found else 0.0
            prior = max(_UNKNOWN_WORD, known)
        shares.append((occurrences[at] + _PRIOR_TOKENS * prior) / (total + _PRIOR_TOKENS))
    return np.array(shares, np.float32)


def _open_ends(lines: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Whether a line breaks off in a sentence: nothing final at its end, and small letters after it."""
    found = np.zeros(len(lines), np.bool_)
    for at, line in enumerate(lines[:-1]):
        end, after = line.rstrip(_CLOSING)[-1:], lines[at + 1].lstrip(_OPENING)[:1]
        found[at] = bool(end) and end not in _FINAL and after.islower()
    return found
