"""Character references of HTML and XML in a text."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqa.language.lazy import lazily
from tqa.language.markup.tags import Tag

_ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9.]+);")
# Those that a translator meets; others in a broken state are more likely prose or the parameter of an address.
COMMON = "amp|lt|gt|quot|apos|nbsp|copy|reg|hellip|mdash|ndash|laquo|raquo|euro|shy|times|bull|middot|rarr|#\\d{2,5}"
_BROKEN = lazily(
    re.compile,
    rf"&\s+({COMMON})\s?;|&({COMMON})\s+;|＆({COMMON})[;；]|&({COMMON})；|&({COMMON})(?![\w;=])",
    re.IGNORECASE,
)

_DOUBLED = re.compile(r"&amp;(#\d+|#x[0-9A-Fa-f]+|amp|lt|gt|quot|apos|nbsp);")


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


def doubled_entities(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, reference meant) for references whose & was encoded once more."""
    for match in _DOUBLED.finditer(text):
        yield match.start(), match.end(), f"&{match[1]};"


def bare_brackets(text: str, tags: Sequence[Tag], bracket: str) -> list[int]:
    """The offsets of an angle bracket that belongs to none of the tags of `text`."""
    ends = {position for tag in tags if tag.is_certain for position in (tag.start, tag.end - 1)}
    return [n for n, char in enumerate(text) if char == bracket and n not in ends]


def _char(name: str) -> str | None:
    from html import unescape
    from html.entities import html5

    if name.startswith("#") or f"{name};" in html5:
        return unescape(f"&{name};")
    return None
