"""What a scan for placeholders finds."""

from typing import NamedTuple


class Placeholder(NamedTuple):
    """A place that the program fills in. Offsets are code points of the text scanned, the end exclusive.

    name: which argument goes there; the unnumbered ones of printf and `{}` are numbered in their order. kind: what
    the argument must be or how it is shown, empty where that is left open. strict: another kind is an error of the
    program (`%s` for `%d`), not only another look.
    """

    start: int
    end: int
    name: str
    kind: str
    text: str
    strict: bool = False


class Fault(NamedTuple):
    """A part of a text that the program would trip over."""

    start: int
    end: int
    message: str
    suggestion: str | None = None


class Scan(NamedTuple):
    """The placeholders of a text in order; the single `%` (their offsets) that begin nothing, and the doubled ones."""

    placeholders: tuple[Placeholder, ...]
    lone_percents: tuple[int, ...] = ()
    doubled_percents: tuple[int, ...] = ()
