"""The packages of Office files (DOCX, XLSX): zip archives, opened with a limit on what they may unpack to."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.parsers import expat

from tqa.errors import ReadError
from tqa.readers.source import Input

# Of all parts together, in bytes unpacked; and how many times larger than packed they may be when they are large.
MAX_UNPACKED = 512 * 2**20
MAX_RATIO = 250
_SMALL = 16 * 2**20


class Run(NamedTuple):
    """A stretch of text that is formatted alike.

    It stands in its part from the byte `start`, where its start tag begins, to `end`, where its end tag does. What is
    no text but shown, as a tab, stands nowhere: it has the places -1.
    """

    start: int
    end: int
    text: str


class Package:
    """An open package. Raises `ReadError` for what is none, is broken, encrypted or a bomb."""

    def __init__(self, entry: Input) -> None:
        self.entry = entry
        data = entry.content()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
            if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
                raise ReadError(
                    "an old or encrypted Office file; save it anew without a password", entry.name
                ) from None
            raise ReadError(f"not an Office file: {error}", entry.name) from None
        size = sum(info.file_size for info in self._zip.infolist())
        if size > MAX_UNPACKED or (size > _SMALL and size > MAX_RATIO * len(data)):
            raise ReadError(
                f"unpacks to {size:,} bytes, {size // max(len(data), 1)} times its size; refused", entry.name
            )

    def names(self) -> list[str]:
        """The names of the parts."""
        return self._zip.namelist()

    def part(self, name: str) -> bytes | None:
        """The content of the part `name`; None where there is none. Raises `ReadError` where it can't be unpacked."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        return b"".join(self._chunks(info))

    def _chunks(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        # The size in the directory may be a lie.
        left = min(info.file_size, MAX_UNPACKED)
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(min(left + 1, 2**20)):
                    left -= len(chunk)
                    if left < 0:
                        raise ReadError(f"the part '{info.filename}' is larger than it says; refused", self.entry.name)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, struct.error) as error:
            raise ReadError(f"the part '{info.filename}' can't be unpacked: {error}", self.entry.name) from None


class PartReader:
    """The base of what reads a part: `start`, `end` and `text` get what it holds."""

    def __init__(self) -> None:
        self.parser: Any = None

    @property
    def byte(self) -> int:
        """Where the tag at hand begins."""
        at: int = self.parser.CurrentByteIndex
        return at

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Called at a start tag."""

    def end(self, name: str) -> None:
        """Called at an end tag."""

    def text(self, data: str) -> None:
        """Called for text."""

    def parse(self, part: bytes, file: str) -> None:
        """Parse a part of the package `file`. Raises `ReadError` for what isn't well-formed, or has a DTD."""
        parser = self.parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.text

        def refuse(*_: object) -> None:
            raise ReadError("a document type, which no part of an Office file has; refused", file)

        parser.StartDoctypeDeclHandler = refuse
        try:
            parser.Parse(part, True)
        except expat.ExpatError as error:
            raise ReadError(f"not well-formed XML inside: {expat.ErrorString(error.code)}", file) from None
