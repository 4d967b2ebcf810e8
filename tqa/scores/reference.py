"""Scores against references: BLEU, chrF and TER as sacrebleu computes them, each with its signature."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tqa.errors import ConfigError, near_miss
from tqa.language.tags import base_language

METRICS = ("bleu", "chrf", "chrf++", "ter")

# sacrebleu's own tokenizers for texts without spaces between words; 13a is its default for all others.
_TOKENIZERS = {"zh": "zh", "ja": "char", "ko": "char", "th": "char"}


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

    Raises `ConfigError` for an unknown metric or unequal counts.
    """
    if not references:
        raise ConfigError("a reference is needed to score against: --ref FILE")
    for n, reference in enumerate(references, 1):
        if len(reference) != len(hypotheses):
            raise ConfigError(
                f"reference {n} has {len(reference):,} segments, the translation {len(hypotheses):,}: not equal"
            )
    return [_score(name, hypotheses, references, base_language(target_lang)) for name in metrics]


def _score(name: str, hypotheses: Sequence[str], references: Sequence[Sequence[str]], language: str) -> Score:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    makers: dict[str, Callable[[], Any]] = {
        "bleu": lambda: BLEU(tokenize=_TOKENIZERS.get(language, "13a")),
        "chrf": CHRF,
        "chrf++": lambda: CHRF(word_order=2),
        "ter": TER,
    }
    if name not in makers:
        raise ConfigError(f"unknown metric '{name}'{near_miss(name, makers)} (there are {', '.join(METRICS)})")
    metric = makers[name]()
    score = metric.corpus_score(hypotheses, references)
    return Score(name, score.score, str(metric.get_signature()))
