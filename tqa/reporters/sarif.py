"""SARIF 2.1.0: what code hosts and editors read to show issues beside the text.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Hosts take no more than 25,000 results a run
(https://docs.github.com/en/code-security/code-scanning: "SARIF results exceed one or more limits"): the worst ones are
kept, and the file itself says how many are left out.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from tqa.model import Issue, Problem, Severity
from tqa.reporters.findings import said, worst_first
from tqa.reporters.help import rule_help
from tqa.reporters.records import dumps
from tqa.reporters.reporter import Report, Reporter
from tqa.reporters.visible import safe
from tqa.rule import Rule

MOST = 25_000
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "note",
}


def render(report: Report) -> Iterator[str]:
    """Yield the log in pieces, one result a line."""
    shown = worst_first(report.result.issues)[:MOST]
    names = list(dict.fromkeys(issue.rule for issue in shown))
    places = {name: place for place, name in enumerate(names)}
    driver = {
        "name": "tqa",
        "semanticVersion": report.result.run.version,
        "rules": [_descriptor(name, report.rules.get(name)) for name in names],
    }
    yield f'{{"$schema": "{SCHEMA}",\n "version": "2.1.0",\n "runs": [{{\n'
    yield f'  "tool": {dumps({"driver": driver})},\n'
    yield f'  "invocations": [{dumps(_invocation(report, len(shown)))}],\n'
    yield '  "columnKind": "unicodeCodePoints",\n  "results": ['
    # Known issues aren't in the log: a host would show them again. So all are new where there is a baseline.
    state = {"baselineState": "new"} if report.result.run.baseline is not None else {}
    before = "\n    "
    for issue in shown:
        yield before + dumps(_result(issue, places[issue.rule]) | state)
        before = ",\n    "
    yield "]}]}\n"


def _descriptor(name: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.documentation, "markdown": rule_help(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"category": rule.category, "tags": ["translation", *rule.category.split("/")]},
    }


def _invocation(report: Report, shown: int) -> dict[str, Any]:
    notes = [_notification(problem) for problem in report.result.problems]
    total = len(report.result.issues)
    if total > shown:
        text = f"{total - shown:,} of {total:,} issues are left out: a code host takes {MOST:,}; the worst are here"
        notes.append({"level": "warning", "message": {"text": text}})
    return {"executionSuccessful": not report.result.problems, "toolExecutionNotifications": notes}


def _notification(problem: Problem) -> dict[str, Any]:
    note: dict[str, Any] = {"level": "error", "message": {"text": safe(problem.message)}}
    if problem.file is not None:
        note["locations"] = [{"physicalLocation": _place(problem.file, problem.line)}]
    return note


def _result(issue: Issue, rule: int) -> dict[str, Any]:
    return {
        "ruleId": issue.rule,
        "ruleIndex": rule,
        "level": _LEVELS[issue.severity],
        "message": {"text": said(issue)},
        "locations": [
            {
                "physicalLocation": _place(issue.file, issue.line),
                "logicalLocations": [{"name": issue.segment, "kind": "resource"}],
            }
        ],
        "partialFingerprints": {"tqa/v1": issue.fingerprint},
        "properties": {
            "severity": issue.severity.value,
            "category": issue.category,
            "sourceLanguage": issue.source_lang,
            "targetLanguage": issue.target_lang,
            "source": issue.source,
            "target": issue.target,
        },
    }


def _place(file: str, line: int | None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(file)}}
    if line is not None:
        place["region"] = {"startLine": line}
    return place


def _uri(file: str) -> str:
    """A relative path as a relative reference, an absolute one as a `file:` URI."""
    path = quote(file.replace("\\", "/").removeprefix("./"), safe="/", errors="surrogateescape")
    if path.startswith("/"):
        return f"file://{path}"
    return f"file:///{path.replace('%3A', ':', 1)}" if _DRIVE.match(file) else path


REPORTER = Reporter("sarif", "SARIF 2.1.0, for code hosts and editors", render, limit=MOST)
