"""How much of a text the words of another one account for: by dictionary, or by sound.

Of a translation's content words that the dictionary of the two languages knows, about half translate words of the
source; of another sentence's hardly any. So even a small dictionary tells a translation from a text that belongs
elsewhere.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from unidecode import unidecode

from tqa.language.dictionary import words as dictionary_words
from tqa.language.fold import fold, lower
from tqa.language.glosses import glosses
from tqa.language.lexicon import lexicon
from tqa.language.tags import base_language
from tqa.language.tokens import Word
from tqa.language.writing import UNSPACED, script

# More frequent words than this say nothing of what a sentence is about.
_COMMON = 1e-3
_LEAST = 0.1
"""The chance from which on a word counts as a translation."""
_BEGINNING, _SKELETON = 4, 3
_KEPT = 50_000
# How many words that are translated settle it, at least and as a share of the target's, and how sure each must be.
_PLAIN, _PLAIN_SHARE, _PLAIN_VALUE = 3, 6, 0.2
_SOFT = str.maketrans("cqwzxv", "kkvssf")
_SILENT = re.compile("[aeiouyhj]")


class Support(NamedTuple):
    """A content word: where it stands, and whether the other side accounts for it; None: nothing is known of it."""

    start: int
    end: int
    is_backed: bool | None


class _Language:
    """What is known of the words of a language."""

    def __init__(self, language: str) -> None:
        self._words = dictionary_words(language)
        self._glosses = glosses(language)
        self._lexicon = lexicon(language)
        self.senses = lru_cache(_KEPT)(self._senses)
        self.content = lru_cache(_KEPT)(self._content)

    @property
    def is_known(self) -> bool:
        return self._words is not None or self._glosses is not None

    def forms(self, words: Iterable[Word]) -> Iterator[tuple[str, int, int]]:
        """The words, lower-case; what is written without blanks is cut into the words known, or letters."""
        for word in words:
            if script(word.text[0]) not in UNSPACED:
                yield lower(word.text), word.start, word.end
            elif self._glosses is None:
                yield from ((letter, word.start + n, word.start + n + 1) for n, letter in enumerate(word.text))
            else:
                for start, end in self._glosses.split(word.text):
                    yield word.text[start:end], word.start + start, word.start + end

    def is_content(self, form: str) -> bool:
        return self._lexicon is None or self._lexicon.frequency(form) <= _COMMON

    def _senses(self, form: str) -> Mapping[str, float]:
        if self._glosses is not None and (found := self._glosses.senses(form)):
            return found
        return self._words.senses(form) if self._words is not None else {}

    def _content(self, form: str) -> frozenset[str]:
        """The likely senses of a content word, none for another."""
        senses = self.senses(form) if self.is_content(form) else {}
        return frozenset(sense for sense, value in senses.items() if value >= _PLAIN_VALUE)

    def has_sense(self, sense: str) -> bool:
        if self._words is not None and self._words.has_sense(sense):
            return True
        return self._glosses is not None and self._glosses.has_sense(sense)


@cache
def _language(base: str) -> _Language:
    return _Language(base)


class Backing:
    """What the words of one text account for in a text of another language."""

    def __init__(self, words: Sequence[Word], language: str, other: str) -> None:
        """`words` of the text in `language`; `other` is the other text's (BCP 47 tags)."""
        self._own, self._other = _language(base_language(language)), _language(base_language(other))
        forms = units(words, base_language(language))
        self._senses: dict[str, float] = {}
        for form in forms:
            for sense, value in self._own.senses(form).items():
                if value > self._senses.get(sense, 0.0):
                    self._senses[sense] = value
        self._forms = forms

    @cached_property
    def _sounds(self) -> tuple[set[str], set[str]]:
        """How the words begin, and their consonants: only asked for where the dictionary knows nothing."""
        sounds = [romanised(form) for form in self._forms]
        return {sound[:_BEGINNING] for sound in sounds if len(sound) >= _BEGINNING}, set(map(skeleton, sounds))

    def of(self, words: Sequence[Word]) -> Iterator[Support]:
        """Yield the content words of the other text, each once, in order."""
        seen: set[str] = set()
        for form, start, end in self._other.forms(words):
            if form not in seen and self._other.is_content(form):
                seen.add(form)
                yield Support(start, end, self._is_backed(form))

    def _is_backed(self, form: str) -> bool | None:
        senses = self._other.senses(form)
        if any(value * self._senses[sense] >= _LEAST for sense, value in senses.items() if sense in self._senses):
            return True
        if sounds_alike(romanised(form), *self._sounds):
            return True
        return False if self._own.is_known and any(map(self._own.has_sense, senses)) else None


