"""YAML files of messages, such as those of Rails, whose only key at the top is the language.

Only the events of the parser are looked at: no object is ever made, and an alias stands for nothing. A segment's id is
its keys, joined by dots. Needs PyYAML (the extra `yaml`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tqa.errors import ReadError
from tqa.model import Problem, Segment
from tqa.readers.pieces import Codec, Piece
from tqa.readers.reader import Reader, Settings, bounded
from tqa.readers.remarks import LIKE_SHELL, note_of
from tqa.readers.source import Input
from tqa.readers.tree import Leaf, segments

MAX_DEPTH = 100

_DOUBLE = re.compile(
    r"\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[ \t]*\r?\n[ \t]*|\\.|[ \t]*(?:\r?\n[ \t]*)+|[^\\\r\n]",
    re.DOTALL,
)
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_SINGLE = re.compile(r"''|[ \t]*(?:\r?\n[ \t]*)+|[^\r\n]")
_PLAIN = re.compile(r"[ \t]*(?:\r?\n[ \t]*)+|[^\r\n]")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v"}
_ESCAPES |= {"N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}
# What YAML 1.1 takes for something else than a text.
_NO_TEXT = re.compile(
    r"(?i:true|false|yes|no|on|off)|[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|nan)|0x[0-9a-fA-F]+"
    r"|\d{4}-\d{2}-\d{2}"
)
_NULL = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class _Level:
    is_map: bool
    key: str | None = None
    count: int = 0


@dataclass(slots=True)
class _Walker:
    """Follows the events through the tree."""

    text: str
    levels: list[_Level] = field(default_factory=list)
    # Where the last scalar ended, and what comments say of the next text.
    _end: int = 0
    _note: str = ""

    def leaf(self, event: Any) -> Leaf | None:
        """The text that an event brings, if it does."""
        kind = type(event).__name__
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            if len(self.levels) >= MAX_DEPTH:
                raise ValueError(f"nested more than {MAX_DEPTH} deep")
            self._value()
            self.levels.append(_Level(kind == "MappingStartEvent"))
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self.levels.pop()
            self._after()
        elif kind == "AliasEvent":
            self._value()
            self._after()
        elif kind == "ScalarEvent":
            return self._scalar(event)
        return None

    def _scalar(self, event: Any) -> Leaf | None:
        level = self.levels[-1] if self.levels else None
        start, end = event.start_mark.index, event.end_mark.index
        blank = self.text[self._end : start]
        if "#" in blank:
            # A block ends after its last line.
            note = LIKE_SHELL.above(f"\n{blank}" if self.text[self._end - 1 : self._end] in ("", "\n") else blank)
        else:
            note = ""
        self._end = end
        if level is not None and level.is_map and level.key is None:
            level.key, self._note = event.value, note
            return None
        self._value()
        if event.anchor or event.tag:
            start += len(_PROPERTIES.match(self.text, start, end)[0])  # type: ignore[index]
        path = tuple(level.key or "" for level in self.levels)
        self._after()
        said = note_of(self._note, note, LIKE_SHELL.beside(self.text, _end_of_line(self.text, start, end)))
        self._note = ""
        is_plain = not event.style  # None, or empty from libyaml
        if is_plain and event.value in _NULL:
            return Leaf(path, None, event.start_mark.line + 1, start, end, said) if path else None
        if not event.tag.endswith(":str") if event.tag else is_plain and _NO_TEXT.fullmatch(event.value):
            return None
        return Leaf(path, event.value, event.start_mark.line + 1, start, end, said)

    def _value(self) -> None:
        level = self.levels[-1] if self.levels else None
        if level is not None and not level.is_map:
            level.key = str(level.count)
            level.count += 1

    def _after(self) -> None:
        level = self.levels[-1] if self.levels else None
        if level is not None and level.is_map:
            level.key = None


def _end_of_line(text: str, start: int, end: int) -> int:
    """Where a comment on a scalar may begin: behind it, or behind the header of a block."""
    header = _BLOCK_HEADER.match(text, start)
    return header.end() if header else end


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the messages; raises `ReadError` where the file isn't YAML, after the messages before that."""
    try:
        import yaml
    except ImportError:
        raise ReadError("YAML needs the package PyYAML: pip install 'tqa[yaml]'", entry.name) from None
    text = entry.text()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader) if text.isprintable() or _is_plain(text) else yaml.SafeLoader
    leaves: list[Leaf] = []
    trouble: ReadError | None = None
    walker = _Walker(text)
    try:
        for event in yaml.parse(text, Loader=loader):
            leaf = walker.leaf(event)
            if leaf is not None:
                leaves.append(leaf)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        trouble = ReadError(f"not valid YAML: {error.problem or error.context}", entry.name, line)
    except (yaml.YAMLError, ValueError) as error:
        trouble = ReadError(f"not valid YAML: {' '.join(str(error).split())}", entry.name)
    yield from segments([leaf for leaf in leaves if leaf.path], entry, settings)
    if trouble is not None:
        raise trouble


