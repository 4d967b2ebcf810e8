"""Word documents (DOCX): a segment is a paragraph of the text, the headers, footers, notes or boxes.

Ids are the part with the number of the paragraph in it (`document:12`); such a file has no lines. Deleted text and the
codes of fields aren't read. `Segment.raw` is the number of the part among those that are read, and that of the
paragraph.
"""

from collections.abc import Iterator

from tqa.errors import ReadError
from tqa.model import Location, Problem, Segment
from tqa.readers.office import Package, PartReader, Run
from tqa.readers.reader import Reader, Settings, bounded, languages_of
from tqa.readers.source import Input
from tqa.readers.xml import local

_PARTS = ("document", "header", "footer", "footnotes", "endnotes")
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "Fallback"})
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}
_FOLDER = "word/"


class Paragraphs(PartReader):
    """Collects the paragraphs of one part, by number; one in a text box stands in another."""

    def __init__(self) -> None:
        super().__init__()
        self.done: dict[int, list[Run]] = {}
        self._open: list[list[Run]] = []
        self._count = 0
        self._skipped = 0
        self._begun = -1
        self._parts: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
        elif name == "p":
            self._count += 1
            self._open.append([])
            self.done[self._count] = self._open[-1]
        elif name == "t" and self._open:
            self._begun, self._parts = self.byte, []
        elif name in _BREAKS and self._open:
            self._open[-1].append(Run(-1, -1, _BREAKS[name]))

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        name = local(name)
        if name == "t" and self._begun >= 0:
            self._open[-1].append(Run(self._begun, self.byte, "".join(self._parts)))
            self._begun = -1
        elif name == "p" and self._open:
            self._open.pop()

    def text(self, data: str) -> None:
        if self._begun >= 0 and not self._skipped:
            self._parts.append(data)


def parts_of(package: Package) -> list[str]:
    """The names of the parts that hold text, the text itself first; raises `ReadError` where there is none."""
    names = [name for name in package.names() if name.startswith(_FOLDER) and name.endswith(".xml")]
    wanted = [name for name in names if name[5:-4].rstrip("0123456789") in _PARTS and "/" not in name[5:]]
    if "word/document.xml" not in wanted:
        raise ReadError("not a Word document: it has no text", package.entry.name)
    return sorted(wanted, key=lambda name: (name != "word/document.xml", name))


def paragraphs_of(package: Package, name: str) -> dict[int, list[Run]]:
    """The paragraphs of a part, by their number."""
    reader = Paragraphs()
    reader.parse(package.part(name) or b"", package.entry.name)
    return reader.done


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the paragraphs that hold text."""
    package = Package(entry)
    langs = languages_of(entry, settings)
    for part, name in enumerate(parts_of(package)):
        for number, runs in paragraphs_of(package, name).items():
            text = "".join([run.text for run in runs])
            if text.strip():
                own_id = f"{name[len(_FOLDER) : -len('.xml')]}:{number}"
                yield Segment(own_id, text, None, *langs, Location(entry.name), raw=(part, number))


READER = Reader("docx", (".docx",), lambda head: False, bounded(read), bitext=False)
