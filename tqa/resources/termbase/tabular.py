"""Termbases as tables: CSV, TSV and spreadsheets.

Three layouts, told by the header (`docs/termbases.md` describes them for users):

    source, target      one row a pair of terms
    en, de, de:forbidden  one column a language; several terms in a cell are separated by |
    entry, language, term  one row a term; rows with the same entry belong together
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tqa.errors import ConfigError, ReadError, near_miss
from tqa.language.tags import UNDETERMINED, parse_tag
from tqa.model import Problem, Side
from tqa.resources.termbase.model import Entry, Status, Term

Row = tuple[int, Sequence[str]]  # the line that a row starts on, and its cells

ENTRY_COLUMNS = ("domain", "definition", "note", "files", "context", "priority")
TERM_COLUMNS = ("status", "case", "match", "pos", "term_note")
LONG_COLUMNS = ("entry", "language", "term", *TERM_COLUMNS, *ENTRY_COLUMNS)
_PAIR_COLUMNS = ("entry", "source", "target", "source_lang", "target_lang", "forbidden", *TERM_COLUMNS, *ENTRY_COLUMNS)
_ALIASES = {"id": "entry", "case_sensitive": "case", "part_of_speech": "pos", "lang": "language", "contexts": "context"}
_LANGUAGE = re.compile(r"([a-z]{2,3}(?:[-_][a-z0-9]{2,8})*)(?:\s*(?::|\()\s*([a-z]+)\s*\)?)?", re.IGNORECASE)
_STATUS = {
    "": Status.APPROVED,
    "approved": Status.APPROVED,
    "preferred": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "allowed": Status.ADMITTED,
    "forbidden": Status.FORBIDDEN,
    "deprecated": Status.FORBIDDEN,
    "rejected": Status.FORBIDDEN,
    "superseded": Status.FORBIDDEN,
}
KEEP = "do-not-translate"
_YES, _NO = ("yes", "true", "1", "y"), ("no", "false", "0", "n")
SEPARATOR = "|"


def csv_rows(text: str) -> Iterator[Row]:
    """The rows of comma- or semicolon-separated values with quoting (RFC 4180)."""
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    line = 1
    for cells in reader:
        yield line, cells
        line = reader.line_num + 1


def tsv_rows(text: str) -> Iterator[Row]:
    """The rows of tab-separated values without quoting."""
    for number, line in enumerate(text.split("\n"), 1):
        yield number, line.removesuffix("\r").split("\t")


def read_rows(rows: Iterable[Row], file: str) -> tuple[list[Entry], list[Problem]]:
    """Read a table whose first row is the header.

    Returns the entries, and a problem for each row, cell or column that couldn't be used. Raises `ReadError` for a
    header of none of the layouts.
    """
    table = _Table(file)
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            table.add(line, [cell.strip() for cell in cells])
    return table.done()


class BadCellError(Exception):
    """What is wrong with a cell."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of terms in one language."""

    index: int
    language: str
    status: Status


