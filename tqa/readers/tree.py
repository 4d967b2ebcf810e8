"""Messages that stand in a tree of keys (JSON, YAML): which of the texts are messages, and what is said of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

from tqa.model import Location, Segment
from tqa.readers.naming import language_of
from tqa.readers.reader import Settings, languages_of
from tqa.readers.remarks import note_of
from tqa.readers.source import Input

CATEGORIES = ("zero", "one", "two", "few", "many", "other")

# Of an object whose texts are about one message: the key of the message itself.
_MESSAGE_KEYS = ("message", "defaultMessage", "string", "translation")
_NOTE_KEYS = ("description", "developer_comment", "character_limit", "note", "comment")
_ABOUT = frozenset({*_NOTE_KEYS, "placeholders", "context", "hash", "file", "id", "start", "end", "col", "line"})


class Leaf(NamedTuple):
    """A text in the tree: the keys that lead to it, where it is written, and what a comment says of it.

    `text` None: a null stands there.
    """

    path: tuple[str, ...]
    text: str | None
    line: int
    start: int
    end: int
    note: str | None = None


def segments(
    leaves: Sequence[Leaf], entry: Input, settings: Settings, *, declared: str | None = None, is_arb: bool = False
) -> Iterator[Segment]:
    """Yield the messages of a tree. declared: the language that the file says it is in."""
    root = _language_root(leaves)
    if root is not None:
        leaves = [leaf._replace(path=leaf.path[1:]) for leaf in leaves]
    about: dict[str, dict[str, str]] = {}
    if is_arb:
        about = _arb_notes(leaves)
        leaves = [leaf for leaf in leaves if not leaf.path[0].startswith("@")]
    elif (key := _message_key(leaves)) is not None:
        about = {leaf.path[0]: {} for leaf in leaves}
        for leaf in leaves:
            if len(leaf.path) == 2 and leaf.path[1] != key:
                about[leaf.path[0]][leaf.path[1]] = leaf.text or ""
        leaves = [leaf._replace(path=leaf.path[:1]) for leaf in leaves if leaf.path[1:] == (key,)]
    langs = languages_of(entry, settings, declared or root)
    paths = {leaf.path for leaf in leaves}
    for leaf in leaves:
        told = about.get(leaf.path[0], {}) if about and leaf.path else {}
        yield Segment(
            ".".join(leaf.path),
            leaf.text or "",
            None,
            *langs,
            Location(entry.name, leaf.line),
            told.get("context"),
            note_of(*(told[name] for name in _NOTE_KEYS if told.get(name)), leaf.note or ""),
            "untranslated" if not leaf.text else None,
            _limit(told),
            _category(leaf.path, paths),
            None,
            raw=(leaf.start, leaf.end) if leaf.text is not None else (),
        )


def _language_root(leaves: Sequence[Leaf]) -> str | None:
    """The language that a file has as its only key at the top, as Rails has it."""
    if not leaves or any(len(leaf.path) < 2 for leaf in leaves):
        return None
    keys = {leaf.path[0] for leaf in leaves}
    (key,) = keys if len(keys) == 1 else ("",)
    return language_of(PurePath(f"{key}.x")) if key and "." not in key else None


def _message_key(leaves: Sequence[Leaf]) -> str | None:
    """The key under which each message of the file has its text, where the file is made of objects about messages."""
    if not leaves or any(len(leaf.path) < 2 for leaf in leaves):
        return None
    with_key: dict[str, set[str]] = {}
    for leaf in leaves:
        with_key.setdefault(leaf.path[0], set()).add(leaf.path[1])
    for key in _MESSAGE_KEYS:
        if all(key in names and names - {key} <= _ABOUT for names in with_key.values()):
            return key
    return None


def _arb_notes(leaves: Sequence[Leaf]) -> dict[str, dict[str, str]]:
    notes: dict[str, dict[str, str]] = {}
    for leaf in leaves:
        if len(leaf.path) == 2 and leaf.path[0].startswith("@") and leaf.text:
            notes.setdefault(leaf.path[0][1:], {})[leaf.path[1]] = leaf.text
    return notes


def _limit(told: dict[str, str]) -> int | None:
    text = told.get("character_limit", "")
    return int(text) if text.isdigit() and len(text) < 10 and int(text) else None


def _category(path: tuple[str, ...], paths: set[tuple[str, ...]]) -> str | None:
    """The number category of a key: the last key itself (Rails), or what follows its last `_` (i18next)."""
    if not path:
        return None
    last = path[-1]
    if last in CATEGORIES:
        return last if len(path) > 1 and (*path[:-1], "other") in paths else None
    base, mark, category = last.rpartition("_")
    if mark and category in CATEGORIES and (*path[:-1], f"{base}_other") in paths:
        return category
    if mark and category == "plural" and (*path[:-1], base) in paths:
        return "other"
    return None


def key_of_other(segment: Segment) -> list[str]:
    """The keys under which another language may have the model of a plural's form."""
    category = segment.plural
    if category is None or not segment.id.endswith(category):
        return []
    base = segment.id[: -len(category)]
    return [f"{base}other", f"{base}plural", base.rstrip("_.")]


@dataclass(slots=True)
class LineCounter:
    """The line of each offset of a text, asked for in rising order."""

    text: str
    line: int = 1
    at: int = 0

    def line_of(self, offset: int) -> int:
        """The 1-based line on which the character at `offset` stands."""
        if offset > self.at:
            self.line += self.text.count("\n", self.at, offset)
            self.at = offset
        return self.line
