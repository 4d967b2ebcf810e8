"""Which stretch of a file each stretch of a decoded text came from, so that an edit changes just that.

A text in a file is a run of pieces: what stands there literally, and escapes, tags, quotes and line breaks that stand
for something else. All offsets are in characters.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Piece(NamedTuple):
    """`raw` from `start` to `end` stands for `text`; where both are the same, each character stands for itself."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Codec:
    """How a format writes a text.

    `pieces` takes a stretch of a file apart, in order and without gaps that hold text. `quote` writes a new text for
    the middle of such a stretch: it is given the text, the stretch and where in it the text is to stand, and raises
    `ValueError` for what can't be written there. `in_bytes`: the format's `Segment.raw` counts bytes of the file as
    UTF-8, not characters.
    """

    pieces: Callable[[str], list[Piece]]
    quote: Callable[[str, str, int], str]
    in_bytes: bool = False


def joined(pieces: Iterable[Piece]) -> str:
    """The text that pieces stand for."""
    return "".join(piece.text for piece in pieces)


def compose(outer: Sequence[Piece], inner: Iterable[Piece]) -> list[Piece]:
    """The pieces of a text that is written in two layers: `inner` takes apart what `outer` stands for."""
    place = _Placer(outer)
    return [
        part for start, end, text in inner for part in _composed(place.start(start), place.end(end), start, text, place)
    ]


def _composed(start: int, end: int, inner_start: int, text: str, place: "_Placer") -> list[Piece]:
    if end - start == len(text) or len(text) < 2 or place.text[inner_start : inner_start + len(text)] != text:
        return [Piece(start, end, text)]
    # A literal stretch of the inner layer may hold escapes of the outer one: each character gets its own place.
    return [
        Piece(place.start(inner_start + n), place.end(inner_start + n + 1), character)
        for n, character in enumerate(text)
    ]


class _Placer:
    """From offsets in the text to offsets in the raw stretch."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.text = joined(pieces)
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end, text in pieces:
            literal = end - start == len(text)
            for n in range(len(text)):
                self._starts.append(start + n if literal else start)
                self._ends.append(start + n + 1 if literal else end)
        self._last = pieces[-1].end if pieces else 0

    def start(self, offset: int) -> int:
        """Where the character at `offset` begins; of the end of the text, where its last character ends."""
        if offset < len(self._starts):
            return self._starts[offset]
        return self._ends[-1] if self._ends else self._last

    def end(self, offset: int) -> int:
        """Where the text up to `offset` ends."""
        return self._ends[offset - 1] if offset else self.start(0)


def replace(raw: str, codec: Codec, target: str, edits: Sequence[tuple[int, int, str]]) -> str | None:
    """Return the stretch `raw`, which stands for `target`, with `edits` (start, end, new text) made in the target.

    Nothing else of the stretch changes. None where that can't be: the stretch doesn't stand for just this text, an edit
    cuts through an escape or a tag, or what comes out would read otherwise than it should. `edits` are in order and
    don't overlap.
    """
    pieces = codec.pieces(raw)
    if joined(pieces) != target:
        return None
    place = _Placer(pieces)
    out: list[str] = []
    done = 0
    expected: list[str] = []
    read = 0
    for start, end, text in edits:
        raw_start = place.start(start) if end > start or start == 0 else place.end(start)
        raw_end = place.end(end) if end > start else raw_start
        if raw_start < done or raw_end < raw_start:
            return None
        try:
            out += [raw[done:raw_start], codec.quote(text, raw, raw_start)]
        except ValueError:
            return None
        expected += [target[read:start], text]
        done, read = raw_end, end
    changed = "".join([*out, raw[done:]])
    wanted = "".join([*expected, target[read:]])
    return changed if joined(codec.pieces(changed)) == wanted else None


def place(raw: str, codec: Codec, target: str, start: int, end: int) -> tuple[int, int] | None:
    """Where in the stretch `raw`, which stands for `target`, the part of the target from `start` to `end` stands.

    None where the stretch doesn't stand for just this text.
    """
    pieces = codec.pieces(raw)
    if joined(pieces) != target:
        return None
    placer = _Placer(pieces)
    return placer.start(start), placer.end(end)


def literal(raw: str) -> list[Piece]:
    """The pieces of a text that stands in the file as it is."""
    return [Piece(0, len(raw), raw)] if raw else []


def one_line(text: str, raw: str, at: int) -> str:
    """Write a text as it is; raises `ValueError` for one with line breaks."""
    if "\n" in text or "\r" in text:
        raise ValueError("a line break")
    return text


LINE = Codec(literal, one_line)
