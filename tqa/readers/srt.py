"""SubRip and WebVTT subtitles. A segment is a cue; its id is the cue's own, or its number in the file."""

import re
from collections.abc import Iterator

from tqa.model import Location, Problem, Segment
from tqa.readers.reader import Reader, Settings, languages_of
from tqa.readers.source import Input
from tqa.readers.subtitles import CODEC, TIME, timing

# Blocks of WebVTT that are no cues.
_OTHER = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)(?:[ \t].*)?")


def _blocks(entry: Input) -> Iterator[list[tuple[int, int, str]]]:
    """The stretches of lines between empty ones; of each line its number, offset and text."""
    block: list[tuple[int, int, str]] = []
    for number, (offset, line) in enumerate(entry.placed_lines(), 1):
        if line.strip():
            block.append((number, offset, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the cues, and a problem for each block that is none."""
    langs = languages_of(entry, settings)
    count = 0
    note: str | None = None
    for block in _blocks(entry):
        time = next((n for n, (_, _, line) in enumerate(block[:2]) if TIME.fullmatch(line)), None)
        if time is None:
            first = block[0][2]
            if not _OTHER.fullmatch(first):
                yield Problem("neither a cue (number, times, text) nor a comment", entry.name, block[0][0])
            note = " ".join(line for _, _, line in block).removeprefix("NOTE").strip() if first[:4] == "NOTE" else None
            continue
        count += 1
        cue = block[0][2].strip() if time else str(count)
        lines = block[time + 1 :]
        if not lines:
            continue
        text = "\n".join(line for _, _, line in lines)
        raw = (lines[0][1], lines[-1][1] + len(lines[-1][2]))
        shown = timing(block[time][2])
        place = Location(entry.name, lines[0][0])
        yield Segment(cue, text, None, *langs, place, note=note, timing=shown, raw=raw)
        note = None


def sniff(head: str) -> bool:
    """Whether it begins with a cue or as WebVTT."""
    lines = [line for line in head.split("\n", 20) if line.strip()][:2]
    return head.startswith("WEBVTT") or any(TIME.fullmatch(line.rstrip("\r")) for line in lines)


READER = Reader("srt", (".srt", ".vtt"), sniff, read, bitext=False, keyed=True, timed=True, codec=CODEC)
