"""Word documents and Excel workbooks with some of their texts changed, and every other part byte for byte as it was."""

import re
from collections.abc import Callable, Mapping, Sequence

from tqa.errors import ReadError
from tqa.model import Segment
from tqa.readers import docx, xlsx
from tqa.readers.office import Package, Run
from tqa.readers.pieces import replace
from tqa.readers.source import Input
from tqa.readers.xml import as_written
from tqa.readers.xml_pieces import xml_codec
from tqa.writers.edits import Change
from tqa.writers.package import repacked

_CODEC = xml_codec(as_written)
_TEXT_TAG = re.compile(rb"<(?:\w+:)?t\b[^>]*>")
_UNIQUE = re.compile(rb'(<(?:\w+:)?sst\b[^>]*\buniqueCount=")(\d+)(")')
_SIGNATURES = "_xmlsignatures/"

# A stretch of a part, in bytes, and what it becomes.
_Stretch = tuple[int, int, bytes]
# The changes of segments, and those that couldn't be made, by index.
_Wanted = Mapping[int, Sequence[Change]]


def rewritten(
    entry: Input, format_name: str, data: bytes, segments: Mapping[int, Segment], changes: _Wanted
) -> tuple[bytes, list[int]]:
    """Return the file of the bytes `data` with `changes` made in `segments`, and the indices of those left as they are.

    Raises `ReadError` for a file that can't be written: it is signed, or packed as no Office program does it.
    """
    held = entry.holding(data)
    package = Package(held)
    if any(name.startswith(_SIGNATURES) for name in package.names()):
        raise ReadError("digitally signed, and a change would break the signature; nothing was changed", entry.name)
    parts, missed = _WRITERS[format_name](held, segments, changes)
    try:
        return repacked(data, parts), missed
    except ValueError as error:
        raise ReadError(f"can't be written: {error}; save it anew with an Office program", entry.name) from None


def _docx(entry: Input, segments: Mapping[int, Segment], changes: _Wanted) -> tuple[dict[str, bytes], list[int]]:
    package = Package(entry)
    names = docx.parts_of(package)
    known: dict[str, dict[int, list[Run]]] = {}
    contents: dict[str, bytes] = {}
    stretches: dict[str, list[_Stretch]] = {}
    missed = []
    for index, wanted in changes.items():
        raw = segments[index].raw
        paragraphs = []
        for name, number in zip((names[n] for n in raw[::2]), raw[1::2], strict=True):
            if name not in known:
                known[name] = docx.paragraphs_of(package, name)
                contents[name] = package.part(name) or b""
            paragraphs.append((name, known[name].get(number, [])))
        # Paragraphs that were joined have a blank between them, and each its own changes.
        made = _by_paragraph(segments[index].target, paragraphs, wanted, contents)
        if made is None:
            missed.append(index)
            continue
        for name, stretch in made:
            stretches.setdefault(name, []).append(stretch)
    return {name: _spliced(contents[name], found) for name, found in stretches.items()}, missed


def _by_paragraph(
    target: str, paragraphs: Sequence[tuple[str, list[Run]]], wanted: Sequence[Change], contents: Mapping[str, bytes]
) -> list[tuple[str, _Stretch]] | None:
    texts = ["".join([run.text for run in runs]) for _, runs in paragraphs]
    if " ".join(texts) != target:
        return None
    found = []
    offset = 0
    left = list(wanted)
    for (name, runs), text in zip(paragraphs, texts, strict=True):
        end = offset + len(text)
        inside = [(a - offset, b - offset, new) for a, b, new in left if offset <= a and b <= end]
        left = [change for change in left if not (offset <= change[0] and change[1] <= end)]
        made = changed_runs(contents[name], runs, inside)
        if made is None:
            return None
        found += [(name, stretch) for stretch in made]
        offset = end + 1
    return None if left else found


def changed_runs(part: bytes, runs: Sequence[Run], changes: Sequence[Change]) -> list[_Stretch] | None:
    """The stretches of a part to replace, so that the text of `runs` has `changes`; None where that can't be done.

    What goes over several runs is told apart letter by letter, where it is as long as before; else it all gets the
    format of its first letter, as where somebody types over it.
    """
    edits: dict[int, list[Change]] = {}
    for start, end, new in changes:
        old = "".join([run.text for run in runs])[start:end]
        shared = _shared(old, new)
        kept = _shared(old[shared:][::-1], new[shared:][::-1])
        start, end, new = start + shared, end - kept, new[shared : len(new) - kept]
        is_alike = len(new) == end - start
        for n, a, b in _touched(runs, start, end):
            piece, new = (new[: b - a], new[b - a :]) if is_alike else (new, "")
            if runs[n].start >= 0:
                edits.setdefault(n, []).append((a, b, piece))
            elif piece != runs[n].text[a:b]:
                return None  # a tab, or the like, would have to go
        if new:
            return None
    found = []
    for n, inside in edits.items():
        begun, ended, text = runs[n]
        try:
            raw = replace(part[begun:ended].decode(), _CODEC, text, inside)
        except UnicodeDecodeError:
            return None
        if raw is None:
            return None
        found.append((begun, ended, _kept_blanks(text, raw.encode())))
    return found


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _touched(runs: Sequence[Run], start: int, end: int) -> list[tuple[int, int, int]]:
    """The runs from `start` to `end` of their text, with the parts of them; for a place, the run that ends there."""
    found = []
    at = 0
    for n, run in enumerate(runs):
        after = at + len(run.text)
        if start == end and run.start >= 0 and run.text and at <= start <= after:
            return [(n, start - at, start - at)]
        if max(at, start) < min(after, end):
            found.append((n, max(at, start) - at, min(after, end) - at))
        at = after
    return found


