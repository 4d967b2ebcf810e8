"""Which words of one language may stand for one another.

Two English words are alike as far as words of other languages are translated by both; two words of another language as
far as they are translated by the same English ones (`tqa.language.dictionary`).
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from tqa.language.dictionary import Senses, Words, words
from tqa.language.english import english_root
from tqa.language.lexicon import lexicon, lexicon_language

# Languages enough to tell, with large dictionaries.
_PIVOTS = tuple("de fr es ru pt it nl pl cs sv hu tr fi hr el ja".split())
_AMERICAN = tuple(
    (re.compile(old), new)
    for old, new in (
        ("our(?=s?$|er|ed|ing|able)", "or"),
        ("ence(?=s?$|d$)", "ense"),
        ("is(?=e[srd]?$|ing$|ation)", "iz"),
        ("tre(?=s?$)", "ter"),
        ("ogue(?=s?$)", "og"),
        ("ll(?=ed$|ing$|ers?$)", "l"),
        ("mme(?=s?$)", "m"),
    )
)
_NONE: Mapping[str, float] = {}


class Synonyms:
    """The likeness of the words of one language."""

    def __init__(self, known: Words, is_english: bool) -> None:
        """Take the words of a language."""
        self._words = known
        self._is_english = is_english

    def likeness(self, word: str, other: str) -> float:
        """How much `other` may stand for `word` (both lower-case): 0 for not at all, 1 for nothing else."""
        if self._is_english:
            return max(_english_likeness(one, two) for one in _spellings(word) for two in _spellings(other))
        ours, others = self._words.senses(word), self._words.senses(other)
        return min(1.0, sum(value * others[sense] for sense, value in ours.items() if sense in others))


@cache
def synonyms(lang: str) -> Synonyms | None:
    """The synonyms of the language with the BCP 47 tag `lang`; None where there is no dictionary."""
    known = words(lang)
    return None if known is None else Synonyms(known, lexicon_language(lang) == "en")


def american(word: str) -> str:
    """An English word (lower-case) as it is spelled in America."""
    for old, new in _AMERICAN:
        word = old.sub(new, word)
    return word


@cache
def _spellings(word: str) -> frozenset[str]:
    """The roots of an English word as it is written and as it is written on the other side of the Atlantic."""
    return frozenset((english_root(word), english_root(american(word))))


def _english_likeness(one: str, two: str) -> float:
    mine, theirs = _english_neighbours(one), _english_neighbours(two)
    shared = mine.get(two, 0.0)
    return max(shared / sum(mine.values()), shared / sum(theirs.values())) if shared else 0.0


@cache
def _english_neighbours(root: str) -> Mapping[str, float]:
    """The other English roots that words of other languages are translated by, where they are by `root`."""
    found: defaultdict[str, float] = defaultdict(float)
    for senses in _by_root().get(root, ()):
        for other, value in senses.items():
            found[other] += value * senses[root]
    found.pop(root, None)
    return found or _NONE


@cache
def _by_root() -> Mapping[str, list[Senses]]:
    index: defaultdict[str, list[Senses]] = defaultdict(list)
    for language in _PIVOTS:
        known, listed = words(language), lexicon(language)
        if known is None or listed is None:
            continue
        for word in listed.words:
            senses = known.exact(word)
            if len(senses) > 1:
                for root in senses:
                    index[root].append(senses)
    return index
