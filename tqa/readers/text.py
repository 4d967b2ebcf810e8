"""Plain text: one line is one segment, of the target language as far as a single file tells."""

from collections.abc import Iterator

from tqa.model import Location, Problem, Segment
from tqa.readers.pieces import LINE
from tqa.readers.reader import FALLBACK, Reader, Settings
from tqa.readers.source import Input


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield a segment for each line that isn't blank; its id is the number of the line."""
    for number, (offset, line) in enumerate(entry.placed_lines(), 1):
        if line and not line.isspace():
            yield Segment(
                str(number),
                line,
                source_lang=settings.source_lang,
                target_lang=settings.target_lang,
                location=Location(entry.name, number),
                raw=(offset, offset + len(line)),
            )


READER = Reader(FALLBACK, (".txt",), lambda head: True, read, bitext=False, codec=LINE)
