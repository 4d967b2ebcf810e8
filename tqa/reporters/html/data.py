"""The issues and the rules' documentation as what the page's script reads.

Issues are arrays and refer to tables of rules, types, files, languages and neighbours by number: a report of 100,000
issues repeats those 100,000 times otherwise. `page/issues.js` names the places of the array. The issues of a large
report stand in scripts of their own beside the page.
"""

import hashlib
import re
from collections.abc import Hashable, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from tqa.model import Issue
from tqa.mqm import PENALTY
from tqa.reporters.html.direction import direction
from tqa.reporters.html.overview import SEVERITIES
from tqa.reporters.records import dumps
from tqa.reporters.reporter import Report
from tqa.reporters.visible import NAMES, safe
from tqa.rule import Example, Rule

# The most issues of a page in one file, and of a script beside a larger one.
MOST_INLINE = 100_000
SHARD = 20_000
# A neighbour's text is cut after so many code points: it is there to be glanced at.
_NEIGHBOUR = 240
_HEADING = re.compile(r"^(Why it matters|How to fix)\b:?[ \t]*(?:\n[-=~]{3,}$)?", re.MULTILINE)


class _Table(dict[Any, int]):
    """Numbers values in the order in which they are first asked for."""

    def __missing__(self, key: Hashable) -> int:
        self[key] = len(self)
        return self[key]


class Shard(NamedTuple):
    """A script of issues: its name relative to the page, the digest that it ends with, and the number of its issues."""

    name: str
    digest: str
    size: int


class Data:
    """What the page's script reads of a report. First come the issues, all of them, then the tables that they fill."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._rules, self._types, self._files, self._langs, self._neighbours = (_Table() for _ in range(5))
        self.shards: list[Shard] = []

    def write_shards(self, folder: str) -> Iterator[tuple[str, Iterator[str]]]:
        """Yield the scripts, each with its name and pieces of text, to be used up before the next one is asked for."""
        rows = self._rows()
        total, number = len(self._report.result.issues) + len(self._report.result.known), 1
        for first in range(0, total, SHARD):
            name = f"{folder}/{number}.js"
            yield name, self._shard(name, islice(rows, SHARD), min(SHARD, total - first))
            number += 1

    def island(self) -> Iterator[str]:
        """Yield the JSON in pieces, safe inside a script element: it holds no `<`. No issues if shards have them."""
        yield '{"issues": ['
        before = "\n"
        for row in () if self.shards else self._rows():
            yield before + row
            before = ",\n"
        tables = {
            "severities": [severity.value for severity in SEVERITIES],
            "points": [PENALTY[severity] for severity in SEVERITIES],
            "rules": [rule_record(name, self._report.rules.get(name)) for name in self._rules],
            "types": list(self._types),
            "files": list(self._files),
            "langs": [[tag, direction(tag)] for tag in self._langs],
            "neighbours": [[one.segment, *map(_cut, one[1:])] for one in self._neighbours],
            "names": {str(code): name for code, name in NAMES.items()},
            "shards": self.shards,
        }
        yield _escape("],\n" + ",\n".join(f'"{name}": {dumps(table)}' for name, table in tables.items()) + "}")

    def _shard(self, name: str, rows: Iterable[str], count: int) -> Iterator[str]:
        """The script, which hands over its issues with their digest: files of two runs don't go together.

        They are JSON in a string: browsers read that more than twice as fast as the same text as a script.
        """
        digest = hashlib.blake2b(digest_size=8)
        before = "tqaShard(JSON.parse('["
        for row in rows:
            digest.update(row.encode())
            yield before + row.replace("\\", "\\\\").replace("'", "\\'")
            before = ","
        self.shards.append(Shard(name, digest.hexdigest(), count))
        yield f']\'), "{digest.hexdigest()}");\n'

    def _rows(self) -> Iterator[str]:
        """The issues packed; known ones stand after the others."""
        for is_known, issues in enumerate((self._report.result.issues, self._report.result.known)):
            for issue in issues:
                yield _escape(dumps(self._pack(issue, is_known)))

    def _pack(self, issue: Issue, is_known: int) -> list[Any]:
        return [
            self._rules[issue.rule],
            self._types[issue.category],
            SEVERITIES.index(issue.severity),
            self._files[safe(issue.file)],
            issue.line,
            issue.segment,
            self._langs[issue.source_lang],
            self._langs[issue.target_lang],
            issue.message,
            issue.source,
            issue.target,
            [value for span in issue.spans for value in (int(span.side == "source"), span.start, span.end)],
            issue.suggestion,
            issue.applicability,
            issue.language,
            issue.fingerprint,
            is_known,
            *(None if one is None else self._neighbours[one] for one in issue.neighbours),
            issue.group,
        ]


def _cut(text: str | None) -> str | None:
    return text if text is None or len(text) <= _NEIGHBOUR else text[:_NEIGHBOUR] + "…"


def _escape(text: str) -> str:
    return text.replace("<", "\\u003c")


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
