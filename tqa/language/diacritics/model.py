"""The model of one language: its words, which of them stand together, and how letters of unknown words are marked.

`scripts/build_diacritics.py` makes the files and describes how; this module reads them.

File: the bytes "TQD1", the length of a JSON header (4 bytes, little-endian), the header, then its sections, each
compressed by itself (raw LZMA2). Integers of more than one byte are stored as differences, one plane of bytes behind
the other. A probability p is one byte, -10 ln p rounded.
"""

import json
import lzma
import math
import re
import struct
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from copy import copy
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import accumulate, groupby

from tqa.language.diacritics.letters import Letters
from tqa.language.diacritics.translation import Translations
from tqa.language.diacritics.units import MARKERS
from tqa.language.fold import fold
from tqa.language.packed import unpack
from tqa.language.tags import base_language

MAGIC = b"TQD1"
FILTERS = [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 23, "lc": 3, "pb": 0}]
SCALE = 10
PROBABILITIES = tuple(math.exp(-step / SCALE) for step in range(256))
# How much likelier a form is in a capitalised word: one byte, 128 is no difference. Beyond e² it is chance.
CAPITAL_RATIOS = tuple(math.exp(min(max(step - 128, -20), 20) / SCALE) for step in range(256))
# How much likelier a word of one class stands behind one of another: one byte, 128 is no difference.
# What the texts hardly have isn't forbidden for that: other texts are about other things.
PULLS = tuple(max(math.exp((step - 128) / SCALE), 0.25) for step in range(256))
_BITS = 20
_DATA = files("tqa.language") / "data/diacritics"
_WITHOUT_SHARP_S = re.compile(r"[-_](?:CH|LI)\b", re.IGNORECASE)
_ALIASES = {"no": "nb", "nn": "nb", "bs": "hr", "sh": "hr", "mo": "ro"}

LANGUAGES: frozenset[str] = frozenset(
    entry.name.removesuffix(".dia") for entry in _DATA.iterdir() if entry.name.endswith(".dia")
)


class Model:
    """What is known of one language. A form is a word with its marks, a fold the same word without them.

    folds: number of each fold. first: where the forms of a fold begin in forms (one more at the end).
    forms, share, left, capital: of each form its spelling, its share of all words, its share of the probability
    that goes to followers not listed, and how much likelier it is when capitalised. sharp_s: whether German is written
    with ß.
    """

    sharp_s = True

    def __init__(self, data: bytes) -> None:
        """Read `data`, the content of a .dia file. Raises ValueError for anything else."""
        if data[:4] != MAGIC:
            raise ValueError("not a diacritics model")
        length = struct.unpack_from("<I", data, 4)[0]
        header = json.loads(data[8 : 8 + length])
        sections = _Sections(data, 8 + length, header["sections"])
        self.language: str = header["language"]
        self.calibration: list[tuple[float, float]] = [(a, b) for a, b in header.get("calibration", [])]
        self.forms: list[str] = [*MARKERS, *sections["forms"].decode().split("\n")]
        self.share = list(map(PROBABILITIES.__getitem__, sections["share"]))
        self.left = list(map(PROBABILITIES.__getitem__, sections["left"]))
        self.capital = list(map(CAPITAL_RATIOS.__getitem__, sections["capital"]))
        self.folds: dict[str, int] = {}
        self.first = array("I")
        plain = [*MARKERS, *fold(sections["forms"].decode()).split("\n")]
        index = 0
        for number, (word, group) in enumerate(groupby(plain)):
            self.folds[word] = number
            self.first.append(index)
            index += sum(1 for _ in group)
        self.first.append(index)
        self.pairs = _Table(sections, "pair", 2)
        self.triples = _Table(sections, "triple", 3)
        self.letters = Letters(
            sections["letter-keys"].decode(),
            sections["letter-marks"].decode(),
            list(map(PROBABILITIES.__getitem__, sections["letter-share"])),
        )

        # Of each form its class, and by the classes of two forms how much likelier the second stands behind the first.
        self.classes: Sequence[int] = sections.optional("class")
        self.pulls: list[list[float]] = []
        if self.classes:
            size = max(self.classes) + 1
            pulls = list(map(PULLS.__getitem__, sections["pull"]))
            self.pulls = [pulls[at : at + size] for at in range(0, size * size, size)]
        self._sections = sections

    @cached_property
    def translations(self) -> Translations | None:
        """What English translations tell; None where the model doesn't know."""
        sections = self._sections
        if "root-words" not in sections:
            return None
        return Translations(
            sections["root-words"].decode(),
            sections["root-counts"],
            _planes("I", sections["root-forms"]),
            list(map(PROBABILITIES.__getitem__, sections["root-share"])),
        )

    @cached_property
    def known(self) -> frozenset[str]:
        """All forms."""
        return frozenset(self.forms)

    def numbers(self, fold_number: int) -> range:
        """The numbers of the forms of a fold."""
        return range(self.first[fold_number], self.first[fold_number + 1])

    def unlisted(self, a: int, b: int) -> float:
        """The probability of form b behind form a (numbers of forms) where they aren't listed as a pair."""
        pull = self.pulls[self.classes[a]][self.classes[b]] if self.pulls else 1.0
        return self.left[a] * self.share[b] * pull

    def pair(self, a: int, b: int) -> Sequence[tuple[int, int, float, float]]:
        """What is known of fold b behind fold a: (form of a, form of b, probability of the second behind the
        first, share of what follows the two that goes to followers not listed); forms count from 0 in their fold.
        """
        table = self.pairs
        span = table.find(a << _BITS | b)
        return [
            (forms & 15, forms >> 4, PROBABILITIES[p], PROBABILITIES[rest])
            for forms, p, rest in zip(table.forms[span], table.share[span], table.left[span], strict=True)
        ]

    def triple(self, a: int, b: int, c: int) -> Sequence[tuple[int, int, int, float]]:
        """The same for three folds: (form of a, of b, of c, probability of the third behind the two)."""
        table = self.triples
        span = table.find((a << _BITS | b) << _BITS | c)
        return [
            (forms & 15, forms >> 4 & 15, forms >> 8, PROBABILITIES[p])
            for forms, p in zip(table.forms[span], table.share[span], strict=True)
        ]


