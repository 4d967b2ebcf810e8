"""How well the words of a text follow each other, whatever they mean.

A trigram model of word classes: the most frequent words stand for themselves, the others for their endings, names,
numbers and punctuation for their kind. See `scripts/build_word_order.py`, which makes the data.
"""

import struct
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import regex

LANGUAGES = frozenset({"en"})
_DATA = files("tqa.language") / "data/order"
START, END = 0, 1
_NUMBER, _NAME, _POSSESSIVE, _OTHER = 2, 3, 4, 5
_FIRST_ENDING = 6
_ENDINGS = "ing ed ly tion ment ness ity ous ive ful less able ible al ic ary ist ism er or est ers ors s".split()
_LONGER = 3
"""By how many letters a word must be longer than its ending."""
_MARKS = ".,;:()-%$"
_AS = {**dict.fromkeys("!?…", "."), **dict.fromkeys("–—", "-"), **dict.fromkeys("€£", "$")}
_TOKEN = regex.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,:]*|[,.;:()!?…–—%$€£-]")
# Quantisation of the gains, see the script.
LEVELS, MIDDLE = 20, 128
_KEPT = 50_000


class Token(NamedTuple):
    """A word, number or mark with its class."""

    kind: int
    start: int
    end: int


class Classes:
    """The classes of a model whose most frequent words are `frequent`."""

    def __init__(self, frequent: Iterable[str]) -> None:
        self._first_mark = _FIRST_ENDING + len(_ENDINGS)
        marks = {mark: self._first_mark + n for n, mark in enumerate(_MARKS)}
        self._kinds: dict[str, int] = {**marks, **{mark: marks[other] for mark, other in _AS.items()}}
        self.first_word = self._first_mark + len(_MARKS)
        self._kinds |= {word: self.first_word + n for n, word in enumerate(frequent)}
        self.size = self.first_word + len(self._kinds) - len(marks) - len(_AS)
        self.stop = marks["."]
        self._seen: dict[str, tuple[int, int]] = {}

    def is_frequent(self, token: Token) -> bool:
        """Whether the token is one of the most frequent words."""
        return token.kind >= self.first_word

    def holds_together(self, token: Token) -> bool:
        """Whether the token is one of the most frequent words, or a mark: the order shows in those."""
        return token.kind >= self._first_mark

    def tokens(self, text: str) -> list[Token]:
        """The tokens of `text`; a capital counts as a name's but where a sentence begins."""
        tokens = []
        opens = True
        for match in _TOKEN.finditer(text):
            token = match[0]
            kinds = self._seen.get(token)
            if kinds is None:
                kinds = (self._kind(token, False), self._kind(token, True))
                if len(self._seen) < _KEPT:
                    self._seen[token] = kinds
            kind = kinds[opens]
            opens = kind == self.stop
            tokens.append(Token(kind, match.start(), match.end()))
        return tokens

    def _kind(self, token: str, opens: bool) -> int:
        kind = self._kinds.get(token)
        if kind is not None:
            return kind
        if token[0].isdigit():
            return _NUMBER
        word = token.lower().replace("’", "'")
        if word.endswith("'s"):
            return _POSSESSIVE
        if token[0].isupper() and not opens and word != "i":
            return _NAME
        kind = self._kinds.get(word)
        return _by_ending(word) if kind is None else kind


def _by_ending(word: str) -> int:
    for n, ending in enumerate(_ENDINGS):
        if word.endswith(ending) and len(word) >= len(ending) + _LONGER:
            return _FIRST_ENDING + n
    return _OTHER


class OrderModel:
    """A language's model; see the module."""

    def __init__(self, data: bytes) -> None:
        """Read `data`, the content of an .ord file."""
        data = zlib.decompress(data)
        lengths = struct.unpack_from("<7I", data)
        parts = []
        at = 28
        for length in lengths:
            parts.append(data[at : at + length])
            at += length
        self.classes = Classes(parts[0].decode().split("\n"))
        self._rest_one = tuple(map(_nats, parts[1]))
        keys = _integers(parts[2])
        self._two = dict(zip(keys, map(_nats, parts[3]), strict=True))
        self._rest_two = dict(zip(keys, map(_nats, parts[4]), strict=True))
        self._three = dict(zip(_integers(parts[5]), map(_nats, parts[6]), strict=True))

    def gains(self, tokens: Sequence[Token]) -> list[float]:
        """By how much, in nats, each token and the text's end are likelier after the two before than anywhere."""
        size = self.classes.size
        before, last = START, START
        gains = []
        for kind in (*(token.kind for token in tokens), END):
            pair = before * size + last
            gain = self._three.get(pair * size + kind)
            if gain is None:
                gain = self._rest_two.get(pair, 0.0) + self._two.get(last * size + kind, self._rest_one[last])
            gains.append(gain)
            # The data are of single sentences: behind a full stop another one starts.
            before, last = (START, START) if kind == self.classes.stop and len(gains) < len(tokens) else (last, kind)
        return gains


def _nats(level: int) -> float:
    return (level - MIDDLE) / LEVELS


def _integers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data)


@cache
def order_model(language: str) -> OrderModel | None:
    """The model of `language` (base code), None where there is none. Kept once loaded."""
    return OrderModel((_DATA / f"{language}.ord").read_bytes()) if language in LANGUAGES else None
