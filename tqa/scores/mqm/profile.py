"""Scoring profiles: what each error costs and when a translation passes. A profile is a TOML file.

The model is that of The MQM Scoring Models (themqm.org): the penalty of an error is the multiplier of its severity
times the weight of its type. `exceptions` set a penalty outright, as the WMT weights do.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from tqa.errors import ConfigError, near_miss
from tqa.model import Severity

_KEYS = {
    "": {"title", "source", "severities", "types", "exceptions", "scale", "pass"},
    "scale": {"unit", "reference_words", "maximum"},
    "pass": {"model", "threshold", "acceptable_penalty", "tolerances", "critical_fails"},
    "exceptions": {"type", "severity", "penalty"},
}
DEFAULT = "mqm"


@dataclass(frozen=True, slots=True)
class Rule:
    """The penalty of an error type (and the types under it), of one severity or of all (None)."""

    type: str
    severity: Severity | None
    penalty: float


@dataclass(frozen=True, slots=True)
class Profile:
    """Penalties and the way to a score.

    unit: "words" (points of `reference_words`, and a quality score up to `maximum`) or "segment" (points a segment, no
    quality score). model: "raw"; "calibrated", where `threshold` is the score of `acceptable_penalty` points of
    `reference_words`; or "non-linear", where it is that of what `tolerances` allow a text of this length: the words of
    two texts with the points that they may have. threshold: the quality score that passes, None where there is no
    verdict. critical_fails: whether one critical error fails whatever the score.
    """

    name: str
    title: str
    source: str = ""
    severities: Mapping[Severity, float] = field(default_factory=dict)
    types: Mapping[str, float] = field(default_factory=dict)
    exceptions: tuple[Rule, ...] = ()
    unit: Literal["words", "segment"] = "words"
    reference_words: int = 1000
    maximum: float = 100
    model: Literal["raw", "calibrated", "non-linear"] = "raw"
    threshold: float | None = None
    acceptable_penalty: float | None = None
    tolerances: tuple[tuple[float, float], ...] = ()
    critical_fails: bool = False

    def penalty(self, category: str, severity: Severity) -> float:
        """The points of an error of a type such as `accuracy/omission`."""
        for rule in self.exceptions:
            if _is_under(category, rule.type) and rule.severity in (None, severity):
                return rule.penalty
        fitting = [name for name in self.types if _is_under(category, name)]
        weight = self.types[max(fitting, key=len)] if fitting else 1.0
        return self.severities[severity] * weight

    @property
    def largest(self) -> float:
        """The highest penalty that an error can cost without failing the translation by itself."""
        counted = [value for severity, value in self.severities.items() if not self._fails(severity)]
        weights = [*self.types.values(), 1.0]
        return max(max(counted) * max(weights), *(rule.penalty for rule in self.exceptions), 0.0)

    def allowed(self, words: float) -> float | None:
        """The points of `reference_words` that just pass in a text of `words`, None where there is no verdict.

        What a long text may have grows with the logarithm of its length in the non-linear model: Gladkoff, Han and
        Gasova, Non-Linear Scoring Model for Translation Quality Evaluation, 2025 (arXiv:2511.13467).
        """
        if self.threshold is None or self.unit != "words":
            return None
        if self.model == "non-linear":
            return _tolerated(words, *self.tolerances) * self.reference_words / words
        if self.model == "calibrated":
            return self.acceptable_penalty
        return (1 - self.threshold / self.maximum) * self.reference_words

    def _fails(self, severity: Severity) -> bool:
        return self.critical_fails and severity is Severity.CRITICAL


def profile_names() -> list[str]:
    """The profiles that come with tqa."""
    return sorted(file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml"))


def load_profile(name: str) -> Profile:
    """The profile of that name, or that of a file whose name ends in `.toml`.

    Raises `ConfigError` for an unknown name, an unreadable file, or one that isn't a profile.
    """
    if name.endswith(".toml"):
        try:
            text = Path(name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{name}: can't be read: {error}") from error
        return parse_profile(text, name)
    if name not in profile_names():
        hint = near_miss(name, profile_names()) or f"; there are {', '.join(profile_names())}, or name a .toml file"
        raise ConfigError(f"unknown MQM profile '{name}'{hint}")
    return parse_profile(_folder().joinpath(f"{name}.toml").read_text(encoding="utf-8"), name)


def parse_profile(text: str, name: str) -> Profile:
    """Read a profile. Raises `ConfigError` that names it and the key for what isn't known or doesn't fit."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name}: not TOML: {error}") from error
    _known(table, "", name)
    scale, verdict = table.get("scale", {}), table.get("pass", {})
    _known(scale, "scale", name)
    _known(verdict, "pass", name)
    verdict = (
        {**verdict, "tolerances": tuple(map(tuple, verdict["tolerances"]))} if "tolerances" in verdict else verdict
    )
    try:
        profile = Profile(
            name,
            str(table.get("title", name)),
            str(table.get("source", "")),
            _severities(table.get("severities", {}), name),
            {str(key): _number(value, f"types.{key}", name) for key, value in table.get("types", {}).items()},
            tuple(_exception(entry, name) for entry in table.get("exceptions", [])),
            **scale,
            **verdict,
        )
    except (TypeError, AttributeError) as error:
        raise ConfigError(f"{name}: not a scoring profile: {error}") from error
    return _checked(profile, name)


