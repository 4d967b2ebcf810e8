"""The strings of a PO file: what their escapes stand for, and how they are written."""

import re

from tqa.readers.pieces import Piece

_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|(.))", re.DOTALL)
_TOKEN = re.compile(r'"|\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)|[^"\\]+', re.DOTALL)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


def unescape(text: str) -> str:
    """The text that a string of C, without its quotes, stands for."""
    with_breaks = text.replace("\\n", "\n")
    if "\\" not in with_breaks:  # nor was there an escaped backslash before an n
        return with_breaks
    return _ESCAPE.sub(lambda match: _unescaped(match[0]), text)


def _unescaped(escape: str) -> str:
    first = escape[1]
    if first in "01234567":
        return chr(int(escape[1:], 8))
    if first == "x" and len(escape) > 2:
        return chr(int(escape[2:], 16))
    return _PLAIN.get(first, first)


def pieces(raw: str) -> list[Piece]:
    """Take the strings of one text apart; between them is nothing."""
    found = []
    is_inside = False
    for token in _TOKEN.finditer(raw):
        if token[0] == '"':
            is_inside = not is_inside
        elif is_inside:
            text = _unescaped(token[0]) if token[0][0] == "\\" else token[0]
            found.append(Piece(token.start(), token.end(), text))
    return found


def quote(text: str, raw: str, at: int) -> str:
    """Escape a text for the middle of a string."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
