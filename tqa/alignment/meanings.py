"""How much two lines look like translations of each other by a dictionary of their languages.

The evidence is a logarithm as in `tqa.alignment.evidence`: of how much likelier the words of a line have, or lack,
partners in another line where that translates it than where it is any other line of the document.
"""

import math
from collections import Counter
from collections.abc import Collection, Mapping

from tqa.alignment.profile import Profile
from tqa.language.dictionary import Dictionary, Senses, Words
from tqa.language.lexicon import Lexicon, lexicon, lexicon_language

# Probability that a word has one of its dictionary's translations in the translation, where they are all there are.
_KEPT, _EXPECTED = 0.6, 0.6
# The same where the dictionary has parts of words (syllables, characters), and where the words lost their marks.
_EXPECTED_OF_PARTS, _STRIPPED = 0.4, 0.6
_OF_PARTS = frozenset({"ja", "km", "lo", "my", "th", "vi", "zh"})
# Words of one line lean on each other (compounds, phrases): what each adds to the whole.
_WEIGHT, _AGAIN = 0.5, 0.3
_MOST, _MOST_OF_ALL, _LEAST_OF_ALL = 4.0, 8.0, -3.0
_PRIOR_LINES = 10.0
# About how many words a line has: a word's chance of standing on a line, by its frequency.
_LINE = 30


class Meanings:
    """Scores pairs of lines of a source and a target language, given all target lines of a document."""

    def __init__(
        self, source_lang: str, target_lang: str, targets: Collection[Profile], found: Dictionary | None
    ) -> None:
        """Look up the words of all `targets` in the dictionary of the two languages (BCP 47); without, none counts."""
        self._dictionary = found
        self._held: dict[tuple[str, ...], Mapping[str, float]] = {}
        self._holding: Counter[str] = Counter()
        self._prior: dict[str, float] = {}
        self._lines, self._length = len(targets), 1.0
        # English words are asked of the others, which may lack them: every English word has a sense, itself.
        self._turned = lexicon_language(source_lang) == "en"
        asked = target_lang if self._turned else source_lang
        self._asked = lexicon(asked)
        self._expected = _EXPECTED_OF_PARTS if lexicon_language(asked) in _OF_PARTS else _EXPECTED
        if self._dictionary is not None:
            self._count(self._dictionary.target, targets, lexicon(target_lang))

    def _count(self, known: Words, targets: Collection[Profile], usual: Lexicon | None) -> None:
        for target in targets:
            self._holding.update(self._senses_of(target, known).keys())
            for term in target.terms:
                prior = min(0.9, _LINE * usual.frequency(term)) if usual else 0.0
                for sense in known.senses(term):
                    self._prior[sense] = max(prior, self._prior.get(sense, 0.0))
        self._length = 1 + sum(target.length for target in targets) / max(1, len(targets))

    def score(self, source: Profile, target: Profile) -> float:
        """The evidence, in nats, that `target` (one of the document's) translates `source`; negative where against."""
        if self._dictionary is None:
            return 0.0
        one, other, asked, asking = source, target, self._dictionary.source, self._dictionary.target
        if self._turned:
            one, other, asked, asking = other, one, asking, asked
        held = self._senses_of(other, asking)
        length = other.length / self._length
        expected = self._expected * (_STRIPPED if source.stripped else 1.0)
        score, found = 0.0, list[tuple[float, str]]()
        for term in set(one.terms):
            senses = asked.senses(term)
            if not senses:
                continue
            gain, sense = max((self._gain(sense, value, held, length), sense) for sense, value in senses.items())
            gain = min(gain, -math.log(self._usual(term)))
            if gain > 0:
                found.append((gain, sense))
            else:
                score += self._loss(senses, expected, length)
        used = set[str]()
        for gain, sense in sorted(found, reverse=True):
            score += gain * (_AGAIN if sense in used else 1.0)
            used.add(sense)
        return max(_LEAST_OF_ALL, min(_MOST_OF_ALL, _WEIGHT * score))

    def _senses_of(self, line: Profile, known: Words) -> Mapping[str, float]:
        """The senses of the words of a line, each with its highest probability."""
        held = self._held.get(line.terms)
        if held is None:
            held = self._held[line.terms] = dict[str, float]()
            for term in line.terms:
                for sense, value in known.senses(term).items():
                    held[sense] = max(value, held.get(sense, 0.0))
        return held

    def _gain(self, sense: str, value: float, held: Mapping[str, float], length: float) -> float:
        if sense not in held:
            return 0.0
        chance = self._chance(sense, 1, length)
        kept = _KEPT * value * held[sense]
        return min(_MOST, math.log(kept / chance + 1 - kept))

    def _usual(self, term: str) -> float:
        """Probability that a line holds `term`: what it goes with can't be rarer, for all the dictionary says."""
        return min(0.9, _LINE * self._asked.frequency(term) + 1e-6) if self._asked else 1e-6

    def _loss(self, senses: Senses, expected: float, length: float) -> float:
        kept = expected * min(1.0, sum(senses.values()))
        chance = min(0.95, sum(self._chance(sense, 0, length) for sense in senses))
        return min(0.0, math.log((1 - kept) / (1 - chance)))

    def _chance(self, sense: str, here: int, length: float) -> float:
        """Probability that a line of `length` (1: the mean) holds `sense`, but for `here` lines that are known to."""
        held = self._holding[sense] - here + _PRIOR_LINES * self._prior.get(sense, 0.0) + 0.1
        lacked: float = (1 - min(0.95, held / (self._lines + _PRIOR_LINES))) ** length
        return min(0.95, 1 - lacked)