def _checked(profile: Profile, name: str) -> Profile:
    if profile.unit not in ("words", "segment"):
        raise ConfigError(f"{name}: scale.unit is 'words' or 'segment', not '{profile.unit}'")
    if profile.model not in ("raw", "calibrated", "non-linear"):
        raise ConfigError(f"{name}: pass.model is 'raw', 'calibrated' or 'non-linear', not '{profile.model}'")
    for key, value in (("scale.reference_words", profile.reference_words), ("scale.maximum", profile.maximum)):
        if _number(value, key, name) <= 0:
            raise ConfigError(f"{name}: {key} must be above 0")
    if profile.threshold is not None and _number(profile.threshold, "pass.threshold", name) >= profile.maximum:
        raise ConfigError(f"{name}: pass.threshold must be below {profile.maximum:g}, the score without an error")
    if profile.model == "calibrated":
        if profile.threshold is None or profile.acceptable_penalty is None:
            raise ConfigError(f"{name}: the calibrated model needs pass.threshold and pass.acceptable_penalty")
        if _number(profile.acceptable_penalty, "pass.acceptable_penalty", name) <= 0:
            raise ConfigError(f"{name}: pass.acceptable_penalty must be above 0")
    if profile.model == "non-linear":
        _check_tolerances(profile, name)
    return profile


def _check_tolerances(profile: Profile, name: str) -> None:
    if profile.threshold is None or len(profile.tolerances) != 2 or any(len(pair) != 2 for pair in profile.tolerances):
        raise ConfigError(f"{name}: the non-linear model needs pass.threshold and pass.tolerances, two [words, points]")
    numbers = [_number(value, "pass.tolerances", name) for pair in profile.tolerances for value in pair]
    short, few, long, many = numbers
    if not 0 < short < long or not few < many < few * long / short:
        raise ConfigError(
            f"{name}: pass.tolerances: the longer text comes second, with more points, but fewer for each word"
        )


def _tolerated(words: float, first: tuple[float, float], second: tuple[float, float]) -> float:
    """The points that a text may have: a × ln(1 + b × words) through the two given, by bisection over ln b."""
    (short, few), (long, many) = first, second
    low, high = -40.0, 40.0
    for _ in range(100):
        middle = (low + high) / 2
        b = math.exp(middle)
        low, high = (middle, high) if math.log1p(b * long) / math.log1p(b * short) > many / few else (low, middle)
    b = math.exp(low)
    return few / math.log1p(b * short) * math.log1p(b * words)


def _severities(table: Mapping[str, Any], name: str) -> dict[Severity, float]:
    missing = [severity.value for severity in Severity if severity.value not in table]
    if missing:
        raise ConfigError(f"{name}: severities.{missing[0]} is missing: a profile gives the points of each severity")
    return {_severity(key, name): _number(value, f"severities.{key}", name) for key, value in table.items()}


def _exception(entry: Mapping[str, Any], name: str) -> Rule:
    _known(entry, "exceptions", name)
    if "type" not in entry or "penalty" not in entry:
        raise ConfigError(f"{name}: an exception needs 'type' and 'penalty'")
    severity = entry.get("severity")
    penalty = _number(entry["penalty"], "exceptions.penalty", name)
    return Rule(str(entry["type"]), None if severity is None else _severity(severity, name), penalty)


def _severity(value: str, name: str) -> Severity:
    try:
        return Severity(value)
    except ValueError:
        known = [severity.value for severity in Severity]
        raise ConfigError(f"{name}: unknown severity '{value}'{near_miss(str(value), known)}") from None


def _number(value: object, key: str, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 0:
        raise ConfigError(f"{name}: {key} must be a number from 0 up, not {value!r}")
    return float(value)


def _known(table: object, where: str, name: str) -> None:
    if not isinstance(table, dict):
        raise ConfigError(f"{name}: '{where}' must be a table")
    for key in table:
        if key not in _KEYS[where]:
            place = f"{where}.{key}" if where else key
            raise ConfigError(f"{name}: unknown key '{place}'{near_miss(key, _KEYS[where])}")


def _is_under(category: str, type_: str) -> bool:
    return f"{category}/".startswith(f"{type_}/")


def _folder() -> Any:
    return files(__package__).joinpath("profiles")
