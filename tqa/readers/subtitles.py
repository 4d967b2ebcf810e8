"""What the subtitle formats share: a cue's lines are one text, with line breaks between them."""

import re

from tqa.readers.pieces import Codec, Piece

_STEP = re.compile(r"\r?\n|[^\r\n]+|\r")

TIME = re.compile(
    r"[ \t]*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]+-->[ \t]+(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}(?:[ \t].*)?"
)


def pieces(raw: str) -> list[Piece]:
    """Take a cue apart: its lines, and what ends them."""
    return [Piece(s.start(), s.end(), "\n" if s[0][-1] == "\n" else s[0]) for s in _STEP.finditer(raw)]


def quote(text: str, raw: str, at: int) -> str:
    """Write a text into a cue; raises `ValueError` for one with an empty line, which would end the cue."""
    if "\n\n" in text or "-->" in text:
        raise ValueError("what ends a cue")
    return text.replace("\n", "\r\n") if "\r\n" in raw else text


CODEC = Codec(pieces, quote)
