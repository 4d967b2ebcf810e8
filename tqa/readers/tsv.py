"""Tab-separated pairs: the columns `source` and `target`, named in a header, or just these two.

Fields are raw text without quoting; lines end at LF only. The other columns that count are `id`, `source_lang`,
`target_lang`, `context`, `note`, `max_length` and `state`. A segment without an id gets the number of its row, 1 for
the first row after the header, if any: blank lines don't count, rows in trouble do.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tqa.errors import ConfigError, ReadError
from tqa.language.tags import UNDETERMINED, parse_tag
from tqa.model import Location, Problem, Segment
from tqa.readers.pieces import LINE, Codec
from tqa.readers.reader import Reader, Settings
from tqa.readers.source import Input

_SIDES = ("source", "target")
_COLUMNS = frozenset((*_SIDES, "id", "source_lang", "target_lang", "context", "note", "max_length", "state"))
_WITHOUT_HEADER: Mapping[str, int] = {"source": 0, "target": 1}
_LENGTH = re.compile("[1-9][0-9]{0,8}")


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the segment of each row, and a problem for each row or value that isn't as it should be.

    A row with too many or too few columns is no segment; a segment with a bad value is without it. Raises `ReadError`
    for a header that doesn't say where source and target are.
    """
    number = 0
    row: _Row | None = None
    for line_number, (offset, line) in enumerate(entry.placed_lines(), 1):
        cells = line.split("\t")
        if len(cells) == 1 and not line.strip():
            continue
        if row is None:
            header = _header(cells, entry.name, line_number)
            row = _Row(entry.name, settings, header or _WITHOUT_HEADER, len(cells) if header else 2)
            if header:
                continue
        number += 1
        yield from row.read(cells, number, line_number, offset)


def _header(cells: Sequence[str], file: str, line: int) -> dict[str, int] | None:
    """Where each known column is, or None if these cells are no header."""
    names = [cell.strip().lower() for cell in cells]
    sides = [side for side in _SIDES if side in names]
    if len(sides) < 2:
        # Of two cells, "source" may well be a word and its translation beside it.
        if not sides or len(cells) == 2:
            return None
        missing = "target" if sides == ["source"] else "source"
        raise ReadError(f"the header has no column '{missing}'; name it so, beside the column '{sides[0]}'", file, line)
    twice = next((name for name in names if name in _COLUMNS and names.count(name) > 1), None)
    if twice is not None:
        raise ReadError(f"the header has two columns '{twice}'; rename one", file, line)
    return {name: index for index, name in enumerate(names) if name in _COLUMNS}


@dataclass(frozen=True, slots=True)
class _Row:
    """Reads the rows of one file, `width` cells each."""

    file: str
    settings: Settings
    columns: Mapping[str, int]
    width: int

    def read(self, cells: Sequence[str], number: int, line: int, offset: int) -> Iterator[Segment | Problem]:
        if len(cells) != self.width:
            yield Problem(self._misfit(len(cells)), self.file, line)
            return
        source, target = cells[self.columns["source"]], cells[self.columns["target"]]
        location = Location(self.file, line)
        start = offset + sum(map(len, cells[: self.columns["target"]])) + self.columns["target"]
        raw = (start, start + len(target))
        if len(self.columns) == 2:
            langs = self.settings
            yield Segment(str(number), target, source, langs.source_lang, langs.target_lang, location, raw=raw)
            return
        values = {name: cells[index] for name, index in self.columns.items()}
        problems: list[str] = []
        segment = Segment(
            values.get("id") or str(number),
            target,
            source,
            _tag(values.get("source_lang"), self.settings.source_lang, problems),
            _tag(values.get("target_lang"), self.settings.target_lang, problems),
            location,
            context=values.get("context") or None,
            note=values.get("note") or None,
            state=values.get("state") or None,
            max_length=_length(values.get("max_length"), problems),
            raw=raw,
        )
        for message in problems:
            yield Problem(message, self.file, line)
        yield segment

    def _misfit(self, count: int) -> str:
        columns = f"{count} column{'s' if count != 1 else ''}"
        if self.columns is _WITHOUT_HEADER:
            return f"{columns} where there must be 2, source and target; for more, name them in a header line"
        cause = "is a tab missing, or a line broken in two?" if count < self.width else "is there a tab in a text?"
        return f"{columns} where the header has {self.width}; {cause}"


def _tag(cell: str | None, default: str, problems: list[str]) -> str:
    """The language of a cell. One that can't be told is undetermined: the default would be judged by wrong rules."""
    if not cell or not (tag := cell.strip()):
        return default
    try:
        return parse_tag(tag)
    except ConfigError as error:
        problems.append(str(error))
        return UNDETERMINED


def _length(cell: str | None, problems: list[str]) -> int | None:
    if not cell or not (text := cell.strip()):
        return None
    if _LENGTH.fullmatch(text):
        return int(text)
    problems.append(f"max_length '{text}' is not a whole number above 0")
    return None


def sniff(head: str) -> bool:
    """Whether the first line is a header that names source and target."""
    first = next((line for line in head.split("\n") if line.strip()), "")
    return {cell.strip().lower() for cell in first.split("\t")}.issuperset(_SIDES)


def _quote(text: str, raw: str, at: int) -> str:
    """Write a text as it is; raises `ValueError` for one that a cell can't hold."""
    if "\t" in text:
        raise ValueError("a tab")
    return LINE.quote(text, raw, at)


READER = Reader("tsv", (".tsv", ".tab"), sniff, read, bitext=True, codec=Codec(LINE.pieces, _quote))
