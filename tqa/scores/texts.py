"""The texts to be scored, of any format that tqa reads: in order with blank lines, or matched by key if they have one.

A table (TSV, CSV) may hold the references beside the translation, in columns `reference` (`ref`), `reference_2` and so
on, and name each row's document in a column `document` (`doc`, `doc_id`).
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from tqa.errors import ConfigError, ReadError
from tqa.model import Problem, Segment
from tqa.readers.reader import FALLBACK, Settings, choose_reader, is_walked
from tqa.readers.source import Input

_REFERENCE = re.compile(r"ref(?:erence)?(?:[ _-]?(\d+))?")
_DOCUMENT = frozenset({"document", "doc", "doc_id", "docid"})
_TABLES = ("tsv", "csv")


class Unit(NamedTuple):
    """A segment's text, its source where the file holds it, and the document that it is a part of."""

    id: str
    text: str
    source: str | None = None
    document: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """A translation, or a reference, as it is read: its units and, of a table, the references beside them.

    `keyed`: the ids are keys, under which the file of another language or system has the same message. A reference is
    None where its cell is empty, for a segment with fewer references than others have.
    """

    name: str
    units: tuple[Unit, ...]
    references: tuple[tuple[str | None, ...], ...] = ()
    keyed: bool = False

    @property
    def texts(self) -> list[str]:
        """The texts in order."""
        return [unit.text for unit in self.units]


def read_side(path: str | Path, encoding: str | None = None) -> Side:
    """Read a file, or all files of a folder, which are its documents.

    Raises `ReadError` for what can't be read: a segment left out would put all that follow beside the wrong ones.
    """
    folder = Path(path)
    if not folder.is_dir():
        return _read_file(str(path), encoding)
    files = sorted(file for file in folder.rglob("*") if file.is_file() and is_walked(file))
    if not files:
        raise ReadError("no file in this folder is in a format that tqa reads", str(path))
    units: list[Unit] = []
    for file in files:
        document = file.relative_to(folder).as_posix()
        units += [unit._replace(document=document) for unit in _read_file(str(file), encoding).units]
    return Side(str(path), tuple(units))


def matched(reference: Side, translation: Side) -> list[str]:
    """The reference's texts in the order of the translation: by id where both have the same ones, else as they stand.

    Raises `ConfigError` where the counts differ, or the keys of two files that have keys.
    """
    by_id = {unit.id: unit.text for unit in reference.units}
    ids = [unit.id for unit in translation.units]
    if reference.keyed and translation.keyed:
        for one, other, known in ((translation, reference, by_id), (reference, translation, set(ids))):
            missing = next((unit.id for unit in one.units if unit.id not in known), None)
            if missing is not None:
                raise ConfigError(
                    f"{other.name} has no '{missing}', which {one.name} has: they must have the same keys"
                )
    if len(reference.units) != len(translation.units):
        raise ConfigError(
            f"{reference.name} has {len(reference.units):,} segments, {translation.name} {len(translation.units):,}: "
            "they must be equal"
        )
    if len(by_id) == len(ids) and by_id.keys() == set(ids):
        return [by_id[one] for one in ids]
    return reference.texts


def read_documents(path: str | Path, count: int) -> list[str]:
    """The document of each segment from a file with a line for each: its name, alone or after a tab as WMT has it.

    Raises `ConfigError` for another number of lines than `count`.
    """
    lines = list(Input.of(str(path)).lines())
    if len(lines) != count:
        raise ConfigError(f"{path} has {len(lines):,} lines for {count:,} segments: one for each is needed")
    return [line.rsplit("\t", 1)[-1].strip() for line in lines]


def _read_file(name: str, encoding: str | None) -> Side:
    settings = Settings(encoding=encoding)
    reader, entry = choose_reader(Input.of(name, encoding), settings)
    if reader.name == FALLBACK:
        # As sacrebleu reads: a blank line is a segment too, the translation of which is missing.
        return Side(name, tuple(Unit(str(n), line) for n, line in enumerate(entry.lines(), 1)))
    units = [Unit(segment.id, segment.target, segment.source) for segment in _segments(reader.read(entry, settings))]
    side = Side(name, tuple(units), keyed=reader.keyed)
    return _with_columns(side, reader.name, encoding) if reader.name in _TABLES and entry.is_repeatable else side


def _segments(items: Iterator[Segment | Problem]) -> Iterator[Segment]:
    for item in items:
        if isinstance(item, Problem):
            raise ReadError(item.message, item.file or "-", item.line)
        yield item


def _with_columns(side: Side, kind: str, encoding: str | None) -> Side:
    rows = list(_rows(side.name, kind, encoding))
    header = [" ".join(cell.lower().split()) for cell in rows[0]] if rows else []
    references = sorted(
        (int(match[1] or 1), index) for index, cell in enumerate(header) if (match := _REFERENCE.fullmatch(cell))
    )
    document = next((index for index, cell in enumerate(header) if cell in _DOCUMENT), None)
    body = rows[1:]
    if not (references or document is not None) or len(body) != len(side.units):
        return side
    units = side.units
    if document is not None:
        units = tuple(unit._replace(document=row[document]) for unit, row in zip(units, body, strict=True))
    columns = tuple(tuple(row[index] or None for row in body) for _, index in references)
    return replace(side, units=units, references=(_required(columns[0], side.name), *columns[1:]) if columns else ())


def _required(column: Sequence[str | None], name: str) -> tuple[str | None, ...]:
    empty = next((n for n, cell in enumerate(column, 1) if cell is None), None)
    if empty is not None:
        raise ReadError(f"row {empty} has no reference; each needs one in the first column of references", name)
    return tuple(column)


def _rows(name: str, kind: str, encoding: str | None) -> Iterator[list[str]]:
    lines = Input.of(name, encoding).lines()
    if kind == "tsv":
        yield from (line.split("\t") for line in lines if line.strip())
        return
    first = next(lines, "")
    separator = max(",;\t", key=first.count)
    again = Input.of(name, encoding).lines()
    yield from (row for row in csv.reader((f"{line}\n" for line in again), delimiter=separator) if any(row))
