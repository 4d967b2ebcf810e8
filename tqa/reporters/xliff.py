"""XLIFF 2.1 for translation tools: each segment with issues is a unit, and the issues are its ITS annotations.

W3C, Internationalization Tag Set 2.0, section 8.17 (localization quality issue), written as XLIFF 2.1 has it in section
5.9.10: a `mrk` of the type `its:generic` around what an issue marks, several issues of one place standing off. Where
spans cross, the later one's issues go to the whole segment.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from tqa.model import Issue, Severity, Side, Span
from tqa.reporters.findings import said
from tqa.reporters.reporter import Report, Reporter

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"'
    ' xmlns:its="http://www.w3.org/2005/11/its" xmlns:itsm="urn:oasis:names:tc:xliff:itsm:2.1" its:version="2.0"'
    ' version="2.1" srcLang={source} trgLang={target}>\n'
)
# From 0 to 100, in the middle of the ranges that tqa reads them as.
_SEVERITIES = {Severity.NEUTRAL: 0, Severity.MINOR: 25, Severity.MAJOR: 70, Severity.CRITICAL: 100}
_TYPES = {
    "accuracy/addition": "addition",
    "accuracy/mistranslation": "mistranslation",
    "accuracy/omission": "omission",
    "accuracy/untranslated": "untranslated",
    "design/layout": "formatting",
    "design/length": "length",
    "design/markup": "markup",
    "linguistic-conventions/character-encoding": "characters",
    "linguistic-conventions/grammar": "grammar",
    "linguistic-conventions/punctuation": "typographical",
    "linguistic-conventions/spelling": "misspelling",
    "linguistic-conventions/unintelligible": "non-conformance",
    "style/inconsistent-style": "inconsistency",
    "terminology/inconsistent-use": "inconsistency",
}
_GROUPS = {"locale-conventions": "locale-violation", "style": "style", "terminology": "terminology"}
# What XML 1.0 can't hold; XLIFF writes it as an element in text.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class _Mark(NamedTuple):
    """A stretch of a text and what is said of it."""

    start: int
    end: int
    attributes: str


def render(report: Report) -> Iterator[str]:
    """Yield the document, a unit at a time. Of several language pairs each has a file element that names its own."""
    issues = report.result.issues
    langs = report.result.run.source_lang, report.result.run.target_lang
    if issues and "und" in langs:
        langs = issues[0].source_lang, issues[0].target_lang
    yield _HEAD.format(source=_quoted(langs[0]), target=_quoted(langs[1]))
    files: dict[tuple[str, str, str], list[Issue]] = {}
    for issue in issues:
        files.setdefault((issue.file, issue.source_lang, issue.target_lang), []).append(issue)
    for number, ((name, source_lang, target_lang), found) in enumerate(files.items(), 1):
        yield f'<file id="f{number}" original={_quoted(name)}>\n'
        other = (source_lang, target_lang) != langs
        found.sort(key=_unit_key)
        for n, (_, unit) in enumerate(groupby(found, key=_unit_key), 1):
            yield from _unit(n, list(unit), (source_lang, target_lang) if other else None)
        yield "</file>\n"
    if not files:
        yield '<file id="f1"><unit id="u1"><segment><source/></segment></unit></file>\n'
    yield "</xliff>\n"


def _unit_key(issue: Issue) -> tuple[str, str, str]:
    return issue.segment, issue.source or "", issue.target


def _unit(number: int, issues: Sequence[Issue], langs: tuple[str, str] | None) -> Iterator[str]:
    """The unit of one segment. langs: of its texts, where they are others than the document's."""
    first = issues[0]
    apart: list[str] = []
    places: dict[Side, dict[tuple[int, int], list[Issue]]] = {"source": {}, "target": {}}
    whole: list[Issue] = []
    for issue in issues:
        span = next(iter(issue.spans), None)
        if span is None or any(_cross(span, other) for other in places[span.side]):
            whole.append(issue)
        else:
            places[span.side].setdefault((span.start, span.end), []).append(issue)
    marks: dict[Side, list[_Mark]] = {"source": [], "target": []}
    for side, found in places.items():
        for (start, end), these in found.items():
            marks[side].append(_Mark(start, end, _attributes(number, these, apart)))
    on_unit = f" {_attributes(number, whole, apart)}" if whole else ""
    yield f'<unit id="u{number}" name={_quoted(first.segment)}{on_unit}>\n'
    yield from apart
    source, target = _text(first.source or "", marks["source"], "s"), _text(first.target, marks["target"], "t")
    tags = [f" xml:lang={_quoted(lang)}" for lang in langs] if langs else ["", ""]
    yield f"<segment><source{tags[0]}>{source}</source><target{tags[1]}>{target}</target></segment>\n</unit>\n"


def _cross(span: Span, other: tuple[int, int]) -> bool:
    """Whether two stretches overlap without one's holding the other."""
    return span.start < other[0] < span.end < other[1] or other[0] < span.start < other[1] < span.end


def _attributes(unit: int, issues: Sequence[Issue], apart: list[str]) -> str:
    """What is said of a place: attributes, or for several issues a reference to elements, which go to `apart`."""
    if len(issues) == 1:
        return " ".join(f"its:{item}" for item in _described(issues[0]))
    key = f"u{unit}q{len(apart) + 1}"
    inside = "".join(f"<its:locQualityIssue {' '.join(_described(issue))}/>" for issue in issues)
    apart.append(f'<its:locQualityIssues xml:id="{key}">{inside}</its:locQualityIssues>\n')
    return f'its:locQualityIssuesRef="#its={key}"'


def _described(issue: Issue) -> Iterable[str]:
    group = issue.category.partition("/")[0]
    kind = _TYPES.get(issue.category) or _GROUPS.get(group, "other")
    yield f'locQualityIssueType="{kind}"'
    yield f"locQualityIssueComment={_quoted(f'{said(issue)} [{issue.rule}]')}"
    yield f'locQualityIssueSeverity="{_SEVERITIES[issue.severity]}"'


def _text(text: str, marks: Sequence[_Mark], prefix: str) -> str:
    """The text with its marks, which don't cross."""
    out: list[str] = []
    done = 0
    open_marks: list[_Mark] = []

    def write(to: int) -> None:
        nonlocal done
        out.append(_NOT_XML.sub(lambda match: f'<cp hex="{ord(match[0]):04X}"/>', escape(text[done:to])))
        done = to

    for number, mark in enumerate(sorted(marks, key=lambda mark: (mark.start, -mark.end)), 1):
        while open_marks and open_marks[-1].end <= mark.start:
            write(open_marks.pop().end)
            out.append("</mrk>")
        write(mark.start)
        out.append(f'<mrk id="{prefix}{number}" type="its:generic" {mark.attributes}>')
        open_marks.append(mark)
    while open_marks:
        write(open_marks.pop().end)
        out.append("</mrk>")
    write(len(text))
    return "".join(out)


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))


REPORTER = Reporter("xliff", "XLIFF 2.1 with the issues as ITS annotations, for translation tools", render)
