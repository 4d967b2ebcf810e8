"""A workbook for people who review in a spreadsheet: the issues with a filter on each column, and what they come to.

Written by XlsxWriter (extra `xlsx`), with every text as a text: none becomes a formula or a link.
"""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tqa.errors import ConfigError
from tqa.model import Issue
from tqa.reporters.findings import marked, worst_first
from tqa.reporters.gates import gate_text
from tqa.reporters.reporter import Report, Reporter

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

# What a worksheet holds (https://support.microsoft.com/office, "Excel specifications and limits"), less the header.
MOST = 1_048_575
_LONGEST_CELL = 32_767
_CUT = " […]"
# The same run gives the same file.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
_FILLS = {"critical": "#f4b6b6", "major": "#f9d9b0", "minor": "#fbf1bd"}
# Header and width in characters.
_COLUMNS = {
    "Severity": 10,
    "Rule": 22,
    "Message": 40,
    "Source": 50,
    "Target": 50,
    "Marked": 18,
    "Suggestion": 30,
    "File": 30,
    "Line": 7,
    "Segment": 12,
    "Languages": 10,
    "Category": 26,
    "Fingerprint": 22,
}


def render(report: Report) -> Iterator[bytes]:
    """Yield the workbook. Raises `ConfigError` where XlsxWriter isn't installed."""
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise ConfigError("xlsx needs the package XlsxWriter: pip install 'tqa[xlsx]'") from None
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(content, options) as book:
        book.set_properties({"title": "Translation quality", "created": _CREATED})
        _issues(book, report)
        _summary(book, report)
    yield content.getvalue()


def _issues(book: "Workbook", report: Report) -> None:
    sheet = book.add_worksheet("Issues")
    bold, text = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    fills = {name: book.add_format({"bg_color": color, "valign": "top"}) for name, color in _FILLS.items()}
    for column, (name, width) in enumerate(_COLUMNS.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, bold)
    issues = report.result.issues
    for row, issue in enumerate(issues if len(issues) <= MOST else worst_first(issues)[:MOST], 1):
        for column, value in enumerate(_cells(issue)):
            style = fills.get(issue.severity.value, text) if column == 0 else text
            _write(sheet, row, column, value, style)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, min(len(issues), MOST), len(_COLUMNS) - 1)


def _cells(issue: Issue) -> tuple[str | int | None, ...]:
    return (
        issue.severity.value,
        issue.rule,
        issue.message,
        issue.source,
        issue.target,
        marked(issue),
        issue.suggestion,
        issue.file,
        issue.line,
        issue.segment,
        f"{issue.source_lang} → {issue.target_lang}",
        issue.category,
        issue.fingerprint,
    )


def _summary(book: "Workbook", report: Report) -> None:
    sheet = book.add_worksheet("Summary")
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 16)
    summary = report.result.summary
    rows: list[tuple[str, str | int]] = [
        ("Verdict", "passed" if report.verdict.passed else "failed"),
        *((f"{gate.measure} {gate.allowed}", gate.found) for gate in map(gate_text, report.verdict.gates)),
        ("Files", summary.files),
        ("Segments", summary.segments),
        ("Words", summary.words),
        *((severity.value.capitalize(), count) for severity, count in report.result.by_severity().items()),
        *report.result.by_rule().items(),
    ]
    for row, (name, value) in enumerate(rows):
        sheet.write_string(row, 0, name)
        _write(sheet, row, 1, value, None)


def _write(sheet: Any, row: int, column: int, value: str | int | None, style: "Format | None") -> None:
    if isinstance(value, int):
        sheet.write_number(row, column, value, style)
    elif value:
        text = value.encode("utf-8", "replace").decode()  # lone surrogates
        if len(text) > _LONGEST_CELL:
            text = text[: _LONGEST_CELL - len(_CUT)] + _CUT
        sheet.write_string(row, column, text, style)


REPORTER = Reporter(
    "xlsx", "a workbook to review in a spreadsheet", render, default_file="reports/report.xlsx", limit=MOST
)
