"""The frame of the XML formats: expat in small steps, with the byte at which each text begins.

Nothing outside the file is ever loaded, and entities that a file declares are left as they stand (`&name;`): so there
is nothing to expand. expat is the parser because it streams, gives byte offsets and comes with Python.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from tqa.errors import ConfigError, ReadError
from tqa.model import Problem, Segment
from tqa.readers.reader import Settings
from tqa.readers.remarks import note_of
from tqa.readers.source import MAX_LINE, BadTextError, Input, find_encoding

_DECLARED = re.compile(r"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)""")
ROOT = re.compile(r"<([^\s/>]+)")
_BEFOREROOT = re.compile(
    r"\ufeff|\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*+(?:\[[^\]]*\]\s*)?>", re.DOTALL
)
# Of a unit that isn't all there yet: how many bytes are kept to be looked at as a whole.
_LONG_UNIT = 2**20
# How many units are taken at once, while all goes well.
_MOST_AT_ONCE = 64
# What no text in XML may hold, tested one by one: ten times as fast as a pattern.
_ODD = [b"]]>", *(bytes([code]) for code in range(32) if chr(code) not in "\t\n\r")]

# Of an element inside a text: what is shown for its start, for its end, and whether its content is shown.
Shown = tuple[str, str, bool]
Inline = Callable[[str, Mapping[str, str]], Shown]


def as_written(name: str, attributes: Mapping[str, str]) -> Shown:
    """Show an element as the tag that it is."""
    inside = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{inside}>", f"</{name}>", True


