"""How well the words of a text follow each other, whatever they mean.

A trigram model of word classes: the most frequent words stand for themselves, the others for their endings, names,
numbers and punctuation for their kind. See `scripts/build_word_order.py`, which makes the data.
"""

import re
import struct
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

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
# The same, at two thirds of the price.
_ASCII_TOKEN = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*|[0-9][0-9.,:]*|[,.;:()!?%$-]")
# Quantisation of the gains, see the script.
LEVELS, MIDDLE = 20, 128
_NATS = tuple((level - MIDDLE) / LEVELS for level in range(256))
_KEPT = 50_000


class Classes:
    """The classes of a model whose most frequent words are `frequent`."""

    def __init__(self, frequent: Iterable[str]) -> None:
        self.first_mark = _FIRST_ENDING + len(_ENDINGS)
        """The least class of a mark or frequent word: the order shows in those."""
        marks = {mark: self.first_mark + n for n, mark in enumerate(_MARKS)}
        self._kinds: dict[str, int] = {**marks, **{mark: marks[other] for mark, other in _AS.items()}}
        self.first_word = self.first_mark + len(_MARKS)
        """The least class of a frequent word."""
        self._kinds |= {word: self.first_word + n for n, word in enumerate(frequent)}
        self.size = self.first_word + len(self._kinds) - len(marks) - len(_AS)
        self.stop = marks["."]
        self._seen: dict[str, tuple[int, int]] = {}

    def of(self, text: str) -> list[int]:
        """The classes of the words, numbers and marks of `text`; a capital is a name's but where a sentence begins."""
        found = []
        opens = True
        for token in (_ASCII_TOKEN if text.isascii() else _TOKEN).findall(text):
            kinds = self._seen.get(token) or self._remembered(token)
            kind = kinds[opens]
            opens = kind == self.stop
            found.append(kind)
        return found

    def _remembered(self, token: str) -> tuple[int, int]:
        kinds = (self._kind(token, False), self._kind(token, True))
        if len(self._seen) < _KEPT:
            self._seen[token] = kinds
        return kinds

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
        self._rest_one = tuple(map(_NATS.__getitem__, parts[1]))
        keys = _integers(parts[2])
        self._two = dict(zip(keys, map(_NATS.__getitem__, parts[3]), strict=True))
        self._rest_two = dict(zip(keys, map(_NATS.__getitem__, parts[4]), strict=True))
        self._three = dict(zip(_integers(parts[5]), map(_NATS.__getitem__, parts[6]), strict=True))

    def gains(self, kinds: Sequence[int]) -> list[float]:
        """By how much, in nats, each token and the text's end are likelier after the two before than anywhere.

        kinds: the tokens' classes.
        """
        size, stop = self.classes.size, self.classes.stop
        three, two = self._three.get, self._two.get
        last_stop = len(kinds) - 1
        before, last = START, START
        gains = []
        for at, kind in enumerate((*kinds, END)):
            pair = before * size + last
            gain = three(pair * size + kind)
            if gain is None:
                gain = self._rest_two.get(pair, 0.0) + two(last * size + kind, self._rest_one[last])
            gains.append(gain)
            # The data are of single sentences: behind a full stop another one starts.
            before, last = (START, START) if kind == stop and at < last_stop else (last, kind)
        return gains


def places(text: str) -> list[tuple[int, int]]:
    """The (start, end) of the tokens of `text`."""
    return [match.span() for match in _TOKEN.finditer(text)]


def _integers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data)


@cache
def order_model(language: str) -> OrderModel | None:
    """The model of `language` (base code), None where there is none. Kept once loaded."""
    return OrderModel((_DATA / f"{language}.ord").read_bytes()) if language in LANGUAGES else None
