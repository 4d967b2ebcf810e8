"""Word documents (DOCX): a segment is a paragraph of the text, the headers, footers, notes or boxes.

Ids are the part with the number of the paragraph in it (`document:12`); such a file has no lines. Deleted text and the
codes of fields aren't read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from tqa.errors import ReadError
from tqa.model import Location, Problem, Segment
from tqa.readers.office import Package
from tqa.readers.reader import Reader, Settings, languages_of
from tqa.readers.source import Input
from tqa.readers.xml import local

_PARTS = ("document", "header", "footer", "footnotes", "endnotes")
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "Fallback"})
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}


@dataclass(slots=True)
class _Paragraphs:
    """Collects the paragraphs of one part; one in a text box stands in another."""

    done: list[tuple[int, str]] = field(default_factory=list)
    _open: list[tuple[int, list[str]]] = field(default_factory=list)
    _count: int = 0
    _skipped: int = 0
    _is_text: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
        elif name == "p":
            self._count += 1
            self._open.append((self._count, []))
        elif name == "t":
            self._is_text = True
        elif name in _BREAKS and self._open:
            self._open[-1][1].append(_BREAKS[name])

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        name = local(name)
        if name == "t":
            self._is_text = False
        elif name == "p" and self._open:
            number, parts = self._open.pop()
            self.done.append((number, "".join(parts)))

    def text(self, data: str) -> None:
        if self._is_text and not self._skipped and self._open:
            self._open[-1][1].append(data)


def parse_part(part: Input, start: Any, end: Any, text: Any) -> None:
    """Parse a part of a package with these handlers. Raises `ReadError` for what isn't well-formed, or has a DTD."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text

    def refuse(*_: object) -> None:
        raise ReadError("a document type, which no part of an Office file has; refused", part.name)

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(part.content(), True)
    except expat.ExpatError as error:
        raise ReadError(f"not well-formed XML inside: {expat.ErrorString(error.code)}", part.name) from None


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the paragraphs that hold text."""
    package = Package(entry)
    langs = languages_of(entry, settings)
    names = [name for name in package.names() if name.startswith("word/") and name.endswith(".xml")]
    wanted = [name for name in names if name[5:-4].rstrip("0123456789") in _PARTS and "/" not in name[5:]]
    if "word/document.xml" not in wanted:
        raise ReadError("not a Word document: it has no text", entry.name)
    for name in sorted(wanted, key=lambda name: (name != "word/document.xml", name)):
        part = package.part(name)
        if part is None:
            continue
        paragraphs = _Paragraphs()
        parse_part(part, paragraphs.start, paragraphs.end, paragraphs.text)
        for number, text in sorted(paragraphs.done):
            if text.strip():
                yield Segment(f"{name[5:-4]}:{number}", text, None, *langs, Location(entry.name))


READER = Reader("docx", (".docx",), lambda head: False, read, bitext=False)
