"""The workbook, read back as a spreadsheet reads it."""

import io
from dataclasses import replace

import pytest
from sample_report import CLEAN, ISSUES, RESULT, report

from tqa.errors import ConfigError
from tqa.reporters.output import output, write

openpyxl = pytest.importorskip("openpyxl", reason="needs the extra 'xlsx'")
pytest.importorskip("xlsxwriter", reason="needs the extra 'xlsx'")


@pytest.fixture
def sheets(tmp_path):
    """Writes a result and gives the cells of its two sheets, row by row."""

    def read(result, name="a.xlsx"):
        write(output("xlsx", str(tmp_path / name)), report(result), None)
        book = openpyxl.load_workbook(tmp_path / name)
        return [[[cell.value for cell in row] for row in book[sheet].iter_rows()] for sheet in ("Issues", "Summary")]

    return read


def test_each_issue_is_a_row_with_the_text_that_it_marks(sheets):
    (header, *rows), _ = sheets(RESULT)
    assert len(rows) == len(RESULT.issues)
    for row, issue in zip(rows, RESULT.issues, strict=True):
        cells = dict(zip(header, row, strict=True))
        assert (cells["Severity"], cells["Rule"], cells["Line"]) == (issue.severity.value, issue.rule, issue.line)
        if issue.spans:
            side, start, end = issue.spans[0]
            assert cells["Marked"] == getattr(issue, side)[start:end]


def test_the_summary_gives_verdict_and_counts(sheets):
    _, rows = sheets(RESULT)
    found = dict(rows)
    assert found["Verdict"] == "failed"
    assert found["Segments"] == RESULT.summary.segments
    assert all(found[rule] == count for rule, count in RESULT.by_rule().items())
    assert dict(sheets(CLEAN)[1])["Verdict"] == "passed"


@pytest.mark.parametrize("text", ["=1+1", "+49", "https://example.org", "00123", "a\ud800b", "x" * 40_000, "<b>\x07"])
def test_any_text_stays_a_text(sheets, text):
    issue = replace(ISSUES[0], target=text, spans=())
    (header, row), _ = sheets(replace(RESULT, issues=(issue,)))
    cell = dict(zip(header, row, strict=True))["Target"]
    assert isinstance(cell, str)
    assert cell == text or cell.endswith(" […]") or not text.isprintable()


def test_it_goes_to_a_file_or_a_pipe_but_not_among_text():
    assert output("xlsx").path.name == "report.xlsx"
    with pytest.raises(ConfigError, match="name a file for it"):
        write(output("xlsx:-"), report(CLEAN), io.StringIO())
    pipe = io.TextIOWrapper(io.BytesIO())
    write(output("xlsx:-"), report(CLEAN), pipe)
    assert pipe.buffer.getvalue().startswith(b"PK")
