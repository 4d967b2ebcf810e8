"""Apple's plurals (stringsdict): a property list of formats, each with variants by number or width.

A segment's id is its keys, joined by dots: `files.count.one`.
"""

from collections.abc import Iterator

from tqa.model import Location, Problem, Segment
from tqa.readers.reader import Reader, Settings, languages_of
from tqa.readers.source import Input
from tqa.readers.tree import CATEGORIES
from tqa.readers.xml import XmlReader, as_written, declared_encoding
from tqa.readers.xml_pieces import xml_codec

_CODES = frozenset({"NSStringFormatSpecTypeKey", "NSStringFormatValueTypeKey"})


class StringsDictReader(XmlReader):
    """Reads one file."""

    roots = frozenset({"plist"})
    keeps_comments = True

    def __init__(self, entry: Input, settings: Settings) -> None:
        super().__init__(entry, settings)
        self.langs = languages_of(entry, settings)
        self._path: list[str] = []
        self._key = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "dict":
            self._path.append(self._key)
        elif name == "plist":
            self.remark()
        elif name == "key":
            self.begin(self._take_key)
        elif name == "string":
            self.begin(self._text)

    def end(self, name: str) -> None:
        if name == "dict" and self._path:
            self._path.pop()

    def _take_key(self, text: str) -> None:
        self._key = text

    def _text(self, text: str) -> None:
        note = self.remark()
        if self._key in _CODES:
            return
        self.found.append(
            Segment(
                ".".join([*self._path[1:], self._key]),
                text,
                None,
                *self.langs,
                Location(self.entry.name, self.line),
                note=note,
                state=None if text else "untranslated",
                plural=self._key if self._key in CATEGORIES else None,
                syntax="apple",
                raw=self.place,
            )
        )


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the texts."""
    return StringsDictReader(entry, settings).read()


READER = Reader(
    "stringsdict",
    (".stringsdict",),
    lambda head: "NSStringLocalizedFormatKey" in head or "NSStringVariableWidthRuleType" in head,
    read,
    bitext=False,
    keyed=True,
    codec=xml_codec(as_written),
    settle=declared_encoding,
)
