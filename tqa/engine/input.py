"""From the paths that the user gives to the segments to check."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from tqa.engine.pages import read_page
from tqa.engine.pairing import aligned, by_key, by_order, find_source
from tqa.engine.result import Recognised
from tqa.engine.walk import Exclude, walk
from tqa.errors import ConfigError, ReadError
from tqa.language.tags import UNDETERMINED
from tqa.model import Location, Problem, Segment
from tqa.readers import text
from tqa.readers.reader import READERS, Reader, Settings, choose_reader, is_walked
from tqa.readers.source import STDIN, Input, find_encoding, why_unreadable

SettingsOf = Callable[[Input], Settings]


def expand(
    paths: Sequence[str], exclude: Sequence[str] = (), config_folder: Path | None = None
) -> list[Input | Problem]:
    """Return what there is to read under `paths`, each file once, in the order given.

    A folder stands for the files in it that are of a known extension, sorted; see `tqa.engine.walk` for what is left
    out, by the globs `exclude` (relative to `config_folder`) among others. A file that is named is always read. What
    isn't there, or holds nothing, is a `Problem`. Raises `ConfigError` if `-` is given twice or a glob is ill-formed.
    """
    if list(paths).count(STDIN) > 1:
        raise ConfigError("standard input ('-') can be read but once; give '-' once")
    excluded = Exclude.of(exclude, config_folder)
    found: dict[str, Input | Problem] = {}
    for entry in chain.from_iterable(_expand(path, excluded) for path in paths):
        if isinstance(entry, Problem):
            found.setdefault(f"{entry.file}\0", entry)
        else:
            found.setdefault("" if entry.path is None else str(entry.path.absolute()), entry)
    return list(found.values())


def _expand(name: str, exclude: Exclude) -> list[Input | Problem]:
    entry = Input.of(name)
    if entry.path is None:
        return [entry]
    try:
        entry.path.stat()
    except (OSError, ValueError) as error:
        return [Problem(why_unreadable(error, entry.path), name)]
    if not entry.path.is_dir():
        return [entry]
    found = walk(entry.path, is_walked, exclude)
    if not found:
        why = "none is in a known format and not left out by .gitignore or exclude"
        return [Problem(f"no file to read in this folder: {why}", name)]
    return [item if isinstance(item, Problem) else Input(str(item), item) for item in found]


def segments(
    files: Sequence[Input | Problem],
    settings: Settings | SettingsOf,
    *,
    source: Input | None = None,
    align: bool = False,
    memories: Sequence[Path] = (),
    recognised: list[Recognised] | None = None,
) -> Iterator[Segment | Problem]:
    """Return an iterator over the segments of `files` (of `expand`), file by file, and the problems among them.

    `settings` are those of all files, or a function that gives those of each. A text without keys is a mixed page: if
    both languages are known, lines of the source language are found and put beside their translations. With `source`,
    the one file is its translation: by key where the format has keys, else line by line, or with `align` aligned first,
    for which `memories`, files of translation memories, teach words.
    A file of a keyed format is paired with its like in the source language, if that is there. To `recognised` are added
    the files whose languages were told from their texts. What can't be read is a `Problem`, and the rest goes on.
    Raises `ConfigError` at once for an unknown format or encoding, or arguments that don't go together.
    """
    of = settings if callable(settings) else lambda entry: settings
    found: list[Recognised] = [] if recognised is None else recognised
    entries = [entry if isinstance(entry, Problem) else _set(entry, of(entry)) for entry in files]
    if source is None:
        if align:
            raise ConfigError("--align needs --source with the text that the file is a translation of")
        return chain.from_iterable(
            [entry] if isinstance(entry, Problem) else _reported(_read(*entry, found)) for entry in entries
        )
    if len(entries) != 1:
        raise ConfigError(f"--source goes with exactly one FILE, its translation; there are {len(entries)}")
    (entry,) = entries
    original, _ = _set(source, of(source))
    if isinstance(entry, Problem):
        return iter([entry])
    translation, chosen = entry
    if original.name == translation.name == STDIN:
        raise ConfigError("standard input ('-') can be read but once; name a file for the source or its translation")
    if align:
        return _reported(_in_languages(original, translation, chosen, memories, found))
    return _reported(_named(_paired(original, translation, chosen), chosen, found))


def _set(entry: Input, settings: Settings) -> tuple[Input, Settings]:
    """The input as the settings say it is to be decoded; unknown names come to light here."""
    encoding = entry.encoding or settings.encoding
    if encoding is not None:
        find_encoding(encoding)
    if settings.format is not None:
        READERS.named(settings.format)
    return replace(entry, encoding=encoding), settings


def _reported(found: Iterator[Segment | Problem]) -> Iterator[Segment | Problem]:
    """What is found until reading fails, and then why it does."""
    try:
        yield from found
    except ReadError as error:
        yield Problem(error.message, error.file, error.line)


def _read(entry: Input, settings: Settings, recognised: list[Recognised]) -> Iterator[Segment | Problem]:
    reader, entry = choose_reader(entry, settings)
    if settings.source is None and reader.is_page:
        lines = _reported(reader.read(entry, settings))
        return read_page(lines, settings.source_lang, recognise=settings.recognise, recognised=recognised)
    return _named(_as_read(reader, entry, settings), settings, recognised)


def _in_languages(
    source: Input, target: Input, settings: Settings, memories: Sequence[Path], recognised: list[Recognised]
) -> Iterator[Segment | Problem]:
    """Align two texts in the languages that they are in: what belongs together can't be told without."""
    known = settings.source_lang, settings.target_lang
    if settings.recognise and UNDETERMINED in known and source.is_repeatable and target.is_repeatable:
        from tqa.engine.recognition import languages_of_two

        langs = languages_of_two(_texts(source, settings), _texts(target, settings), known)
        if langs != known:
            recognised.append(Recognised(target.name, *langs))
            settings = replace(settings, source_lang=langs[0], target_lang=langs[1])
    return _paired(source, target, settings, align=True, memories=memories)


