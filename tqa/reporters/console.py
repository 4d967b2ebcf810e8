"""The report for people at a terminal, or reading a log: by file, each issue with its text and the place marked."""

from collections.abc import Iterable, Iterator

from tqa.engine.result import Recognised
from tqa.gate import FAIL_ON
from tqa.language.names import language_name
from tqa.language.tags import UNDETERMINED
from tqa.model import Issue, Severity, Side
from tqa.reporters.gates import gate_text
from tqa.reporters.reporter import Report, Reporter
from tqa.reporters.snippet import EVIDENCE, PLAIN, PRIMARY, Mark, cell_len, snippet
from tqa.reporters.visible import safe

MARKS = {Severity.CRITICAL: "■", Severity.MAJOR: "▲", Severity.MINOR: "●", Severity.NEUTRAL: "○"}
_COLORS = {Severity.CRITICAL: "1;35", Severity.MAJOR: "1;31", Severity.MINOR: "33", Severity.NEUTRAL: "36"}
_BOLD, _DIM, _GREEN, _RED = "1", "2", "32", "1;31"
_INDENT = "    "
_LEAST_WIDTH, _MOST_WIDTH = 40, 140
_MOST_PLACE = 20


class _Printer:
    """Lays out a report for one width, with or without colour."""

    def __init__(self, report: Report) -> None:
        self._color = report.color
        self._width = max(_LEAST_WIDTH, min(report.width, _MOST_WIDTH))

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._color and text else text

    def file(self, name: str, count: int) -> str:
        return f"{self.paint(safe(name), '1;4')}  {self.paint(_many(count, 'issue'), _DIM)}\n"

    def issue(self, issue: Issue, place_width: int) -> str:
        color = _COLORS[issue.severity]
        severity = self.paint(f"{MARKS[issue.severity]} {issue.severity.value:<8}", color)
        place = self.paint(_place(issue).ljust(place_width), _BOLD)
        lines = [f"  {place}  {severity}  {self.paint(safe(issue.rule), _DIM)}"]
        lines += (_INDENT + line for line in _wrap(safe(issue.message), self._width - len(_INDENT)))
        for side in _sides(issue):
            lines += self._text(issue, side, color)
        if issue.suggestion is not None:
            lines.append(self._suggestion(issue))
        return "\n".join(lines) + "\n"

    def _text(self, issue: Issue, side: Side, color: str) -> Iterator[str]:
        cells = self._width - len(_INDENT) - len("target │ ")
        if not issue.text(side):
            yield self.paint(f"{_INDENT}{side} │ (empty)", _DIM)
            return
        pieces, marks = snippet(issue.text(side), _marks(issue, side), cells)
        styles = {PRIMARY: f"1;{color}", EVIDENCE: "4"}
        line = "".join(text if sign == PLAIN else self.paint(text, styles[sign]) for text, sign in pieces)
        yield f"{_INDENT}{self.paint(f'{side} │', _DIM)} {line}".rstrip()
        if marks:
            yield f"{_INDENT}{self.paint('       │', _DIM)} {self.paint(marks, color)}"

    def _suggestion(self, issue: Issue) -> str:
        text = issue.suggestion or ""
        note = "  (unsure)" if issue.applicability == "unsafe" else ""
        cells = self._width - len(_INDENT) - len("       → ") - len(note)
        shown = "".join(piece for piece, _ in snippet(text, (), cells).pieces) or "(nothing: take it out)"
        return f"{_INDENT}       {self.paint('→ ' + shown, _GREEN)}{self.paint(note, _DIM)}"

    def notes(self, report: Report) -> Iterator[str]:
        """Which languages were guessed, and what of the baseline and the suppressions is of no more use."""
        result = report.result
        for langs, files in _by_languages(result.recognised).items():
            where = files[0] if len(files) == 1 else f"{len(files):,} files"
            yield self.paint(f"read {safe(where)} as {langs}; --source-lang and --target-lang settle it", _DIM) + "\n"
        if result.stale:
            one = len(result.stale) == 1
            what = f"{_many(len(result.stale), 'entry' if one else 'entrie')} of the baseline {'is' if one else 'are'}"
            yield self.paint(f"{what} no longer found: tqa baseline update takes out what is mended", _DIM) + "\n"
        if result.unused:
            what = "this suppression matches" if len(result.unused) == 1 else "these suppressions match"
            yield self.paint(f"{what} nothing: {safe(', '.join(result.unused))}", _DIM) + "\n"

    def gates(self, report: Report) -> Iterator[str]:
        """A line for each gate, where there are more than the one that always is."""
        texts = [gate_text(gate) for gate in report.verdict.gates]
        if len(texts) < 2 and all(gate.name == FAIL_ON for gate in report.verdict.gates):
            return
        width = max(cell_len(text.measure) for text in texts)
        digits = max(len(text.allowed) for text in texts)
        for text in texts:
            verdict = self.paint("passed", _GREEN) if text.passed else self.paint("failed", _RED)
            padding = " " * (width - cell_len(text.measure))
            allowed = f"allowed {text.allowed:<{digits}}  found {text.found}"
            yield f"{verdict}  {safe(text.measure)}{padding}  {self.paint(allowed, _DIM)}".rstrip() + "\n"

    def summary(self, report: Report) -> str:
        verdict = self.paint(_verdict(report), _GREEN if report.verdict.passed else _RED)
        return f"{self.paint(_counts(report), _BOLD)}: {verdict}\n"


