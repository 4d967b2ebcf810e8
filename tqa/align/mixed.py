"""The mixed page: one document whose lines are in the target language, with source lines among them.

A source line may stand before its translation or after it, with blank lines between, or have none.
"""

import math
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from tqa.align.evidence import Evidence, Lengths
from tqa.align.link import Link
from tqa.align.profile import Profile, profile
from tqa.language.identify import identify
from tqa.language.lexicon import lexicon_language


class Place(IntEnum):
    """Where the translation of a source line stands."""

    NEXT = 0
    LATER = 1
    BEFORE = 2
    EARLIER = 3
    NOWHERE = 4


# How often a translation stands in each place, before a document has shown its own habit; and how many source lines
# it takes to outweigh that.
_HABIT = (0.6, 0.03, 0.13, 0.01, 0.23)
_HABIT_LINES = 30.0
# Variance of a document's own mean ratio of lengths around the language's.
_RATIO_SPREAD = 0.02
_ROUNDS = 4
# How many lines of text are looked at on either side, and what blank lines between cost.
_REACH = 3
_BLANK_BETWEEN = 0.5


class _Option(NamedTuple):
    """A line that may be the translation of a source line. `score` is the evidence but for lengths and place."""

    target: int
    place: Place
    score: float
    lengths: Lengths


class _Habit(NamedTuple):
    """What a document usually does: log probabilities of the places, mean log ratio of lengths."""

    places: tuple[float, ...]
    ratio: float

    def score(self, option: _Option) -> float:
        return option.score + self.places[option.place] + option.lengths.score(self.ratio)

    def shares(self, choice: Sequence[_Option]) -> list[float]:
        """The probability of each option, and last that of none."""
        scores = [*map(self.score, choice), self.places[Place.NOWHERE]]
        best = max(scores)
        weights = [math.exp(score - best) for score in scores]
        return [weight / sum(weights) for weight in weights]


def align_mixed(lines: Sequence[str], source_lang: str, target_lang: str) -> list[Link]:
    """Find the source lines among `lines` and link each to its translation, or to nothing where it has none.

    Languages are BCP 47 tags. Links come in the order of their source lines; other lines are left out.
    """
    sources = source_lines(lines, source_lang, target_lang)
    if not sources:
        return []
    targets = {
        i: profile(line, target_lang)
        for i, line in enumerate(lines)
        if i not in sources and any(map(str.isalnum, line))
    }
    evidence = Evidence(target_lang, targets.values())
    choices = [_options(i, profile(lines[i], source_lang), len(lines), sources, targets, evidence) for i in sources]
    habit = _habit(choices)
    picks = _best(choices, habit)
    links = []
    for at, pick, choice in zip(sources, picks, choices, strict=True):
        share = habit.shares(choice)[-1 if pick is None else choice.index(pick)]
        links.append(Link((at,), () if pick is None else (pick.target,), share))
    return links


def source_lines(lines: Sequence[str], source_lang: str, target_lang: str) -> list[int]:
    """The numbers (0-based) of the lines that are in the source language; undecided ones count as target.

    There are none where the languages are the same or one isn't known.
    """
    languages = (source_lang, target_lang)
    if "und" in languages or lexicon_language(source_lang) == lexicon_language(target_lang):
        return []
    return [i for i, line in enumerate(lines) if identify(line, languages).language == source_lang]


def _options(
    at: int,
    source: Profile,
    end: int,
    sources: Sequence[int],
    targets: dict[int, Profile],
    evidence: Evidence,
) -> list[_Option]:
    """The lines around line `at` that could translate it."""
    found = []
    for step, place, further in ((1, Place.NEXT, Place.LATER), (-1, Place.BEFORE, Place.EARLIER)):
        blanks, seen, i = False, 0, at + step
        while 0 <= i < end and seen < _REACH:
            if i in targets:
                score = evidence.score(source, targets[i]) - _BLANK_BETWEEN * blanks
                found.append(_Option(i, place, score, Lengths.of(source, targets[i])))
                place, seen = further, seen + 1
            elif i not in sources:
                blanks = True
            i += step
    return found


def _habit(choices: Sequence[Sequence[_Option]]) -> _Habit:
    """The document's habit, from the source lines' options, by expectation maximisation."""
    habit = _Habit(tuple(map(math.log, _HABIT)), 0.0)
    for _ in range(_ROUNDS):
        counts = [share * _HABIT_LINES for share in _HABIT]
        weighted, weights = 0.0, 1 / _RATIO_SPREAD
        for choice in choices:
            *shares, none = habit.shares(choice)
            counts[Place.NOWHERE] += none
            for option, share in zip(choice, shares, strict=True):
                counts[option.place] += share
                weighted += share * option.lengths.ratio / option.lengths.variance
                weights += share / option.lengths.variance
        habit = _Habit(tuple(math.log(count / sum(counts)) for count in counts), weighted / weights)
    return habit


def _best(choices: Sequence[Sequence[_Option]], habit: _Habit) -> list[_Option | None]:
    """For each source line the pick of the best whole in which links don't cross and no line has two."""
    nowhere = habit.places[Place.NOWHERE]
    # The best score and its picks so far, by the last target line taken.
    states: dict[int, tuple[float, tuple[_Option | None, ...]]] = {-1: (0.0, ())}
    for choice in choices:
        after: dict[int, tuple[float, tuple[_Option | None, ...]]] = {}
        for last, (score, picks) in states.items():
            ways: list[tuple[int, float, _Option | None]] = [(last, nowhere, None)]
            ways += [(option.target, habit.score(option), option) for option in choice if option.target > last]
            for now, gain, pick in ways:
                if now not in after or after[now][0] < score + gain:
                    after[now] = (score + gain, (*picks, pick))
        states = after
    return list(max(states.values(), key=lambda state: state[0])[1])
