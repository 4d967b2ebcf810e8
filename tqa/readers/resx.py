""".NET resources (RESX, RESW). Data of other types than text isn't read."""

import re
from collections.abc import Iterator

from tqa.model import Location, Problem, Segment
from tqa.readers.reader import Reader, Settings, languages_of
from tqa.readers.source import Input
from tqa.readers.xml import XmlReader, as_written, declared_encoding
from tqa.readers.xml_pieces import xml_codec

_LENGTH = re.compile(r"(?i)\bmax[ _-]?length\s*[:=]\s*([1-9]\d{0,8})")


class ResxReader(XmlReader):
    """Reads one file."""

    roots = frozenset({"root"})

    def __init__(self, entry: Input, settings: Settings) -> None:
        super().__init__(entry, settings)
        self.langs = languages_of(entry, settings)
        self._key: str | None = None
        self._value: tuple[str, int, tuple[int, ...]] | None = None
        self._note = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "data":
            is_text = not {"type", "mimetype"} & attributes.keys()
            key = attributes.get("name", "")
            # The designer of forms keeps things of its own under names that begin so.
            self._key = key if is_text and not key.startswith((">>", "$")) else None
            self._value, self._note = None, ""
        elif self._key is not None and name == "value":
            self.begin(self._take)
        elif self._key is not None and name == "comment":
            self.begin(self._comment)

    def _take(self, text: str) -> None:
        self._value = text, self.line, self.place

    def _comment(self, text: str) -> None:
        self._note = text.strip()

    def end(self, name: str) -> None:
        if name != "data" or self._key is None or self._value is None:
            return
        text, line, place = self._value
        limit = _LENGTH.search(self._note)
        self.found.append(
            Segment(
                self._key,
                text,
                None,
                *self.langs,
                Location(self.entry.name, line),
                note=self._note or None,
                state=None if text else "untranslated",
                max_length=int(limit[1]) if limit else None,
                syntax="dotnet",
                raw=place,
            )
        )
        self._key = None


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the texts."""
    return ResxReader(entry, settings).read()


def sniff(head: str) -> bool:
    """Whether the header of the format is there."""
    return "<root" in head and ("text/microsoft-resx" in head or 'name="resmimetype"' in head)


READER = Reader(
    "resx",
    (".resx", ".resw"),
    sniff,
    read,
    bitext=False,
    keyed=True,
    codec=xml_codec(as_written),
    settle=declared_encoding,
)
