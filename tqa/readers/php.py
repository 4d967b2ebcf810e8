"""PHP files that return an array of messages (Laravel), or fill one (`$lang['key'] = '...';`).

A segment's id is its keys, joined by dots. Nothing is run: texts put together from variables or calls aren't read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tqa.errors import ReadError
from tqa.model import Location, Problem, Segment
from tqa.readers.pieces import Codec, Piece, joined
from tqa.readers.reader import Reader, Settings, bounded, languages_of
from tqa.readers.remarks import LIKE_PHP, note_of
from tqa.readers.source import Input
from tqa.readers.tree import Leaf, LineCounter

MAX_DEPTH = 100

_TOKEN = re.compile(
    r"""\s++|(?:\#(?!\[)|//)[^\n]*+|/\*.*?\*/
    |\?>.*?(?:<\?(?:php|=)?|\Z)
    |(?P<text>'[^'\\]*+(?:\\.[^'\\]*+)*+'|"[^"\\]*+(?:\\.[^"\\]*+)*+")|(?P<unclosed>['"])|(?P<heredoc><<<['"]?\w++['"]?\r?\n)
    |(?P<arrow>=>)|(?P<open>(?:\barray\s*+)?\(|\[)|(?P<close>[)\]])|(?P<mark>[,;.=])
    |(?P<variable>\$\w++)|(?P<word>[\w\\]++)|(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_HEREDOC = re.compile(r"<<<(['\"]?)(\w+)['\"]?\r?\n")
_SINGLE = re.compile(r"\\['\\]|[^\\]+|\\", re.DOTALL)
_DOUBLE = re.compile(r"\\u\{[0-9a-fA-F]{1,6}\}|\\x[0-9a-fA-F]{1,2}|\\[0-7]{1,3}|\\.|[^\\]+", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "v": "\v", "e": "\x1b", "f": "\f", "\\": "\\", "$": "$", '"': '"'}


def pieces(raw: str) -> list[Piece]:
    """Take a text in its quotation marks apart."""
    end = max(len(raw) - 1, 1)
    if raw[:1] == "<":
        return _heredoc(raw)
    if raw[:1] == "'":
        return [
            Piece(s.start(), s.end(), s[0][1] if s[0][0] == "\\" and len(s[0]) > 1 else s[0])
            for s in _SINGLE.finditer(raw, 1, end)
        ]
    return [Piece(s.start(), s.end(), _double(s[0])) for s in _DOUBLE.finditer(raw, 1, end)]


def _heredoc(raw: str) -> list[Piece]:
    """Take a text between `<<<A` and `A` apart: without the indent of its last line."""
    header = _HEREDOC.match(raw)
    last = raw.rfind("\n") + 1
    if header is None or last <= header.end():
        return []
    indent = len(raw[last:]) - len(raw[last:].lstrip(" \t"))
    found: list[Piece] = []
    at = header.end()
    end = last - 1 - raw[:last].endswith("\r\n")
    for line in raw[at:end].split("\n"):
        begun = at + min(indent, len(line) - len(line.lstrip(" \t")))
        if found:
            found.append(Piece(at - 1, begun, "\n"))
        steps = [line[begun - at :]] if header[1] == "'" else _DOUBLE.findall(line[begun - at :])
        for step in steps:
            text = step if header[1] == "'" or step == '\\"' else _double(step)
            if step:
                found.append(Piece(begun, begun + len(step), text))
            begun += len(step)
        at += len(line) + 1
    return found


def _double(token: str) -> str:
    if token[0] != "\\" or len(token) < 2:
        return token
    kind = token[1]
    if kind in "ux" and len(token) > 2:
        code = int(token[2:].strip("{}"), 16)
        return chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else "\ufffd"
    if kind in "01234567":
        return chr(int(token[1:], 8) & 0xFF)
    return _ESCAPES.get(kind, token)


def quote(text: str, raw: str, at: int) -> str:
    """Escape what must be escaped in this kind of quotation marks."""
    if raw[:1] == "<" and "\n" in text:
        raise ValueError("a line break")
    if raw.startswith("<<<'"):
        return text
    escaped = text.replace("\\", "\\\\")
    if raw[:1] == "'":
        return escaped.replace("'", "\\'")
    return escaped.replace('"', '\\"').replace("$", "\\$").replace("\n", "\\n")


@dataclass(slots=True)
class _Array:
    key: str = ""
    count: int = 0
    # A text that may turn out to be a key, a value, or a part of something longer.
    held: tuple[str, int, int] | None = None
    is_whole: bool = True
    after_arrow: bool = False
    is_call: bool = False


@dataclass(slots=True)
class _Scanner:
    """Finds the arrays of a file and the texts in them."""

    text: str
    file: str
    found: list[Leaf] = field(default_factory=list)
    arrays: list[_Array] = field(default_factory=list)
    prefix: list[str] = field(default_factory=list)
    # What the comments above the text at hand say.
    note: str = ""

    def read(self) -> list[Leaf]:
        lines = LineCounter(self.text)
        top = _Array()
        self.arrays = [top]
        start = self.text.find("<?")
        last, ended = "", 0
        at = max(start + 2, 0)
        while (match := _TOKEN.match(self.text, at)) is not None:
            at = match.end()
            kind = match.lastgroup
            if kind is None:
                continue
            if kind == "heredoc":
                kind, at = "text", self._end_of_heredoc(match[0], match.start(), at)
            elif kind == "unclosed":
                raise self._error("a quotation mark has no counterpart", match.start())
            array = self.arrays[-1]
            token = self.text[match.start() : at]
            self._comments(kind, self.text[ended : match.start()])
            ended = at
            if kind == "text":
                array.is_whole = array.is_whole and array.held is None
                array.held = (token, match.start(), at)
            elif kind == "arrow" or (token == "=" and len(self.arrays) == 1):
                self._key(array, is_arrow=kind == "arrow")
            elif kind == "open":
                self._open(array, last, match.start())
            elif kind == "close":
                self._close(lines)
            elif token in ",;":
                self._value(array, lines)
                if token == ";":
                    self.prefix = []
            elif kind in ("word", "variable"):
                array.is_whole = array.is_whole and token in ("return", "declare", "php", "const", "define")
                if len(self.arrays) == 1 and kind == "variable":
                    array.is_whole, array.held = True, None
            else:
                array.is_whole = False
            last = kind
        if len(self.arrays) > 1:
            raise ReadError(
                "an array isn't closed; is a bracket or a quotation mark missing?",
                self.file,
                lines.line_of(len(self.text)),
            )
        return self.found

    def _error(self, message: str, at: int) -> ReadError:
        return ReadError(message, self.file, self.text.count("\n", 0, at) + 1)

    def _end_of_heredoc(self, header: str, start: int, at: int) -> int:
        label = _HEREDOC.sub(r"\2", header)
        last = re.compile(rf"^[ \t]*{label}\b", re.MULTILINE).search(self.text, at)
        if last is None:
            raise self._error(f"the text that begins with {header.strip()} has no line {label} at its end", start)
        return last.end()

    def _comments(self, kind: str, blank: str) -> None:
        """Keep what comments before a token say of the text that begins with it."""
        is_first = kind == "text" or (kind == "variable" and len(self.arrays) == 1)
        if is_first and blank and (note := LIKE_PHP.above(blank)):
            self.note = note

    def _key(self, array: _Array, *, is_arrow: bool) -> None:
        if array.held is not None and is_arrow:
            array.key = joined(pieces(array.held[0]))
        array.after_arrow = True
        array.held, array.is_whole = None, True

    def _open(self, array: _Array, last: str, at: int) -> None:
        if len(self.arrays) > MAX_DEPTH:
            raise self._error(f"nested more than {MAX_DEPTH} deep", at)
        is_call = self.text[at] == "(" and last == "word"
        inner = _Array(is_call=is_call or (self.text[at] == "[" and last in ("variable", "close")))
        self.arrays.append(inner)
        if not inner.is_call:
            self.note = ""

    def _close(self, lines: LineCounter) -> None:
        if len(self.arrays) < 2:
            return
        inner = self.arrays[-1]
        if not inner.is_call:
            self._value(inner, lines)
            self.arrays.pop()
            self._next(self.arrays[-1], keep_whole=False)
            return
        self.arrays.pop()
        outer = self.arrays[-1]
        if inner.held is not None and len(self.arrays) == 1:
            # `$lang['a']['b'] = ...`: the indices are the keys.
            self.prefix.append(joined(pieces(inner.held[0])))
            outer.is_whole = True
        else:
            outer.is_whole = False

    def _next(self, array: _Array, *, keep_whole: bool) -> None:
        array.held, array.after_arrow = None, False
        array.is_whole = keep_whole
        array.key = ""
        self.note = ""

    def _value(self, array: _Array, lines: LineCounter) -> None:
        held = array.held
        if array.is_call:
            if held is not None and not array.key:
                array.key = joined(pieces(held[0]))
            return
        is_top = len(self.arrays) == 1
        if held is not None and array.is_whole and (not is_top or self.prefix):
            raw, start, end = held
            if not array.after_arrow:
                array.key = str(array.count)
                array.count += 1
            keys = [level.key for level in self.arrays if level.key and not level.is_call] if not is_top else []
            if raw.startswith(("'", "<<<'")) or not re.search(r"(?<!\\)(?:\\\\)*(?:\$[a-zA-Z_{]|\{\$)", raw):
                path = (*self.prefix, *keys)
                note = note_of(self.note, LIKE_PHP.beside(self.text, end))
                self.found.append(Leaf(path, joined(pieces(raw)), lines.line_of(start), start, end, note))
        self._next(array, keep_whole=True)


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the messages; raises `ReadError` for an array that isn't closed, after what was read."""
    scanner = _Scanner(entry.text(), entry.name)
    trouble: ReadError | None = None
    try:
        scanner.read()
    except ReadError as error:
        trouble = error
    langs = languages_of(entry, settings)
    for leaf in scanner.found:
        text = leaf.text or ""
        yield Segment(
            ".".join(leaf.path),
            text,
            None,
            *langs,
            Location(entry.name, leaf.line),
            note=leaf.note,
            state=None if text else "untranslated",
            raw=(leaf.start, leaf.end),
        )
    if trouble is not None:
        raise trouble


def sniff(head: str) -> bool:
    """Whether it is PHP that returns an array."""
    return head.lstrip().startswith("<?php") and re.search(r"\breturn\s*(?:\[|array\s*\()", head) is not None


READER = Reader(
    "php",
    (".php",),
    sniff,
    bounded(read),
    bitext=False,
    keyed=True,
    codec=Codec(pieces, quote),
    walked="language",
)