class _Table:
    def __init__(self, file: str) -> None:
        self.file = file
        self.columns: dict[str, int] | None = None
        self.says_more = False
        """Whether a column says more of the terms than their text."""
        self.languages: list[_Column] = []
        self.entries: dict[object, Entry] = {}
        self.problems: list[Problem] = []

    def add(self, line: int, cells: Sequence[str]) -> None:
        if self.columns is None:
            self._read_header(line, cells)
            return
        if len(cells) > len(self.columns) + len(self.languages) and any(cells[self.width :]):
            self._problem(line, f"{len(cells)} columns where the header has {self.width}")
            return
        values = {name: cells[n] for name, n in self.columns.items() if n < len(cells)}
        try:
            self._add_entry(line, values, cells)
        except (BadCellError, ConfigError) as error:
            self._problem(line, str(error))

    def done(self) -> tuple[list[Entry], list[Problem]]:
        if self.columns is None:
            self.problems.append(Problem("the termbase is empty", self.file))
        return list(self.entries.values()), self.problems

    def _problem(self, line: int, message: str) -> None:
        self.problems.append(Problem(message, self.file, line))

    def _read_header(self, line: int, cells: Sequence[str]) -> None:
        names = [re.sub(r"[\s-]+", "_", cell.lower().removeprefix("\ufeff")) for cell in cells]
        names = [_ALIASES.get(name, name) for name in names]
        self.width = len(cells)
        known = {*LONG_COLUMNS, *_PAIR_COLUMNS}
        self.columns = {name: n for n, name in enumerate(names) if name in known}
        for n, (name, cell) in enumerate(zip(names, cells, strict=True)):
            if name not in known and name:
                self._read_language(line, n, cell, known)
        self.says_more = not self.columns.keys().isdisjoint(TERM_COLUMNS)
        if not self._layouts():
            raise ReadError(
                "no termbase: the header has neither the columns 'source' and 'target', nor 'entry', 'language' and "
                "'term', nor columns named by languages (en, de, pt-BR)",
                self.file,
                line,
            )

    def _layouts(self) -> bool:
        columns = self.columns or {}
        return bool(self.languages) or {"source", "target"} <= columns.keys() or {"language", "term"} <= columns.keys()

    def _read_language(self, line: int, n: int, cell: str, known: Iterable[str]) -> None:
        match = _LANGUAGE.fullmatch(cell.removeprefix("\ufeff"))
        status = _STATUS.get((match[2] or "").lower()) if match else None
        if match is None or status is None:
            self._problem(line, f"unknown column '{cell}'{near_miss(cell, known)}; it is left out")
            return
        self.languages.append(_Column(n, parse_tag(match[1].replace("_", "-")), status))

    def _add_entry(self, line: int, values: Mapping[str, str], cells: Sequence[str]) -> None:
        keep = values.get("status", "").lower() == KEEP
        if "term" in values and "language" in values:
            terms = [self._term(values, values["term"], parse_tag(values["language"] or UNDETERMINED))]
        elif "source" in values:
            terms = list(self._pair(values, keep))
        else:
            terms = list(self._row(values, cells))
        if not terms:
            raise BadCellError("no term in this row")
        self._store(line, values, keep, terms)

    def _store(self, line: int, values: Mapping[str, str], keep: bool, terms: list[Term]) -> None:
        key: object = values.get("entry") or (self.file, line)
        if not values and not keep:
            self.entries[key] = Entry("", tuple(terms), file=self.file, line=line)
            return
        entry = Entry(
            id=values.get("entry", ""),
            terms=tuple(terms),
            keep=keep,
            domain=values.get("domain", ""),
            definition=values.get("definition", ""),
            note=values.get("note", ""),
            files=_split(values.get("files", "")),
            contexts=_split(values.get("context", "")),
            priority=_whole(values.get("priority", "")),
            file=self.file,
            line=line,
        )
        first = self.entries.get(key)
        self.entries[key] = entry if first is None else _merged(first, entry)

    def _pair(self, values: Mapping[str, str], keep: bool) -> Iterator[Term]:
        """The terms of a row with a source and a target; status and the like are the target's."""
        if not values["source"] and not values.get("forbidden") and values.get("status", "").lower() not in _FORBID:
            raise BadCellError("the source is empty")
        if not keep and not values.get("target") and not values.get("forbidden"):
            raise BadCellError("the target is empty: give one, or the status do-not-translate")
        about_text = {name: values[name] for name in ("case", "match", "pos") if values.get(name)}
        sides: tuple[tuple[Side, str], ...] = (("source", "source_lang"), ("target", "target_lang"))
        for side, column in sides:
            language = parse_tag(values.get(column) or UNDETERMINED)
            about = about_text if side == "source" else values
            for text in _split(values.get(side, "")):
                yield replace(self._term(about, text, language), side=side if language == UNDETERMINED else None)
            if side == "target":
                for text in _split(values.get("forbidden", "")):
                    term = replace(self._term(values, text, language), status=Status.FORBIDDEN)
                    yield replace(term, side=side if language == UNDETERMINED else None)

    def _row(self, values: Mapping[str, str], cells: Sequence[str]) -> Iterator[Term]:
        """The terms of a row with a column for each language."""
        for column in self.languages:
            for text in _split(cells[column.index] if column.index < len(cells) else ""):
                term = self._term(values, text, column.language)
                yield term if column.status is Status.APPROVED else replace(term, status=column.status)

    def _term(self, values: Mapping[str, str], text: str, language: str) -> Term:
        if not text:
            raise BadCellError("the term is empty")
        text = " ".join(text.split())
        if not self.says_more:
            return Term(text, language)
        status = values.get("status", "").lower()
        if status != KEEP and status not in _STATUS:
            raise BadCellError(f"unknown status '{status}'{near_miss(status, [*_STATUS, KEEP])}")
        return Term(
            text=text,
            language=language,
            status=_STATUS.get(status, Status.APPROVED),
            case_sensitive=_yes_or_no(values.get("case", "")),
            exact=_is_exact(values.get("match", "")),
            pos=values.get("pos", ""),
            note=values.get("term_note", ""),
        )


_FORBID = frozenset(name for name, status in _STATUS.items() if status is Status.FORBIDDEN)


def _merged(first: Entry, more: Entry) -> Entry:
    """An entry with the terms of a further row, and what that row says and the first one doesn't."""
    return replace(
        first,
        terms=(*first.terms, *(term for term in more.terms if term not in first.terms)),
        keep=first.keep or more.keep,
        domain=first.domain or more.domain,
        definition=first.definition or more.definition,
        note=first.note or more.note,
        files=first.files or more.files,
        contexts=first.contexts or more.contexts,
        priority=first.priority or more.priority,
    )


def _split(cell: str) -> tuple[str, ...]:
    if SEPARATOR not in cell:
        return (cell,) if cell else ()  # cells have no blanks around them
    return tuple(part.strip() for part in cell.split(SEPARATOR) if part.strip())


def _yes_or_no(cell: str) -> bool | None:
    if not cell:
        return None
    if cell.lower() not in (*_YES, *_NO):
        raise BadCellError(f"case: yes or no is wanted, not '{cell}'")
    return cell.lower() in _YES


def _is_exact(cell: str) -> bool:
    if cell.lower() not in ("", "exact", "inflected"):
        raise BadCellError(f"match: exact or inflected is wanted, not '{cell}'")
    return cell.lower() == "exact"


def _whole(cell: str) -> int:
    try:
        return int(cell or 0)
    except ValueError:
        raise BadCellError(f"priority: a whole number is wanted, not '{cell}'") from None
