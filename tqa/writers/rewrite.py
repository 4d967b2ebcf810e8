"""A file with some of its texts changed, and every other byte as it was."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tqa.errors import ReadError
from tqa.model import Problem, Segment
from tqa.readers.compression import compression_of
from tqa.readers.pieces import Codec, joined, place, replace
from tqa.readers.reader import Reader, Settings
from tqa.readers.source import Input, byte_order_mark
from tqa.writers import office
from tqa.writers.edits import Change


@dataclass(slots=True)
class Rewritten:
    """The bytes of a file before and after; `missed` are the indices of segments that couldn't be changed.

    `listing`: of a file that is no text, what is read of it, before and after.
    """

    before: bytes
    after: bytes
    encoding: str
    missed: list[int] = field(default_factory=list)
    listing: tuple[str, str] | None = None

    def texts(self) -> tuple[str, str]:
        """The file before and after, as text."""
        if self.listing is not None:
            return self.listing
        before, after = (
            data.decode(self.encoding, "replace").removeprefix("\ufeff") for data in (self.before, self.after)
        )
        return before, after


def rewrite(
    entry: Input,
    data: bytes,
    reader: Reader,
    settings: Settings,
    segments: Mapping[int, Segment],
    changes: Mapping[int, Sequence[Change]],
) -> Rewritten:
    """Return the file of the bytes `data` with `changes` made in `segments` (both by index).

    A segment whose text can't be found in the file as it should be there, or which the format or the encoding can't
    hold once changed, is left as it is and named in `missed`. Raises `ReadError` where the file can't be written at
    all: it is compressed, its format can't be written, or its bytes aren't what its text would be written as.
    """
    if reader.codec is None and reader.name not in office.FORMATS:
        raise ReadError(f"{reader.name} can be checked but not written", entry.name)
    if (kind := compression_of(data[:8])) is not None:
        raise ReadError(f"compressed ({kind}); unpack it to have it fixed", entry.name)
    if reader.codec is None:
        return _repacked(entry, data, reader, settings, segments, changes)
    held = entry.holding(data)
    if reader.settle is not None:
        held = reader.settle(held)
    mark, encoding = byte_order_mark(data) or (b"", held.encoding or "utf-8")
    body = Body(held.text(), encoding, reader.codec)
    if mark + body.encoded(body.text) != data:
        raise ReadError(f"its bytes aren't plain {encoding}; fixing would change more than the texts", entry.name)
    stretches: list[tuple[int, int, str, int]] = []
    missed: list[int] = []
    for index, wanted in changes.items():
        found = body.changed(segments[index], wanted)
        if found is None:
            missed.append(index)
        else:
            stretches += [(*stretch, index) for stretch in found]
    text = body.spliced(sorted(stretches), missed)
    after = mark + body.encoded(text)
    _hold_against(entry, data, after, reader, settings)
    return Rewritten(data, after, encoding, missed)


def _repacked(
    entry: Input,
    data: bytes,
    reader: Reader,
    settings: Settings,
    segments: Mapping[int, Segment],
    changes: Mapping[int, Sequence[Change]],
) -> Rewritten:
    after, missed = office.rewritten(entry, reader.name, data, segments, changes)
    old, new = _hold_against(entry, data, after, reader, settings)
    if sum(a != b for a, b in zip(old, new, strict=True)) > len(changes):
        raise ReadError("more than the texts to fix would change; nothing was changed", entry.name)
    return Rewritten(data, after, "utf-8", missed, (_listed(old), _listed(new)))


class Body:
    """The text of a file, addressed as the format's reader does."""

    def __init__(self, text: str, encoding: str, codec: Codec) -> None:
        """`encoding` is the file's, which what is written must fit in."""
        self.text = text
        self._encoding = encoding
        self._codec = codec
        self._bytes = text.encode() if codec.in_bytes else b""

    def encoded(self, text: str) -> bytes:
        return text.encode(self._encoding, "replace")

    def _slice(self, start: int, end: int) -> str:
        return self._bytes[start:end].decode("utf-8", "replace") if self._codec.in_bytes else self.text[start:end]

    def _stretches(self, segment: Segment) -> Iterator[tuple[int, int, str, str, int]]:
        """Where the target stands, raw and as text, and where in the target that text begins."""
        raw, offset = segment.raw, 0
        for start, end in zip(raw[::2], raw[1::2], strict=True):
            stretch = self._slice(start, end)
            # Of a text put together from several stretches each has its part, with a blank between them.
            text = segment.target if len(raw) == 2 else joined(self._codec.pieces(stretch))
            yield start, end, stretch, text, offset
            offset += len(text) + 1

    def place(self, segment: Segment, start: int, end: int) -> tuple[int, int] | None:
        """Where a part of the segment's target stands in the file, None where that can't be told."""
        for raw_start, _, stretch, text, offset in self._stretches(segment):
            if offset <= start and end <= offset + len(text):
                found = place(stretch, self._codec, text, start - offset, end - offset)
                if found is None or not self._codec.in_bytes:
                    return found and (raw_start + found[0], raw_start + found[1])
                before = len(stretch[: found[0]].encode())
                return raw_start + before, raw_start + before + len(stretch[found[0] : found[1]].encode())
        return None

    def offset(self, raw: int) -> int:
        """The offset in `text` of a place in the file."""
        return len(self._bytes[:raw].decode("utf-8", "replace")) if self._codec.in_bytes else raw

    def changed(self, segment: Segment, changes: Sequence[Change]) -> list[tuple[int, int, str]] | None:
        """The stretches of the file to replace for a segment, None where that can't be done."""
        if len(segment.raw) < 2:
            return None
        found = []
        left = list(changes)
        for start, end, stretch, text, offset in self._stretches(segment):
            inside = [(a - offset, b - offset, new) for a, b, new in left if offset <= a and b <= offset + len(text)]
            left = [change for change in left if not (offset <= change[0] and change[1] <= offset + len(text))]
            if not inside:
                continue
            new = replace(stretch, self._codec, text, inside)
            if new is None or not self._can_hold(new):
                return None
            found.append((start, end, new))
        return None if left else found

    def _can_hold(self, text: str) -> bool:
        try:
            text.encode(self._encoding)
        except UnicodeEncodeError:
            return False
        return True

    def spliced(self, stretches: Sequence[tuple[int, int, str, int]], missed: list[int]) -> str:
        """The text with the stretches replaced; one that overlaps with the one before is missed."""
        whole: bytes | str = self._bytes if self._codec.in_bytes else self.text
        out: list[str] = []
        done = 0
        for start, end, new, index in stretches:
            if start < done:
                missed.append(index)
                continue
            out += [self._slice(done, start), new]
            done = end
        out.append(self._slice(done, len(whole)))
        return "".join(out)


def _hold_against(
    entry: Input, before: bytes, after: bytes, reader: Reader, settings: Settings
) -> tuple[list[Segment | Problem], list[Segment | Problem]]:
    """Read both, and make sure that it is the same file but for some texts."""
    old, new = (_read(entry.holding(data), reader, settings) for data in (before, after))
    if len(old) != len(new) or any(isinstance(b, Problem) and a != b for a, b in zip(old, new, strict=True)):
        raise ReadError("the fixed file would not read as before; nothing was changed", entry.name)
    return old, new


def _listed(items: Sequence[Segment | Problem]) -> str:
    return "".join(f"{item.id}: {item.target}\n" for item in items if isinstance(item, Segment))


def _read(entry: Input, reader: Reader, settings: Settings) -> list[Segment | Problem]:
    found: list[Segment | Problem] = []
    try:
        for item in reader.read(entry, settings):
            found.append(item)  # noqa: PERF402  what was read before an error counts
    except ReadError as error:
        found.append(Problem(error.message, error.file, error.line))
    return found
