"""Qt Linguist (TS). Messages that the sources no longer have (vanished, obsolete) aren't read.

Messages are numbered, or go by their id; the forms of a plural are `12[0]`, `12[1]`, length variants likewise.
"""

from collections.abc import Iterator, Mapping

from tqa.language.tags import UNDETERMINED
from tqa.model import Location, Problem, Segment
from tqa.readers.reader import Reader, Settings, languages_of, tag_or
from tqa.readers.source import Input
from tqa.readers.xml import Shown, XmlReader, as_written, declared_encoding, root_of
from tqa.readers.xml_pieces import xml_codec

_NOTES = frozenset({"comment", "extracomment", "translatorcomment"})
_GONE = frozenset({"obsolete", "vanished"})


def inline(name: str, attributes: Mapping[str, str]) -> Shown:
    """Characters that XML can't hold are elements; nothing else stands in a text."""
    if name == "byte":
        value = attributes.get("value", "")
        try:
            return chr(int(value[1:], 16) if value[:1] == "x" else int(value)), "", True
        except (ValueError, OverflowError):
            return "", "", True
    return as_written(name, attributes)


class QtReader(XmlReader):
    """Reads one file."""

    inline = staticmethod(inline)
    roots = frozenset({"TS"})

    def __init__(self, entry: Input, settings: Settings) -> None:
        super().__init__(entry, settings)
        self.langs = languages_of(entry, settings)
        self.number = 0
        self._context = ""
        self._reset({}, 1)

    def _reset(self, attributes: Mapping[str, str], line: int) -> None:
        self._id = attributes.get("id", "")
        self._is_plural = attributes.get("numerus") == "yes"
        self._source: tuple[str, int] = ("", line)
        self._notes: list[str] = []
        self._type = ""
        self._is_inner = False
        self._targets: list[tuple[str, int, tuple[int, ...]]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "TS":
            self.langs = languages_of(self.entry, self.settings, attributes.get("language"))
            if self.langs[0] == UNDETERMINED:
                self.langs = tag_or(attributes.get("sourcelanguage"), "en"), self.langs[1]
        elif name == "name":
            self.begin(self._name)
        elif name == "message":
            self.number += 1
            self._reset(attributes, self.line_now)
        elif name == "source":
            self.begin(self._take_source)
        elif name in _NOTES:
            self.begin(self._take_note)
        elif name == "translation":
            self._type = attributes.get("type", "")
            self._is_inner = self._is_plural or attributes.get("variants") == "yes"
            if not self._is_inner:
                self.begin(self._take_target)
        elif name in ("numerusform", "lengthvariant"):
            self.begin(self._take_target)

    def _name(self, text: str) -> None:
        self._context = text

    def _take_source(self, text: str) -> None:
        self._source = text, self.line

    def _take_note(self, text: str) -> None:
        self._notes.append(text.strip())

    def _take_target(self, text: str) -> None:
        self._targets.append((text, self.line, self.place))

    def end(self, name: str) -> None:
        if name != "message" or self._type in _GONE:
            return
        source, source_line = self._source
        number = self._id or str(self.number)
        for n, (text, line, place) in enumerate(self._targets or [("", source_line, ())]):
            self.found.append(
                Segment(
                    f"{number}[{n}]" if self._is_inner else number,
                    text,
                    source,
                    *self.langs,
                    Location(self.entry.name, line, None, source_line),
                    self._context or None,
                    "\n".join(filter(None, self._notes)) or None,
                    (self._type or None) if text else "untranslated",
                    plural=str(n) if self._is_plural else None,
                    syntax="qt",
                    raw=place,
                )
            )


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the messages."""
    return QtReader(entry, settings).read()


def sniff(head: str) -> bool:
    """Whether the root element is `TS` (files of TypeScript have the same extension)."""
    return root_of(head) == "TS"


READER = Reader(
    "qt", (".ts",), sniff, read, bitext=True, codec=xml_codec(inline), walked="content", settle=declared_encoding
)
