"""The outcome of a check: a value that any reporter can render, now or later."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from tqa.model import Issue, Problem, Severity


@dataclass(frozen=True, slots=True)
class Run:
    """What was run: enough to know whether two results can be compared."""

    version: str
    rules: tuple[str, ...]
    source_lang: str
    target_lang: str
    preview: bool = False
    config: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over the whole input. `words` counts target words; `known` the issues that the baseline held back."""

    files: int
    segments: int
    words: int
    known: int = 0
    segments_by_file: Mapping[str, int] = field(default_factory=dict)
    words_by_file: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """The issues in input order, what went wrong on the way, and the counts."""

    run: Run
    summary: Summary
    issues: tuple[Issue, ...]
    problems: tuple[Problem, ...] = ()

    def by_severity(self) -> dict[Severity, int]:
        """The number of issues of each severity, worst first, zeros included."""
        counts = Counter(issue.severity for issue in self.issues)
        return {severity: counts[severity] for severity in sorted(Severity, reverse=True)}

    def by_rule(self) -> dict[str, int]:
        """The number of issues of each rule that found any, most first."""
        return dict(Counter(issue.rule for issue in self.issues).most_common())
