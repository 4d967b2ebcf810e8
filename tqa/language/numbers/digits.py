"""Numbers in digits of any script: where they are, and what their separators may mean."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqa.language.numbers.cldr import Signs
from tqa.language.numbers.number import canonical

# Groups by blanks or apostrophes, then a decimal part; or digits with points and commas in them.
_NUMBER = re.compile(
    r"(?<![\d.,])\d{1,3}(?:([ '])\d{3})(?:\1\d{3})*(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*",
)
_THREES = re.compile(r"[1-9]\d{0,2}(?:\d{3})*")
_CLOCK = 4
_WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


class Token(NamedTuple):
    """A number at [start:end): its ASCII form, readings (the locale's first), and readings as several numbers."""

    start: int
    end: int
    raw: str
    values: tuple[float, ...]
    parts: tuple[tuple[float, ...], ...]


class _Plain(dict[int, int]):
    """Maps each character to one that stands for the same in a number; filled as characters are met."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        plain = code
        if char.isdecimal():
            plain = ord("0") + unicodedata.decimal(char)
        elif char in _ALIKE:
            plain = ord(_ALIKE[char])
        self[code] = plain
        return plain


_ALIKE = {
    "٫": ".",
    "٬": ",",
    "．": ".",
    "·": ".",
    "’": "'",
    "‘": "'",
    "٪": "%",
    "％": "%",
    "：": ":",
    "∶": ":",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u2007": " ",
    "\u3000": " ",
    "−": "-",
    "－": "-",
    "‑": "-",
    "＄": "$",
}
_PLAIN = _Plain()


def plain(text: str) -> str:
    """The text with ASCII digits, separators, blanks and minus signs, each character in its place."""
    if text.isascii():
        return text
    # Between digits of usual width it is the comma of a list.
    text = _WIDE_COMMA.sub(",", text) if "，" in text else text
    return text.translate(_PLAIN)


def tokens(text: str, signs: Signs | None) -> Iterator[Token]:
    """Yield the numbers of a `plain` text, which is in a locale with these signs."""
    for match in _NUMBER.finditer(text):
        values, parts = readings(match[0], signs)
        yield Token(match.start(), match.end(), match[0], values, parts)


@cache
def readings(raw: str, signs: Signs | None) -> tuple[tuple[float, ...], tuple[tuple[float, ...], ...]]:
    """The values that digits with separators may have, and the ways to read them as several numbers."""
    if raw.isdigit():
        return (float(raw[:300]),), _clock(raw)
    pieces = tuple(float(piece[:300]) for piece in re.split(r"[^\d]", raw))
    marks = [char for char in raw if not char.isdigit()]
    found: list[float] = []
    whole, mark, rest = raw, "", ""
    if marks[-1] in ".,":
        whole, mark, rest = raw.rpartition(marks[-1])
    if _is_grouped(raw):
        found.append(float("".join(filter(str.isdigit, raw))))
    if mark and whole.count(mark) == 0 and (whole.isdigit() or _is_grouped(whole)):
        decimal = float("".join(filter(str.isdigit, whole)) + "." + rest)
        if not (found and _are_thousands(rest, mark, signs)):
            found.insert(0 if signs is not None and signs.decimal == mark else len(found), decimal)
    if len(pieces) == 2 and _are_thousands(rest, mark, signs):
        pieces = ()
    return tuple(map(canonical, found)), (*filter(None, [pieces]), *_clock(raw))


def _are_thousands(rest: str, mark: str, signs: Signs | None) -> bool:
    """Whether the three digits after a separator are no decimals: zeros never are, whoever wrote them.

    Nor are others that end in a zero, in a locale that has this sign for thousands.
    """
    return rest == "000" or (len(rest) == 3 and rest[-1] == "0" and signs is not None and signs.group == mark)


def read(raw: str, decimal: str, group: str) -> float | None:
    """The value of digits with these signs, None where they don't fit; an empty sign is one that must not occur."""
    whole, _, rest = raw.partition(decimal) if decimal else (raw, "", "")
    whole = whole.replace(" ", group or " ").replace("'", group or "'") if group else whole
    if not (rest.isdigit() or not rest) or not (whole.isdigit() or (group in whole and _is_grouped(whole))):
        return None
    if not whole.isdigit() and {char for char in whole if not char.isdigit()} != {group}:
        return None
    return float("".join(filter(str.isdigit, whole)) + ("." + rest if rest else ""))


def _is_grouped(raw: str) -> bool:
    """Whether the separators are of one kind and stand where those of thousands do, or as in India (12,34,567)."""
    marks = {char for char in raw if not char.isdigit()}
    groups = re.split(r"[^\d]", raw)
    if len(marks) != 1 or len(groups[-1]) != 3 or not 1 <= len(groups[0]) <= 3 or groups[0].startswith("0"):
        return False
    widths = {len(group) for group in groups[1:-1]}
    return widths <= {3} or (widths <= {2} and len(groups[0]) <= 2)


def _clock(raw: str) -> tuple[tuple[float, ...], ...]:
    """Four digits as hours and minutes."""
    if len(raw) == _CLOCK and raw.isdigit() and int(raw[:2]) <= 24 and int(raw[2:]) < 60:
        return ((float(raw[:2]), float(raw[2:])),)
    return ()
