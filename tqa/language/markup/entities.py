"""Character references of HTML and XML in a text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9.]+);")
# Those that a translator meets; others in a broken state are more likely prose or the parameter of an address.
COMMON = "amp|lt|gt|quot|apos|nbsp|copy|reg|hellip|mdash|ndash|laquo|raquo|euro|shy|times|bull|middot|rarr|#\\d{2,5}"
_BROKEN = re.compile(
    rf"&\s+({COMMON})\s?;|&({COMMON})\s+;|＆({COMMON})[;；]|&({COMMON})；|&({COMMON})(?![\w;=])", re.IGNORECASE
)


class Entity(NamedTuple):
    """A reference; `name` is what stands between & and ;, `char` what it shows, None for one that HTML doesn't have."""

    start: int
    end: int
    name: str
    char: str | None


def entities(text: str) -> list[Entity]:
    """The references of `text` in order."""
    return [Entity(*match.span(), match[1], _char(match[1])) for match in _ENTITY.finditer(text)]


def broken_entities(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, reference meant) for references with blanks, without a semicolon or in wide characters."""
    for match in _BROKEN.finditer(text):
        name = next(group for group in match.groups() if group is not None)
        yield match.start(), match.end(), f"&{name.lower()};"


def _char(name: str) -> str | None:
    from html import unescape
    from html.entities import html5

    if name.startswith("#") or f"{name};" in html5:
        return unescape(f"&{name};")
    return None
