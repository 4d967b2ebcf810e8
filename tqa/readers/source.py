"""The lines of an input, whatever its encoding, streamed.

All readers of text formats go through here, so what a line is, and how bad bytes are reported, is the same for all.
"""

import codecs
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from encodings.aliases import aliases
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tqa.errors import ConfigError, ReadError, near_miss
from tqa.readers.compression import CompressionError, unpacked

STDIN = "-"

# In characters. A line is a sentence or a paragraph; one as long as this is a file of another kind (a dump, minified
# JSON), and every rule would be run over it at once.
MAX_LINE = 10 * 2**20
# In characters: of a file whose format can't be read piece by piece.
MAX_TEXT = 256 * 2**20

_CHUNK = 2**16
# Where a NUL is looked for before anything is read; git tells binary files by the same count of bytes.
_HEAD = 8000

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python's decoders of these insist on a mark; a file that has one never gets here.
_UNMARKED = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}
# Text encodings for Python, but of host names or of program text, or (UTF-7) such that let half a character through.
_REFUSED = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "unicode_escape", "utf-7"}


@cache
def find_encoding(name: str) -> str:
    """Return Python's name for the text encoding `name` (`UTF8` gives `utf-8`).

    Raises `ConfigError` for one that isn't known.
    """
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        info = None
    # The mark is CPython's own (`str.encode` goes by it): bytes-to-bytes codecs such as `hex` are no encodings.
    if info is None or info.name in _REFUSED or not getattr(info, "_is_text_encoding", True):
        guess = near_miss(name.lower().replace("_", "-"), _encodings())
        raise ConfigError(f"there is no encoding '{name}'{guess or '; utf-8, utf-16 and windows-1258 are such names'}")
    return _UNMARKED.get(info.name, info.name)


def _encodings() -> list[str]:
    """The names of encodings as people write them."""
    names = {name for pair in aliases.items() if not pair[1].endswith("_codec") for name in pair}
    return sorted(
        {name.replace("_", "-") for name in names} - _REFUSED - {"utf7", "u7", "rot13", "rot-13", "mbcs", "ansi"}
    )


class _Stream(NamedTuple):
    """An open file: how to get at most so many bytes more of it, and those that were looked at already."""

    read: Callable[[int], bytes]
    close: Callable[[], None]
    head: bytes = b""


