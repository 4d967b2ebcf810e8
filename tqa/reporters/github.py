"""Annotations on the lines of a pull request, as GitHub Actions takes them from a step's output.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions. It shows ten errors, ten warnings and
ten notices a step, so the worst issues come first; the last line, which is no annotation, has the counts.
"""

from collections.abc import Iterator

from tqa.model import Severity
from tqa.reporters.findings import said, worst_first
from tqa.reporters.reporter import Report, Reporter
from tqa.reporters.visible import safe

_COMMANDS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "notice",
}


def render(report: Report) -> Iterator[str]:
    """Yield a command for each problem and issue, then the counts."""
    for problem in report.result.problems:
        yield _command("error", problem.file, problem.line, "tqa", safe(problem.message))
    for issue in worst_first(report.result.issues):
        title = f"{issue.rule} ({issue.severity.value})"
        yield _command(_COMMANDS[issue.severity], issue.file, issue.line, title, said(issue))
    counts = ", ".join(f"{count:,} {severity.value}" for severity, count in report.result.by_severity().items())
    verdict = "passed" if report.verdict.passed else "failed"
    yield f"tqa {verdict}: {len(report.result.issues):,} issues ({counts})\n"


def _command(name: str, file: str | None, line: int | None, title: str, message: str) -> str:
    given = {"file": file, "line": line, "title": title}
    properties = ",".join(f"{key}={_escape(str(value))}" for key, value in given.items() if value is not None)
    return f"::{name} {properties}::{_escape_data(message)}\n"


def _escape_data(text: str) -> str:
    return safe(text).replace("%", "%25")


def _escape(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


REPORTER = Reporter("github", "annotations in GitHub Actions", render)
