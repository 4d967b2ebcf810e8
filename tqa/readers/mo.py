"""Compiled gettext catalogues (MO). They hold neither comments nor lines; segments are numbered as in the file."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from tqa.errors import ConfigError, ReadError
from tqa.language.tags import UNDETERMINED
from tqa.model import Location, Problem, Segment
from tqa.readers.po import SOURCE_LANG
from tqa.readers.reader import Reader, Settings, languages_of, tag_or
from tqa.readers.source import Input, find_encoding

_MAGIC = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}
_CHARSET = re.compile(rb"charset=([A-Za-z0-9._:-]+)")
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the segments; raises `ReadError` for a file that isn't one or is cut off."""
    data = entry.content()
    order = _MAGIC.get(data[:4])
    if order is None or len(data) < 20:
        raise ReadError("not a MO file: it doesn't begin as one", entry.name)
    _, count, sources, targets = struct.unpack(f"{order}4I", data[4:20])
    if count * 8 + max(sources, targets) > len(data):
        raise ReadError("the MO file is cut off; compile it anew", entry.name)
    table = _Table(data, order, entry.name)
    langs = languages_of(entry, settings)
    encoding = entry.encoding or "utf-8"
    number = 0
    for n in range(count):
        original, translation = table.text(sources + 8 * n), table.text(targets + 8 * n)
        if not original:
            encoding = _encoding(translation, encoding, entry.name)
            header = _decoded(translation, encoding, "the header", entry.name)
            found = _LANGUAGE.search(header)
            langs = languages_of(entry, settings, found[1] if found else None)
            continue
        number += 1
        yield from _segments(original, translation, number, encoding, langs, entry.name)


@dataclass(frozen=True, slots=True)
class _Table:
    data: bytes
    order: str
    file: str

    def text(self, at: int) -> bytes:
        length, offset = struct.unpack_from(f"{self.order}2I", self.data, at)
        if offset + length > len(self.data):
            raise ReadError("the MO file is cut off; compile it anew", self.file)
        return self.data[offset : offset + length]


def _encoding(header: bytes, default: str, file: str) -> str:
    match = _CHARSET.search(header)
    if match is None:
        return default
    try:
        return find_encoding(match[1].decode("ascii"))
    except ConfigError as error:
        raise ReadError(str(error), file) from None


def _decoded(data: bytes, encoding: str, what: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise ReadError(f"{what} is not {encoding}, which the file says it is", file) from None


def _segments(
    original: bytes, translation: bytes, number: int, encoding: str, langs: tuple[str, str], file: str
) -> Iterator[Segment]:
    context, _, text = _decoded(original, encoding, f"message {number}", file).rpartition("\x04")
    singular, is_plural, plural = text.partition("\0")
    forms = _decoded(translation, encoding, f"the translation of message {number}", file).split("\0")
    source_lang = langs[0] if langs[0] != UNDETERMINED else tag_or(None, SOURCE_LANG)
    for n, target in enumerate(forms):
        yield Segment(
            f"{number}[{n}]" if is_plural else str(number),
            target,
            singular if not is_plural or (n == 0 and len(forms) > 1) else plural,
            source_lang,
            langs[1],
            Location(file),
            context=context or None,
            plural=str(n) if is_plural else None,
        )


READER = Reader("mo", (".mo", ".gmo"), lambda head: False, read, bitext=True)