def _is_plain(text: str) -> bool:
    """Whether libyaml counts characters in it as we do."""
    return "\x85" not in text and "\u2028" not in text and "\u2029" not in text


def pieces(raw: str) -> list[Piece]:
    """Take a scalar apart by its style. Block scalars are taken apart line by line."""
    if raw[:1] == '"':
        return [Piece(s.start(), s.end(), _double(s[0])) for s in _DOUBLE.finditer(raw, 1, max(len(raw) - 1, 1))]
    if raw[:1] == "'":
        return [
            Piece(s.start(), s.end(), "'" if s[0] == "''" else _folded(s[0]))
            for s in _SINGLE.finditer(raw, 1, max(len(raw) - 1, 1))
        ]
    if raw[:1] in ("|", ">"):
        return _block(raw)
    return [Piece(s.start(), s.end(), _folded(s[0])) for s in _PLAIN.finditer(raw)]


def _folded(token: str) -> str:
    breaks = token.count("\n")
    return token if not breaks else " " if breaks == 1 else "\n" * (breaks - 1)


def _double(token: str) -> str:
    if token[0] != "\\" or len(token) < 2:
        return _folded(token)
    if token[1] in "xuU" and len(token) > 2:
        code = int(token[2:], 16)
        return chr(code) if code <= 0x10FFFF else "\ufffd"
    return "" if "\n" in token else _ESCAPES.get(token[1], token[1])


def _block(raw: str) -> list[Piece]:
    """A block scalar whose lines are kept, or folded where none is indented more than the others."""
    header_end = raw.find("\n") + 1
    if not header_end:
        return []
    header = raw[:header_end]
    body = raw[header_end:]
    indents = [len(line) - len(line.lstrip(" ")) for line in body.split("\n") if line.strip()]
    indent = min(indents, default=0)
    found: list[Piece] = []
    at = header_end
    lines = body.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    for n, line in enumerate(lines):
        content = line[indent:].removesuffix("\r")
        is_last = n == len(lines) - 1
        is_kept = header[0] == "|" or is_last or not content
        mark = "\n" if is_kept else " " if lines[n + 1].strip() else ""
        start = at + min(indent, len(line))
        if content:
            found.append(Piece(start, start + len(content), content))
        at += len(line) + 1
        if not is_last or "-" not in header:
            found.append(Piece(start + len(content), min(at, len(raw)), mark))
    return found


def quote(text: str, raw: str, at: int) -> str:
    """Write a text in the style of the scalar; raises `ValueError` for what could end a plain one."""
    if raw[:1] == '"':
        return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    if "\n" in text or "\r" in text:
        raise ValueError("a line break")
    if raw[:1] == "'":
        return text.replace("'", "''")
    if raw[:1] not in ("|", ">") and (re.search(r"[:#{}\[\],&*!|>'\"%@`]", text) or (at == 0 and text[:1] in "-? ")):
        raise ValueError("a mark that means something to YAML")
    return text


def sniff(head: str) -> bool:
    """Whether it begins as a document, or with a language and texts under it."""
    return re.match(r"(?:%YAML.*\n|#.*\n)*---\s*(?:\n|$)", head) is not None or (
        re.match(r"(?:#.*\n|\s*\n)*[a-z]{2,3}(?:[-_][A-Za-z]+)?:[ \t]*\n[ \t]+\S+:", head) is not None
    )


READER = Reader(
    "yaml",
    (".yml", ".yaml"),
    sniff,
    bounded(read),
    bitext=False,
    keyed=True,
    codec=Codec(pieces, quote),
    walked="language",
)
