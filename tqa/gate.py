"""Decides whether a result may pass: each gate has a threshold and what was found, and all of them must hold."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tqa.config.patterns import file_matcher
from tqa.config.schema import Config, Limits
from tqa.engine.result import Result
from tqa.model import Issue, Severity
from tqa.mqm import PENALTY

FAIL_ON = "fail-on"


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate and what came of it.

    `name` is the setting's: `fail-on` (allowed: 0 issues of `severity` or worse), `max-issues`, `max-per-1000-words`,
    `min-mqm-score`. `rule`, `files` (a pattern) and `language` (a target language) narrow it down. `actual` is None
    where there is nothing to measure.
    """

    name: str
    allowed: float
    actual: float | None
    passed: bool
    severity: Severity = Severity.MINOR
    rule: str | None = None
    files: str | None = None
    language: str | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether it holds for a part of the issues only."""
        return not self.rule is self.files is self.language is None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision. `threshold` is the severity from which on an issue counts, `failing` the number of those that do.

    A run with problems never passes.
    """

    threshold: Severity
    failing: int
    problems: int
    gates: tuple[Gate, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the release may go out."""
        return not self.problems and all(gate.passed for gate in self.gates)


def judge(result: Result, fail_on: Severity | None = None, config: Config | None = None) -> Verdict:
    """Hold `result` against its gates; neutral issues count in none.

    fail_on: the severity from which on an issue fails the run, minor without it. But a limit that is set for the whole
    run stands in place of that default: who allows ten issues doesn't want the first to fail. config: the limits.
    """
    config = config or Config()
    has_limits = config.gate != Limits()
    threshold = max(fail_on or Severity.MINOR, Severity.MINOR)
    everything = replace(config.gate, fail_on=None if has_limits and fail_on is None else threshold)
    gates = [
        gate
        for limits in (everything, *config.scoped_gates)
        for gate in _gates(limits, _in_scope(result, limits, config), _words(result, limits, config))
    ]
    failing = sum(issue.severity >= threshold for issue in result.issues)
    return Verdict(threshold, failing, len(result.problems), tuple(gates))


def mqm_score(issues: Iterable[Issue], words: int) -> float:
    """The overall quality score of MQM's raw scoring model: 100 × (1 - penalty points / words).

    Source: The MQM Scoring Models, themqm.org. 100 is without fault, one critical issue in 100 words makes it 75;
    it can be below 0. Raises `ZeroDivisionError` without words.
    """
    return 100 * (1 - sum(PENALTY[issue.severity] for issue in issues) / words)


def _gates(limits: Limits, issues: Sequence[Issue], words: int) -> Iterator[Gate]:
    counted = len(issues)

    def gate(name: str, allowed: float, actual: float | None, passed: bool, severity: Severity) -> Gate:
        return Gate(name, allowed, actual, passed, severity, limits.rule, limits.pattern, limits.language)

    if limits.fail_on is not None:
        severity = max(limits.fail_on, Severity.MINOR)
        failing = sum(issue.severity >= severity for issue in issues)
        yield gate(FAIL_ON, 0, failing, not failing, severity)
    if (most := limits.max_issues) is not None:
        yield gate("max-issues", most, counted, counted <= most, Severity.MINOR)
    if (rate := limits.max_per_1000_words) is not None:
        found = 1000 * counted / words if words else None
        yield gate("max-per-1000-words", rate, found, not counted if found is None else found <= rate, Severity.MINOR)
    if (least := limits.min_mqm_score) is not None:
        score = mqm_score(issues, words) if words else None
        yield gate("min-mqm-score", least, score, not counted if score is None else score >= least, Severity.MINOR)


def _in_scope(result: Result, limits: Limits, config: Config) -> list[Issue]:
    is_in = _matcher(limits, config)
    return [
        issue
        for issue in result.issues
        if issue.severity > Severity.NEUTRAL
        and limits.rule in (None, issue.rule)
        and is_in(issue.file)
        and _is_language(issue.target_lang, limits.language)
    ]


def _words(result: Result, limits: Limits, config: Config) -> int:
    if limits.language is not None:
        by_lang = result.summary.words_by_lang
        return sum(words for tag, words in by_lang.items() if _is_language(tag, limits.language))
    if limits.pattern is None:
        return result.summary.words
    is_in = _matcher(limits, config)
    return sum(words for file, words in result.summary.words_by_file.items() if is_in(file))


def _is_language(tag: str, wanted: str | None) -> bool:
    """Whether a tag is the wanted one or a narrower one of it: pt-BR is pt, too."""
    return wanted is None or f"{tag}-".lower().startswith(f"{wanted}-".lower())


def _matcher(limits: Limits, config: Config) -> Callable[[str], bool]:
    return (lambda _: True) if limits.pattern is None else file_matcher(limits.pattern, config.folder)
