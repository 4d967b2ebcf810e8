"""Errors that people marked: what an annotation is, and which formats they come in.

WMT's MQM TSV (`tqa.scores.mqm.wmt`), a table of one's own (CSV or TSV, `tqa.scores.mqm.table`), and XLIFF with the
localisation quality issues of ITS 2.0 (`tqa.scores.mqm.its`).
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tqa.errors import ReadError, near_miss
from tqa.model import Severity, Span
from tqa.readers.source import Input
from tqa.scores.words import count_words


class Annotation(NamedTuple):
    """An error: its type by MQM's names (`accuracy/omission`), its severity, and where it is."""

    category: str
    severity: Severity
    spans: tuple[Span, ...] = ()
    comment: str = ""


class Annotated(NamedTuple):
    """A segment as one person saw it. Several people, or systems, have one each."""

    id: str
    source: str
    target: str
    annotations: tuple[Annotation, ...]
    system: str = ""
    document: str = ""
    annotator: str = ""

    @property
    def words(self) -> int:
        """The number of words to norm by."""
        return count_words(self.source, self.target)


# Names that others have for the dimensions of MQM 2.0; all else is taken as it is, in lower case with hyphens.
_DIMENSIONS = {
    "fluency": "linguistic-conventions",
    "locale-convention": "locale-conventions",
    "design-and-markup": "design",
    "source-issue": "source-error",
}
_SEVERITIES = {severity.value: severity for severity in Severity} | {"preferential": Severity.NEUTRAL}
_NO_ERROR = frozenset({"no-error", "noerror", "none", "no", "n/a"})


def category(text: str) -> str:
    """An error type in MQM's spelling: `Fluency/Character encoding` is `linguistic-conventions/character-encoding`."""
    parts = [re.sub(r"[\s_]+", "-", part.strip().rstrip("!").lower()) for part in text.split("/")]
    parts[0] = _DIMENSIONS.get(parts[0], parts[0])
    return "/".join(filter(None, parts)) or "other"


def severity(text: str, file: str, line: int | None) -> Severity | None:
    """A severity by its name, None for "no error". Raises `ReadError` for an unknown one."""
    name = re.sub(r"[\s_]+", "-", text.strip().lower())
    if name in _NO_ERROR:
        return None
    if name not in _SEVERITIES:
        raise ReadError(f"unknown severity '{text}'{near_miss(name, _SEVERITIES)}", file, line)
    return _SEVERITIES[name]


def read_annotations(path: str) -> list[Annotated]:
    """Read a file of annotations, whose kind is told by its content. Raises `ReadError` for what can't be read."""
    from tqa.scores.mqm import its, table, wmt

    if Path(path).suffix.lower() in (".xlf", ".xliff", ".xml", ".mqxliff", ".sdlxliff"):
        return its.read(path)
    rows = rows_of(path)
    header = next(rows, None)
    if header is None:
        raise ReadError("empty, so no annotations", path)
    names = [cell.strip().lower() for cell in header[1]]
    return list(wmt.read(names, rows, path) if wmt.is_header(names) else table.read(names, rows, path))


Row = tuple[int, list[str]]


def rows_of(path: str) -> Iterator[Row]:
    """The rows of a table, each with its line. A table with tabs in its first line has no quoting, as WMT's don't."""
    lines = list(Input.of(path).lines())
    first = next((line for line in lines if line.strip()), "")
    if "\t" in first:
        yield from ((n, line.split("\t")) for n, line in enumerate(lines, 1) if line.strip())
        return
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=max(",;", key=first.count))
    try:
        yield from ((reader.line_num, row) for row in reader if any(row))
    except csv.Error as error:
        raise ReadError(f"not CSV: {error}", path, reader.line_num) from error
