"""From errors to a quality score, by the model of The MQM Scoring Models (themqm.org)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tqa.model import Severity
from tqa.scores.mqm.confidence import LEVEL, interval, words_needed
from tqa.scores.mqm.profile import Profile

# A type and a severity of an error.
Error = tuple[str, Severity]


@dataclass(frozen=True, slots=True)
class MqmScore:
    """A score and its parts, with the names of MQM.

    penalty: the absolute penalty total (APT). words: the evaluation word count. per_unit: the normed penalty total, of
    the profile's reference words, or of a segment. quality: the quality score, None for profiles without one. passed:
    the verdict, None where there is none. interval: what `per_unit` may be in all of the text that the sample is from.
    sure: whether the verdict holds within that interval. words_needed: how many words at the same rate would show a
    pass, None where none would.
    """

    profile: Profile
    penalty: float
    words: int
    segments: int
    per_unit: float | None
    quality: float | None
    passed: bool | None
    interval: tuple[float, float] | None
    sure: bool | None
    words_needed: int | None
    counts: dict[tuple[str, Severity], int]
    penalties: dict[str, float]
    level: float = LEVEL

    @property
    def verdict(self) -> Literal["pass", "fail", "none"]:
        """The verdict in a word."""
        return "none" if self.passed is None else "pass" if self.passed else "fail"


def score(errors: Iterable[Error], words: int, segments: int, profile: Profile, level: float = LEVEL) -> MqmScore:
    """Score the errors of a text of `words` words in `segments` segments.

    level: the two-sided level of confidence of the interval. Without words (or segments, for a profile that counts
    these) there is no score.
    """
    found = list(errors)
    points = [profile.penalty(*error) for error in found]
    counts = Counter(found)
    per_type: Counter[str] = Counter()
    for (category, _), point in zip(found, points, strict=True):
        per_type[category] += point  # type: ignore[assignment]  # Counter counts fractions as well
    total = sum(points)
    size = words / profile.reference_words if profile.unit == "words" else float(segments)
    if not size:
        return MqmScore(
            profile, total, words, segments, None, None, None, None, None, None, dict(counts), dict(per_type)
        )
    per_unit = total / size
    low, high = (limit / size for limit in interval(points, profile.largest, level))
    has_critical = profile.critical_fails and any(severity is Severity.CRITICAL for _, severity in found)
    worth = quality(profile, per_unit) if profile.unit == "words" else None
    passed = None if profile.threshold is None or worth is None else worth >= profile.threshold and not has_critical
    return MqmScore(
        profile,
        total,
        words,
        segments,
        per_unit,
        worth,
        passed,
        (low, high),
        _is_sure(profile, passed, (low, high), has_critical=has_critical),
        _needed(profile, total, len([point for point in points if point]), words, level),
        dict(counts),
        dict(per_type),
        level,
    )


def quality(profile: Profile, per_unit: float) -> float:
    """The quality score of `per_unit` points in the reference words: raw, or calibrated by the profile's tolerance.

    Raw: 100 × (1 - points / words). Calibrated: the threshold is the score of the acceptable penalty, and the scale is
    linear. It can be below 0.
    """
    if profile.model == "calibrated" and profile.threshold is not None and profile.acceptable_penalty is not None:
        return profile.maximum - per_unit * (profile.maximum - profile.threshold) / profile.acceptable_penalty
    return profile.maximum * (1 - per_unit / profile.reference_words)


def _is_sure(profile: Profile, passed: bool | None, limits: tuple[float, float], *, has_critical: bool) -> bool | None:
    allowed = profile.allowed
    if passed is None or allowed is None:
        return None
    return limits[1] <= allowed if passed else has_critical or limits[0] > allowed


def _needed(profile: Profile, total: float, errors: int, words: int, level: float) -> int | None:
    allowed = profile.allowed
    if allowed is None:
        return None
    weight = total / errors if errors else 0.0
    return words_needed(total / words, allowed / profile.reference_words, weight, profile.largest, level)
