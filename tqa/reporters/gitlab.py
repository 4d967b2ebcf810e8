"""GitLab's Code Quality report: issues beside the lines of a merge request.

https://docs.gitlab.com/ci/testing/code_quality/ (Code Quality report format). A place needs a line there; where a
format has none, it is the first.
"""

from collections.abc import Iterator

from tqa.model import Severity
from tqa.reporters.findings import said
from tqa.reporters.records import dumps
from tqa.reporters.reporter import Report, Reporter

_SEVERITIES = {Severity.NEUTRAL: "info"}


def render(report: Report) -> Iterator[str]:
    """Yield the list in pieces, one issue a line."""
    yield "["
    before = "\n  "
    for issue in report.result.issues:
        record = {
            "description": said(issue),
            "check_name": issue.rule,
            "fingerprint": issue.fingerprint,
            "severity": _SEVERITIES.get(issue.severity, issue.severity.value),
            "location": {"path": issue.file.removeprefix("./"), "lines": {"begin": issue.line or 1}},
        }
        yield before + dumps(record)
        before = ",\n  "
    yield "]\n" if before == "\n  " else "\n]\n"


REPORTER = Reporter("gitlab", "a GitLab Code Quality report", render)
