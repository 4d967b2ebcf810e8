"""The number words of a language, from the CLDR's tables and our own beside them (see the README in data/numbers)."""

import json
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from tqa.language.fold import fold, lower
from tqa.language.tokens import words

_DATA = files("tqa.language") / "data" / "numbers"
_NEAR = {"no": "nb", "nn": "nb", "bs": "hr", "tl": "fil"}
# Abbreviations that texts of all languages use, after digits.
_COMMON_SCALES = {"k": 1e3, "mln": 1e6, "mn": 1e6, "mio": 1e6, "bn": 1e9, "mld": 1e9, "mrd": 1e9}
# A letter that is a unit, too: both readings hold.
LETTER_SCALES = {"m": 1e6, "b": 1e9, "t": 1e12, "к": 1e3, "g": 1e9}
_COMPOUNDING = frozenset("de nl sv da nb fi hu it et af is".split())
_SHORTEST_COMPOUND = 8
# Scale words that are units as well.
_UNITS = frozenset("k m b t g mi mm".split())


class Entry(NamedTuple):
    """A phrase that is a number: its words in lower case, its value, whether it surely is one, and of what kind."""

    phrase: tuple[str, ...]
    value: float
    sure: bool
    ordinal: bool
    scale: bool


class Vocabulary:
    """The number words of one language."""

    def __init__(self, base: str) -> None:
        base = _NEAR.get(base, base)
        own = _own(base)
        listed = _listed(base)
        maybe = str(own.get("maybe", "")).split()
        self._maybe = frozenset(word for word in maybe if not word.endswith("*"))
        self._maybe_stems = tuple(word[:-1] for word in maybe if word.endswith("*"))
        self.joiners = frozenset(str(own.get("joiners", "")).split())
        self.first_only = frozenset(str(own.get("first_only", "")).split())
        self.names = bool(own.get("names"))
        self.prefixes = tuple(str(own.get("prefixes", "")).split())
        self.suffixed = bool(own.get("suffixed"))
        self.by_first: dict[str, list[Entry]] = {}
        self.cardinals: dict[str, float] = {}
        for is_ordinal, table in enumerate(
            (
                {**listed.get("cardinals", {}), **own.get("words", {})},
                {**listed.get("ordinals", {}), **own.get("ordinals", {})},
            )
        ):
            for phrase, value in table.items():
                self._add(phrase, float(value), bool(is_ordinal))
        self.scales: dict[str, float] = dict(_COMMON_SCALES)
        self.doubtful = set(_UNITS)
        self.scale_stems: dict[str, float] = {}
        for value, forms in own.get("scales", {}).items():
            for form in str(forms).split():
                if form.endswith("?"):
                    form = form[:-1]
                    self.doubtful.add(form)
                if form.endswith("*"):
                    self.scale_stems[form[:-1]] = float(value)
                    form = form[:-1]
                form = unicodedata.normalize("NFC", form)
                self.scales[form] = float(value)
                if len(form) > 2 or not form.isascii():
                    self._add(form, float(value), False, scale=True)
        self.vague: dict[str, list[tuple[tuple[str, ...], tuple[float, ...]]]] = {}
        for phrase, values in own.get("vague", {}).items():
            self.vague.setdefault(_key(phrase)[0], []).append((_key(phrase), tuple(values)))
        self.unspaced = base in ("zh", "ja", "th")
        self._heads = frozenset(word[:3] for word in self.cardinals) if base in _COMPOUNDING else frozenset()
        self.compounds = base in _COMPOUNDING
        """Whether numbers over a hundred are written as one word."""
        self._compounds: dict[str, float | None] = {}
        self.gate = frozenset(
            entry.phrase[len(entry.phrase) > 1] for entries in self.by_first.values() for entry in entries if entry.sure
        )
        """Words of which one at least is in every number that is surely one."""
        self.starts = frozenset(self.by_first)
        self.folded = frozenset(fold(word) for word in self.starts) if base == "vi" else frozenset()

    def _add(self, phrase: str, value: float, ordinal: bool, *, scale: bool = False) -> None:
        key = _key(phrase)
        if not key:
            return
        sure = len(key) > 1 or not self._is_maybe(key[0])
        sure = sure and "_".join(key) not in self._maybe
        entries = self.by_first.setdefault(key[0], [])
        if all(entry.phrase != key for entry in entries):
            entries.append(Entry(key, value, sure and not scale, ordinal, scale or value == 100))
            entries.sort(key=lambda entry: -len(entry.phrase))
        if not ordinal and len(key) == 1:
            self.cardinals.setdefault(key[0], value)

    def _is_maybe(self, word: str) -> bool:
        return word in self._maybe or word.startswith(self._maybe_stems or ("\0",))

    def without_prefix(self, word: str) -> str:
        """The word without the "and", "in" or "the" that Arabic and Hebrew write together with it."""
        for prefix in self.prefixes:
            if len(word) > len(prefix) + 1 and word.startswith(prefix) and word not in self.by_first:
                bare = word[len(prefix) :]
                if bare in self.by_first:
                    return bare
        return word

    def compound(self, word: str) -> float | None:
        """The value of a number that is written as one word, None for another word: trecentoventi, zweitausend."""
        if len(word) < _SHORTEST_COMPOUND or word[:3] not in self._heads:
            return None
        if word not in self._compounds:
            self._compounds[word] = self._split(word)
        return self._compounds[word]

    def _split(self, word: str) -> float | None:
        known = self.cardinals.get(word)
        if known is not None:
            return known
        for end in range(len(word) - 1, 1, -1):
            head = self.cardinals.get(word[:end])
            if head is None or head < 2:
                continue
            rest = word[end:]
            for joiner in ("", *self.joiners):
                tail = self._split(rest[len(joiner) :]) if rest.startswith(joiner) and rest != joiner else None
                if tail is not None and (_adds(head, tail) or (tail in (100, 1000) and head < tail)):
                    return head + tail if tail < head else head * tail
        return None

    def scale(self, word: str) -> float | None:
        """What a number is multiplied by before the lower-case `word`, None where it is no such word."""
        found = self.scales.get(word)
        if found is None and self.scale_stems:
            found = next(
                (v for stem, v in self.scale_stems.items() if word.startswith(stem) and len(word) - len(stem) < 9), None
            )
        return found


def _adds(head: float, tail: float) -> bool:
    return (tail < head and head >= 100) or (tail < 10 and head % 10 == 0 and head >= 20)


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(lower(word.text) for word in words(unicodedata.normalize("NFC", phrase)))


def _own(base: str) -> Mapping[str, Any]:
    path = _DATA / f"{base}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _listed(base: str) -> Mapping[str, Any]:
    path = _DATA / f"{base}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return found


@cache
def vocabulary(base: str) -> Vocabulary:
    """The number words of the language with the code `base`; none for one that tqa has no words of."""
    return Vocabulary(base)


@cache
def shared(name: str) -> dict[str, Any]:
    """A table of all languages: `currencies` or `units`."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


def suffixed_form(word: str, cardinals: Mapping[str, float]) -> float | None:
    """The value of the longest number word of three letters and more that `word` begins with."""
    return next((cardinals[word[:end]] for end in range(len(word) - 1, 2, -1) if word[:end] in cardinals), None)