class _Sections:
    """The sections of a file by name, unpacked when they are read."""

    def __init__(self, data: bytes, at: int, sizes: Sequence[tuple[str, int]]) -> None:
        self._packed: dict[str, bytes] = {}
        for name, size in sizes:
            self._packed[name] = data[at : at + size]
            at += size

    def __contains__(self, name: str) -> bool:
        return name in self._packed

    def optional(self, name: str) -> bytes:
        """A section that a model may lack, then empty."""
        return unpack(self._packed[name], FILTERS) if name in self._packed else b""

    def __getitem__(self, name: str) -> bytes:
        return unpack(self._packed[name], FILTERS)


class _Table:
    """Sorted keys, and for each a run of entries."""

    def __init__(self, sections: _Sections, name: str, order: int) -> None:
        self.keys = array("Q", accumulate(_planes("Q", sections[f"{name}-keys"])))
        self.ends = array("I", accumulate(sections[f"{name}-counts"]))
        self.forms: Sequence[int] = sections[f"{name}-forms"]
        if order == 3:
            self.forms = _planes("H", sections[f"{name}-forms"])
        self.share = sections[f"{name}-share"]
        self.left = sections[f"{name}-left"] if order == 2 else b""

    def find(self, key: int) -> slice:
        at = bisect_left(self.keys, key)
        if at == len(self.keys) or self.keys[at] != key:
            return slice(0, 0)
        return slice(self.ends[at - 1] if at else 0, self.ends[at])


def _planes(code: str, data: bytes) -> "array[int]":
    """Integers of type `code` from their bytes, stored plane by plane."""
    width = array(code).itemsize
    count = len(data) // width
    joined = bytearray(len(data))
    for plane in range(width):
        joined[plane::width] = data[plane * count : (plane + 1) * count]
    numbers: array[int] = array(code)
    numbers.frombytes(bytes(joined))
    return numbers


def served_as(tag: str) -> str:
    """The code in LANGUAGES whose model serves the BCP 47 `tag`, or its primary language in lower case."""
    primary = base_language(tag)
    return primary if primary in LANGUAGES else _ALIASES.get(primary, primary)


@lru_cache(maxsize=256)
def model(tag: str) -> Model | None:
    """The model for the BCP 47 `tag` (pt-BR, no), None where there is none. Kept once loaded."""
    base = served_as(tag)
    if base not in LANGUAGES:
        return None
    found = _load(base)
    if base == "de" and _WITHOUT_SHARP_S.search(tag):
        return _swiss(found)
    return found


@cache
def _load(base: str) -> Model:
    return Model((_DATA / f"{base}.dia").read_bytes())


@cache
def _swiss(found: Model) -> Model:
    """The same model for the spelling of Switzerland and Liechtenstein."""
    other = copy(found)
    other.sharp_s = False
    return other
