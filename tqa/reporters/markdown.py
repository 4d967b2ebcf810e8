"""Markdown for a comment on a pull request: the verdict, what there is of what, and the worst issues.

A comment holds 65,536 characters (GitHub's limit), so that only the first `MOST` issues are listed; it says of how
many. No text under test is taken for markup, pings anybody or links to an issue: every character that could is
written as a reference, and what stands after `@`, `#` or `!` is set off from it.
"""

import re
from collections import Counter
from collections.abc import Iterator

from tqa.model import Issue, Severity
from tqa.reporters.findings import said, worst_first
from tqa.reporters.gates import gate_text
from tqa.reporters.reporter import Report, Reporter
from tqa.reporters.visible import safe

MOST = 25
_TOP_RULES = 10
_LONGEST = 300
_MARKS = {Severity.CRITICAL: "🟣", Severity.MAJOR: "🔴", Severity.MINOR: "🟡", Severity.NEUTRAL: "🔵"}
_ACTIVE = re.compile(r"[@#!:&<>|`*_\[\]\\~${}]")
_REFERENCES = {character: character + "<!-- -->" for character in "@#!"}


def render(report: Report) -> Iterator[str]:
    """Yield the comment's parts."""
    result, summary = report.result, report.result.summary
    passed = report.verdict.passed
    yield f"## {'✅' if passed else '❌'} Translation quality: {'passed' if passed else 'failed'}\n\n"
    extent = f"{_many(summary.files, 'file')}, {_many(summary.segments, 'segment')}, {_many(summary.words, 'word')}"
    known = f" ({summary.known:,} known from the baseline)" if summary.known else ""
    yield f"**{_many(len(result.issues), 'issue')}**{known} in {extent}.\n"
    yield from _gates(report)
    yield from _problems(report)
    if result.issues:
        yield from _counts(report)
        yield from _issues(result.issues)
    yield f"\n<sub>tqa {_plain(result.run.version)}</sub>\n"


def _gates(report: Report) -> Iterator[str]:
    yield "\n| Gate | Allowed | Found | |\n| --- | ---: | ---: | --- |\n"
    for text in map(gate_text, report.verdict.gates):
        mark = "✅ passed" if text.passed else "❌ failed"
        yield f"| {_plain(text.measure)} | {text.allowed} | {text.found} | {mark} |\n"


def _problems(report: Report) -> Iterator[str]:
    problems = report.result.problems
    if problems:
        yield f"\n**{_many(len(problems), 'problem')}** kept tqa from checking everything:\n\n"
        for problem in problems[:MOST]:
            yield f"- {_plain(str(problem))}\n"
        if len(problems) > MOST:
            yield f"- … and {len(problems) - MOST:,} more\n"


def _counts(report: Report) -> Iterator[str]:
    groups: dict[str, Counter[Severity]] = {}
    for issue in report.result.issues:
        groups.setdefault(issue.rule, Counter())[issue.severity] += 1
    severities = [severity for severity, count in report.result.by_severity().items() if count]
    rows = sorted(groups.items(), key=lambda row: ([-row[1][s] for s in severities], row[0]))
    yield "\n| Rule | " + " | ".join(f"{_MARKS[s]} {s.value}" for s in severities) + " |\n"
    yield "| --- |" + " ---: |" * len(severities) + "\n"
    for name, counts in rows[:_TOP_RULES]:
        yield f"| {_code(name)} | " + " | ".join(f"{counts[s]:,}" for s in severities) + " |\n"
    if len(rows) > _TOP_RULES:
        rest = Counter[Severity]()
        for _, counts in rows[_TOP_RULES:]:
            rest.update(counts)
        yield f"| {len(rows) - _TOP_RULES} more | " + " | ".join(f"{rest[s]:,}" for s in severities) + " |\n"


def _issues(issues: tuple[Issue, ...]) -> Iterator[str]:
    title = "All issues" if len(issues) <= MOST else f"The {MOST} worst of {len(issues):,} issues"
    yield f"\n<details open>\n<summary>{title}</summary>\n\n"
    yield "| | Place | Issue | Text |\n| --- | --- | --- | --- |\n"
    for issue in worst_first(issues)[:MOST]:
        place = issue.file if issue.line is None else f"{issue.file}:{issue.line}"
        what = f"{_plain(said(issue))} {_code(issue.rule)}"
        yield f"| {_MARKS[issue.severity]} | {_code(place)} | {what} | {_marked(issue)} |\n"
    yield "\n</details>\n"


def _marked(issue: Issue) -> str:
    """The text around the primary span, which is bold; on its own side."""
    side, start, end = issue.spans[0] if issue.spans else ("target", 0, 0)
    text = issue.source or "" if side == "source" else issue.target
    room = max(0, _LONGEST - (end - start)) // 2
    low, high = max(0, start - room), min(len(text), max(end, start) + room)
    end = min(end, start + _LONGEST)
    mark = f"<b>{_escape(text[start:end])}</b>" if end > start else ""
    inside = f"{'…' if low else ''}{_escape(text[low:start])}{mark}{_escape(text[end:high])}"
    return f"<code>{inside}{'…' if high < len(text) else ''}</code>" if text else "(empty)"


def _escape(text: str) -> str:
    """The text as text alone: hosts look for names and links after they have read references, hence the comments."""
    return _ACTIVE.sub(lambda found: _REFERENCES.get(found[0]) or f"&#{ord(found[0])};", safe(text))


def _plain(text: str) -> str:
    return _escape(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")


def _code(text: str) -> str:
    return f"<code>{_escape(text)}</code>"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


REPORTER = Reporter("markdown", "a comment on a pull request", render)
