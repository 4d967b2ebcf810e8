"""How a format is declared, and which there are.

A reader is one module under `tqa/readers/` with a constant `READER`. An entry point in the group `tqa.readers` names
another such module, or a package of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tqa.errors import ConfigError, ReadError
from tqa.language.tags import UNDETERMINED, parse_tag
from tqa.model import Problem, Segment
from tqa.readers.compression import bare_name
from tqa.readers.naming import language_of
from tqa.readers.pieces import Codec
from tqa.readers.source import MAX_LINE, Input
from tqa.registry import Declared

FALLBACK = "text"
Read = Callable[[Input, "Settings"], Iterator[Segment | Problem]]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user says of one file. `format` None: told from the file; `encoding` None: UTF-8.

    `source` is the path of the file that this one is the translation of, for formats that hold one language.
    `recognise`: languages that nobody named are told from the texts.
    """

    source_lang: str = "und"
    target_lang: str = "und"
    format: str | None = None
    encoding: str | None = None
    source: str | None = None
    recognise: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """A format.

    `extensions` are lower-case and begin with a dot. `sniff` says of the first few thousand characters of a file
    whether it is in this format. `read` yields the segments and, for what it had to pass over, a `Problem` with file
    and line; it raises `ReadError` where it can't go on, after all that could be read. `bitext`: the format holds
    source and target both. `keyed`: a segment's id is a key under which the file of another language has the same
    message. `timed`: segments have times, and their keys are but numbers. `codec`: how edits are written back, None
    where they can't be. `walked`: which files of these extensions are read where a folder is named: all, those whose
    name or folder names a language, or those with the right content (for extensions that other things have too).
    `settle` gives the input with the encoding that the file declares.
    """

    name: str
    extensions: tuple[str, ...]
    sniff: Callable[[str], bool]
    read: Read
    bitext: bool
    keyed: bool = False
    timed: bool = False
    codec: Codec | None = None
    walked: Literal["all", "language", "content"] = "all"
    settle: Callable[[Input], Input] | None = None

    @property
    def is_page(self) -> bool:
        """Whether a file is a text of its own, on which source lines may stand among their translations."""
        return not self.bitext and not self.keyed


def bounded(read: Read) -> Read:
    """`read`, with a problem for each text of over `MAX_LINE` characters: all rules would be run over it at once."""

    def read_bounded(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
        for item in read(entry, settings):
            if isinstance(item, Segment) and len(item.target) > MAX_LINE:
                yield Problem(f"a text of more than {MAX_LINE:,} characters; it isn't checked", *item.location[:2])
            else:
                yield item

    return read_bounded


READERS = Declared("tqa.readers", "READER", Reader, "format")
# Extensions that are met most, but aren't the format's name.
_NAMES = {"txt": FALLBACK, "tab": "tsv", "pot": "po", "xlf": "xliff"}


def reader_by_extension(name: str) -> Reader | None:
    """The reader whose extension the file name `name` has, the longest one first; None where none has.

    An extension that says how the file is compressed doesn't count.
    """
    lower = bare_name(name).lower()
    last = lower[lower.rfind(".") + 1 :]
    own = READERS.own(_NAMES.get(last, last)) if "." in lower else None
    if own is not None and f".{last}" in own.extensions and not READERS.has_plugins():
        return own
    fitting = [
        (len(extension), reader)
        for reader in READERS.all().values()
        for extension in reader.extensions
        if lower.endswith(extension)
    ]
    return max(fitting, key=lambda item: item[0])[1] if fitting else None


def choose_reader(entry: Input, settings: Settings) -> tuple[Reader, Input]:
    """The reader for `entry`, by the format in `settings`, its extension or its content, and the input to give to it.

    Raises `ConfigError` for an unknown format and `ReadError` for a file that can't be opened.
    """
    if settings.format is not None:
        return READERS.named(settings.format), entry
    by_extension = reader_by_extension(entry.path.name) if entry.path is not None else None
    if by_extension is not None and by_extension.walked != "content":
        return by_extension, entry
    head, entry = entry.peek()
    if by_extension is not None and by_extension.sniff(head):
        return by_extension, entry
    sniffing = (reader for reader in READERS.all().values() if reader.name != FALLBACK and reader.sniff(head))
    return next(sniffing, None) or by_extension or READERS.named(FALLBACK), entry


def is_walked(path: Path) -> bool:
    """Whether the file `path` is to be read where only its folder was named."""
    reader = reader_by_extension(path.name)
    if reader is None or reader.walked == "all":
        return reader is not None
    if reader.walked == "language":
        return language_of(path) is not None
    try:
        head, _ = Input(str(path), path).peek()
    except ReadError:
        return True  # to be told so when it is read
    return any(other.sniff(head) for other in READERS.all().values() if other.walked == "content")


def languages_of(entry: Input, settings: Settings, declared: str | None = None) -> tuple[str, str]:
    """The source and target language of a monolingual file, the target's as the user, the file or its name has it.

    declared: what the file itself says, as it says it.
    """
    target = settings.target_lang
    if target == UNDETERMINED:
        target = tag_or(declared, UNDETERMINED)
    if target == UNDETERMINED and entry.path is not None:
        target = language_of(entry.path) or UNDETERMINED
    return settings.source_lang, target


def tag_or(declared: str | None, default: str) -> str:
    """The language tag that a file declares (`pt_BR` as well as `pt-BR`), `default` where it is none."""
    try:
        return parse_tag(declared.strip().replace("_", "-").partition("@")[0]) if declared else default
    except ConfigError:
        return default
