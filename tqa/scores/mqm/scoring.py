"""From errors to a quality score, by the model of The MQM Scoring Models (themqm.org)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
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
    the profile's reference words, or of a segment; allowed: what of it just passes. quality: the quality score, None
    for profiles without one. passed: the verdict, None where there is none. interval: what `per_unit` may be in all of
    the text that the sample is from. sure: whether the verdict holds within that interval. words_needed: how many words
    at the same rate would show a pass, None where none would.
    """

    profile: Profile
    penalty: float
    words: int
    segments: int
    per_unit: float | None
    allowed: float | None
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
    per_type: defaultdict[str, float] = defaultdict(float)
    for (category, _), point in zip(found, points, strict=True):
        per_type[category] += point
    total = sum(points)
    size = words / profile.reference_words if profile.unit == "words" else float(segments)
    if not size:
        return MqmScore(
            profile, total, words, segments, None, None, None, None, None, None, None, dict(counts), dict(per_type)
        )
    per_unit = total / size
    low, high = (limit / size for limit in interval(points, profile.largest, level))
    has_critical = profile.critical_fails and any(severity is Severity.CRITICAL for _, severity in found)
    allowed = profile.allowed(words)
    worth = quality(profile, per_unit, allowed) if profile.unit == "words" else None
    passed = None if profile.threshold is None or worth is None else worth >= profile.threshold and not has_critical
    return MqmScore(
        profile,
        total,
        words,
        segments,
        per_unit,
        allowed,
        worth,
        passed,
        (low, high),
        _is_sure(allowed, passed, (low, high), has_critical=has_critical),
        _needed(profile, [point for point in points if point], words, level),
        dict(counts),
        dict(per_type),
        level,
    )


def quality(profile: Profile, per_unit: float, allowed: float | None) -> float:
    """The quality score of `per_unit` points in the reference words, where `allowed` points just pass.

    Raw: 100 × (1 - points / words). Else the threshold is the score of what is allowed, and the scale is linear. It can
    be below 0.
    """
    if profile.model == "raw" or profile.threshold is None or not allowed:
        return profile.maximum * (1 - per_unit / profile.reference_words)
    return profile.maximum - per_unit * (profile.maximum - profile.threshold) / allowed


def _is_sure(
    allowed: float | None, passed: bool | None, limits: tuple[float, float], *, has_critical: bool
) -> bool | None:
    if passed is None or allowed is None:
        return None
    return limits[1] <= allowed if passed else has_critical or limits[0] > allowed


def _needed(profile: Profile, points: Sequence[float], words: int, level: float) -> int | None:
    """In the non-linear model a longer text may have fewer points a word, so that there is no such length."""
    allowed = profile.allowed(words)
    if allowed is None or profile.model == "non-linear":
        return None
    total = sum(points)
    weight = total / len(points) if points else 0.0
    return words_needed(total / words, allowed / profile.reference_words, weight, profile.largest, level)
