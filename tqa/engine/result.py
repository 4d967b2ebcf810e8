"""The outcome of a check: a value that any reporter can render, now or later."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tqa.model import Issue, Problem, Severity
from tqa.triage.baseline import Entry
from tqa.triage.suppressions import Suppressed


@dataclass(frozen=True, slots=True)
class Run:
    """What was run: enough to know whether two results can be compared. `baseline` is the file's name, if any."""

    version: str
    rules: tuple[str, ...]
    source_lang: str
    target_lang: str
    preview: bool = False
    config: str | None = None
    baseline: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over the whole input. `words` counts target words; `known` the issues that the baseline held back.

    Of a target without blanks the words of the source are counted, or its letters by two (see `tqa.scores.words`).
    """

    files: int
    segments: int
    words: int
    known: int = 0
    segments_by_file: Mapping[str, int] = field(default_factory=dict)
    words_by_file: Mapping[str, int] = field(default_factory=dict)
    words_by_lang: Mapping[str, int] = field(default_factory=dict)


class Recognised(NamedTuple):
    """A file whose languages nobody named, and those that its texts were found to be in, `und` where they weren't."""

    file: str
    source_lang: str
    target_lang: str


@dataclass(frozen=True, slots=True)
class Result:
    """The issues in input order, what went wrong on the way, and the counts.

    Beside the issues stand those that the baseline holds back (`known`) and those that the configuration suppresses.
    `stale` are entries of the baseline that are no longer found, `unused` suppressions with nothing to suppress, each
    as the place where it stands: both had better be taken out. `recognised`: languages that nobody named.
    """

    run: Run
    summary: Summary
    issues: tuple[Issue, ...]
    problems: tuple[Problem, ...] = ()
    known: tuple[Issue, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    stale: tuple[Entry, ...] = ()
    unused: tuple[str, ...] = ()
    recognised: tuple[Recognised, ...] = ()

    def by_severity(self) -> dict[Severity, int]:
        """The number of issues of each severity, worst first, zeros included."""
        counts = Counter(issue.severity for issue in self.issues)
        return {severity: counts[severity] for severity in sorted(Severity, reverse=True)}

    def by_rule(self) -> dict[str, int]:
        """The number of issues of each rule that found any, most first."""
        return dict(Counter(issue.rule for issue in self.issues).most_common())
