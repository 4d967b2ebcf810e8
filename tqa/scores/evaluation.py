"""Systems scored against references: the whole, its documents and its segments, with intervals and paired tests."""

import statistics as numeric
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tqa.errors import ConfigError
from tqa.scores.metrics import References, Scorer, Texts, count_references, statistics
from tqa.scores.resample import (
    RESAMPLES,
    SEED,
    TRIALS,
    bootstrap,
    bootstrap_p,
    randomisation_p,
    score_of,
    totals,
)

if TYPE_CHECKING:
    from tqa.scores.metrics import Stats


@dataclass(frozen=True, slots=True)
class Tests:
    """Which statistics are wanted. `confidence`: intervals; `paired`: "bs" (bootstrap resampling) and "ar" (approximate
    randomisation), each of the systems after the first one against that first one."""

    confidence: bool = False
    paired: tuple[str, ...] = ()
    resamples: int = RESAMPLES
    trials: int = TRIALS
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class SystemScore:
    """One system by one metric. `mean` and `half_width` are those of the 95 % interval, `p` the p-value of each test.

    `documents` and `segments` are scores of the parts, in the metric's own unit as `value` is.
    """

    value: float
    mean: float | None = None
    half_width: float | None = None
    p: Mapping[str, float] = field(default_factory=dict)
    documents: Mapping[str, float] = field(default_factory=dict)
    segments: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class MetricScores:
    """All systems by one metric. `title` and `signature` are sacrebleu's; TER is better where it is lower."""

    metric: str
    title: str
    signature: str
    systems: tuple[SystemScore, ...]

    @property
    def lower_is_better(self) -> bool:
        """Whether a smaller figure is the better one."""
        return self.metric == "ter"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of it. The first system is the baseline of the paired tests, whose settings are `tests`."""

    systems: tuple[str, ...]
    metrics: tuple[MetricScores, ...]
    segments: int
    tests: Tests


def evaluate(
    systems: Mapping[str, Texts],
    references: References,
    scoring: Sequence[Scorer],
    *,
    tests: Tests = Tests(),
    documents: Sequence[str] = (),
    segments: bool = False,
    jobs: int = 1,
    progress: Callable[[int], None] | None = None,
) -> Evaluation:
    """Score `systems` (their texts by their name) against references of as many segments.

    documents: the name of each segment's document, where scores of documents are wanted. segments: whether scores of
    segments are. jobs: the number of processes. progress: called with the number of segments done since the last call.
    Raises `ConfigError` for no segments, or for unequal counts.
    """
    texts = list(systems.values())
    if not texts or not texts[0]:
        raise ConfigError("there is nothing to score: the translation has no segments")
    _require_equal(systems, references)
    stats = statistics(scoring, texts, references, jobs, progress)
    metrics = [scorer.metric() for scorer in scoring]
    resampled: list[list[Any]] = []
    if tests.confidence or "bs" in tests.paired:
        resampled = bootstrap(metrics, stats, tests.resamples, tests.seed)
    whole = [[score_of(metric, totals(one)) for one in arrays] for metric, arrays in zip(metrics, stats, strict=True)]
    p_values = _p_values(metrics, stats, whole, resampled, tests)
    count = count_references(references)
    found = []
    for n, (scorer, metric) in enumerate(zip(scoring, metrics, strict=True)):
        part = scorer.metric(for_segments=True)
        scores = []
        for system, one in enumerate(stats[n]):
            mean, half = _interval(resampled[n][system], paired=bool(tests.paired)) if resampled else (None, None)
            scores.append(
                SystemScore(
                    whole[n][system].score,
                    mean,
                    half,
                    p_values[n][system],
                    _by_document(metric, one, documents),
                    tuple(score_of(part, row).score for row in one.tolist()) if segments else (),
                )
            )
        signature = _signature(metric, count, tests)
        found.append(MetricScores(scorer.name, whole[n][0].name, signature, tuple(scores)))
    return Evaluation(tuple(systems), tuple(found), len(texts[0]), tests)


def _require_equal(systems: Mapping[str, Texts], references: References) -> None:
    if not references:
        raise ConfigError("a reference is needed to score against: --ref FILE")
    (first, texts), *_ = systems.items()
    size = len(texts)
    for name, texts in systems.items():
        if len(texts) != size:
            raise ConfigError(f"{name} has {len(texts):,} segments, {first} {size:,}: they must be equal")
    for n, reference in enumerate(references, 1):
        if len(reference) != size:
            raise ConfigError(
                f"reference {n} has {len(reference):,} segments, the translation {size:,}: they must be equal"
            )


def _interval(scores: Sequence[Any], *, paired: bool) -> tuple[float, float]:
    """The mean and half the width of the interval that holds 95 % of the resamples' scores, as sacrebleu takes them."""
    if paired:
        import numpy as np
        from sacrebleu.significance import estimate_ci

        mean, half = estimate_ci(np.array(scores))
        return float(mean), float(half)
    ordered = sorted(scores)
    cut = len(ordered) // 40
    return float(numeric.mean(ordered)), float(0.5 * (ordered[-cut - 1] - ordered[cut]))


def _p_values(
    metrics: Sequence[Any],
    stats: Sequence[Sequence["Stats"]],
    whole: Sequence[Sequence[Any]],
    resampled: Sequence[Sequence[Any]],
    tests: Tests,
) -> list[list[dict[str, float]]]:
    """The p-values of each metric (first index) for each system against the first one, which has none itself."""
    found: list[list[dict[str, float]]] = [[{} for _ in arrays] for arrays in stats]
    for system in range(1, len(stats[0]) if tests.paired else 0):
        differences = [abs(scores[0].score - scores[system].score) for scores in whole]
        if "bs" in tests.paired:
            for n, scores in enumerate(resampled):
                found[n][system]["bs"] = bootstrap_p(scores[0], scores[system], differences[n])
        if "ar" in tests.paired:
            sides = [arrays[0] for arrays in stats], [arrays[system] for arrays in stats]
            for n, p in enumerate(randomisation_p(metrics, *sides, differences, tests.trials, tests.seed)):
                found[n][system]["ar"] = p
    return found


def _by_document(metric: Any, stats: "Stats", documents: Sequence[str]) -> dict[str, float]:
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for n, document in enumerate(documents):
        rows[document].append(n)
    return {document: score_of(metric, totals(stats[chosen])).score for document, chosen in rows.items()}


def _signature(metric: Any, references: int, tests: Tests) -> str:
    metric.num_refs = references
    signature = metric.get_signature()
    if tests.confidence or "bs" in tests.paired:
        signature.update("bs", tests.resamples)
    if "ar" in tests.paired:
        signature.update("ar", tests.trials)
    if tests.confidence or tests.paired:
        signature.update("seed", str(tests.seed))
    return str(signature)
