"""How much two lines look like translations of each other, without knowing what they mean.

Each kind of evidence is a logarithm of how much likelier it is between a line and its translation than between a line
and another one of the same document. Lengths as in Gale and Church (1993), the other weights by judgement.
"""

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple, Self

from tqa.alignment.meanings import Meanings
from tqa.alignment.profile import Profile
from tqa.language.dictionary import Dictionary, dictionary
from tqa.language.lexicon import lexicon

# Variance of the logarithm of two lines' ratio of lengths: translations' (fixed, and by character), and strangers'.
_SPREAD, _SPREAD_BY_LENGTH, _SPREAD_OF_STRANGERS = 0.03, 2.5, 0.7
# Probability that what stands in the source stands in the translation as it is.
_NAME_KEPT, _FIRST_KEPT, _WORD_KEPT, _SHORT_WORD_KEPT = 0.65, 0.4, 0.25, 0.03
_NUMBER_KEPT, _NUMBER_ADDED = 0.85, 0.15
_SOUND_KEPT = 0.5
# Probability that two words agree in a consonant by chance, there being few groups of them.
_SOUND_BY_CHANCE = 0.22
_MOST, _MOST_NAMES, _MOST_MISSING = 4.0, 5.0, -2.0
# By how many lines what is known of the language outweighs what the document shows.
_PRIOR_LINES = 10.0
_ROOT = 4


class Evidence:
    """Scores pairs of lines of a source and a target language, given all target lines of a document."""

    def __init__(
        self,
        source_lang: str,
        target_lang: str,
        targets: Collection[Profile],
        memory: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Count how many of the `targets` hold each word, number and sound.

        memory: pairs of texts that translate each other, which teach words beside the dictionary.
        """
        found = lexicon(target_lang)
        self._frequency: Callable[[str], float] = found.folded_frequency if found else lambda word: 0.0
        self._meanings = Meanings(source_lang, target_lang, targets, _dictionary(memory, source_lang, target_lang))
        self._lines = 0
        self._holding: Counter[str] = Counter()
        self._ends: Counter[str] = Counter()
        for target in targets:
            self._lines += 1
            self._holding.update(_items(target))
            self._ends[target.end] += 1

    def score(self, source: Profile, target: Profile) -> float:
        """The evidence, in nats, that `target` translates `source`, but for lengths; negative where against it."""
        return (
            self._numbers(source, target)
            + self._names(source, target)
            + self._sounds(source, target)
            + self._form(source, target)
            + self._meanings.score(source, target)
        )

    def _chance(self, item: str, prior: float) -> float:
        """Probability that a line picked at random holds `item`."""
        return min(0.95, (self._holding[item] + _PRIOR_LINES * prior + 0.01) / (self._lines + _PRIOR_LINES))

    def _numbers(self, source: Profile, target: Profile) -> float:
        score = 0.0
        left = Counter(target.numbers)
        for number in source.numbers:
            chance = self._chance("#" + number, 0.1 / 10 ** min(3, len(number) - 1))
            if left[number]:
                left[number] -= 1
                score += min(_MOST, math.log(_NUMBER_KEPT / chance))
            else:
                score += math.log((1 - _NUMBER_KEPT) / (1 - chance)) * (0.5 if len(number) == 1 else 1)
        added = left.total()
        return max(-_MOST, score - 0.7 * min(added, 3))

    def _names(self, source: Profile, target: Profile) -> float:
        score = missing = 0.0
        roots = {word[:_ROOT] for word in target.plain if len(word) >= _ROOT}
        for word in source.plain:
            if word in source.names:
                kept = _NAME_KEPT
            elif word in source.firsts:
                kept = _FIRST_KEPT
            else:
                kept = _WORD_KEPT if len(word) > 5 else _SHORT_WORD_KEPT
            chance = self._chance(word, min(0.9, 20 * self._frequency(word)))
            if word in target.plain:
                score += min(_MOST, max(0.0, math.log(kept / chance)))
            elif len(word) > _ROOT and word[:_ROOT] in roots:
                score += 0.4 * min(_MOST, max(0.0, math.log(kept / chance)))
            elif kept == _NAME_KEPT and target.latin:
                missing += math.log((1 - kept) / (1 - chance))
        return min(_MOST_NAMES, score) + max(_MOST_MISSING, 0.4 * missing)

    def _sounds(self, source: Profile, target: Profile) -> float:
        """Names across scripts."""
        if source.latin == target.latin:
            return 0.0
        score = 0.0
        for sound in target.sounds:
            if sound in source.sounds:
                chance = self._chance("~" + sound, len(source.sounds) * _SOUND_BY_CHANCE ** len(sound))
                score += min(_MOST, max(0.0, math.log(_SOUND_KEPT / chance)))
        return score

    def _form(self, source: Profile, target: Profile) -> float:
        chance = (self._ends[target.end] + 1) / (self._lines + 4)
        score = math.log(0.85 / chance if source.end == target.end else 0.15 / (1 - chance))
        score += _agreement(source.quotes, target.quotes) + _agreement(source.brackets, target.brackets)
        return max(-3.0, score - 2.0 * (source.shouted != target.shouted))


def _dictionary(memory: Iterable[tuple[str, str]], source_lang: str, target_lang: str) -> Dictionary | None:
    pairs = list(memory)
    if not pairs:
        return dictionary(source_lang, target_lang)
    from tqa.alignment.taught import taught_dictionary

    return taught_dictionary(pairs, source_lang, target_lang)


def _items(target: Profile) -> set[str]:
    return set(target.plain) | {"#" + number for number in target.numbers} | {"~" + sound for sound in target.sounds}


class Lengths(NamedTuple):
    """The logarithm of a source and a target line's ratio of lengths, and its variance where they are translations."""

    ratio: float
    variance: float

    @classmethod
    def of(cls, source: Profile, target: Profile) -> Self:
        """The lengths of two lines."""
        shorter = min(source.length, target.length)
        ratio = math.log((source.length + 1) / (target.length + 1))
        return cls(ratio, _SPREAD + _SPREAD_BY_LENGTH / (shorter + 1))

    def score(self, usual: float) -> float:
        """The evidence, in nats, of a ratio where `usual` is the translations' mean."""
        off, strange = (self.ratio - usual) ** 2 / self.variance, self.ratio**2 / _SPREAD_OF_STRANGERS
        return (strange - off + math.log(_SPREAD_OF_STRANGERS / self.variance)) / 2


def _agreement(source: bool, target: bool) -> float:
    if source == target:
        return 0.6 if source else 0.15
    return -0.8
