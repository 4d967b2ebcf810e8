"""CSV for spreadsheets: an issue a row, with the columns of the JSON output.

As RFC 4180 has it, with a byte-order mark, without which Excel takes UTF-8 for something else. A text that a
spreadsheet would take for a formula gets an apostrophe before it
(https://owasp.org/www-community/attacks/CSV_Injection): the texts under test are anybody's. Programs had better read
`jsonl`, where every text is as it stands.
"""

import csv
import io
from collections.abc import Iterator
from typing import Any

from tqa.reporters.records import issue_record
from tqa.reporters.reporter import Report, Reporter

COLUMNS = (
    "rule category severity message file line segment source_lang target_lang language source target spans suggestion"
    " applicability fingerprint"
).split()
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report) -> Iterator[str]:
    """Yield the header and a row for each issue."""
    yield "\ufeff" + _line(COLUMNS)
    for issue in report.result.issues:
        record = issue_record(issue)
        record["spans"] = " ".join(f"{span['side']}:{span['start']}-{span['end']}" for span in record["spans"])
        yield _line([_cell(record[name]) for name in COLUMNS])


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    if text.startswith(_FORMULA):
        text = "'" + text
    return text.encode("utf-8", "replace").decode()  # lone surrogates


def _line(cells: list[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue()


REPORTER = Reporter("csv", "a table for spreadsheets", render)
