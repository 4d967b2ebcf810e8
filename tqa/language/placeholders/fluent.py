"""Messages of Fluent (projectfluent.org), parsed with fluent.syntax, the reference parser's Python port."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tqa.language.placeholders.model import Fault

if TYPE_CHECKING:
    from fluent.syntax import ast

_KEY = "k = "
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Selector:
    """A choice between variants: start and end of all of it, and the keys that are words."""

    start: int
    end: int
    keys: tuple[str, ...]
    is_ordinal: bool


@dataclass(frozen=True, slots=True)
class Parsed:
    """A pattern's faults or, where it has none, its selectors."""

    faults: tuple[Fault, ...]
    selectors: tuple[Selector, ...]


@lru_cache(maxsize=64)
def parse(text: str) -> Parsed:
    """Parse `text`, the value of a message without its key. Offsets are those of `text`."""
    from fluent.syntax import FluentParser, ast

    # A value must be indented from its second line on.
    lines = text.replace("\r\n", " \n").split("\n")
    try:
        resource = FluentParser().parse(_KEY + f"\n{_INDENT}".join(lines) + "\n")
    except RecursionError:
        return Parsed((Fault(0, len(text), "braces within too many others"),), ())
    notes = [note for entry in resource.body if isinstance(entry, ast.Junk) for note in entry.annotations]
    if notes:
        return Parsed(tuple(_fault(text, note, lines) for note in notes), ())
    return Parsed((), tuple(_selectors(resource.body[0], lines)) if resource.body else ())


def _original(position: int, lines: list[str]) -> int:
    """The offset in the text for one in the resource made of its lines."""
    place = position - len(_KEY)
    passed = 0
    for line in lines:
        if place <= len(line):
            break
        place = max(place - len(line) - 1 - len(_INDENT), 0)
        passed += len(line) + 1
    return max(passed + place, 0)


def _fault(text: str, note: "ast.Annotation", lines: list[str]) -> Fault:
    position = _original(note.span.start if note.span else 0, lines)
    start = min(position, len(text.rstrip()) - 1)
    # The parser complains where it stopped; where the placeable began tells more.
    open_braces: list[int] = []
    for n, char in enumerate(text[: start + 1]):
        if char == "{":
            open_braces.append(n)
        elif char == "}" and open_braces:
            open_braces.pop()
    if open_braces:
        return Fault(open_braces[-1], start + 1, note.message or "")
    return Fault(max(start, 0), max(start, 0) + 1, note.message or "")


def _selectors(entry: "ast.EntryType", lines: list[str]) -> Iterator[Selector]:
    from fluent.syntax import ast
    from fluent.syntax.visitor import Visitor

    found: list[Selector] = []

    class Collect(Visitor):
        def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 (the visitor's naming)
            keys = tuple(variant.key.name for variant in node.variants if isinstance(variant.key, ast.Identifier))
            span = node.selector.span
            if span is not None:
                start, end = _original(span.start, lines), _original(span.end, lines)
                found.append(Selector(start, end, keys, _is_ordinal(node.selector)))
            self.generic_visit(node)

    Collect().visit(entry)
    yield from found


def _is_ordinal(selector: "ast.InlineExpression") -> bool:
    from fluent.syntax import ast

    return isinstance(selector, ast.FunctionReference) and any(
        argument.name.name == "type" and argument.value.value == "ordinal" for argument in selector.arguments.named
    )
