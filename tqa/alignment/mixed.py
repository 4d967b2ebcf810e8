"""The mixed page: one document whose lines are in the target language, with source lines among them.

A source line may stand before its translation or after it, with blank lines between, or have none.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from tqa.alignment.evidence import Evidence, Lengths
from tqa.alignment.link import Link
from tqa.alignment.profile import Profile, profile
from tqa.language.identify import identify
from tqa.language.lexicon import lexicon_language


class Place(IntEnum):
    """Where the translation of a source line stands."""

    NEXT = 0
    LATER = 1
    BEFORE = 2
    EARLIER = 3
    NOWHERE = 4


class _Prior(NamedTuple):
    """How often a translation stands in each place, before a document has shown its own habit.

    `lines` is how many source lines it takes to outweigh that.
    """

    places: tuple[float, ...]
    lines: float


_HABIT = _Prior((0.6, 0.03, 0.13, 0.01, 0.23), 30.0)
# Of source lines with blank lines around them, where most lines have these: a translation would stand right beside.
_HABIT_APART = _Prior((0.05, 0.002, 0.02, 0.002, 0.926), 20.0)
# Variance of a document's own mean ratio of lengths around the language's.
_RATIO_SPREAD = 0.02
_ROUNDS = 4
# How many lines of text are looked at on either side, and what blank lines between cost.
_REACH = 3
_BLANK_BETWEEN, _BLANK_INSTEAD = 0.5, 3.0


class _Option(NamedTuple):
    """A line that may be the translation of a source line. `score` is the evidence but for lengths and place."""

    target: int
    place: Place
    apart: bool
    """Whether there are blank lines between."""
    score: float
    lengths: Lengths


class _Choice(NamedTuple):
    """What may translate a source line."""

    options: tuple[_Option, ...]
    apart: bool
    """Whether only lines beyond blank lines may, where most lines have these."""
    blank: float
    """What blank lines between cost."""


class _Habit(NamedTuple):
    """What a document usually does: log probabilities of the places, by `apart`; mean log ratio of lengths."""

    places: tuple[tuple[float, ...], tuple[float, ...]]
    ratio: float

    def score(self, choice: _Choice, option: _Option) -> float:
        place = self.places[choice.apart][option.place] - choice.blank * option.apart
        return option.score + place + option.lengths.score(self.ratio)

    def nowhere(self, choice: _Choice) -> float:
        return self.places[choice.apart][Place.NOWHERE]

    def shares(self, choice: _Choice) -> list[float]:
        """The probability of each option, and last that of none."""
        scores = [*(self.score(choice, option) for option in choice.options), self.nowhere(choice)]
        best = max(scores)
        weights = [math.exp(score - best) for score in scores]
        return [weight / sum(weights) for weight in weights]


def align_mixed(
    lines: Sequence[str], source_lang: str, target_lang: str, *, memory: Iterable[tuple[str, str]] = ()
) -> list[Link]:
    """Find the source lines among `lines` and link each to its translation, or to nothing where it has none.

    Languages are BCP 47 tags. memory: pairs of texts that translate each other, which teach words. Links come in the
    order of their source lines; other lines are left out.
    """
    sources = source_lines(lines, source_lang, target_lang)
    if not sources:
        return []
    targets = {
        i: profile(line, target_lang)
        for i, line in enumerate(lines)
        if i not in sources and any(map(str.isalnum, line))
    }
    evidence = Evidence(source_lang, target_lang, targets.values(), memory)
    spaced = _is_spaced(sorted([*sources, *targets]), lines)
    choices = [_choice(_options(i, len(lines), sources, targets, evidence), spaced) for i in sources]
    habit = _habit(choices)
    picks = _best(choices, habit)
    links = []
    for at, pick, choice in zip(sources, picks, choices, strict=True):
        share = habit.shares(choice)[-1 if pick is None else choice.options.index(pick)]
        links.append(Link((at,), () if pick is None else (pick.target,), share))
    return links


def source_lines(lines: Sequence[str], source_lang: str, target_lang: str) -> dict[int, Profile]:
    """The lines that are in the source language, by number (0-based), in order; undecided ones count as target.

    There are none where the languages are the same or one isn't known.
    """
    languages = (source_lang, target_lang)
    if "und" in languages or lexicon_language(source_lang) == lexicon_language(target_lang):
        return {}
    found = {}
    for i, line in enumerate(lines):
        guess = identify(line, languages)
        if guess.language == source_lang:
            found[i] = profile(line, source_lang, guess.stripped)
    return found


def _options(
    at: int,
    end: int,
    sources: Mapping[int, Profile],
    targets: Mapping[int, Profile],
    evidence: Evidence,
) -> list[_Option]:
    """The lines around line `at` that could translate it."""
    found = []
    for step, place, further in ((1, Place.NEXT, Place.LATER), (-1, Place.BEFORE, Place.EARLIER)):
        blanks, seen, i = False, 0, at + step
        while 0 <= i < end and seen < _REACH:
            if i in targets:
                score = evidence.score(sources[at], targets[i])
                found.append(_Option(i, place, blanks, score, Lengths.of(sources[at], targets[i])))
                place, seen = further, seen + 1
            elif i not in sources:
                blanks = True
            i += step
    return found


def _is_spaced(numbers: Sequence[int], lines: Sequence[str]) -> bool:
    """Whether most of the lines of text, by their `numbers`, have blank lines between them."""
    apart = sum(any(not lines[i].strip() for i in range(*pair)) for pair in pairwise(numbers))
    return 2 * apart > len(numbers)


def _choice(options: Sequence[_Option], spaced: bool) -> _Choice:
    apart = spaced and all(option.apart for option in options)
    return _Choice(tuple(options), apart, _BLANK_INSTEAD if spaced and not apart else 0.0 if apart else _BLANK_BETWEEN)


def _habit(choices: Sequence[_Choice]) -> _Habit:
    """The document's habit, from the source lines' options, by expectation maximisation."""
    priors = (_HABIT, _HABIT_APART)
    places = [[share * prior.lines for share in prior.places] for prior in priors]
    habit = _Habit((_logs(places[0]), _logs(places[1])), 0.0)
    for _ in range(_ROUNDS):
        counts = [list(count) for count in places]
        weighted, weights = 0.0, 1 / _RATIO_SPREAD
        for choice in choices:
            *shares, none = habit.shares(choice)
            counts[choice.apart][Place.NOWHERE] += none
            for option, share in zip(choice.options, shares, strict=True):
                counts[choice.apart][option.place] += share
                weighted += share * option.lengths.ratio / option.lengths.variance
                weights += share / option.lengths.variance
        habit = _Habit((_logs(counts[0]), _logs(counts[1])), weighted / weights)
    return habit


def _logs(counts: Sequence[float]) -> tuple[float, ...]:
    return tuple(math.log(count / sum(counts)) for count in counts)


def _best(choices: Sequence[_Choice], habit: _Habit) -> list[_Option | None]:
    """For each source line the pick of the best whole in which links don't cross and no line has two."""
    # By the last target line taken, the best score so far and how it came: its last pick and the state before.
    states: dict[int, _State] = {-1: _State(0.0, None, None)}
    for choice in choices:
        after: dict[int, _State] = {}
        nowhere = habit.nowhere(choice)
        ways = [(option, habit.score(choice, option)) for option in choice.options]
        for last, state in _merged(states, min((option.target for option in choice.options), default=-1)).items():
            _keep(after, last, _State(state.score + nowhere, None, state))
            for option, gain in ways:
                if option.target > last:
                    _keep(after, option.target, _State(state.score + gain, option, state))
        states = after
    picks, at = list[_Option | None](), max(states.values(), key=lambda state: state.score)
    while at.before is not None:
        picks.append(at.pick)
        at = at.before
    return picks[::-1]


class _State(NamedTuple):
    score: float
    pick: _Option | None
    before: "_State | None"


def _merged(states: Mapping[int, _State], first: int) -> dict[int, _State]:
    """The states, with those as one, the best, that end before line `first`: later lines have no options before it."""
    merged: dict[int, _State] = {}
    for last, state in states.items():
        _keep(merged, last if last >= first else -1, state)
    return merged


def _keep(states: dict[int, _State], last: int, state: _State) -> None:
    if last not in states or states[last].score < state.score:
        states[last] = state
