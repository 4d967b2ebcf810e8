"""JUnit XML, which every CI server shows: a suite for each file, a case for each issue in it.

An issue at or over the threshold is a failure, one below it a passed case with its text; a file without issues is one
passed case. What kept tqa from its job is an error. The dialect is the one that Jenkins reads (junit-10.xsd).
"""

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from tqa.gate import FAIL_ON, Gate
from tqa.model import Issue, Problem
from tqa.reporters.findings import said
from tqa.reporters.gates import gate_text
from tqa.reporters.reporter import Report, Reporter
from tqa.reporters.visible import safe

_NOT_XML = re.compile("[\ufffe\uffff]")


def render(report: Report) -> Iterator[str]:
    """Yield the document, a suite at a time."""
    files: dict[str, list[Issue]] = {name: [] for name in report.result.summary.segments_by_file}
    for issue in report.result.issues:
        files.setdefault(issue.file, []).append(issue)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tqa">\n'
    for name, issues in files.items():
        yield from _suite(name, issues, report)
    yield from _gates(report.verdict.gates)
    if report.result.problems:
        count = len(report.result.problems)
        yield _head("tqa", count, 0, count)
        yield from map(_error, report.result.problems)
        yield "</testsuite>\n"
    yield "</testsuites>\n"


def _gates(gates: Sequence[Gate]) -> Iterator[str]:
    """The limits that are set beside the severity from which on an issue fails, as a suite of their own."""
    limits = [gate_text(gate) for gate in gates if gate.name != FAIL_ON]
    if limits:
        yield _head("gates", len(limits), sum(not text.passed for text in limits), 0)
        for text in limits:
            found = _quoted(f"{text.found} found, {text.allowed} allowed")
            failure = "" if text.passed else f'<failure type="gate" message={found}/>'
            yield f'<testcase name={_quoted(text.setting)} classname="gates" time="0">{failure}</testcase>\n'
        yield "</testsuite>\n"


def _suite(name: str, issues: list[Issue], report: Report) -> Iterator[str]:
    failures = sum(issue.severity >= report.verdict.threshold for issue in issues)
    yield _head(name, max(1, len(issues)), failures, 0)
    if not issues:
        segments = report.result.summary.segments_by_file.get(name, 0)
        yield f'<testcase name={_quoted(f"{segments:,} segments")} classname={_quoted(name)} time="0"/>\n'
    for issue in issues:
        place = issue.segment if issue.line is None else f"line {issue.line}, {issue.segment}"
        yield f'<testcase name={_quoted(f"{issue.rule}: {place}")} classname={_quoted(name)} time="0">\n'
        if issue.severity >= report.verdict.threshold:
            kind = f"{issue.severity.value} {issue.category}"
            yield f"<failure type={_quoted(kind)} message={_quoted(said(issue))}>{_body(issue)}</failure>\n"
        else:
            yield f"<system-out>{_text(f'{issue.severity.value}: {said(issue)}')}\n{_body(issue)}</system-out>\n"
        yield "</testcase>\n"
    yield "</testsuite>\n"


def _head(name: str, tests: int, failures: int, errors: int) -> str:
    return f'<testsuite name={_quoted(name)} tests="{tests}" failures="{failures}" errors="{errors}" time="0">\n'


def _body(issue: Issue) -> str:
    place = issue.file if issue.line is None else f"{issue.file}:{issue.line}"
    lines = [place, *(["source: " + issue.source] if issue.source else []), "target: " + issue.target]
    return "\n".join(map(_text, lines))


def _error(problem: Problem) -> str:
    name = _quoted(problem.file or "run")
    return (
        f'<testcase name={name} classname="tqa" time="0"><error type="problem" message={_quoted(str(problem))}/>'
        "</testcase>\n"
    )


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", safe(text))


def _text(text: str) -> str:
    return escape(_clean(text))


def _quoted(text: str) -> str:
    return quoteattr(_clean(text))


REPORTER = Reporter("junit", "JUnit XML, for CI servers", render)
