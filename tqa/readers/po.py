"""gettext catalogues (PO, POT).

A segment is numbered as its message is in the file; of a plural each form is one, `12[0]`, `12[1]`. A message without a
translation has the state `untranslated`, a fuzzy one `fuzzy`. Of a template (POT) the messages themselves are the
texts to check. Obsolete messages (`#~`) are comments, which gettext doesn't use, and aren't read.
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tqa.errors import ConfigError, ReadError
from tqa.language.tags import UNDETERMINED
from tqa.model import Location, Problem, Segment
from tqa.readers.pieces import Codec
from tqa.readers.po_comments import Told, remarks, told_by_flags
from tqa.readers.po_strings import pieces, quote, unescape
from tqa.readers.reader import Reader, Settings, languages_of, tag_or
from tqa.readers.source import MAX_LINE, BadTextError, Input, find_encoding

# gettext's manual: msgids are to be in English.
SOURCE_LANG = "en"

_LINE = re.compile(r'[ \t]*(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,3})\])?)[ \t]*"((?:[^"\\]|\\.)*)"[ \t]*')
_STRING = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
_STRINGS = rf"{_STRING}(?:\r?\n{_STRING})*+"
# A message of the usual form, with the blank lines after it.
_MESSAGE = re.compile(
    rf"((?:#(?:[^~|\n][^\n]*+|\r?)\n)*+)(?:msgctxt ({_STRINGS})\r?\n)?"
    rf"msgid (?!\"\"\r?\nmsgstr)({_STRINGS})\r?\nmsgstr ({_STRINGS})\r?\n(?:\r?\n)++"
)
_BLANK = re.compile(r"\n++")
_MORE = re.compile(r'[ \t]*"((?:[^"\\]|\\.)*)"[ \t]*')
_CHARSET = re.compile(r"charset=([A-Za-z0-9._:-]+)")
_HEADER = re.compile(r"^([A-Za-z-]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)

_NOTHING: Told = (None, None, None)
_new = tuple.__new__  # a named tuple's own way to be made is several times slower


@dataclass(slots=True)
class _Text:
    """One string of a message, and where it is written."""

    parts: list[str]
    line: int
    start: int
    end: int

    def value(self) -> str:
        text = self.parts[0] if len(self.parts) == 1 else "".join(self.parts)
        return unescape(text) if "\\" in text else text


@dataclass(slots=True)
class _Message:
    """One message as it is being read."""

    context: _Text | None = None
    source: _Text | None = None
    plural: _Text | None = None
    targets: dict[str, _Text] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    flags: str = ""


def _value(strings: str) -> str:
    """The text of strings, one a line, in their quotation marks."""
    text = strings[1:-1]
    if "\n" in text:
        text = (text.replace('"\r\n"', "") if "\r" in text else text).replace('"\n"', "")
    return unescape(text) if "\\" in text else text


@dataclass(slots=True)
class _Catalogue:
    """Reads one file."""

    entry: Input
    settings: Settings
    is_template: bool
    number: int = 0
    forms: int = 2
    # After a broken line, until the next message begins: what follows belongs to no message.
    is_lost: bool = False
    # After a blank line, with nothing begun.
    is_between: bool = False
    # Where the line at hand begins, and its number.
    offset: int = 0
    line: int = 1
    message: _Message = field(default_factory=_Message)
    current: _Text | None = None
    langs: tuple[str, str] = (UNDETERMINED, UNDETERMINED)

    def read(self) -> Iterator[Segment | Problem]:
        self.langs = self._languages({})
        rest = ""
        trouble: BadTextError | None = None
        try:
            for chunk in self.entry.texts():
                text = rest + chunk
                at = yield from self._whole_lines(text)
                rest = text[at:]
                if len(rest) > MAX_LINE:
                    raise ReadError(f"a line of more than {MAX_LINE:,} characters", self.entry.name, self.line)
        except BadTextError as error:
            trouble = error
        if trouble is not None:
            raise ReadError(str(trouble), self.entry.name, self.line)
        if rest:
            yield from self._line(rest)
        message = self.message
        if message.targets:
            yield from self._segments(message)
        elif message.source is not None:
            yield Problem("the message has no msgstr; is the file cut off?", self.entry.name, message.source.line)

    def _whole_lines(self, text: str) -> Generator[Segment | Problem, None, int]:
        """Read the lines of a stretch of the file that end in it; returns where the one that doesn't begins.

        A message of the usual form, after a blank line, is read at one go.
        """
        at = 0
        while True:
            if self.is_between and (blank := _BLANK.match(text, at)) is not None:
                self.offset += blank.end() - at
                self.line += blank.end() - at
                at = blank.end()
            if self.is_between and not self.is_template:
                at = yield from self._usual(text, at)
            end = text.find("\n", at)
            if end < 0:
                return at
            yield from self._line(text[at:end].removesuffix("\r"))
            self.offset += end + 1 - at
            self.line += 1
            at = end + 1

    def _usual(self, text: str, at: int) -> Generator[Segment, None, int]:
        """Read messages of the usual form; returns where the next line of another kind begins."""
        file, langs, offset, line = self.entry.name, self.langs, self.offset - at, self.line
        while (match := _MESSAGE.match(text, at)) is not None:
            comments, context, source, target = match.groups()
            notes, flags = remarks(comments) if comments else ((), "")
            state, syntax, limit = told_by_flags(flags) if flags else _NOTHING
            self.number += 1
            source_line = line + comments.count("\n") + (context.count("\n") + 1 if context else 0)
            location = _new(Location, (file, source_line + source.count("\n") + 1, None, source_line))
            after = match.end()
            line += text.count("\n", at, after)
            at = after
            said = _value(context) if context else None, "\n".join(notes) if notes else None
            value = _value(target)
            told = state if value else "untranslated", limit, None, syntax, "char", None
            start, end = match.span(4)
            place = offset + start, offset + end
            yield _new(Segment, (str(self.number), value, _value(source), *langs, location, *said, *told, place))
        self.offset, self.line = offset + at, line
        return at

    def _line(self, line: str) -> Iterator[Segment | Problem]:
        first = line.lstrip(" \t")[:1]
        self.is_between = False
        if first == '"':
            more = _MORE.fullmatch(line)
            if more is None or (self.current is None and not self.is_lost):
                yield self._lose(line)
            elif self.current is not None:
                self.current.parts.append(more[1])
                self.current.end = self.offset + more.end(1) + 1
        elif first == "m":
            match = _LINE.fullmatch(line)
            if self.message.targets and not line.lstrip().startswith("msgstr"):
                yield from self._flush()
            if match is None:
                yield self._lose(line)
                return
            keyword, form, text = match.groups()
            start, end = self.offset + match.start(3) - 1, self.offset + match.end(3) + 1
            self.current = _Text([text], self.line, start, end)
            if (problem := self._put(self.message, keyword, form, self.current)) is not None:
                yield problem
        elif first == "#":
            if self.message.targets:
                yield from self._flush()
            self.current = None
            notes, flags = remarks(line.lstrip())
            self.message.notes += notes
            self.message.flags += flags
        elif line and not line.isspace():
            yield self._broken(line, self.line)
        else:
            if self.message.targets:
                yield from self._flush()
            self.current = None
            begun = self.message
            self.is_between = not (begun.source or begun.plural or begun.context or begun.notes or begun.flags)

    def _flush(self) -> Iterator[Segment | Problem]:
        message, self.message = self.message, _Message()
        return self._segments(message)

    def _lose(self, line: str) -> Problem:
        """Note that what follows, up to the next message, belongs to none."""
        self.is_lost = True
        self.message, self.current = _Message(), None
        return self._broken(line, self.line)

    def _put(self, message: _Message, keyword: str, form: str | None, text: _Text) -> Problem | None:
        if keyword == "msgid":
            self.is_lost = False
            if message.source is not None:
                problem = Problem("the message has no msgstr", self.entry.name, message.source.line)
                message.plural = message.context = None
                message.source = text
                return problem
            message.source = text
        elif keyword == "msgctxt":
            message.context = text
        elif keyword == "msgid_plural":
            message.plural = text
        elif message.source is None:
            if not self.is_lost:
                return Problem("a msgstr without a msgid before it", self.entry.name, text.line)
        else:
            message.targets[form or ""] = text
        return None

    def _broken(self, line: str, number: int) -> Problem:
        quotes = line.count('"') - line.count('\\"')
        why = "a quotation mark is missing or is not escaped" if quotes % 2 else "neither keyword, string nor comment"
        return Problem(f"not a line of a PO file: {why}", self.entry.name, number)

    def _segments(self, message: _Message) -> Iterator[Segment | Problem]:
        if message.source is None:
            return
        source = message.source.value()
        if not source and message.context is None:
            self._header(next(iter(message.targets.values())).value())
            return
        self.number += 1
        state, syntax, max_length = told_by_flags(message.flags)
        context = message.context.value() if message.context is not None else None
        note = "\n".join(message.notes) if message.notes else None
        source_lang, target_lang = self.langs
        plural = message.plural.value() if message.plural is not None else None
        if self.is_template:
            for n, text in enumerate(filter(None, (message.source, message.plural))):
                number = str(self.number) if message.plural is None else f"{self.number}[{n}]"
                place = Location(self.entry.name, text.line)
                form = None if message.plural is None else str(n)
                raw = (text.start, text.end)
                yield Segment(
                    number,
                    text.value(),
                    None,
                    source_lang,
                    source_lang,
                    place,
                    context,
                    note,
                    None,
                    None,
                    form,
                    syntax,
                    raw=raw,
                )
            return
        for form, text in message.targets.items():
            target = text.value()
            location = _new(Location, (self.entry.name, text.line, None, message.source.line))
            yield _new(
                Segment,
                (
                    f"{self.number}[{form}]" if form else str(self.number),
                    target,
                    source if plural is None else self._model(source, plural, form, target),
                    source_lang,
                    target_lang,
                    location,
                    context,
                    note,
                    state if target else "untranslated",
                    max_length,
                    form or None,
                    syntax,
                    "char",
                    None,
                    (text.start, text.end),
                ),
            )

    def _model(self, source: str, plural: str, form: str, target: str) -> str:
        """Which of the two English texts a plural form is the translation of.

        The first form may be for one alone and lack the number, or be for 21 and 31 as well and have it.
        """
        if form == str(self.forms - 1) or _marks(source) == _marks(plural):
            return plural if form != "0" or self.forms == 1 else source
        return source if _marks(target) == _marks(source) else plural

    def _header(self, text: str) -> None:
        fields = {name.lower(): value for name, value in _HEADER.findall(text)}
        self.langs = self._languages(fields)
        if forms := re.search(r"nplurals\s*=\s*(\d{1,2})", fields.get("plural-forms", "")):
            self.forms = int(forms[1])

    def _languages(self, fields: dict[str, str]) -> tuple[str, str]:
        source_lang, target_lang = languages_of(self.entry, self.settings, fields.get("language"))
        if source_lang == UNDETERMINED:
            source_lang = tag_or(fields.get("x-source-language"), SOURCE_LANG)
        return source_lang, target_lang


@lru_cache(maxsize=64)
def _marks(text: str) -> int:
    return text.count("%") - 2 * text.count("%%") + text.count("{")


def settle(entry: Input) -> Input:
    """The input with the encoding that the header names, where the user names none.

    Raises `ReadError` for one that isn't known.
    """
    if entry.encoding is not None:
        return entry
    head, entry = entry.peek()
    charset = _CHARSET.search(head)
    # A template says "CHARSET" for the translator to fill in.
    if charset is None or charset[1] == "CHARSET":
        return entry
    try:
        return replace(entry, encoding=find_encoding(charset[1]))
    except ConfigError as error:
        raise ReadError(str(error), entry.name, head[: charset.start()].count("\n") + 1) from None


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the segments of a catalogue, and a problem for each line that doesn't belong into one."""
    is_template = entry.path is not None and ".pot" in entry.path.suffixes
    yield from _Catalogue(settle(entry), settings, is_template).read()


def sniff(head: str) -> bool:
    """Whether the text has a message."""
    return (
        re.search(r'^msgid "', head, re.MULTILINE) is not None and re.search(r"^msgstr", head, re.MULTILINE) is not None
    )


READER = Reader("po", (".po", ".pot"), sniff, read, bitext=True, codec=Codec(pieces, quote), settle=settle)
