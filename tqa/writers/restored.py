"""A file with the diacritics put back that its texts have lost, and other damage to their letters repaired."""

from collections.abc import Iterator

from tqa.language.changes import Change
from tqa.language.repair import repairs
from tqa.language.tags import UNDETERMINED, base_language
from tqa.model import Problem, Segment
from tqa.readers import tsv
from tqa.readers.reader import Reader, Settings, choose_reader
from tqa.readers.source import Input
from tqa.writers.rewrite import Rewritten, rewrite


def restored(entry: Input, settings: Settings) -> Rewritten:
    """Return the file before and after.

    A page may hold lines of both languages, a TSV has both sides; of other formats the translations are restored,
    since their sources are copies of something else. Raises `ReadError` for what can't be read or written.
    """
    data = entry.content()
    held = entry.holding(data)
    reader, _ = choose_reader(held, settings)
    segments: dict[int, Segment] = {}
    changes: dict[int, list[Change]] = {}
    for index, segment in enumerate(_texts(held, reader, settings)):
        langs = [segment.target_lang]
        if reader.is_page and settings.source_lang != UNDETERMINED:
            langs.append(settings.source_lang)
        english = (segment.source or "") if base_language(segment.source_lang) == "en" else ""
        if wanted := repairs(segment.target, langs, english):
            segments[index] = segment
            changes[index] = wanted
    return rewrite(entry, data, reader, settings, segments, changes)


def _texts(entry: Input, reader: Reader, settings: Settings) -> Iterator[Segment]:
    lines = list(entry.placed_lines()) if reader is tsv.READER else []
    for item in reader.read(entry, settings):
        if isinstance(item, Problem):
            continue
        yield item
        if lines and item.source:
            yield _source_cell(item, *lines[(item.location.line or 1) - 1])


def _source_cell(item: Segment, at: int, line: str) -> Segment:
    """The source of a row of a TSV, whose line begins at the offset `at`, as a text of its own with its translation."""
    source = item.source or ""
    for cell in line.split("\t"):
        if cell == source and at != item.raw[0]:
            break
        at += len(cell) + 1
    langs = item.target_lang, item.source_lang
    return Segment(item.id, source, item.target, *langs, item.location, raw=(at, at + len(source)))
