"""Scores against references in one call: BLEU, chrF and TER as sacrebleu computes them, each with its signature."""

from collections.abc import Sequence
from dataclasses import dataclass

from tqa.errors import ConfigError
from tqa.scores.evaluation import evaluate
from tqa.scores.metrics import scorers


@dataclass(frozen=True, slots=True)
class Score:
    """A corpus score. `value` is in the metric's own unit (0 to 100; TER is a rate and may go beyond)."""

    metric: str
    value: float
    signature: str


def score_texts(
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str]],
    target_lang: str = "und",
    metrics: Sequence[str] = ("bleu", "chrf", "ter"),
) -> list[Score]:
    """Score translations against one or more references, which have as many segments each.

    Raises `ConfigError` for an unknown metric, unequal counts, or no segments at all.
    """
    if not references:
        raise ConfigError("a reference is needed to score against: --ref FILE")
    found = evaluate({"the translation": hypotheses}, references, scorers(metrics, target_lang))
    return [Score(one.metric, one.systems[0].value, one.signature) for one in found.metrics]
