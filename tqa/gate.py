"""Decides whether a result may pass."""

from dataclasses import dataclass

from tqa.engine.result import Result
from tqa.model import Severity


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gate's decision: how many issues stand at or over the threshold; a run with problems never passes."""

    threshold: Severity
    failing: int
    problems: int

    @property
    def passed(self) -> bool:
        """Whether the release may go out."""
        return not self.failing and not self.problems


def judge(result: Result, fail_on: Severity) -> Verdict:
    """Hold `result` against the severity from which on an issue fails the run; neutral issues never do."""
    threshold = max(fail_on, Severity.MINOR)
    failing = sum(issue.severity >= threshold for issue in result.issues)
    return Verdict(threshold, failing, len(result.problems))
