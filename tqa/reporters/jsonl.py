"""JSON Lines: one issue a line and nothing else, for programs that read as they go."""

from collections.abc import Iterator

from tqa.reporters.records import dumps, issue_record
from tqa.reporters.reporter import Report, Reporter


def render(report: Report) -> Iterator[str]:
    """Yield a line for each issue."""
    for issue in report.result.issues:
        yield dumps(issue_record(issue)) + "\n"


REPORTER = Reporter("jsonl", "one issue as a JSON object a line", render)
