"""Finds the renderings of terms other than their main ones.

Words are aligned over all segments (IBM model 1, and the dictionary of the two languages where there is one). A source
run that has a main translation is looked for in the segments that lack it; there, the word that no other source word
accounts for, and that the term may mean, is its other rendering.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqa.alignment.drift.evidence import VERY_ALIKE, Evidence
from tqa.alignment.drift.mains import LEAST, Mains
from tqa.language.stems import is_form
from tqa.language.stems.forms import common_start
from tqa.language.traits import traits
from tqa.resources.termbase.model import Term
from tqa.resources.termbase.passage import Passage, bare_lower
from tqa.resources.termbase.presence import place_of
from tqa.resources.termbase.runs import Run, Side
from tqa.resources.termbase.tokens import tokens

Place = tuple[int, int]

# The share of a term's segments that have its main rendering; and the one that will do where the other rendering is
# known to mean the same.
_SHARE, _LEAST_SHARE = 0.6, 0.4
_LEAST_SEGMENTS = 4
# Segments without the term from which on a word is no rendering of it.
_ELSEWHERE = 7
_NONE: set[int] = set()
# How many letters make two words akin, and how many a word has that makes compounds.
_AKIN, _COMPOUND_LEAST, _COMPOUND_REST = 4, 3, 4


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
        self._source = Side([one for one, _ in pairs], source_lang, 2)
        self._target = Side([other for _, other in pairs], target_lang, LEAST)
        self._evidence = Evidence(pairs, self._source, self._target, (source_lang, target_lang))
        self._mains = Mains(self._source, self._target, self._evidence)
        self._numbers = _number_words(self._source.language)
        self._passages: dict[int, Passage] = {}
        self._terms_in: defaultdict[int, list[Run]] = defaultdict(list)
        self._terms = [run for run, found in self._source.segments.items() if len(found) >= _LEAST_SEGMENTS]
        for run in self._terms:
            for n in self._source.segments[run]:
                self._terms_in[n].append(run)

    def find(self) -> list[Drift]:
        """All drifts, by segment."""
        found = [drift for run in self._terms if self._is_term(run) for drift in self._of(run)]
        return _without_overlap(found)

    def _is_term(self, run: Run) -> bool:
        if not self._numbers.isdisjoint(self._source.form(run).lower().split()):
            return False
        # A single syllable has too many meanings.
        is_whole = len(run) > 1 or not self._source.of_parts
        return is_whole and self._source.is_specific(run) and not self._source.is_part(run)

    def _of(self, run: Run) -> Iterator[Drift]:
        segments = self._source.segments[run]
        main = self._mains.of(run)
        if main is None:
            return
        term = Term(self._target.form(main), self._target.language)
        having = {n for n in segments if self._has(term, main, n)}
        share = len(having) / len(segments)
        if len(having) < LEAST or share < _LEAST_SHARE:
            return
        companions = self._mains.companions(run, main)
        for n in sorted(segments - having):
            if not companions.isdisjoint(map(self._target.stem, self._passage(n).bare_words)):
                continue  # the rest of the usual rendering
            source = self._place(run, n)
            if source is None:
                continue
            rendering = self._rendering(run, main, n, 0.0 if share >= _SHARE else VERY_ALIKE)
            if rendering is not None:
                other = self._pairs[n][1][rendering[0] : rendering[1]]
                yield Drift(n, source, rendering, self._source.form(run), term.text, len(having), other)

    def _place(self, run: Run, n: int) -> Place | None:
        """Where the term stands in a source; None where that is another word of the same stem (French travailliste)."""
        text = self._pairs[n][0]
        place = self._source.place(run, text)
        if place is None:
            return None
        language = self._source.language
        usual = (bare_lower(word.text, language) for word in tokens(self._source.form(run)))
        there = (bare_lower(word.text, language) for word in tokens(text[place[0] : place[1]]))
        return place if all(is_form(one, two, language) for one, two in zip(there, usual, strict=True)) else None

    def _has(self, term: Term, main: Run, n: int) -> bool:
        if n in self._target.segments[main]:
            return True
        passage = self._passage(n)
        return place_of(term, passage) is not None or _is_compounded(term, passage) or _is_shortened(term, passage)

    def _passage(self, n: int) -> Passage:
        if n not in self._passages:
            text = self._pairs[n][1]
            self._passages[n] = Passage(text, self._target.language, traits(text))
        return self._passages[n]

    def _rendering(self, run: Run, main: Run, n: int, least: float) -> Place | None:
        """What stands for the term in segment `n`: a run with a word of the main one, or a word that may mean it.

        least: how much the word must speak for itself.
        """
        passage, evidence = self._passage(n), self._evidence
        words = self._source.form(run).lower().split()
        in_source = self._source.words(self._pairs[n][0])
        rest = [word for word in in_source if word not in words]
        told = self._told_by_others(run, n)
        best, worth = None, 0.0
        for at, word in enumerate(passage.bare_words):
            if word in in_source or self._target.stem(word) in told or not self._may_render(run, main, word):
                continue
            if len(main) > 1 and self._target.stem(word) in main:
                return self._around(at, main, passage, words, rest)
            likeness = evidence.likeness(main, word)
            value = max(likeness, evidence.meaning(run, rest, word))
            if value <= worth or value < least:
                continue
            if any(evidence.accounts(other, word, only_surely=likeness >= VERY_ALIKE) for other in rest):
                continue
            if not evidence.is_explained(run, n, word):
                token = passage.all_tokens[at]
                best, worth = (token.start, token.end), value
        return best

    def _may_render(self, run: Run, main: Run, word: str) -> bool:
        if self._target.is_function(word) or self._is_akin(word, main):
            return False
        having = self._target.segments.get((self._target.stem(word),), _NONE)
        return len(having - self._source.segments[run]) < _ELSEWHERE  # else a word in use for other things

    def _around(self, at: int, main: Run, passage: Passage, words: Sequence[str], rest: Sequence[str]) -> Place | None:
        """The run of as many words as the main rendering has, around the word that they share.

        words, rest: those of the term and the others of the source. None where what stands there says something else,
        or nothing: the term was shortened, then.
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
            if self._target.is_function(word) or any(self._evidence.accounts(other, word) for other in rest):
                return None
            if self._target.of_parts and not any(self._evidence.chance(own, word) for own in words):
                return None  # a syllable of the next word, likely
        return (start, end) if _is_run(passage.text[start:end]) else None

    def _told_by_others(self, run: Run, n: int) -> set[str]:
        """The stems of the main renderings of the segment's other terms."""
        others = (other for other in self._terms_in[n] if not set(other) & set(run))
        return {root for other in others for root in self._mains.of(other) or ()}

    def _is_akin(self, word: str, main: Run) -> bool:
        """Whether a word is made from the main rendering (theory, theoretical), if that is one word."""
        own = self._target.form(main).lower()
        return len(main) == 1 and common_start(word, own) >= max(_AKIN, len(own) // 2)


def _number_words(language: str) -> frozenset[str]:
    """Words of numbers, which rightly have all sorts of renderings."""
    from tqa.language.numbers.vocabulary import vocabulary

    return frozenset(word for phrase in vocabulary(language).cardinals for word in phrase.split()) | frozenset(
        word for entries in vocabulary(language).by_first.values() for entry in entries for word in entry.phrase
    )


def _is_compounded(term: Term, passage: Passage) -> bool:
    """Whether a longer word begins with a rendering of one word: "carmakers" has "car"."""
    own = term.text.lower()
    if len(own) < _COMPOUND_LEAST or not own.isalpha():
        return False
    return any(word.startswith(own) and len(word) >= len(own) + _COMPOUND_REST for word in passage.bare_words)


def _is_shortened(term: Term, passage: Passage) -> bool:
    """Whether the text has the initials of the rendering, or words of which it is the initials: EU, European Union."""
    initials = "".join(word[0] for word in term.text.replace("-", " ").split())
    there = [word.text for word in passage.all_tokens]
    if len(initials) > 1:
        return initials.upper() in there
    size = len(term.text)
    if size < 2 or not term.text.isupper():
        return False
    return any("".join(word[0] for word in there[at : at + size]) == term.text for at in range(len(there) - size + 1))


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