def _texts(entry: Input, settings: Settings) -> Iterator[str]:
    reader, entry = choose_reader(entry, replace(settings, format=None))
    return (item.target for item in reader.read(entry, settings) if isinstance(item, Segment))


def _as_read(reader: Reader, entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    if settings.source is not None and not reader.bitext:
        return _paired(Input.of(settings.source, settings.encoding), entry, settings)
    if reader.keyed and (source := find_source(entry, settings)) is not None:
        return _paired(source, entry, settings)
    return reader.read(entry, settings)


def _named(
    items: Iterator[Segment | Problem], settings: Settings, recognised: list[Recognised]
) -> Iterator[Segment | Problem]:
    """The segments of one file, with the languages that nobody named."""
    if not settings.recognise:
        return items
    from tqa.engine.recognition import with_languages

    return with_languages(items, recognised)


def _paired(
    source: Input, target: Input, settings: Settings, *, align: bool = False, memories: Sequence[Path] = ()
) -> Iterator[Segment | Problem]:
    """The segments of a file and its source: aligned, by key, by line or text by text.

    Subtitles are aligned though they have keys, which are but numbers.
    """
    reader, target = choose_reader(target, settings)
    other, source = choose_reader(source, replace(settings, format=settings.format and reader.name))
    for each, entry in ((reader, target), (other, source)):
        if each.bitext:
            why = f"this is {each.name}, which holds source and translation both; check it alone"
            raise ReadError(f"--source pairs files of one language each, and {why}", entry.name)
    if align and not (reader.keyed and other.keyed and not (reader.timed and other.timed)):
        yield from aligned((other, source), (reader, target), settings, memories)
    elif reader is other is text.READER:
        yield from _line_by_line(source, target, settings)
    elif reader.keyed != other.keyed:
        raise ReadError(f"{reader.name} can't be paired with {other.name} ({source.name})", target.name)
    elif reader.keyed:
        yield from by_key((other, source), (reader, target), settings)
    else:
        yield from by_order((other, source), (reader, target), settings)


def _is_blank(line: str) -> bool:
    return not line or line.isspace()


def _line_by_line(source: Input, target: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Pair the lines of two plain texts. Pairs that are blank on both sides are left out."""
    source_lines, target_lines = _again(source), _again(target)
    counts = [sum(1 for _ in lines()) for lines in (source_lines, target_lines)]
    if counts[0] != counts[1]:
        raise ReadError(
            f"{counts[1]:,} lines, but its source {source.name} has {counts[0]:,}; "
            "make them equal, or find with --align which lines belong together",
            target.name,
        )
    pairs = zip(source_lines(), target_lines(), strict=True)
    for number, ((_, original), (offset, translation)) in enumerate(pairs, 1):
        if not (_is_blank(original) and _is_blank(translation)):
            place = Location(target.name, number, source.name, number)
            raw = (offset, offset + len(translation))
            langs = settings.source_lang, settings.target_lang
            yield Segment(str(number), translation, original, *langs, place, raw=raw)


def _again(entry: Input) -> Callable[[], Iterator[tuple[int, str]]]:
    """The lines of an input with their offsets, as often as they are asked for; held only where they come once."""
    if entry.is_repeatable:
        return entry.placed_lines
    lines = list(entry.placed_lines())
    return lambda: iter(lines)
