"""The issues and the rules' documentation as the JSON that the page's script reads.

Issues are arrays and refer to tables of rules, types, files and languages by number: a report of 100,000 issues
repeats those strings 100,000 times otherwise. `page/issues.js` names the places of the array.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from tqa.model import Issue
from tqa.reporters.html.direction import direction
from tqa.reporters.html.overview import SEVERITIES
from tqa.reporters.records import dumps
from tqa.reporters.reporter import Report
from tqa.reporters.visible import NAMES, safe
from tqa.rule import Example, Rule

_HEADING = re.compile(r"^(Why it matters|How to fix)\b:?[ \t]*(?:\n[-=~]{3,}$)?", re.MULTILINE)


class _Table(dict[str, int]):
    """Numbers strings in the order in which they are first asked for."""

    def __missing__(self, key: str) -> int:
        self[key] = len(self)
        return self[key]


def island(report: Report) -> Iterator[str]:
    """Yield the JSON in pieces, safe inside a script element: it holds no `<`. Known issues stand after the others."""
    rules, types, files, langs = _Table(), _Table(), _Table(), _Table()
    yield '{"issues": ['
    before = "\n"
    for is_known, issues in enumerate((report.result.issues, report.result.known)):
        for issue in issues:
            numbers = rules[issue.rule], types[issue.category], files[safe(issue.file)]
            yield _escape(before + dumps(_pack(issue, *numbers, langs, is_known=bool(is_known))))
            before = ",\n"
    tables = {
        "severities": [severity.value for severity in SEVERITIES],
        "rules": [rule_record(name, report.rules.get(name)) for name in rules],
        "types": list(types),
        "files": list(files),
        "langs": [[tag, direction(tag)] for tag in langs],
        "names": {str(code): name for code, name in NAMES.items()},
    }
    yield _escape("],\n" + ",\n".join(f'"{name}": {dumps(table)}' for name, table in tables.items()) + "}")


def _escape(text: str) -> str:
    return text.replace("<", "\\u003c")


def _pack(issue: Issue, rule: int, category: int, file: int, langs: _Table, *, is_known: bool) -> list[Any]:
    return [
        rule,
        category,
        SEVERITIES.index(issue.severity),
        file,
        issue.line,
        issue.segment,
        langs[issue.source_lang],
        langs[issue.target_lang],
        issue.message,
        issue.source,
        issue.target,
        [value for span in issue.spans for value in (int(span.side == "source"), span.start, span.end)],
        issue.suggestion,
        issue.applicability,
        issue.language,
        issue.fingerprint,
        int(is_known),
    ]


def rule_record(name: str, rule: Rule | None) -> dict[str, Any]:
    """What the page tells about a rule: its documentation in parts, a bad and a good example."""
    if rule is None:
        return {"id": name}
    parts = sections(rule.documentation)
    return {
        "id": name,
        "summary": rule.summary,
        "why": parts.get("Why it matters", ""),
        "fix": parts.get("How to fix", ""),
        "bad": _example(example for example in rule.examples if example.is_bad),
        "good": _example(example for example in rule.examples if not example.is_bad),
    }


def sections(documentation: str) -> dict[str, str]:
    """The fixed parts of a rule's documentation by heading, each reflowed to one line a paragraph."""
    _, *parts = _HEADING.split(documentation)
    return {heading: _reflow(body) for heading, body in zip(parts[::2], parts[1::2], strict=True)}


def _reflow(text: str) -> str:
    return "\n".join(" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text.strip()))


def _example(examples: Iterable[Example]) -> list[list[Any]]:
    """The texts of the first example: each a text, its language and direction."""
    for example in examples:
        return [
            [text, lang, direction(lang)]
            for one in example.segments()
            for text, lang in ((one.source, one.source_lang), (one.target, one.target_lang))
            if text is not None
        ]
    return []
