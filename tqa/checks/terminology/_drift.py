"""Finds source terms that a text renders in one way mostly and in another way here and there.

Words are aligned over all segments (IBM model 1, and the dictionary of the two languages where there is one). A source
run that has a main translation is looked for in the segments that lack it; there, the word that no other source word
accounts for, and that the term may mean, is its other rendering.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tqa.alignment.ibm import Bags, learn
from tqa.language.dictionary import Dictionary, dictionary
from tqa.language.stems import is_near
from tqa.language.stems.forms import common_start
from tqa.language.synonyms import synonyms
from tqa.language.traits import traits
from tqa.resources.termbase.extract import Run, Side
from tqa.resources.termbase.model import Term
from tqa.resources.termbase.passage import Passage
from tqa.resources.termbase.presence import place_of
from tqa.resources.termbase.tokens import tokens

Place = tuple[int, int]

# What makes a rendering the main one: segments that have it, their share of those with the term, and the share of the
# term in the segments that have the rendering.
_LEAST, _SHARE, _OWN = 3, 0.6, 0.35
# The share that will do where the other rendering is known to mean the same.
_LEAST_SHARE = 0.4
_LEAST_SEGMENTS = 4
# How likely two words are each other's translation to account for each other, by the texts or by the dictionary.
_ACCOUNTS, _KNOWN, _MEANS = 0.3, 0.08, 0.05
# How alike two words of the target language are that may stand for one another.
_ALIKE, _VERY_ALIKE = 0.035, 0.05
# Segments without the term from which on a word is no rendering of it.
_ELSEWHERE = 7
_NONE: set[int] = set()
# How many letters make two words akin.
_AKIN = 4


@dataclass(frozen=True, slots=True)
class Drift:
    """A place where a term is rendered otherwise than mostly. Places are offsets into the segment's texts."""

    segment: int
    source: Place
    target: Place
    term: str
    main: str
    count: int
    other: str
    """What is there instead, as it stands."""