class BadTextError(Exception):
    """What is wrong in the middle of a text; whoever counts the lines adds the line."""


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read: `name` as the user gave it (`-` is standard input, which has no path).

    `encoding` None means UTF-8; a byte-order mark in the file outweighs it either way.
    """

    name: str
    path: Path | None
    encoding: str | None = None
    opened: _Stream | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of(cls, name: str, encoding: str | None = None) -> "Input":
        """The input that the user calls `name`: a path, or `-`."""
        return cls(name, None if name == STDIN else Path(name), encoding)

    def holding(self, content: bytes) -> "Input":
        """This input as if its file held `content`."""
        return replace(self, opened=_Stream(lambda size: b"", lambda: None, content))

    @classmethod
    def of_bytes(cls, name: str, content: bytes) -> "Input":
        """An input whose bytes are at hand, such as a part of a package; it can be read once. Errors name `name`."""
        return cls(name, None, opened=_Stream(lambda size: b"", lambda: None, content))

    @property
    def is_repeatable(self) -> bool:
        """Whether the input can be read twice; a pipe and standard input can't."""
        return self.path is not None and self.path.is_file()

    def peek(self) -> tuple[str, "Input"]:
        """Return the start of the text and the input to read on with, which has lost nothing.

        Raises `ReadError` where there is nothing to open. Undecodable bytes come out as U+FFFD.
        """
        stream = self._open()
        try:
            head = self._head(stream)
            text = head.decode(_marked(head) or self._named(), "replace")
            again = self if self.is_repeatable else replace(self, opened=stream._replace(head=head))
        except BaseException:
            stream.close()
            raise
        if again is self:
            stream.close()
        return text.removeprefix("\ufeff"), again

    def lines(self) -> Iterator[str]:
        """Yield the lines, without their ends. Lines end at LF only; a CR before it goes with it.

        A last line counts with or without an LF; an empty file has no lines. Raises `ReadError` for what can't be read,
        after the lines before it, and `ConfigError` for an unknown encoding.
        """
        for batch, has_ends in self._batches():
            yield from [line.removesuffix("\r") for line in batch] if has_ends else batch

    def placed_lines(self) -> Iterator[tuple[int, str]]:
        """Yield the lines as `lines` does, each with the offset of its first character in the text."""
        offset = 0
        for batch, has_ends in self._batches():
            for line in batch:
                yield offset, line.removesuffix("\r") if has_ends else line
                offset += len(line) + 1

    def _batches(self) -> Iterator[tuple[list[str], bool]]:
        """Yield lines as they come, with the CR before their LF, and whether they end in an LF at all."""
        done = 0
        pending: list[str] = []
        length = 0
        try:
            for text in self.texts():
                parts = text.split("\n")
                length += len(parts[0])
                if length > MAX_LINE:
                    raise BadTextError(f"a line of more than {MAX_LINE:,} characters; is this a file of text at all?")
                pending.append(parts[0])
                if len(parts) == 1:
                    continue
                parts[0] = "".join(pending)
                pending = [parts.pop()]
                length = len(pending[0])
                done += len(parts)
                yield parts, True
        except BadTextError as trouble:
            raise ReadError(str(trouble), self.name, done + 1) from None
        if length:
            yield ["".join(pending)], False

    def text(self) -> str:
        """Return the whole text, without a byte-order mark; raises `ReadError` as `lines` does, or if it is huge."""
        parts: list[str] = []
        length = 0
        try:
            for part in self.texts():
                parts.append(part)
                length += len(part)
                if length > MAX_TEXT:
                    raise BadTextError(f"more than {MAX_TEXT:,} characters, too much for this format; split the file")
        except BadTextError as trouble:
            line = sum(part.count("\n") for part in parts) + 1
            raise ReadError(str(trouble), self.name, line) from None
        return "".join(parts)

    def content(self) -> bytes:
        """Return all bytes of a file of no text format; raises `ReadError` for what can't be read, or is huge."""
        stream = self._open()
        try:
            parts = [self._head(stream)]
            length = len(parts[0])
            with self._reporting():
                while more := stream.read(_CHUNK):
                    parts.append(more)
                    length += len(more)
                    if length > MAX_TEXT:
                        raise ReadError(f"more than {MAX_TEXT:,} bytes, too much for this format", self.name)
        finally:
            stream.close()
        return b"".join(parts)

    def texts(self) -> Iterator[str]:
        """Yield the text in pieces, its byte-order mark gone. Undecodable bytes raise an error for `lines` to place."""
        texts = (text for _, text in self._decoded() if text)
        for first in texts:
            yield first.removeprefix("\ufeff")
            break
        yield from texts

    def utf8(self) -> Iterator[bytes]:
        """Yield the text as `texts` does, but as UTF-8. A piece may end within a character."""
        pieces = (sound for sound, _ in self._decoded() if sound)
        for first in pieces:
            yield first.removeprefix(codecs.BOM_UTF8)
            break
        yield from pieces

    def _decoded(self) -> Iterator[tuple[bytes, str]]:
        """Yield the text in pieces: as UTF-8, where a piece may end within a character, and decoded."""
        stream = self._open()
        try:
            head = self._head(stream)
            mark = _marked(head)
            encoding = mark or self._named()
            if not encoding.startswith(("utf-16", "utf-32")) and (nul := head.find(0, 0, _HEAD)) >= 0:
                raise ReadError(_binary(nul), self.name)
            yield from _Decoder(encoding, mark is not None).all(self._chunks(stream, head))
        finally:
            stream.close()

    def _named(self) -> str:
        return "utf-8" if self.encoding is None else find_encoding(self.encoding)

    def _open(self) -> _Stream:
        if self.opened is not None:
            return self.opened
        if self.path is None:
            if sys.stdin is None:
                raise ReadError("standard input is closed; name a file instead of '-'", self.name)
            stdin = sys.stdin.buffer
            # `read` would wait for a full chunk where a person types.
            return _Stream(getattr(stdin, "read1", stdin.read), lambda: None)
        with self._reporting():
            file = self.path.open("rb", buffering=0)
            read = unpacked(file) if file.seekable() else file.read
        return _Stream(read, file.close)

    def _head(self, stream: _Stream) -> bytes:
        """The first bytes: enough to tell what the file is, or all there are."""
        head = stream.head
        with self._reporting():
            while len(head) < _HEAD and (more := stream.read(_CHUNK)):
                head += more
        return head

    def _chunks(self, stream: _Stream, head: bytes) -> Iterator[bytes]:
        """The bytes in pieces; the last one is empty."""
        chunk = head
        while chunk:
            yield chunk
            with self._reporting():
                chunk = stream.read(_CHUNK)
        yield b""

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        """Turn what the system says into an error that says what to do."""
        try:
            yield
        except (OSError, ValueError) as error:
            raise ReadError(why_unreadable(error, self.path), self.name) from None
        except CompressionError as error:
            raise ReadError(str(error), self.name) from None


