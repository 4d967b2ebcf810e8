"""JSON files of messages: flat or nested, i18next plurals, Chrome's `message` objects, FormatJS, and ARB (Flutter).

A segment's id is its keys, joined by dots. Numbers, truth values and, in files of objects about messages, what is not
the message are no segments. Comments are allowed, as in the files of Chrome and VS Code.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tqa.errors import ReadError
from tqa.model import Problem, Segment
from tqa.readers.pieces import Codec, Piece
from tqa.readers.reader import Reader, Settings, bounded
from tqa.readers.remarks import LIKE_C, note_of
from tqa.readers.source import Input
from tqa.readers.tree import Leaf, LineCounter, segments

MAX_DEPTH = 200

_TOKEN = re.compile(
    r"""[ \t\r\n\ufeff]*+(?://[^\n]*+[ \t\r\n]*+|/\*(?:[^*]|\*(?!/))*+\*/[ \t\r\n]*+)*+
    (?:(?P<text>"[^"\\\x00-\x1f]*+(?:\\.[^"\\\x00-\x1f]*+)*+")|(?P<mark>[{}\[\],:])|(?P<end>\Z)
    |(?P<other>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))""",
    re.VERBOSE,
)
_STEP = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]+", re.DOTALL
)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


@dataclass(slots=True)
class _Level:
    """An object or a list that is being read."""

    is_object: bool
    key: str = ""
    count: int = 0
    note: str = ""
    # What may come next: a key or value ("item"), a colon, a value, or a comma or the end ("more").
    wants: str = "item"


@dataclass(slots=True)
class JsonScanner:
    """Finds the texts of a JSON document, with their places."""

    text: str
    file: str
    # Whether a comma may stand before the end of a list or object, as programs that read JSON with comments take it.
    is_lenient: bool = False
    levels: list[_Level] = field(default_factory=list)

    def leaves(self) -> Iterator[Leaf]:
        """Yield the texts and nulls. Raises `ReadError` where the document breaks off or isn't JSON."""
        lines = LineCounter(self.text)
        at = 0
        is_done = False
        has_comments = "//" in self.text or "/*" in self.text
        match = _TOKEN.match(self.text, at)
        while match is not None:
            kind = match.lastgroup or ""
            value = match[kind]
            start = match.start(kind)
            if kind == "end":
                if not is_done:
                    break
                return
            if is_done:
                raise self._error("something follows the end of the document", start)
            if kind == "mark":
                is_done = self._mark(value, start)
            else:
                if has_comments:
                    self._note(at, start)
                leaf = self._value(kind, value, start, lines)
                is_done = not self.levels
                if leaf is not None:
                    yield self._noted(leaf) if has_comments else leaf
            at = match.end()
            match = _TOKEN.match(self.text, at)
        raise self._error(self._why(at), at)

    @property
    def _ends(self) -> tuple[str, ...]:
        return ("item", "more", "next") if self.is_lenient else ("item", "more")

    def _note(self, at: int, start: int) -> None:
        """Keep the comments before a key, or before an item of a list."""
        level = self.levels[-1] if self.levels else None
        if level is not None and level.wants in ("item", "next"):
            level.note = LIKE_C.above(self.text[at:start]) if start - at > 2 else ""

    def _noted(self, leaf: Leaf) -> Leaf:
        above = self.levels[-1].note if self.levels else ""
        return leaf._replace(note=note_of(above, LIKE_C.beside(self.text, leaf.end)))

    def _error(self, message: str, at: int) -> ReadError:
        return ReadError(f"not valid JSON: {message}", self.file, self.text.count("\n", 0, at) + 1)

    def _why(self, at: int) -> str:
        rest = self.text[at:].lstrip()
        if not rest:
            return "the file ends in the middle" if self.text.strip() else "the file is empty"
        if rest[0] == '"':
            return "a text isn't closed on its line, or has a bad escape"
        return f"'{rest[0]}' can't stand here"

    def _mark(self, mark: str, at: int) -> bool:
        level = self.levels[-1] if self.levels else None
        if mark in "{[":
            if level is not None:
                self._take_value(level, at)
            if len(self.levels) >= MAX_DEPTH:
                raise self._error(f"nested more than {MAX_DEPTH} deep", at)
            self.levels.append(_Level(mark == "{"))
            return False
        if level is None:
            raise self._error(f"'{mark}' can't stand here", at)
        if mark == ":" and level.wants == "colon":
            level.wants = "value"
        elif mark == "," and level.wants == "more":
            level.wants = "next"
        elif mark == ("}" if level.is_object else "]") and level.wants in self._ends:
            self.levels.pop()
            return not self.levels
        elif mark in "}]" and level.wants == "next":
            raise self._error("a comma before the end of a list or object", at)
        else:
            raise self._error(f"'{mark}' can't stand here; is a comma or a key missing?", at)
        return False

    def _take_value(self, level: _Level, at: int) -> None:
        if level.is_object and level.wants != "value":
            raise self._error("a key or a comma is missing", at)
        if not level.is_object:
            if level.wants not in ("item", "next"):
                raise self._error("a comma is missing", at)
            level.key = str(level.count)
            level.count += 1
        level.wants = "more"

    def _value(self, kind: str, value: str, at: int, lines: LineCounter) -> Leaf | None:
        level = self.levels[-1] if self.levels else None
        if level is not None and level.is_object and level.wants in ("item", "next"):
            if kind != "text":
                raise self._error("a key must stand in quotation marks", at)
            level.key = self._decoded(value, at)
            level.wants = "colon"
            return None
        if level is not None:
            self._take_value(level, at)
        if kind != "text" and value != "null":
            return None
        text = self._decoded(value, at) if kind == "text" else None
        path = tuple(level.key for level in self.levels)
        return Leaf(path, text, lines.line_of(at), at, at + len(value))

    def _decoded(self, raw: str, at: int) -> str:
        if "\\" not in raw:
            return raw[1:-1]
        try:
            text: str = json.loads(raw)
        except ValueError:
            raise self._error("a text has a bad escape", at) from None
        return _whole_characters(text)


def _whole_characters(text: str) -> str:
    """Half characters (lone surrogates, which JSON can write) become U+FFFD."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def pieces(raw: str) -> list[Piece]:
    """Take a text, in its quotation marks, apart."""
    found = []
    for step in _STEP.finditer(raw, 1, max(len(raw) - 1, 1)):
        token = step[0]
        if token[0] == "\\":
            text = json.loads(f'"{token}"') if token[1] == "u" else _ESCAPES.get(token[1], token[1])
            token = _whole_characters(text)
        found.append(Piece(step.start(), step.end(), token))
    return found


def quote(text: str, raw: str, at: int) -> str:
    """Escape what must be escaped."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the messages; raises `ReadError` where the file isn't JSON, after the messages before that."""
    leaves: list[Leaf] = []
    trouble: ReadError | None = None
    is_jsonc = entry.path is not None and ".jsonc" in entry.path.suffixes
    try:
        for leaf in JsonScanner(entry.text(), entry.name, is_lenient=is_jsonc).leaves():
            leaves.append(leaf)  # noqa: PERF402  what was read before an error counts
    except ReadError as error:
        trouble = error
    declared = next((leaf.text for leaf in leaves if leaf.path in (("@@locale",), ("@locale",))), None)
    is_arb = declared is not None or (entry.path is not None and ".arb" in entry.path.suffixes)
    yield from segments([leaf for leaf in leaves if leaf.path], entry, settings, declared=declared, is_arb=is_arb)
    if trouble is not None:
        raise trouble


def sniff(head: str) -> bool:
    """Whether it begins as an object with a key."""
    return re.match(r'\s*\{\s*"(?:[^"\\\n]|\\.)*"\s*:', head) is not None


READER = Reader(
    "json",
    (".json", ".arb", ".jsonc"),
    sniff,
    bounded(read),
    bitext=False,
    keyed=True,
    codec=Codec(pieces, quote),
    walked="language",
)
