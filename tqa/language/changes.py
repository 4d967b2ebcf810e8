"""Changes to a text."""

from collections.abc import Iterable

Change = tuple[int, int, str]
"""Start and end in code points, and what belongs there."""


def applied(text: str, changes: Iterable[Change]) -> str:
    """Return `text` with `changes` (in order, without overlaps) made."""
    parts, at = [], 0
    for start, end, new in changes:
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])