class XmlReader:
    """The base of an XML format: `start` and `end` get the elements; `begin` collects the text of the one just met.

    When it ends, `finished(text)` is called. `place` is where the text stands: bytes from the start tag on.

    Units of the usual form can take a short cut: where `shortcut` matches right after one that ended in `unit_end`, and
    `take` makes segments of it, the parser never sees it. `take` may still find that it can't judge; then, and
    wherever else the pattern doesn't fit, the parser gets the unit. So the two only have to be strict.
    """

    shortcut: re.Pattern[bytes] | None = None
    unit_end: bytes = b""

    inline: Inline = staticmethod(as_written)
    # Whether comments are kept, for `remark`.
    keeps_comments = False
    # The names that the root element may have, without prefix.
    roots: frozenset[str] = frozenset()

    def __init__(self, entry: Input, settings: Settings) -> None:
        self.entry = entry
        self.settings = settings
        self.found: list[Segment | Problem] = []
        self.parser: Any = None
        self.line = 1
        self.place: tuple[int, ...] = ()
        self.parts: list[str] = []
        self._finished: Callable[[str], None] | None = None
        self._open: list[Shown] = []
        self._hidden = 0
        self._remarks: list[str] = []
        self._ended_line = 0
        # What the parser never saw, and where the last unit that it did see ended.
        self._passed_bytes = 0
        self._passed_lines = 0
        self._boundary = -1
        self._line_of_boundary = 1
        self._fed = 0
        self._at_once = 1

    def take(self, matches: Sequence[re.Match[bytes]], offset: int, line: int) -> int:
        """Make segments of units that match, one after the other, and return the line on which the last one ends.

        The first begins on `line`; `offset` is where the data that they were found in begin in the file. Raises
        `ValueError` where the parser must judge one of them.
        """
        raise ValueError

    @property
    def byte(self) -> int:
        """Where the tag at hand begins, in bytes."""
        at: int = self.parser.CurrentByteIndex
        return at + self._passed_bytes

    @property
    def line_now(self) -> int:
        """The line of the tag at hand."""
        line: int = self.parser.CurrentLineNumber
        return line + self._passed_lines

    def remark(self) -> str | None:
        """What the comments say that were met since this was called last."""
        said, self._remarks = note_of(*self._remarks), []
        return said

    def _comment(self, data: str) -> None:
        said = " ".join(data.split())
        if self.line_now != self._ended_line or self.is_collecting:
            self._remarks.append(said)
        elif self.found and isinstance(last := self.found[-1], Segment):
            self.found[-1] = last._replace(note=note_of(last.note or "", said))  # it stands behind a text

    def unit_ended(self) -> None:
        """To be called by `end` when a unit has ended."""
        self._boundary = self.byte + len(self.unit_end)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Called at a start tag outside of texts."""

    def end(self, name: str) -> None:
        """Called at an end tag outside of texts."""

    def inside(self, name: str, attributes: dict[str, str]) -> None:
        """Called at a start tag inside a text, before anything of it is shown."""

    def left(self, name: str) -> None:
        """Called at an end tag inside a text, after all of it was shown."""

    def finish(self) -> None:
        """Called at the end of the file."""

    @property
    def is_collecting(self) -> bool:
        """Whether a text is being collected."""
        return self._finished is not None

    def begin(self, finished: Callable[[str], None]) -> None:
        """Collect the text of the element whose start tag is at hand."""
        parser = self.parser
        self._finished = finished
        self.parts = []
        self.line = self.line_now
        self.place = (self.byte,)
        parser.CharacterDataHandler = self.parts.append
        parser.StartElementHandler = self._inner_start
        parser.EndElementHandler = self._inner_end

    def _root(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) not in self.roots:
            wanted = " or ".join(f"<{root}>" for root in sorted(self.roots))
            message = f"the root element is <{name}> where this format has {wanted}"
            raise ReadError(f"{message}; name the format with --format", self.entry.name, self.line_now)
        self.parser.StartElementHandler = self.start
        self.start(name, attributes)

    def _inner_start(self, name: str, attributes: dict[str, str]) -> None:
        self.inside(name, attributes)
        shown = self.inline(name, attributes)
        self._open.append(shown)
        if not self._hidden:
            self.parts.append(shown[0])
        if not shown[2]:
            self._hidden += 1
            self.parser.CharacterDataHandler = None

    def _inner_end(self, name: str) -> None:
        if not self._open:
            self._finish_text()
            return
        opening, closing, is_shown = self._open.pop()
        if not is_shown:
            self._hidden -= 1
            if not self._hidden:
                self.parser.CharacterDataHandler = self.parts.append
        if not self._hidden:
            if closing and self.parts and self.parts[-1] == opening:
                self.parts[-1] = f"{opening[:-1]}/>"
            else:
                self.parts.append(closing)
        self.left(name)

    def _finish_text(self) -> None:
        parser = self.parser
        self.place = (self.place[0], self.byte)
        parser.CharacterDataHandler = None
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        self._ended_line = self.line_now
        finished, self._finished = self._finished, None
        if finished is not None:
            finished("".join(self.parts))

    def read(self) -> Iterator[Segment | Problem]:
        """Yield what the handlers put into `found`."""
        parser = self.parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = self._root
        parser.EndElementHandler = self.end
        parser.EntityDeclHandler = self._declared
        if self.keeps_comments:
            parser.CommentHandler = self._comment
        parser.StartDoctypeDeclHandler = self._doctype
        rest = b""
        held = 0
        try:
            for chunk in self._chunks():
                if isinstance(chunk, ReadError):
                    parser.Parse(rest, False)
                    yield from self.found
                    raise chunk
                rest = self._feed(rest + chunk)
                held = held + len(chunk) if self.is_collecting else 0
                if held > MAX_LINE or len(chunk) + self._fed - max(parser.CurrentByteIndex, 0) > MAX_LINE:
                    message = f"more than {MAX_LINE:,} characters in one text or tag"
                    raise ReadError(message, self.entry.name, self.line)
                yield from self.found
                self.found.clear()
            parser.Parse(rest, True)
            self.finish()
        except expat.ExpatError as error:
            yield from self.found
            message = expat.ErrorString(error.code) or "broken"
            line = error.lineno + self._passed_lines
            raise ReadError(f"not well-formed XML: {message}", self.entry.name, line) from None
        yield from self.found

    def _chunks(self) -> Iterator[bytes | ReadError]:
        """The text in pieces, and last the error that ended it, if one did: what stands before it is to be parsed."""
        lines = 1
        try:
            for chunk in declared_encoding(self.entry).utf8():
                lines += chunk.count(b"\n")
                yield chunk
        except BadTextError as error:
            yield ReadError(str(error), self.entry.name, lines)

    def _feed(self, data: bytes) -> bytes:
        """Take units off the data, or parse it unit by unit; returns the start of a unit that isn't all there."""
        if self.shortcut is None:
            self._parse(data)
            return b""
        # The patterns of short cuts don't look for them.
        is_odd = any(odd in data for odd in _ODD)
        at = 0
        while True:
            if self._boundary == self._fed + self._passed_bytes and not is_odd:
                at = self._take_units(self.shortcut, data, at)
            end = data.find(self.unit_end, at)
            if end < 0:
                break
            end += len(self.unit_end)
            self._parse(data[at:end])
            at = end
            self._line_of_boundary = self.line_now
        rest = data[at:]
        if len(rest) > _LONG_UNIT:
            self._parse(rest)
            return b""
        return rest

    def _take_units(self, shortcut: re.Pattern[bytes], data: bytes, at: int) -> int:
        """Take units off the data from `at` on; returns where one begins that the parser must see."""
        begun = at
        matches = []
        while (match := shortcut.match(data, at)) is not None:
            matches.append(match)
            at = match.end()
            if len(matches) == self._at_once:
                begun = self._take_together(matches, begun)
                if begun != at:
                    return begun
                matches.clear()
        return self._take_together(matches, begun) if matches else begun

    def _take_together(self, matches: Sequence[re.Match[bytes]], begun: int) -> int:
        """Take units that begin at `begun`; returns the end of the last one that could be taken."""
        already, line, end = len(self.found), self._line_of_boundary, matches[-1].end()
        try:
            after = self.take(matches, self._boundary - begun, line)
        except ValueError:
            del self.found[already:]
            self._at_once = 1
            for n in range(len(matches) if len(matches) > 1 else 0):
                stop = matches[n].end()
                if self._take_together(matches[n : n + 1], begun) != stop:
                    break
                begun = stop
            return begun
        self._at_once = min(2 * self._at_once, _MOST_AT_ONCE)
        self._passed_bytes += end - begun
        self._passed_lines += after - line
        self._line_of_boundary = after
        self._boundary += end - begun
        return end

    def _parse(self, data: bytes) -> None:
        self.parser.Parse(data, False)
        self._fed += len(data)

    def _declared(self, name: str, *_: object) -> None:
        self.parser.DefaultHandler = self._unexpanded

    def _doctype(self, name: str, system: str | None, public: str | None, has_internal: int) -> None:
        if system or public:
            self.parser.DefaultHandler = self._unexpanded

    def _unexpanded(self, data: str) -> None:
        if self._finished is not None and not self._hidden and data.startswith("&"):
            self.parts.append(data)


def declared_encoding(entry: Input) -> Input:
    """The input with the encoding that its XML declaration names, where the user names none."""
    if entry.encoding is not None:
        return entry
    head, entry = entry.peek()
    match = _DECLARED.match(head)
    if match is None or match[1].lower() in ("utf-8", "utf8"):
        return entry
    try:
        return replace(entry, encoding=find_encoding(match[1]))
    except ConfigError as error:
        raise ReadError(str(error), entry.name, 1) from None


def root_of(head: str) -> str:
    """The name of the root element, "" where `head` is no XML up to there."""
    at = 0
    while (match := _BEFOREROOT.match(head, at)) is not None:
        at = match.end()
    found = ROOT.match(head, at)
    return found[1] if found else ""


def local(name: str) -> str:
    """A name without its namespace prefix."""
    return name[name.rindex(":") + 1 :] if ":" in name else name
