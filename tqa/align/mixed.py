"""The mixed page: one document whose lines are in the target language, with source lines among them.

A source line may stand before its translation or after it, with blank lines between, or have none.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from tqa.align.evidence import Evidence
from tqa.align.link import Link
from tqa.align.profile import Profile, profile
from tqa.language.identify import identify

# Log probabilities that a source line's translation is the next line, stands further on, before it, further back; or
# that it has none.
_NEXT, _LATER, _BEFORE, _EARLIER, _NONE = map(math.log, (0.62, 0.03, 0.13, 0.01, 0.21))
# How many lines of text are looked at on either side.
_REACH = 3
_BLANK_BETWEEN = 0.5


class _Option(NamedTuple):
    target: int
    score: float


def align_mixed(lines: Sequence[str], source_lang: str, target_lang: str) -> list[Link]:
    """Find the source lines among `lines` and link each to its translation, or to nothing where it has none.

    Languages are BCP 47 tags. Links come in the order of their source lines; other lines are left out.
    """
    sources = source_lines(lines, source_lang, target_lang)
    if not sources:
        return []
    targets = [i for i, line in enumerate(lines) if i not in sources and any(map(str.isalnum, line))]
    profiles = {i: profile(lines[i], target_lang) for i in targets}
    evidence = Evidence(target_lang, profiles.values())
    options = [_options(i, lines, sources, profiles, evidence, source_lang) for i in sorted(sources)]
    chosen = _best(options)
    return [
        Link((i,), () if pick is None else (pick,), _share(pick, choice))
        for i, pick, choice in zip(sorted(sources), chosen, options, strict=True)
    ]


def source_lines(lines: Sequence[str], source_lang: str, target_lang: str) -> frozenset[int]:
    """The numbers (0-based) of the lines that are in the source language; undecided ones count as target."""
    return frozenset(
        i for i, line in enumerate(lines) if identify(line, (source_lang, target_lang)).language == source_lang
    )


def _options(
    at: int,
    lines: Sequence[str],
    sources: frozenset[int],
    targets: dict[int, Profile],
    evidence: Evidence,
    source_lang: str,
) -> list[_Option]:
    """The lines that could translate line `at`, with the log probability of each beside that of none."""
    source = profile(lines[at], source_lang)
    found = []
    for step, first, further in ((1, _NEXT, _LATER), (-1, _BEFORE, _EARLIER)):
        prior, blanks, seen, i = first, 0, 0, at + step
        while 0 <= i < len(lines) and seen < _REACH:
            if i in targets:
                found.append(_Option(i, prior - _BLANK_BETWEEN * (blanks > 0) + evidence.score(source, targets[i])))
                prior, seen = further, seen + 1
            elif i not in sources:
                blanks += 1
            i += step
    return found


def _best(options: Sequence[Sequence[_Option]]) -> list[int | None]:
    """For each source line the target line of the best whole in which links don't cross and no line has two."""
    # Best (score, choices so far) by the last target line taken.
    states: dict[int, tuple[float, tuple[int | None, ...]]] = {-1: (0.0, ())}
    for choice in options:
        after: dict[int, tuple[float, tuple[int | None, ...]]] = {}
        for last, (score, picks) in states.items():
            ways = [(last, _NONE, None), *((o.target, o.score, o.target) for o in choice if o.target > last)]
            for now, gain, pick in ways:
                if now not in after or after[now][0] < score + gain:
                    after[now] = (score + gain, (*picks, pick))
        states = after
    return list(max(states.values())[1]) if options else []


def _share(pick: int | None, choice: Sequence[_Option]) -> float:
    """The probability of a pick among its alternatives."""
    scores = {None: _NONE, **{option.target: option.score for option in choice}}
    best = max(scores.values())
    return math.exp(scores[pick] - best) / sum(math.exp(score - best) for score in scores.values())
