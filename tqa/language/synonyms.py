"""Which words of one language may stand for one another.

Two English words are alike as far as words of other languages are translated by both; two words of another language as
far as they are translated by the same English ones (`tqa.language.dictionary`).
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from tqa.language.dictionary import Senses, Words, words
from tqa.language.english import english_root
from tqa.language.lexicon import lexicon, lexicon_language

# Languages enough to tell, with large dictionaries.
_PIVOTS = ("de", "fr", "es", "ru", "pt", "it", "nl", "pl", "cs")
_NONE: Mapping[str, float] = {}


class Synonyms:
    """The likeness of the words of one language."""

    def __init__(self, known: Words, is_english: bool) -> None:
        """Take the words of a language."""
        self._words = known
        self._is_english = is_english

    def likeness(self, word: str, other: str) -> float:
        """How much `other` may stand for `word` (both lower-case); 0.0 for not at all, without an upper bound."""
        if self._is_english:
            return _english_neighbours(english_root(word)).get(english_root(other), 0.0)
        mine, theirs = self._words.senses(word), self._words.senses(other)
        return sum(value * theirs[sense] for sense, value in mine.items() if sense in theirs)


@cache
def synonyms(lang: str) -> Synonyms | None:
    """The synonyms of the language with the BCP 47 tag `lang`; None where there is no dictionary."""
    known = words(lang)
    return None if known is None else Synonyms(known, lexicon_language(lang) == "en")


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
