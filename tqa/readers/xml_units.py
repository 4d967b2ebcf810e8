"""What the short cuts of the XML formats are made of: strict patterns on bytes, see `tqa.readers.xml.XmlReader`."""

import re

# Patterns for `XmlReader.unit`. Values with entities, tabs or line ends, which become blanks, are left to the parser,
# and so is a text that a CR stands in.
ATTRIBUTES = rb'(?:\s++[\w:.-]++="[^"<&\t\n\r]*+")*+\s*+'
TEXT = rb"[^<\x00-\x08\x0b-\x1f]*+"
_ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));|&")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_USUAL = ("&lt;", "&gt;", "&quot;", "&amp;")
_PAIR = re.compile(rb'([\w:.-]++)="([^"]*+)"')


def decoded(text: bytes) -> str:
    """The text that `text`, without tags, stands for; raises `ValueError` for an entity that XML itself lacks."""
    found = text.decode()
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
    """The attributes that a start tag has, as `ATTRIBUTES` matches them."""
    return {name.decode(): value.decode() for name, value in _PAIR.findall(tag)}
