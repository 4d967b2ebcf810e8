"""What the subtitle formats share: a cue's lines are one text, with line breaks between them."""

import re

from tqa.readers.pieces import Codec, Piece

_STEP = re.compile(r"\r?\n|[^\r\n]+|\r")

_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})")

TIME = re.compile(
    r"[ \t]*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]+-->[ \t]+(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}(?:[ \t].*)?"
)


def pieces(raw: str) -> list[Piece]:
    """Take a cue apart: its lines, and what ends them."""
    return [Piece(s.start(), s.end(), "\n" if s[0][-1] == "\n" else s[0]) for s in _STEP.finditer(raw)]


def timing(text: str) -> tuple[int, int] | None:
    """The first two times in `text` (`1:02:03,456`, `0:02:03.45`) in milliseconds; None where there are none."""
    found = [
        (int(hours or 0) * 60 + int(minutes)) * 60_000 + int(seconds) * 1000 + int(part.ljust(3, "0"))
        for hours, minutes, seconds, part in _CLOCK.findall(text)[:2]
    ]
    return (found[0], found[1]) if len(found) == 2 else None


def quote(text: str, raw: str, at: int) -> str:
    """Write a text into a cue; raises `ValueError` for one with an empty line, which would end the cue."""
    if "\n\n" in text or "-->" in text:
        raise ValueError("what ends a cue")
    return text.replace("\n", "\r\n") if "\r\n" in raw else text


CODEC = Codec(pieces, quote)
