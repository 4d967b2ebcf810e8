"""Proposes terms from texts and their translations.

A candidate is a run of one to three words that recurs more than its words would by chance, with no function word at its
ends. Its translation is the run of the other side that stands in the same segments and hardly elsewhere (Dice's
coefficient), helped by the dictionary of the two languages where there is one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tqa.language.dictionary import Dictionary, dictionary
from tqa.resources.termbase.runs import Run, Side

_LEAST_DICE, _DICTIONARY_WORTH = 0.4, 0.35
_VARIANT_DICE, _VARIANT_WORTH = 0.3, 0.1
_EXAMPLES, _VARIANTS = 2, 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed term: how often it comes, its translation and other ones that were seen, how sure (0 to 1)."""

    source: str
    target: str
    count: int
    score: float
    variants: tuple[tuple[str, int], ...]
    examples: tuple[tuple[str, str], ...]


def extract(
    pairs: Iterable[tuple[str, str]], source_lang: str, target_lang: str, *, least: int = 3, all_words: bool = False
) -> list[Candidate]:
    """Propose terms from (source, target) texts in these languages (BCP 47), the best first.

    least: in how many segments a candidate must be. all_words: common words too, not only what looks like a term.
    """
    texts = list(pairs)
    source = Side([one for one, _ in texts], source_lang, least)
    target = Side([other for _, other in texts], target_lang, 2)
    chosen = [run for run in source.segments if (all_words or source.is_specific(run)) and not source.is_part(run)]
    known = dictionary(source_lang, target_lang)
    by_segment = target.in_segment()
    found = [_candidate(run, source, target, by_segment, known, texts) for run in chosen]
    return sorted(filter(None, found), key=lambda one: (-one.score * min(one.count, 20), one.source))


def _candidate(
    run: Run,
    source: Side,
    target: Side,
    by_segment: dict[int, list[Run]],
    known: Dictionary | None,
    texts: Sequence[tuple[str, str]],
) -> Candidate | None:
    segments = source.segments[run]
    together = Counter(other for n in segments for other in by_segment.get(n, ()))
    scored = []
    for other, count in together.items():
        dice = 2 * count / (len(segments) + len(target.segments[other]))
        worth = _dictionary_worth(source.form(run), target.form(other), known)
        # A run of as many words as the source's is likelier the whole of it than a part.
        scored.append((dice + _DICTIONARY_WORTH * worth + 0.01 * min(len(other), len(run)), dice, count, other))
    if not scored:
        return None
    scored.sort(key=lambda item: (-item[0], item[3]))
    score, dice, _, best = scored[0]
    if dice < _LEAST_DICE and score < _LEAST_DICE + _DICTIONARY_WORTH / 2:
        return None
    best_segments = target.segments[best]
    variants = [
        (target.form(other), count)
        for total, dice, count, other in scored[1:]
        if count > 1
        and (dice > _VARIANT_DICE or total - dice > _VARIANT_WORTH)
        and not set(other) & set(best)
        and len(segments & target.segments[other] & best_segments) * 2 < count
    ]
    examples = [texts[n] for n in sorted(segments & best_segments)[:_EXAMPLES]]
    return Candidate(
        source.form(run),
        target.form(best),
        len(segments),
        min(1.0, score),
        tuple(variants[:_VARIANTS]),
        tuple(examples),
    )


def _dictionary_worth(source: str, target: str, known: Dictionary | None) -> float:
    """How much of the words' meaning both sides share, by the dictionary (0 to 1)."""
    if known is None:
        return 0.0
    ours, theirs = source.lower().split(), target.lower().split()
    if not ours or not theirs:
        return 0.0
    chances = [[known.chance(one, other) for other in theirs] for one in ours]
    ahead = sum(max(row) for row in chances) / len(ours)
    back = sum(max(row[n] for row in chances) for n in range(len(theirs))) / len(theirs)
    return min(1.0, (ahead + back) / 2)