class _Decoder:
    """Decodes bytes that come in pieces, and knows where the bad ones are."""

    def __init__(self, encoding: str, is_marked: bool) -> None:
        self._encoding = encoding
        self._is_marked = is_marked
        self._is_wide = encoding.startswith(("utf-16", "utf-32"))

    def all(self, chunks: Iterator[bytes]) -> Iterator[tuple[bytes, str]]:
        """Yield the text of each chunk, and of what is sound in a chunk that isn't before raising `BadTextError`.

        Each comes as UTF-8 and decoded.
        """
        decoder = codecs.getincrementaldecoder(self._encoding)()
        offset = 0
        for chunk in chunks:
            nul = -1 if self._is_wide else chunk.find(0)
            sound = chunk if nul < 0 else chunk[:nul]
            state = decoder.getstate()
            try:
                text = decoder.decode(sound, not chunk)
            except UnicodeDecodeError as error:
                # A decoder prepends what it kept of the chunk before, so its positions aren't those in the chunk.
                start = len(sound) - len(error.object) + error.start
                decoder.setstate(state)
                sound = sound[: max(start, 0)]
                yield self._both(sound, decoder.decode(sound))
                raise BadTextError(self._bad_byte(error.object[error.start], offset + start)) from None
            yield self._both(sound, text)
            if nul >= 0:
                raise BadTextError(_binary(offset + nul))
            offset += len(chunk)

    def _both(self, sound: bytes, text: str) -> tuple[bytes, str]:
        return sound if self._encoding == "utf-8" else text.encode(), text

    def _bad_byte(self, byte: int, offset: int) -> str:
        name = self._encoding.upper() if self._encoding.startswith("utf") else self._encoding
        what = f"byte 0x{byte:02X} at offset {offset} is not {name}"
        if self._is_marked:
            return f"{what}, which the file's byte-order mark says it is; save it anew as UTF-8"
        return f"{what}; if the file is in another encoding name it with --encoding, e.g. --encoding windows-1258"


def _marked(head: bytes) -> str | None:
    """The encoding that a byte-order mark names."""
    found = byte_order_mark(head)
    return None if found is None else found[1]


def byte_order_mark(head: bytes) -> tuple[bytes, str] | None:
    """The byte-order mark with which `head` begins, and the encoding that it names."""
    return next(((mark, encoding) for mark, encoding in _MARKS if head.startswith(mark)), None)


def _binary(offset: int) -> str:
    return (
        f"a binary file, not text (NUL byte at offset {offset}); "
        "if it is UTF-16 without a byte-order mark, name it with --encoding utf-16-le or utf-16-be"
    )


def why_unreadable(error: OSError | ValueError, path: Path | None) -> str:
    """Say what `error`, raised on opening or reading `path` (None: standard input), means and what to do."""
    match error:
        case FileNotFoundError() | NotADirectoryError() if path is not None:
            if path.is_symlink():
                return f"a symbolic link to {path.readlink()}, which is not there; mend the link or name the file"
            return f"no such file{near_miss(path.name, _siblings(path)) or '; check the path'}"
        case IsADirectoryError():
            return "a folder where a file is wanted; name a file in it"
        case PermissionError():
            return "no permission to read it; change its mode or run as a user who may"
        case OSError():
            return f"can't be read ({error.strerror or error}); check the path and the disk"
        case _:  # the only one: a NUL in the path
            return "no file can have this name; check the path"


def _siblings(path: Path) -> list[str]:
    try:
        return [entry.name for entry in path.parent.iterdir()]
    except (OSError, ValueError):
        return []
