"""What the short cuts of the XML formats are made of: strict patterns on bytes, see `tqa.readers.xml.XmlReader`."""

import re
from collections.abc import Callable, Iterable

# Patterns for `XmlReader.shortcut`. Values with entities, tabs or line ends are left to the parser.
ATTRIBUTES = rb'(?:\s++[\w:.-]++="[^"<&\t\n\r]*+")*+\s*+'
TEXT = rb"[^<]*+"
_ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));|&")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_USUAL = ("&lt;", "&gt;", "&quot;", "&amp;")
# Stands between texts: no file holds a NUL, and what begins as tags do is found with them at no cost.
_BETWEEN = b"<\0>"
_BETWEEN_TEXTS = _BETWEEN.decode()
_MOST_CODES = 10_000
_WHOLE = re.compile(ATTRIBUTES)
_PAIR = re.compile(rb'([\w:.-]++)="([^"]*+)"')


def decoded(text: bytes) -> str:
    """The text that `text`, without tags, stands for.

    Raises `ValueError` for an entity that XML itself lacks, and for a CR, which the parser makes an LF.
    """
    found = text.decode()
    if "\r" in found:
        raise ValueError("a CR")
    if "&" not in found:
        return found
    if "&#" not in found and found.count("&") == sum(map(found.count, _USUAL)):
        return found.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    return _ENTITY.sub(_character, found)


def _character(match: re.Match[str]) -> str:
    named, decimal, hexadecimal = match.groups()
    if named:
        return _NAMED[named]
    if not (decimal or hexadecimal):
        raise ValueError(match[0])
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if code < 32 or 0xD800 <= code < 0xE000:
        raise ValueError(match[0])
    return chr(code)


def attributes_in(tag: bytes) -> dict[str, str]:
    """The attributes that stand in `tag`; raises `ValueError` where `ATTRIBUTES` doesn't match it."""
    if _WHOLE.fullmatch(tag) is None:
        raise ValueError(tag)
    return {name.decode(): value.decode() for name, value in _PAIR.findall(tag)}


class ShownCodes(dict[bytes, bytes]):
    """What is shown for a code, as it is written; the same few occur again and again.

    `show` makes it, and raises `ValueError` for what the parser must judge.
    """

    def __init__(self, show: Callable[[bytes], bytes]) -> None:
        super().__init__({_BETWEEN: _BETWEEN})
        self._show = show

    def __missing__(self, code: bytes) -> bytes:
        shown = self._show(code)
        if len(self) < _MOST_CODES:
            self[code] = shown
        return shown


def any_of(code: bytes) -> re.Pattern[bytes]:
    """The pattern for `decoded_texts` that finds the codes which `code` matches after their first bracket."""
    return re.compile(rb"(<(?:\0>|" + code + b"))")


def decoded_texts(texts: Iterable[bytes], codes: re.Pattern[bytes], shown: ShownCodes) -> list[str]:
    """What the texts stand for, with their codes as `shown` says. Every tag must belong to one that `codes` finds.

    All at once, since what a call costs is more than what it does for one text. Raises `ValueError` for what the
    parser must judge.
    """
    together = _BETWEEN.join(texts)
    if b"<" in together:
        parts = codes.split(together)
        parts[1::2] = map(shown.__getitem__, parts[1::2])
        together = b"".join(parts)
    return decoded(together).split(_BETWEEN_TEXTS)
