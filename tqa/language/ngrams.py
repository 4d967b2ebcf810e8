"""How likely an unknown word is in a language, by the letters that follow each other in it.

`scripts/build_identify.py` makes the data and describes its format.
"""

import lzma
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import digits

from tqa.language.fold import FOLDING
from tqa.language.packed import unpack

_DATA = files("tqa.language") / "data/identify"
_FILTERS = [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 22}]
_BIT = 0.6931471805599453
_SHARES = tuple(10 ** (-rarity / 25) for rarity in range(256))
# A letter that the language doesn't have.
_STRANGE = 14 * _BIT

LANGUAGES: frozenset[str] = frozenset(
    entry.name.removesuffix(".ngr") for entry in _DATA.iterdir() if entry.name.endswith(".ngr")
)


class Ngrams:
    """The letter model of one language, and its most frequent words with their shares."""

    def __init__(self, data: bytes) -> None:
        """Read `data`, the content of an .ngr file."""
        head, self._table = unpack(data, _FILTERS).split(b"\0", 1)
        alphabet, marks, common = head.decode().split("\n")
        self._number = {letter: i for i, letter in enumerate(alphabet, 1)}
        self._size = len(alphabet) + 1
        self._marks = {item[0]: int(item[1:]) * _BIT / 8 for item in marks.split()}
        pairs = ((word, item[len(word) :]) for item in common.split() if (word := item.rstrip(digits)))
        self.common: Mapping[str, float] = {word: _SHARES[int(rarity)] for word, rarity in pairs}

    def spelled(self, folded: str) -> float:
        """The log probability of `folded` (a word without its diacritics) among the words of the language."""
        number, size, table = self._number, self._size, self._table
        a = b = half_bits = strange = 0
        for letter in folded:
            c = number.get(letter)
            if c is None:
                strange += 1
                c = 0
            else:
                half_bits += table[(a * size + b) * size + c]
            a, b = b, c
        return -(half_bits + table[(a * size + b) * size]) * _BIT / 2 - strange * _STRANGE

    def marked(self, word: str) -> float:
        """The logarithm of the probability that the letters of `word` carry just these marks, given their bases."""
        get = self._marks.get
        return -sum(get(letter, _STRANGE if ord(letter) in FOLDING else 0.0) for letter in word)


@cache
def ngrams(lang: str) -> Ngrams | None:
    """The letter model of a language of `lexicon.LANGUAGES`, None where its script alone tells it."""
    return Ngrams((_DATA / f"{lang}.ngr").read_bytes()) if lang in LANGUAGES else None
