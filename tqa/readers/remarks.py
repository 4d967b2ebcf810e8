"""Comments in files of keys and texts: one above a text, or behind it on its line, is the note of that text."""

import re
from dataclasses import dataclass, field

_LIKE_C = r"/\*((?:[^*]|\*(?!/))*+)\*/|//([^\n]*)"


@dataclass(frozen=True, slots=True)
class Remarks:
    """How a format writes comments: a pattern whose groups hold what they say, and what may stand after a text."""

    comment: str
    after: str = "[,;]?"
    _comment: re.Pattern[str] = field(init=False)
    _beside: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_comment", re.compile(self.comment))
        beside = rf"[ \t]*{self.after}[ \t]*(?:{self.comment})[ \t\r]*(?:\n|\Z)"
        object.__setattr__(self, "_beside", re.compile(beside))

    def above(self, blank: str) -> str:
        """What the comments in `blank` say, which stands before a text: without those on the line that it begins in."""
        first, has_more, rest = blank.partition("\n")
        return "\n".join(filter(None, map(_said, self._comment.finditer(rest if has_more else first))))

    def beside(self, text: str, at: int) -> str:
        """What a comment says that begins behind a text, which ends at the offset `at`, and ends its line."""
        match = self._beside.match(text, at)
        return _said(match) if match else ""


def _said(match: re.Match[str]) -> str:
    return " ".join(next((group for group in match.groups() if group), "").split())


def note_of(*remarks: str) -> str | None:
    """Remarks on one text as its note."""
    return "\n".join(filter(None, remarks)) or None


LIKE_C = Remarks(_LIKE_C)
LIKE_PHP = Remarks(rf"{_LIKE_C}|\#(?!\[)([^\n]*)", "[,;)]*")
LIKE_SHELL = Remarks(r"(?<![^\s])\#([^\n]*)", "")
