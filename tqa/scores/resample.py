"""Confidence intervals and paired tests, with the figures of sacrebleu's but in bounded memory.

Bootstrap resampling: Koehn, Statistical Significance Tests for Machine Translation Evaluation, EMNLP 2004. Approximate
randomisation: Riezler and Maxwell, On Some Pitfalls in Automatic Evaluation and Significance Testing for MT, ACL 2005
workshop. sacrebleu (`sacrebleu.significance`) draws all resamples and gathers the statistics of all their segments,
40 GB for 100,000 segments of chrF. Here the same draws are made in pieces and counted, and the sums of a piece are one
product of matrices.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

# sacrebleu's; the seed is part of its signature.
SEED = 12345
RESAMPLES = 1000
TRIALS = 10_000

# In draws: what is held at a time.
_BUDGET = 2**22


def totals(stats: "Array") -> list[Any]:
    """The sums of a metric's statistics, added up in the order of the segments as sacrebleu does."""
    import numpy as np

    return _plain(np.add.accumulate(stats, axis=0)[-1]) if len(stats) else [0] * stats.shape[1]


def score_of(metric: Any, sums: Sequence[Any]) -> Any:
    """The score, an object of sacrebleu, from sums of statistics."""
    return metric._compute_score_from_stats(list(sums))


def bootstrap(metrics: Sequence[Any], stats: Sequence[Sequence["Array"]], resamples: int, seed: int) -> list[list[Any]]:
    """The scores of all resamples (floats) for each metric and system.

    stats: those of each metric for each system. The resamples are the same ones for all of them.
    """
    import numpy as np

    width = [[array.shape[1] for array in arrays] for arrays in stats]
    matrix = np.concatenate([array for arrays in stats for array in arrays], axis=1)
    scores: list[list[Any]] = [[[] for _ in arrays] for arrays in stats]
    for counts in _draws(len(matrix), resamples, seed):
        sums = counts @ matrix
        at = 0
        for n, metric in enumerate(metrics):
            for system, columns in enumerate(width[n]):
                # sacrebleu computes on in single precision, and so do we, for the same last digit.
                rows = sums[:, at : at + columns].astype(np.float32)
                scores[n][system].extend(metric._compute_score_from_stats(row).score for row in rows)
                at += columns
    return scores


def _draws(size: int, resamples: int, seed: int) -> Iterator["Array"]:
    """How often each segment is drawn, a row for each resample."""
    import numpy as np

    rng = np.random.default_rng(seed)
    rows = max(1, _BUDGET // size)
    for start in range(0, resamples, rows):
        drawn = rng.choice(size, size=(min(rows, resamples - start), size), replace=True)
        yield np.stack([np.bincount(row, minlength=size) for row in drawn]).astype(np.float64)


def bootstrap_p(baseline: Sequence[float], system: Sequence[float], difference: float) -> float:
    """The two-sided p-value of paired bootstrap resampling.

    baseline, system: scores of the same resamples. difference: between the two scores of the whole, without its sign.
    """
    import numpy as np
    from sacrebleu.significance import _compute_p_value

    differences = np.abs(np.array(system) - np.array(baseline))
    return float(_compute_p_value(differences - differences.mean(), difference))


def randomisation_p(
    metrics: Sequence[Any],
    baseline: Sequence["Array"],
    system: Sequence["Array"],
    differences: Sequence[float],
    trials: int,
    seed: int,
) -> list[float]:
    """The two-sided p-value of approximate randomisation for each metric, from the statistics of the two systems.

    differences: between the two scores of the whole, without their sign.
    """
    import numpy as np
    from sacrebleu.significance import _compute_p_value

    found: list[list[float]] = [[] for _ in metrics]
    ours, theirs = np.concatenate(baseline, axis=1), np.concatenate(system, axis=1)
    for taken in _swaps(len(ours), trials, seed):
        left = 1 - taken
        mixed = (taken @ ours + left @ theirs, left @ ours + taken @ theirs)
        at = 0
        for n, metric in enumerate(metrics):
            end = at + baseline[n].shape[1]
            first, second = (_scores(metric, sums[:, at:end]) for sums in mixed)
            found[n].extend(abs(a - b) for a, b in zip(first, second, strict=True))
            at = end
    return [
        float(_compute_p_value(np.array(one), difference)) for one, difference in zip(found, differences, strict=True)
    ]


def _swaps(size: int, trials: int, seed: int) -> Iterator["Array"]:
    import numpy as np

    rng = np.random.default_rng(seed)
    # Random bits are made 32 at a time and the rest of a batch is dropped: a piece that needs a whole number of batches
    # leaves the sequence as one great draw has it.
    rows = max(1, _BUDGET // size // 32) * 32
    for start in range(0, trials, rows):
        yield rng.integers(2, size=(min(rows, trials - start), size), dtype=bool).astype(np.float64)


def _scores(metric: Any, sums: "Array") -> Iterator[float]:
    compute: Callable[[list[Any]], Any] = metric._compute_score_from_stats
    return (compute(row).score for row in sums.tolist())


def _plain(row: "Array") -> list[Any]:
    """Whole numbers as integers, which sacrebleu's own texts about a score print."""
    return [int(value) if value.is_integer() else value for value in row.tolist()]
