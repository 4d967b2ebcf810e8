"""Which words of two languages translate each other.

Each language's words have senses, which are named by roots of English words: two words, of whatever languages, may
translate each other as far as they share senses. `scripts/build_dictionaries.py` makes the data (see NOTICE).
"""

import lzma
import math
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from tqa.language.english import english_root
from tqa.language.fold import marked
from tqa.language.lexicon import lexicon, lexicon_language
from tqa.language.packed import unpack

Senses = Mapping[str, float]
"""English roots, each with the probability (0 to 1) that it translates the word where that is translated by a word."""

_DATA = files("tqa.language") / "data/dictionaries"
_SUFFIX = ".dict"
FILTERS = [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 22}]
LANGUAGES: frozenset[str] = frozenset(
    entry.name.removesuffix(_SUFFIX) for entry in _DATA.iterdir() if entry.name.endswith(_SUFFIX)
)
# An unknown word takes the senses of a known one that begins alike, at less probability: an inflected form, likely.
_LIKE_ANOTHER, _LEAST_ALIKE, _SHARE_ALIKE, _LONGER, _NEIGHBOURS = 0.6, 4, 0.6, 3, 6
_NONE: Senses = {}


class Words:
    """The senses of the words of one language."""

    def __init__(self, language: str, data: bytes) -> None:
        """Read `data`, the content of a .dict file, which holds the words of `language` (ISO 639)."""
        text = unpack(data, FILTERS).decode()
        self._language = language
        self._entries = dict(line.split("\t", 1) for line in text.split("\n") if line)
        self._sorted = list(self._entries)
        self._folded: dict[str, list[str]] | None = None
        self._found: dict[str, Senses] = {}
        self._all_senses: frozenset[str] | None = None

    def senses(self, word: str) -> Senses:
        """The senses of `word` (lower-case NFC), inflected or stripped of its marks or not; empty if unknown."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = self.exact(word) or self._unmarked(word) or self._alike(word)
        return found

    def has_sense(self, sense: str) -> bool:
        """Whether some word of the language has the sense."""
        if self._all_senses is None:
            self._all_senses = frozenset(s[:-1] for entry in self._entries.values() for s in entry.split(" "))
        return sense in self._all_senses

    def exact(self, word: str) -> Senses:
        """The senses of `word` as it is written (lower-case NFC); empty if unknown."""
        entry = self._entries.get(word)
        return _NONE if entry is None else {sense[:-1]: int(sense[-1]) / 10 for sense in entry.split(" ")}

    def _unmarked(self, word: str) -> Senses:
        """The senses of all words that `word` may be without its marks, by their share among these."""
        if self._folded is None:
            self._folded = {}
            for form, plain in marked(self._sorted):
                self._folded.setdefault(plain, []).append(form)
        forms = self._folded.get(word, ())
        if len(forms) <= 1:
            return self.exact(forms[0]) if forms else _NONE
        known = lexicon(self._language)
        shares = [(known.frequency(form) if known else 0.0) + 1e-9 for form in forms]
        senses: dict[str, float] = {}
        for form, share in zip(forms, shares, strict=True):
            for sense, value in self.exact(form).items():
                senses[sense] = senses.get(sense, 0.0) + value * share / sum(shares)
        return senses

    def _alike(self, word: str) -> Senses:
        if len(word) < _LEAST_ALIKE:
            return _NONE
        at = bisect_left(self._sorted, word)
        best, nearest = 0.0, ""
        for form in self._sorted[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]:
            least = max(_LEAST_ALIKE, math.ceil(_SHARE_ALIKE * max(len(form), len(word))))
            if form[:least] != word[:least]:
                continue
            same = _begin_alike(form, word)
            if len(form) - same > _LONGER:
                continue
            likeness = same - 0.5 * (len(form) - same) - 0.25 * (len(word) - same)
            if likeness > best:
                best, nearest = likeness, form
        return {sense: value * _LIKE_ANOTHER for sense, value in self.exact(nearest).items()} if nearest else _NONE


def _begin_alike(one: str, other: str) -> int:
    """How many characters two words have in common at their start."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


class English(Words):
    """English words, whose senses are their roots."""

    def __init__(self) -> None:
        """There is nothing to read."""

    def senses(self, word: str) -> Senses:
        """The root of `word` (lower-case)."""
        return {english_root(word): 1.0}

    def exact(self, word: str) -> Senses:
        """The same."""
        return self.senses(word)

    def has_sense(self, sense: str) -> bool:
        """True: senses are English roots."""
        return True


def words(lang: str) -> Words | None:
    """The words of the language with the BCP 47 tag `lang`, None where there is no dictionary. Kept once loaded."""
    base = lexicon_language(lang)
    return _load(base) if base == "en" or base in LANGUAGES else None


@cache
def _load(base: str) -> Words:
    return English() if base == "en" else Words(base, (_DATA / f"{base}{_SUFFIX}").read_bytes())


class Dictionary:
    """The words of two languages."""

    def __init__(self, source: Words, target: Words) -> None:
        """Both languages' words."""
        self.source = source
        self.target = target

    def chance(self, source: str, target: str) -> float:
        """How likely the word `source` is translated by `target` (lower-case NFC), where a word translates it."""
        mine, theirs = self.source.senses(source), self.target.senses(target)
        return max((value * theirs[sense] for sense, value in mine.items() if sense in theirs), default=0.0)


def dictionary(source_lang: str, target_lang: str) -> Dictionary | None:
    """The dictionary of two languages (BCP 47 tags), None where there are no data for one of them.

    To look for all translations among many words, index their `senses`, as `tqa.alignment.partners` does.
    """
    source, target = words(source_lang), words(target_lang)
    return Dictionary(source, target) if source and target else None
