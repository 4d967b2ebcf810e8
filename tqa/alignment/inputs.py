"""What `tqa align` reads: files of any format that holds one language, as units to align."""

from typing import TYPE_CHECKING, NamedTuple

from tqa.alignment.units import Unit, split
from tqa.errors import ReadError
from tqa.language.tags import UNDETERMINED
from tqa.model import Problem, Segment
from tqa.readers.reader import FALLBACK, Settings, choose_reader, reader_by_extension
from tqa.readers.source import Input

if TYPE_CHECKING:
    from tqa.alignment.timing import Shown


class Document(NamedTuple):
    """One side: its units, empty ones parting paragraphs, and when each is shown, of subtitles."""

    units: list[Unit]
    times: "list[Shown | None] | None"


def read_document(entry: Input, language: str, segment: str, format_name: str | None = None) -> Document:
    """Read a file in `language` (BCP 47) as units of `segment`, one of `SEGMENTS`.

    Units have the lines of the file, or where it has none (DOCX) the numbers of its paragraphs. Raises `ReadError` for
    what can't be read and for formats that hold both languages, `ConfigError` for an unknown format or segment.
    """
    cut = split(segment)
    reader, entry = choose_reader(entry, Settings(UNDETERMINED, language, format_name))
    is_told = format_name is not None or (entry.path is not None and reader_by_extension(entry.path.name) is reader)
    if reader.bitext and is_told:
        why = f"this is {reader.name}, which holds source and translation both; there is nothing to align"
        raise ReadError(why, entry.name)
    if reader.name == FALLBACK or reader.bitext:
        return Document(list(cut(list(entry.lines()), language)), None)
    segments = []
    for item in reader.read(entry, Settings(UNDETERMINED, language, encoding=entry.encoding)):
        if isinstance(item, Problem):
            raise ReadError(item.message, item.file or entry.name, item.line)
        segments.append(item)
    return _of_segments(segments, language, segment)


def _of_segments(segments: list[Segment], language: str, segment: str) -> Document:
    """Each segment is a paragraph, a heading or a cue; only sentences are smaller."""
    lines = [item.location.line or number for number, item in enumerate(segments, 1)]
    texts = [" ".join(item.target.split()) for item in segments]
    if segment == "sentence":
        cut = split(segment)
        numbers = [number - 1 for number in lines]
        units = [unit._replace(lines=tuple(numbers[at] for at in unit.lines)) for unit in cut(texts, language)]
        return Document(units, None)
    units = [Unit(text, (number - 1,)) for text, number in zip(texts, lines, strict=True)]
    return Document(units, [item.timing for item in segments])
