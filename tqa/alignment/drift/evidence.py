"""What a word of the translation may stand for, as dictionaries and the texts themselves tell it."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from tqa.alignment.ibm import Bags, learn
from tqa.language.dictionary import Dictionary, dictionary
from tqa.language.english import english_root
from tqa.language.stems import is_near
from tqa.language.synonyms import american, synonyms
from tqa.resources.termbase.runs import Run, Side

# How likely two words are each other's translation to account for each other, by the texts or by the dictionary.
_ACCOUNTS, _KNOWN, _MEANS = 0.3, 0.08, 0.05
# How much of a word's meaning the texts must have taught, and how many of them, for it to speak for a rendering.
_TAUGHT, _TAUGHT_BY = 0.3, 3
# How alike two words of the target language are that may stand for one another; and that surely may.
_ALIKE, VERY_ALIKE = 0.025, 0.035
# How much closer than the term another run must go with a word to be what it translates, and from when on it does.
_CLOSER, _TOGETHER = 1.5, 0.25


class Evidence:
    """What is known of the words of texts (source, target), of which the two sides are given."""

    def __init__(self, pairs: Sequence[tuple[str, str]], source: Side, target: Side, langs: tuple[str, str]) -> None:
        """langs: the BCP 47 tags of both sides."""
        self._pairs = pairs
        self._source, self._target = source, target
        self._dictionary: Dictionary | None = dictionary(*langs)
        self._synonyms = synonyms(langs[1])

    def chance(self, source: str, target: str) -> float:
        """How likely `source` is translated by `target` (both lower-case), by the dictionary."""
        if self._dictionary is None:
            return 0.0
        found = self._dictionary.chance(source, target)
        if found or self._target.language != "en":
            return found
        return self._dictionary.chance(source, american(target))

    def knows(self, source: str) -> bool:
        """Whether the dictionary has the source word."""
        return self._dictionary is not None and bool(self._dictionary.source.senses(source))

    def taught(self, source: str, target: str) -> float:
        """How likely two words translate each other, as the texts teach it."""
        return self._learnt.get((source, target), 0.0)

    def likeness(self, main: Run, word: str) -> float:
        """How much a word may stand for the main rendering; 0 where too little."""
        if self._synonyms is None:
            return 0.0
        own = self._target.form(main).lower().split()[-1]
        found = self._synonyms.likeness(own, word)
        return found if found >= _ALIKE else 0.0

    def meaning(self, run: Run, rest: Sequence[str], word: str) -> float:
        """How likely a word translates the words of a term, by the dictionary or as learnt here; 0 where too little.

        rest: the other words of the segment, none of which the texts may teach it to translate as well.
        """
        words = self._source.form(run).lower().split()
        # Of several words all must speak for it, or one of them would bring its other meanings.
        known = min(self.chance(own, word) for own in words)
        learnt = min(self.taught(own, word) for own in words)
        together = self._with_root.get(self._root(word), set()) & self._source.segments[run]
        if len(together) < _TAUGHT_BY or any(self.taught(other, word) >= learnt for other in rest):
            learnt = 0.0
        found = max(known, learnt if learnt >= _TAUGHT else 0.0)
        return found if found >= _MEANS else 0.0

    def accounts(self, source: str, target: str, only_surely: bool = False) -> bool:
        """Whether another source word is what this target word translates."""
        if self.chance(source, target) > _KNOWN:
            return True
        if source == target or only_surely:
            return source == target
        if self.taught(source, target) > _ACCOUNTS:
            return True
        return len(source) > 4 and is_near(target, source, self._target.language)

    def is_explained(self, run: Run, segment: int, word: str) -> bool:
        """Whether a run beside the term goes with a word more closely than the term does.

        It must do so in other segments too, some of which haven't the term: "hearing" goes with *phiên tòa* there, and
        so isn't what became of *tai nghe* where both stand together.
        """
        having = self._with_root.get(self._root(word), set())
        term = self._source.segments[run]
        elsewhere = having - term
        if not elsewhere:
            return False
        least = max(_TOGETHER, _CLOSER * _dice(having, term))
        for other in self._runs_of[segment]:
            if self._source.of_parts and len(other) == 1:
                continue  # a single syllable is part of too many words
            places = self._source.segments[other]
            if set(other).isdisjoint(run) and not elsewhere.isdisjoint(places) and _dice(having, places) >= least:
                return True
        return False

    @cached_property
    def _runs_of(self) -> dict[int, list[Run]]:
        return self._source.in_segment()

    def _root(self, word: str) -> str:
        return english_root(word) if self._target.language == "en" else self._target.stem(word)

    @cached_property
    def _with_root(self) -> dict[str, set[int]]:
        """The segments whose translation has a word of a root."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for n, (_, text) in enumerate(self._pairs):
            for word in self._target.words(text):
                found[self._root(word)].add(n)
        return found

    @cached_property
    def _learnt(self) -> dict[tuple[str, str], float]:
        """Pairs of words with the probability that they translate each other (IBM model 1 over all segments)."""
        numbers: tuple[dict[str, int], dict[str, int]] = ({}, {})
        bags = []
        for at, (side, known) in enumerate(zip((self._source, self._target), numbers, strict=True)):
            texts = (side.words(pair[at]) for pair in self._pairs)
            bags.append(Bags.of([[known.setdefault(word, len(known)) for word in text] for text in texts]))
        found = learn(bags[0], bags[1])
        sources, targets = (list(known) for known in numbers)
        return {
            (sources[one], targets[other]): float(value)
            for one, other, value in zip(found.source, found.target, found.value, strict=True)
        }


def _dice(one: set[int], other: set[int]) -> float:
    """Dice's coefficient of two sets."""
    return 2 * len(one & other) / (len(one) + len(other))
