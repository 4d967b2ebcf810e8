"""Reads termbases of all formats, each once."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tqa.errors import ConfigError, ReadError, near_miss
from tqa.resources.kept import kept
from tqa.resources.termbase.model import Termbase
from tqa.resources.termbase.tabular import Row, csv_rows, read_rows, tsv_rows

SUFFIXES = (".csv", ".tsv", ".tbx", ".xml", ".xlsx")


def read_termbase(path: Path) -> Termbase:
    """Read the termbase at `path` by its extension; bad entries are in its `problems`.

    Raises `ReadError` for a file that can't be read at all, and `ConfigError` for one of no known extension.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise ConfigError(f"{path}: a termbase is one of {known}{near_miss(suffix, SUFFIXES)}")
    if suffix in (".tbx", ".xml"):
        from tqa.resources.termbase.tbx import read_tbx

        entries, problems = read_tbx(path)
    else:
        entries, problems = read_rows(_rows(path, suffix), str(path))
    return Termbase(path, tuple(entries), tuple(problems))


@kept
def load_termbase(path: Path) -> Termbase:
    """The termbase at `path`, read once while it stays as it is; see `read_termbase`."""
    return read_termbase(path)


def _rows(path: Path, suffix: str) -> Iterator[Row]:
    if suffix == ".xlsx":
        return _sheet(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror or error}", str(path)) from error
    except UnicodeDecodeError as error:
        raise ReadError("not UTF-8: save it with that encoding", str(path)) from error
    return tsv_rows(text) if suffix == ".tsv" else csv_rows(text)


def _sheet(path: Path) -> Iterator[Row]:
    """The rows of a workbook's first sheet."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise ConfigError(
            f"{path}: reading .xlsx needs openpyxl: pip install 'tqa[xlsx]', or save the sheet as CSV"
        ) from None
    try:
        workbook = load_workbook(path, read_only=True, data_only=True)
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror or error}", str(path)) from error
    except Exception as error:  # openpyxl names no base of what it raises for a broken workbook
        raise ReadError(f"not an Excel workbook: {error}", str(path)) from error
    cells: Sequence[object]
    for number, cells in enumerate(workbook.worksheets[0].iter_rows(values_only=True), 1):
        yield number, ["" if cell is None else str(cell) for cell in cells]
    workbook.close()
