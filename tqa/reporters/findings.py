"""What the reports for code hosts have in common: the order of issues, and an issue said in one line."""

from collections.abc import Iterable

from tqa.model import Issue
from tqa.reporters.visible import safe


def worst_first(issues: Iterable[Issue]) -> list[Issue]:
    """The issues by severity, those of one severity in the order given: hosts show the first ones only."""
    return sorted(issues, key=lambda issue: -issue.severity.rank)


def marked(issue: Issue) -> str:
    """The text under the primary span, "" without one."""
    if not issue.spans:
        return ""
    side, start, end = issue.spans[0]
    return issue.text(side)[start:end]


def said(issue: Issue) -> str:
    """The message with the suggestion, on one printable line."""
    return safe(issue.message if issue.suggestion is None else f"{issue.message} ({_advice(issue)})")


def _advice(issue: Issue) -> str:
    what = f"“{issue.suggestion}”" if issue.suggestion else f"take out “{marked(issue)}”"
    return f"{'perhaps' if issue.applicability == 'unsafe' else 'suggested'}: {what}"