def render(report: Report) -> Iterator[str]:
    """Yield the issues of one file after the other, in the order in which the files first appear, then the counts."""
    printer = _Printer(report)
    files: dict[str, list[Issue]] = {}
    for issue in report.result.issues:
        files.setdefault(issue.file, []).append(issue)
    for name, issues in files.items():
        yield printer.file(name, len(issues))
        place_width = min(_MOST_PLACE, max(len(_place(issue)) for issue in issues))
        for issue in issues:
            yield "\n" + printer.issue(issue, place_width)
        yield "\n"
    yield from printer.notes(report)
    yield from printer.gates(report)
    yield printer.summary(report)


def _place(issue: Issue) -> str:
    """line:segment, or what there is of it; the two are one in a file where a line is a segment."""
    segment = safe(issue.segment)
    if issue.line is None:
        return segment
    return str(issue.line) if segment == str(issue.line) else f"{issue.line}:{segment}"


def _sides(issue: Issue) -> list[Side]:
    """The sides to show: the target always, the source where a part of it is marked or the target is empty."""
    has_source = issue.source and (not issue.target or any(span.side == "source" for span in issue.spans))
    return ["source", "target"] if has_source else ["target"]


def _marks(issue: Issue, side: Side) -> list[Mark]:
    """The marks on one side. The side without the primary span is cut around its first evidence."""
    return [
        Mark(span.start, span.end, PRIMARY if index == 0 else EVIDENCE)
        for index, span in enumerate(issue.spans)
        if span.side == side
    ]


def _wrap(text: str, cells: int) -> list[str]:
    """Break at spaces into lines of at most `cells` cells; a longer word keeps a line of its own."""
    if len(text) * 2 <= cells or cell_len(text) <= cells:
        return [text]
    lines, line, room = [], "", cells
    for word in text.split(" "):
        width = cell_len(word)
        if line and width + 1 > room:
            lines.append(line)
            line, room = "", cells
        line, room = (f"{line} {word}", room - width - 1) if line else (word, room - width)
    return [*lines, line]


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _bracketed(*lists: list[str]) -> str:
    """ " (a, b; c)" of the lists that aren't empty, or ""."""
    inside = "; ".join(", ".join(items) for items in lists if items)
    return f" ({inside})" if inside else ""


def _by_languages(recognised: Iterable[Recognised]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file, *langs in recognised:
        known = [language_name(lang) for lang in langs if lang != UNDETERMINED]
        found.setdefault(" to ".join(known), []).append(file)
    return found


def _counts(report: Report) -> str:
    """What was found in how much: "5 issues (1 critical, 4 minor) in 2 of 3 files, 120 segments, 2,304 words"."""
    result, summary = report.result, report.result.summary
    extent = f"{_many(summary.segments, 'segment')}, {_many(summary.words, 'word')}"
    details = [f"{count:,} {severity.value}" for severity, count in result.by_severity().items() if count]
    known = [f"{summary.known:,} known from the baseline"] if summary.known else []
    known += [f"{len(result.suppressed):,} suppressed"] if result.suppressed else []
    if not result.issues:
        return f"No issues{_bracketed(known)} in {_many(summary.files, 'file')}, {extent}"
    files = f"{len({issue.file for issue in result.issues}):,} of {_many(summary.files, 'file')}"
    return f"{_many(len(result.issues), 'issue')}{_bracketed(details, known)} in {files}, {extent}"


def _verdict(report: Report) -> str:
    verdict = report.verdict
    reasons = [f"--{gate_text(gate).setting}" for gate in verdict.gates if not gate.passed]
    if verdict.problems:
        reasons.append(_many(verdict.problems, "problem"))
    word = "passed" if verdict.passed else "failed"
    return word + _bracketed(reasons)


REPORTER = Reporter("console", "for people: by file, with the place marked in the text", render)
