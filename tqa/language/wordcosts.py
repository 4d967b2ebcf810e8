"""How likely a word is in one language: as it is written, and in a text that was stripped of its diacritics."""

import math
from collections.abc import Callable
from functools import cache

from tqa.language.fold import fold
from tqa.language.lexicon import Lexicon, lexicon, lexicon_language
from tqa.language.ngrams import Ngrams, ngrams

LogShares = tuple[float, float, float]
"""Natural logarithms of a word's share in sound text, in stripped text, in text that is half stripped."""
WordCosts = Callable[[str], LogShares]
"""From a word (lower-case NFC) to its shares."""

# Share of running words that a lexicon lacks; its logarithm.
_UNKNOWN = math.log(0.04)
# A word with marks in a text that has lost them: some survive.
_SURVIVES = 4.0
# What a letter costs where there is no model of the language: a little less than chance would have it.
_LETTER = 2.5
_KEPT = 30_000
# Written without blanks: a "word" is one character.
_BY_CHARACTER = frozenset({"ja", "zh"})


@cache
def word_costs(tag: str) -> WordCosts:
    """The word costs of a language (BCP 47), from its lexicon and letters; by a word's length where there is none."""
    found = lexicon(tag)
    if found is None:
        return _by_length
    if found.language in _BY_CHARACTER:
        return _character_costs(found)
    return _kept(_Costs(found.frequency, found.folded_frequency, ngrams(lexicon_language(tag))))


@cache
def common_word_costs(lang: str) -> WordCosts:
    """The same from the language's most frequent words and its letters alone, without loading its lexicon."""
    letters = ngrams(lang)
    if letters is None:
        return word_costs(lang)
    common, folded = letters.common, dict[str, float]()
    # One call folds them all, since it keeps the line feeds.
    for plain, share in zip(fold("\n".join(common)).split("\n"), common.values(), strict=True):
        folded[plain] = folded.get(plain, 0.0) + share
    return _kept(_Costs(lambda word: common.get(word, 0.0), lambda word: folded.get(word, 0.0), letters))


def _kept(costs: Callable[[str], tuple[float, float]]) -> WordCosts:
    """`costs` with the half-stripped case added, and remembered."""
    kept: dict[str, LogShares] = {}

    def look_up(word: str) -> LogShares:
        known = kept.get(word)
        if known is None:
            if len(kept) >= _KEPT:
                kept.clear()
            known = kept[word] = _with_half(*costs(word))
        return known

    return look_up


def _with_half(sound: float, stripped: float) -> LogShares:
    top = max(sound, stripped)
    return sound, stripped, top + math.log((math.exp(sound - top) + math.exp(stripped - top)) / 2)


def _by_length(word: str) -> LogShares:
    cost = _UNKNOWN - _LETTER * (len(word) + 1)
    return cost, cost, cost


def _character_costs(found: Lexicon) -> WordCosts:
    shares: dict[str, float] = {}
    for word, share in found.words.items():
        for character in word:
            shares[character] = shares.get(character, 0.0) + share
    total = sum(shares.values())
    costs = {character: (math.log(share / total),) * 3 for character, share in shares.items()}
    return lambda character: costs.get(character) or _by_length(character)


class _Costs:
    """Log shares of words, sound and stripped, from shares of known words and a model of the letters of the others."""

    def __init__(
        self, frequency: Callable[[str], float], folded_frequency: Callable[[str], float], letters: Ngrams | None
    ) -> None:
        self._frequency, self._folded_frequency, self._letters = frequency, folded_frequency, letters

    def __call__(self, word: str) -> tuple[float, float]:
        share = self._frequency(word)
        if not share and ("'" in word or "’" in word):
            # Elided (l'homme) or contracted: its parts together.
            parts = [self(part) for part in word.replace("’", "'").split("'") if part]
            return sum(part[0] for part in parts), sum(part[1] for part in parts)
        plain = fold(word)
        sound = math.log(share) if share else self._unknown(plain) + self._marks(word)
        if plain != word:
            return sound, sound - _SURVIVES
        stripped = self._folded_frequency(plain)
        return sound, math.log(stripped) if stripped else self._unknown(plain)

    def _unknown(self, plain: str) -> float:
        spelled = self._letters.spelled(plain) if self._letters else -_LETTER * (len(plain) + 1)
        return _UNKNOWN + spelled

    def _marks(self, word: str) -> float:
        return self._letters.marked(word) if self._letters else 0.0
