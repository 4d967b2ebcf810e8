"""Writes termbases: CSV and TSV with one row a term, TBX, and XLSX."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tqa.errors import ConfigError, near_miss
from tqa.resources.termbase.model import Entry, Status, Term
from tqa.resources.termbase.tabular import KEEP, LONG_COLUMNS, SEPARATOR

WRITABLE = (".csv", ".tsv", ".tbx", ".xlsx")


def write_termbase(entries: Sequence[Entry], path: Path) -> None:
    """Write `entries` in the format of the path's extension. Raises `ConfigError` where that can't be done."""
    suffix = path.suffix.lower()
    try:
        if suffix == ".xlsx":
            _write_sheet(entries, path)
        else:
            path.write_text(termbase_text(entries, suffix), encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {error.strerror or error}") from error


def termbase_text(entries: Sequence[Entry], suffix: str) -> str:
    """`entries` as the content of a file with this extension (.csv, .tsv or .tbx)."""
    if suffix == ".tbx":
        from tqa.resources.termbase.tbx import tbx

        return "".join(tbx(list(entries)))
    if suffix == ".csv":
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(_rows(entries))
        return out.getvalue()
    if suffix == ".tsv":
        return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in _rows(entries))
    raise ConfigError(f"'{suffix}' can't be written: one of {', '.join(WRITABLE)}{near_miss(suffix, WRITABLE)}")


def _rows(entries: Iterable[Entry]) -> Iterator[Sequence[str]]:
    """A header, and a row for each term; what is said of the entry stands in its first row."""
    yield LONG_COLUMNS
    taken = {entry.id for entry in entries}
    for number, entry in enumerate(entries, 1):
        name = entry.id or next(name for name in (f"c{number}", f"c{number}-{len(taken)}") if name not in taken)
        of_entry = (
            entry.domain,
            entry.definition,
            entry.note,
            SEPARATOR.join(entry.files),
            SEPARATOR.join(entry.contexts),
            str(entry.priority or ""),
        )
        for n, term in enumerate(entry.terms):
            about = _about(term, entry.keep)
            yield (name, term.language, term.text, *about, *(of_entry if n == 0 else ("",) * len(of_entry)))


def _about(term: Term, keep: bool) -> Sequence[str]:
    status = "" if term.status is Status.APPROVED else term.status.value
    if keep and not status:
        status = KEEP
    case = {None: "", True: "yes", False: "no"}[term.case_sensitive]
    return status, case, "exact" if term.exact else "", term.pos, term.note


def _write_sheet(entries: Sequence[Entry], path: Path) -> None:
    try:
        from openpyxl import Workbook
    except ImportError:
        raise ConfigError(f"{path}: writing .xlsx needs openpyxl: pip install 'tqa[xlsx]', or write .csv") from None
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("terms")
    for row in _rows(entries):
        sheet.append(list(row))
    workbook.save(path)
