"""ICU MessageFormat and java.text.MessageFormat: a parser that keeps offsets and goes on as far as it can.

Syntax as in ICU's MessagePattern (unicode-org.github.io/icu/userguide/format_parse/messages). Of the apostrophe modes
ICU's default, DOUBLE_OPTIONAL, is the one here; `is_java` gives that of java.text, where every apostrophe counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tqa.language.placeholders.model import Fault, Placeholder

BRANCHING = ("plural", "selectordinal", "select")
SIMPLE = ("number", "date", "time", "spellout", "ordinal", "duration", "list", "choice", "relativetime", "possessive")
_DEEPEST = 20
_NAME = re.compile(r"\s*([^\s{},'#]+)\s*")
_KEYWORD = re.compile(r"\s*([^\s{},]+)\s*")
_OFFSET = re.compile(r"\s*offset\s*:\s*\d+\s*")


@dataclass(frozen=True, slots=True)
class Branch:
    """One of the texts that an argument chooses from; start and end are those of the key."""

    key: str
    start: int
    end: int
    message: "Message"


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument in braces; `kind` is its type, empty where there is none, `branches` those of plural and select."""

    start: int
    end: int
    name: str
    kind: str
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """A text with arguments; `numbers` are the offsets of the `#` that stand for a plural's number."""

    start: int
    end: int
    arguments: tuple[Argument, ...]
    numbers: tuple[int, ...]

    def branching(self) -> Iterator[Argument]:
        """The arguments with branches, the outer ones first."""
        for argument in self.arguments:
            if argument.branches:
                yield argument
                for branch in argument.branches:
                    yield from branch.message.branching()


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text's message; its faults; and the (start, end) of what apostrophes quote."""

    message: Message
    faults: tuple[Fault, ...]
    quoted: tuple[tuple[int, int], ...]


@lru_cache(maxsize=64)
def parse(text: str, *, is_java: bool = False) -> Parsed:
    """Parse `text`; what can't be parsed is among the faults."""
    parser = _Parser(text, is_java)
    message = parser.message(0, None, 0)
    return Parsed(message, tuple(parser.faults), tuple(parser.quoted))


def placeholders(text: str, *, is_java: bool = False) -> list[Placeholder]:
    """The arguments of a text, those in branches too, in order; a branching one spans its head, not its branches."""
    return sorted(_arguments(parse(text, is_java=is_java).message, text))


def _arguments(message: Message, text: str) -> Iterator[Placeholder]:
    for one in message.arguments:
        if one.branches:
            end = one.branches[0].start
            yield Placeholder(one.start, end, one.name, one.kind, text[one.start : end].rstrip())
            for branch in one.branches:
                yield from _arguments(branch.message, text)
        else:
            kind = one.kind if one.kind not in ("date", "time") else ""
            yield Placeholder(one.start, one.end, one.name, kind, text[one.start : one.end])


class _StopError(Exception):
    """The rest can't be parsed."""


class _Parser:
    def __init__(self, text: str, is_java: bool) -> None:
        self._text = text
        self._is_java = is_java
        self.faults: list[Fault] = []
        self.quoted: list[tuple[int, int]] = []

    def message(self, start: int, plural: str | None, depth: int) -> Message:
        """The message from `start` on, up to a closing brace where `depth` isn't 0."""
        arguments: list[Argument] = []
        numbers: list[int] = []
        position = start
        while position < len(self._text):
            char = self._text[position]
            if char == "'":
                position = self._after_apostrophe(position, plural)
                continue
            if char == "{":
                try:
                    argument = self._argument(position, plural, depth)
                except _StopError:
                    position = len(self._text)
                    break
                arguments.append(argument)
                position = argument.end
                continue
            if char == "}":
                if depth:
                    break
                self.faults.append(Fault(position, position + 1, "a closing brace without an opening one"))
            elif char == "#" and plural:
                numbers.append(position)
            position += 1
        return Message(start, position, tuple(arguments), tuple(numbers))

    def _after_apostrophe(self, position: int, plural: str | None) -> int:
        """The offset after an apostrophe and what it quotes."""
        text = self._text
        if text.startswith("''", position):
            return position + 2
        special = "{}#" if plural else "{}"
        if not self._is_java and text[position + 1 : position + 2] not in tuple(special):
            return position + 1
        end = position + 1
        while (end := text.find("'", end)) != -1 and text.startswith("''", end):
            end += 2
        end = len(text) if end == -1 else end + 1
        if self._is_java or "{" in text[position:end]:
            self.quoted.append((position, end))
        return end

    def _argument(self, start: int, plural: str | None, depth: int) -> Argument:
        if depth > _DEEPEST:
            raise self._stop(start, start + 1, "braces within too many others")
        name = _NAME.match(self._text, start + 1)
        if name is None:
            raise self._stop(start, start + 1, "a brace that begins no argument")
        position = name.end()
        if self._text.startswith("}", position):
            return Argument(start, position + 1, name[1], "")
        if not self._text.startswith(",", position):
            raise self._stop(start, max(position, start + 1), f"the argument '{name[1]}' isn't closed")
        kind = _KEYWORD.match(self._text, position + 1)
        if kind is None:
            raise self._stop(start, position + 1, f"the argument '{name[1]}' has no type")
        if kind[1] not in BRANCHING:
            return self._simple(start, name[1], kind)
        position = kind.end()
        if not self._text.startswith(",", position):
            raise self._stop(kind.start(1), kind.end(1), f"a comma is missing after '{kind[1]}'")
        return self._branching(start, name[1], kind[1], position + 1, plural, depth)

    def _simple(self, start: int, name: str, kind: re.Match[str]) -> Argument:
        if kind[1].lower() not in SIMPLE:
            message = f"'{kind[1]}' is no type of argument"
            self.faults.append(Fault(kind.start(1), kind.end(1), message))
        level, position = 1, kind.end()
        while position < len(self._text) and level:
            char = self._text[position]
            if char == "'":
                closing = self._text.find("'", position + 1)
                position = closing if closing != -1 else position
            level += (char == "{") - (char == "}")
            position += 1
        if level:
            raise self._stop(start, kind.end(1), f"the argument '{name}' isn't closed")
        return Argument(start, position, name, kind[1].lower())

    def _branching(self, start: int, name: str, kind: str, position: int, plural: str | None, depth: int) -> Argument:
        offset = _OFFSET.match(self._text, position) if kind != "select" else None
        position = offset.end() if offset else position
        number = name if kind != "select" else plural
        branches: list[Branch] = []
        while True:
            key = _KEYWORD.match(self._text, position)
            if key is None:
                break
            position = key.end()
            if not self._text.startswith("{", position):
                raise self._stop(key.start(1), key.end(1), f"the branch '{key[1]}' has no text in braces")
            message = self.message(position + 1, number, depth + 1)
            if not self._text.startswith("}", message.end):
                raise self._stop(key.start(1), key.end(1), f"the branch '{key[1]}' isn't closed")
            branches.append(Branch(key[1], key.start(1), key.end(1), message))
            position = message.end + 1
        position += len(self._text[position:]) - len(self._text[position:].lstrip())
        if not self._text.startswith("}", position):
            raise self._stop(start, start + 1, f"the argument '{name}' isn't closed")
        if not branches:
            raise self._stop(start, position + 1, f"the argument '{name}' has no branches")
        return Argument(start, position + 1, name, kind, tuple(branches))

    def _stop(self, start: int, end: int, message: str) -> _StopError:
        self.faults.append(Fault(start, min(end, len(self._text)), message))
        return _StopError()