def units(words: Iterable[Word], language: str) -> frozenset[str]:
    """The lower-case `words` of a text in `language` (base code), with those written without blanks cut."""
    return frozenset(form for form, _, _ in _language(language).forms(words))


def backs_plainly(source: frozenset[str], language: str, target: frozenset[str], other: str, target_words: int) -> bool:
    """Whether enough words of `source` are translated in `target` to tell that it is its translation.

    The cheap question that most pairs answer. `source` and `target` are the `units` of the texts in `language` and
    `other` (base codes), `target_words` is the number of the target's words.
    """
    own, theirs = _language(language), _language(other)
    senses = frozenset[str]().union(*map(theirs.content, target))
    needed = max(_PLAIN, target_words // _PLAIN_SHARE)
    # Senses of little weight, which a word has many of, are met by chance.
    for content in map(own.content, source):
        if not senses.isdisjoint(content):
            needed -= 1
            if needed == 0:
                return True
    return False


def sounds_alike(sound: str, beginnings: set[str], skeletons: set[str]) -> bool:
    """Whether a romanised word begins like one of those whose beginnings are given, or has one's consonants."""
    if len(sound) < _BEGINNING:
        return False
    bones = skeleton(sound)
    return sound[:_BEGINNING] in beginnings or (len(bones) >= _SKELETON and bones in skeletons)


@lru_cache(maxsize=65536)
def romanised(word: str) -> str:
    """The ASCII letters, lower-case, that `word` of whatever script is written with."""
    plain = fold(word)
    return "".join(filter(str.isalpha, (plain if plain.isascii() else unidecode(word)).lower()))


@lru_cache(maxsize=65536)
def skeleton(sound: str) -> str:
    """The consonants of a romanised word, those that languages write one for the other made the same."""
    plain = sound.replace("ph", "f").replace("ck", "k").replace("th", "t").translate(_SOFT)
    return ("a" if plain[:1] in "aeiouyhj" else plain[:1]) + _SILENT.sub("", plain[1:])


# Share of the content words of a translation, of those the dictionary knows, that the other side accounts for, where
# that is English; of two other languages both count. Languages that glue much to their words reach less.
_REACH = 0.5
_REACHES = {"en": 1.0, "ar": 0.3, "fa": 0.3, "he": 0.25, "ko": 0.2, "zh": 0.45} | dict.fromkeys(
    ("fi", "hi", "hu", "ja", "ru", "tr", "uk", "vi", "et", "eu"), 0.4
)
# The same where the text that is looked at is in the language: of unspaced names hardly a part is known.
_REACHES_INTO = {"zh": 0.3, "ja": 0.3}
_BY_CHANCE = 0.04


def weights(language: str, other: str) -> tuple[float, float]:
    """The evidence, in nats, for a text's being a translation from `language` into `other` (base codes).

    First that of a word which is backed, then that, negative, of one which isn't.
    """
    into = _REACHES_INTO.get(other) or _REACHES.get(other, _REACH)
    share = _REACHES.get(language, _REACH) * into
    share = max(share, 2 * _BY_CHANCE)
    return math.log(share / _BY_CHANCE), math.log((1 - share) / (1 - _BY_CHANCE))


# Content words in a row that the other side accounts for none of.
_GAP = 4


def longest_gap(supports: Sequence[Support]) -> tuple[int, int] | None:
    """Where the longest run of words stands that nothing accounts for, if it is long enough."""
    best: Sequence[Support] = ()
    start = 0
    for at, support in enumerate(supports):
        if support.is_backed:
            start = at + 1
        elif at + 1 - start > len(best):
            best = supports[start : at + 1]
    return (best[0].start, best[-1].end) if len(best) >= _GAP else None