class Drifts:
    """The drifts in texts (source, target) of two languages (BCP 47 tags)."""

    def __init__(self, pairs: Sequence[tuple[str, str]], source_lang: str, target_lang: str) -> None:
        """Count runs on both sides and learn which words go together."""
        self._pairs = pairs
        self._source = Side([one for one, _ in pairs], source_lang, _LEAST_SEGMENTS)
        self._target = Side([other for _, other in pairs], target_lang, _LEAST)
        self._dictionary: Dictionary | None = dictionary(source_lang, target_lang)
        self._by_segment = self._target.in_segment()
        self._by_source_segment = self._source.in_segment()
        self._mains: dict[Run, Run | None] = {}
        self._synonyms = synonyms(target_lang)
        self._numbers = _number_words(self._source.language)
        self._passages: dict[int, Passage] = {}

    def find(self) -> list[Drift]:
        """All drifts, by segment."""
        found = [drift for run in self._source.segments if self._is_term(run) for drift in self._of(run)]
        return _without_overlap(found)

    def _is_term(self, run: Run) -> bool:
        if not self._numbers.isdisjoint(self._source.form(run).lower().split()):
            return False
        # A single syllable has too many meanings.
        is_whole = len(run) > 1 or not self._source.of_parts
        return is_whole and self._source.is_specific(run) and not self._source.is_part(run)

    def _of(self, run: Run) -> Iterator[Drift]:
        segments = self._source.segments[run]
        main = self._main_of(run)
        if main is None:
            return
        term = Term(self._target.form(main), self._target.language)
        having = {n for n in segments if self._has(term, main, n)}
        share = len(having) / len(segments)
        if len(having) < _LEAST or share < _LEAST_SHARE:
            return
        for n in sorted(segments - having):
            source = self._source.place(run, self._pairs[n][0])
            rendering = self._rendering(run, main, n, 0.0 if share >= _SHARE else _VERY_ALIKE)
            if source is not None and rendering is not None:
                other = self._pairs[n][1][rendering[0] : rendering[1]]
                yield Drift(n, source, rendering, self._source.form(run), term.text, len(having), other)

    def _main(self, run: Run) -> Run | None:
        """The target run that stands in most segments of a source run and hardly elsewhere."""
        segments = self._source.segments[run]
        together = Counter(other for n in segments for other in self._by_segment.get(n, ()))
        best, worth = None, 0.0
        for other, count in together.items():
            own = count / len(self._target.segments[other])
            if count < _LEAST or count < 0.5 * len(segments) or own < _OWN:
                continue
            value = 2 * count / (len(segments) + len(self._target.segments[other])) + 0.02 * len(other)
            value += 0.3 * self._means(run, other)
            if value > worth:
                best, worth = other, value
        return best and self._extended(best, together)

    def _extended(self, best: Run, together: Counter[Run]) -> Run:
        """The longer run that `best` is mostly part of: "rare earth" where "rare" is in the other renderings too."""
        while True:
            longer = [
                other
                for other, count in together.items()
                if len(other) == len(best) + 1
                and best in (other[:-1], other[1:])
                and count >= max(_LEAST, _SHARE * together[best])
            ]
            if not longer:
                return best
            best = max(longer, key=lambda other: together[other])

    def _means(self, run: Run, other: Run) -> float:
        if self._dictionary is None:
            return 0.0
        ours, theirs = self._source.form(run).lower().split(), self._target.form(other).lower().split()
        return max(self._dictionary.chance(one, two) for one in ours for two in theirs)

    def _has(self, term: Term, main: Run, n: int) -> bool:
        return n in self._target.segments[main] or place_of(term, self._passage(n)) is not None

    def _passage(self, n: int) -> Passage:
        if n not in self._passages:
            text = self._pairs[n][1]
            self._passages[n] = Passage(text, self._target.language, traits(text), lambda: tokens(text))
        return self._passages[n]

    def _rendering(self, run: Run, main: Run, n: int, least: float) -> Place | None:
        """What stands for the term in segment `n`: a run with a word of the main one, or a word that may mean it.

        least: how much the word must speak for itself.
        """
        passage = self._passage(n)
        words = self._source.form(run).lower().split()
        rest = [word for word in self._source.words(self._pairs[n][0]) if word not in words]
        segments = self._source.segments[run]
        told = self._told_by_others(run, n)
        in_source = set(self._source.words(self._pairs[n][0]))
        best, worth = None, 0.0
        for at, word in enumerate(passage.bare_words):
            if self._target.is_function(word) or word in in_source or self._is_akin(word, main):
                continue
            if self._target.stem(word) in told:
                continue
            if len(self._target.segments.get((self._target.stem(word),), _NONE) - segments) >= _ELSEWHERE:
                continue  # a word in use for other things
            token = passage.all_tokens[at]
            if len(main) > 1 and self._target.stem(word) in main:
                return self._around(at, main, passage, rest)
            likeness = self._likeness(main, word)
            if any(self._accounts(other, word, only_surely=likeness >= _VERY_ALIKE) for other in rest):
                continue
            value = max(likeness, self._meaning(words, word))
            if value > worth and value >= least:
                best, worth = (token.start, token.end), value
        return best

    def _around(self, at: int, main: Run, passage: Passage, rest: Sequence[str]) -> Place | None:
        """The run of as many words as the main rendering has, around the word that they share.

        None where what stands there with it says something else, or nothing: the term was shortened, then.
        """
        first = at - main.index(self._target.stem(passage.bare_words[at]))
        last = first + len(main) - 1
        if first < 0 or last >= len(passage.all_tokens):
            return None
        start, end = passage.all_tokens[first].start, passage.all_tokens[last].end
        for n in range(first, last + 1):
            word = passage.bare_words[n]
            if self._target.stem(word) in main:
                continue
            if self._target.is_function(word) or any(self._accounts(other, word) for other in rest):
                return None
        return (start, end) if _is_run(passage.text[start:end]) else None

    def _told_by_others(self, run: Run, n: int) -> set[str]:
        """The stems of the main renderings of the segment's other terms."""
        others = (other for other in self._by_source_segment[n] if not set(other) & set(run))
        return {root for other in others for root in self._main_of(other) or ()}

    def _main_of(self, run: Run) -> Run | None:
        if run not in self._mains:
            self._mains[run] = self._main(run)
        return self._mains[run]

    def _is_akin(self, word: str, main: Run) -> bool:
        """Whether a word is made from the main rendering (theory, theoretical), if that is one word."""
        own = self._target.form(main).lower()
        return len(main) == 1 and common_start(word, own) >= max(_AKIN, len(own) // 2)

    def _likeness(self, main: Run, word: str) -> float:
        """How much a word may stand for the main rendering; 0 where too little."""
        if self._synonyms is None:
            return 0.0
        own = self._target.form(main).lower().split()[-1]
        found = self._synonyms.likeness(own, word)
        return found if found >= _ALIKE else 0.0

    def _meaning(self, words: Sequence[str], word: str) -> float:
        """How likely a word translates the words of a term, by the dictionary or as learnt here; 0 where too little."""
        known = [self._dictionary.chance(own, word) if self._dictionary else 0.0 for own in words]
        learnt = [self._learnt.get((own, word), 0.0) for own in words]
        # Of several words all must speak for it, or one of them would bring its other meanings.
        found = max(min(known), min(learnt)) if len(words) > 1 else max(known[0], learnt[0])
        return found if found >= _MEANS else 0.0

    def _accounts(self, source: str, target: str, only_surely: bool = False) -> bool:
        """Whether another source word is what this target word translates."""
        if self._dictionary is not None and self._dictionary.chance(source, target) > _KNOWN:
            return True
        if source == target or only_surely:
            return source == target
        if self._learnt.get((source, target), 0.0) > _ACCOUNTS:
            return True
        return len(source) > 4 and is_near(target, source, self._target.language)

    @cached_property
    def _learnt(self) -> dict[tuple[str, str], float]:
        """Pairs of words with the probability that they translate each other, as the texts teach it."""
        numbers: tuple[dict[str, int], dict[str, int]] = ({}, {})
        bags = []
        for side, known in zip((self._source, self._target), numbers, strict=True):
            texts = [pair[0] if side is self._source else pair[1] for pair in self._pairs]
            bags.append(Bags.of([[known.setdefault(word, len(known)) for word in side.words(text)] for text in texts]))
        found = learn(bags[0], bags[1])
        sources, targets = (list(known) for known in numbers)
        return {
            (sources[one], targets[other]): float(value)
            for one, other, value in zip(found.source, found.target, found.value, strict=True)
        }


def _number_words(language: str) -> frozenset[str]:
    """Words of numbers, which rightly have all sorts of renderings."""
    from tqa.language.numbers.vocabulary import vocabulary

    return frozenset(word for phrase in vocabulary(language).cardinals for word in phrase.split()) | frozenset(
        word for entries in vocabulary(language).by_first.values() for entry in entries for word in entry.phrase
    )


def _is_run(text: str) -> bool:
    """Whether no mark stands between the words of a text."""
    return all(char.isalnum() or char in " -'’" for char in text)


def _without_overlap(found: list[Drift]) -> list[Drift]:
    """Of drifts at one place of a target the one of the longest term."""
    taken: defaultdict[int, list[Place]] = defaultdict(list)
    kept = []
    for drift in sorted(found, key=lambda one: (one.segment, -len(one.term), -one.count)):
        start, end = drift.target
        if not any(start < other_end and other_start < end for other_start, other_end in taken[drift.segment]):
            taken[drift.segment].append(drift.target)
            kept.append(drift)
    return kept
