"""Advanced SubStation Alpha subtitles (ASS, SSA). A segment is a dialogue event, numbered; drawings aren't read."""

import re
from collections.abc import Iterator

from tqa.model import Location, Problem, Segment
from tqa.readers.pieces import Codec, Piece, joined
from tqa.readers.reader import Reader, Settings, languages_of
from tqa.readers.source import Input
from tqa.readers.subtitles import timing

_STEP = re.compile(r"\\[Nnh]|\{[^}]*\}|[^\\{]+|[\\{]")
_BREAKS = {"\\N": "\n", "\\n": "\n", "\\h": "\xa0"}
_DRAWING = re.compile(r"\{[^}]*\\p[1-9]")
_FIELDS = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")


def pieces(raw: str) -> list[Piece]:
    """Take a text apart: line breaks, and override tags, which are no text."""
    return [
        Piece(s.start(), s.end(), _BREAKS.get(s[0], "" if s[0][0] == "{" and s[0][-1] == "}" else s[0]))
        for s in _STEP.finditer(raw)
    ]


def quote(text: str, raw: str, at: int) -> str:
    """Write a text into an event."""
    return text.replace("\n", "\\N").replace("\xa0", "\\h")


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the texts of the dialogue events: the speaker is the context, a comment above one its note."""
    langs = languages_of(entry, settings)
    fields: tuple[str, ...] = _FIELDS
    count = 0
    note = None
    for number, (offset, line) in enumerate(entry.placed_lines(), 1):
        kind, mark, rest = line.partition(":")
        if kind == "Format" and "text" in rest.lower():
            fields = tuple(name.strip().lower() for name in rest.split(","))
        elif mark and kind == "Comment":
            note = rest.split(",", len(fields) - 1)[-1].strip() or None
        elif mark and kind == "Dialogue":
            count += 1
            cells = rest.split(",", len(fields) - 1)
            if len(cells) < len(fields) or fields[-1] != "text":
                yield Problem(f"an event of {len(cells)} fields where there must be {len(fields)}", entry.name, number)
                continue
            raw = cells[-1]
            text = joined(pieces(raw))
            if not text.strip() or _DRAWING.search(raw):
                continue
            values = dict(zip(fields, cells, strict=True))
            speaker = values.get("name", "").strip()
            shown = timing(f"{values.get('start', '')} {values.get('end', '')}")
            end = offset + len(line)
            place = Location(entry.name, number)
            raw_place = (end - len(raw), end)
            yield Segment(str(count), text, None, *langs, place, speaker or None, note, timing=shown, raw=raw_place)
            note = None


READER = Reader(
    "ass",
    (".ass", ".ssa"),
    lambda head: "[Script Info]" in head,
    read,
    bitext=False,
    keyed=True,
    timed=True,
    codec=Codec(pieces, quote),
)
