"""Two translations of one source side by side: which is better by what, on which segments and which words.

The views are those of compare-mt (Neubig et al., compare-mt: A Tool for Holistic Comparison of Language Generation
Systems, NAACL 2019 demonstrations): scores by length of the reference, F-measure of words by their frequency, and the
segments that differ most. Segments are ranked by chrF, which needs no tokenizer.
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tqa.language.fold import lower
from tqa.language.lexicon import lexicon
from tqa.language.tokens import words
from tqa.scores.evaluation import Evaluation, Tests, evaluate
from tqa.scores.metrics import References, Scorer, Texts, statistics
from tqa.scores.resample import score_of, totals

# In words, as compare-mt has them.
_LENGTHS = (10, 20, 30, 40, 50, 60)
# In occurrences in a million words, where the language's frequencies are known; else in the references.
_SHARES = (1, 10, 100, 1000, 10_000)
_COUNTS = (1, 2, 3, 5, 10, 100)
# A smaller difference in chrF is none: a comma.
_TIE = 0.5


@dataclass(frozen=True, slots=True)
class Bucket:
    """What falls into a range: its name, how much there is, and the score of each translation for it."""

    name: str
    size: int
    first: float
    second: float


@dataclass(frozen=True, slots=True)
class Difference:
    """A segment by its place, with the chrF of both translations."""

    index: int
    first: float
    second: float

    @property
    def gain(self) -> float:
        """By how much the second is better."""
        return self.second - self.first


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two translations compare.

    lengths: chrF by the words of the reference. frequencies: F1 of words by how frequent they are, `by_language` where
    that is their frequency in the language. differences: the segments whose scores differ, the greatest first.
    ratios: the length of each, in words, as a share of the reference's.
    """

    evaluation: Evaluation
    better_first: int
    better_second: int
    ties: int
    identical: int
    lengths: tuple[Bucket, ...]
    frequencies: tuple[Bucket, ...]
    by_language: bool
    differences: tuple[Difference, ...]
    ratios: tuple[float, float]


def compare_translations(
    names: tuple[str, str],
    texts: tuple[Texts, Texts],
    references: References,
    scoring: Sequence[Scorer],
    *,
    language: str = "und",
    tests: Tests,
    jobs: int = 1,
) -> Comparison:
    """Compare two translations that have as many segments as the references.

    language: theirs (BCP 47), for the frequencies of words. Raises `ConfigError` for unequal counts, or no segments.
    """
    evaluation = evaluate(dict(zip(names, texts, strict=True)), references, scoring, tests=tests, jobs=jobs)
    scorer = Scorer("chrf")
    ((ours, theirs),) = statistics([scorer], texts, references, jobs)
    metric = scorer.metric()

    def chrf(sums: Sequence[float]) -> float:
        return float(score_of(metric, sums).score)

    def of_rows(rows: Sequence[int]) -> tuple[float, float]:
        return chrf(totals(ours[rows])), chrf(totals(theirs[rows]))

    differences = [
        Difference(n, chrf(ours[n].tolist()), chrf(theirs[n].tolist()))
        for n, (first, second) in enumerate(zip(*texts, strict=True))
        if first != second
    ]
    better = [sum(one.gain * sign > _TIE for one in differences) for sign in (-1, 1)]
    reference = [text or "" for text in references[0]]
    frequency, by_language = _frequency(reference, language)
    sizes = [_words(reference), *map(_words, texts)]
    return Comparison(
        evaluation,
        better_first=better[0],
        better_second=better[1],
        ties=len(reference) - sum(better),
        identical=len(reference) - len(differences),
        lengths=tuple(_by_length(reference, of_rows)),
        frequencies=tuple(_by_frequency(reference, texts, frequency, _SHARES if by_language else _COUNTS)),
        by_language=by_language,
        differences=tuple(sorted(differences, key=lambda one: (-abs(one.gain), one.index))),
        ratios=(sizes[1] / (sizes[0] or 1), sizes[2] / (sizes[0] or 1)),
    )


def marked(text: str, other: str) -> tuple[tuple[str, bool], ...]:
    """The text in pieces, each with whether it differs from the other text; words and marks are compared whole."""
    own, their = list(_tokens(text)), list(_tokens(other))
    matcher = SequenceMatcher(None, their, own, autojunk=False)
    pieces: list[tuple[str, bool]] = []
    for tag, _, _, start, end in matcher.get_opcodes():
        if start < end:
            pieces.append(("".join(own[start:end]), tag != "equal"))
    return tuple(pieces)


def _tokens(text: str) -> Iterator[str]:
    at = 0
    for word in words(text):
        yield from text[at : word.start]
        yield word.text
        at = word.end
    yield from text[at:]


def _words(texts: Sequence[str]) -> int:
    return sum(len(words(text)) for text in texts)


def _by_length(reference: Texts, score: Callable[[Sequence[int]], tuple[float, float]]) -> Iterator[Bucket]:
    rows: dict[int, list[int]] = {}
    for n, text in enumerate(reference):
        rows.setdefault(bisect_right(_LENGTHS, len(words(text))), []).append(n)
    for place in sorted(rows):
        yield Bucket(_range(_LENGTHS, place), len(rows[place]), *score(rows[place]))


def _by_frequency(
    reference: Texts, texts: Sequence[Texts], frequency: Callable[[str], float], limits: Sequence[int]
) -> Iterator[Bucket]:
    """The F1 of the words of each range: of those in the references, and those in the translations."""
    there: Counter[int] = Counter()
    given: list[Counter[int]] = [Counter(), Counter()]
    right: list[Counter[int]] = [Counter(), Counter()]
    place = _remembered(lambda word: bisect_right(limits, frequency(word)))
    for n, text in enumerate(reference):
        wanted = _bag(text)
        for word, count in wanted.items():
            there[place(word)] += count
        for system, lines in enumerate(texts):
            for word, count in _bag(lines[n]).items():
                given[system][place(word)] += count
                right[system][place(word)] += min(count, wanted[word])
    for bucket in sorted(there):
        scores = [200 * r[bucket] / (there[bucket] + g[bucket]) for r, g in zip(right, given, strict=True)]
        yield Bucket(_range(limits, bucket), there[bucket], *scores)


def _bag(text: str) -> Counter[str]:
    return Counter(lower(word.text) for word in words(text))


def _remembered(function: Callable[[str], int]) -> Callable[[str], int]:
    known: dict[str, int] = {}

    def asked(word: str) -> int:
        if word not in known:
            known[word] = function(word)
        return known[word]

    return asked


def _frequency(reference: Texts, language: str) -> tuple[Callable[[str], float], bool]:
    """How frequent a word is: in a million of the language's, or, of an unknown language, in the references."""
    known = lexicon(language)
    if known is not None:
        return lambda word: round(known.frequency(word) * 1e6, 6), True
    counts = Counter(word for text in reference for word in _bag(text).elements())
    return lambda word: float(counts[word]), False


def _range(limits: Sequence[int], place: int) -> str:
    if place == 0:
        return f"under {limits[0]:,}"
    low = limits[place - 1]
    high = math.inf if place == len(limits) else limits[place]
    return f"{low:,} and more" if high == math.inf else f"{low:,} to under {high:,}"