def _kept_blanks(before: str, raw: bytes) -> bytes:
    """The run, told to keep the blanks at its ends if it has got some."""
    tag = _TEXT_TAG.match(raw)
    if tag is None or b"xml:space" in tag[0]:
        return raw
    text = raw[tag.end() :].decode()
    if text.strip() == text or before.strip() != before:
        return raw
    return raw[: tag.end() - 1] + b' xml:space="preserve">' + raw[tag.end() :]


def _xlsx(entry: Input, segments: Mapping[int, Segment], changes: _Wanted) -> tuple[dict[str, bytes], list[int]]:
    return _Workbook(xlsx.Book(entry)).rewritten(segments, changes)


class _Workbook:
    """Changes cells of a workbook. A text that other cells share is changed in a copy."""

    def __init__(self, book: xlsx.Book) -> None:
        self.book = book
        self.cells = [book.cells(n) for n in range(len(book.sheets))]
        self.strings = book.package.part(xlsx.STRINGS) or b""
        self.stretches: dict[str, list[_Stretch]] = {}
        self.added: list[bytes] = []

    def rewritten(self, segments: Mapping[int, Segment], changes: _Wanted) -> tuple[dict[str, bytes], list[int]]:
        uses: dict[int, int] = {}
        for cells in self.cells:
            for cell in cells:
                uses[cell.index] = uses.get(cell.index, 0) + 1
        missed = []
        for index, wanted in changes.items():
            sheet, number = segments[index].raw
            cell = self.cells[sheet][number]
            is_as_read = cell.shown(self.book.strings.texts) == segments[index].target
            if not (is_as_read and self._changed(sheet, cell, wanted, is_shared=uses[cell.index] > 1)):
                missed.append(index)
        contents = {name: self.book.package.part(name) or b"" for name in self.stretches}
        parts = {name: _spliced(contents[name], found) for name, found in self.stretches.items()}
        if self.added:
            parts[xlsx.STRINGS] = self._with_added(parts.get(xlsx.STRINGS, self.strings))
        return parts, missed

    def _changed(self, sheet: int, cell: xlsx.Cell, wanted: Sequence[Change], *, is_shared: bool) -> bool:
        name = self.book.sheets[sheet][1]
        if cell.index < 0:
            found = changed_runs(self.book.package.part(name) or b"", cell.runs, wanted) if cell.runs else None
            self.stretches.setdefault(name, []).extend(found or ())
            return bool(found)
        found = changed_runs(self.strings, self.book.strings.texts[cell.index], wanted)
        if not found:
            return False
        if not is_shared:
            self.stretches.setdefault(xlsx.STRINGS, []).extend(found)
            return True
        begun, ended = self.book.strings.places[cell.index]
        closing = self.strings[ended : self.strings.index(b">", ended) + 1]
        moved = [(a - begun, b - begun, new) for a, b, new in found]
        text = _spliced(self.strings[begun:ended], moved) + closing
        if text not in self.added:
            self.added.append(text)
        number = len(self.book.strings.texts) + self.added.index(text)
        value_at, value_end = cell.place
        opened = self.book.package.part(name) or b""
        start = opened.index(b">", value_at) + 1
        self.stretches.setdefault(name, []).append((start, value_end, str(number).encode()))
        return True

    def _with_added(self, part: bytes) -> bytes:
        end = part.rindex(b"</")
        part = part[:end] + b"".join(self.added) + part[end:]
        return _UNIQUE.sub(lambda match: match[1] + str(int(match[2]) + len(self.added)).encode() + match[3], part, 1)


def _spliced(part: bytes, stretches: Sequence[_Stretch]) -> bytes:
    out = []
    done = 0
    for start, end, new in sorted(stretches):
        out += [part[done:start], new]
        done = end
    return b"".join([*out, part[done:]])


_WRITERS: dict[str, Callable[[Input, Mapping[int, Segment], _Wanted], tuple[dict[str, bytes], list[int]]]] = {
    "docx": _docx,
    "xlsx": _xlsx,
}
FORMATS = frozenset(_WRITERS)
