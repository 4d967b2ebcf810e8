"""Runs of letters of scripts that a text isn't written in."""

from functools import cache

import regex

_OPENING, _CLOSING = "([{\"'“”„«‘’‚‹「『《〈（【", ")]}\"'”“»’‘›」』》〉）】"
# What stands beside the letters of a face that is drawn with them.
_FACES = "_・´`^;°｡◕¯ω"
# By ISO 15924 code, as regular expressions name them.
_NAMES = dict(
    pair.split(":")
    for pair in (
        "Cyrl:Cyrillic Grek:Greek Hebr:Hebrew Arab:Arabic Armn:Armenian Geor:Georgian Deva:Devanagari Beng:Bengali"
        " Guru:Gurmukhi Gujr:Gujarati Orya:Oriya Taml:Tamil Telu:Telugu Knda:Kannada Mlym:Malayalam Sinh:Sinhala"
        " Thai:Thai Laoo:Lao Tibt:Tibetan Mymr:Myanmar Khmr:Khmer Ethi:Ethiopic Mong:Mongolian Thaa:Thaana Hang:Hangul"
        " Hani:Han Kana:Katakana"
    ).split()
)


@cache
def runs_outside(own: frozenset[str]) -> "regex.Pattern[str]":
    """What finds runs of letters of a known script other than Latin and those of `own` (ISO 15924 codes)."""
    kinds = "".join(rf"\p{{{name}}}" for code, name in _NAMES.items() if code not in own)
    kinds += "" if "Kana" in own else r"\p{Hiragana}"
    return regex.compile(rf"(?=[{kinds}])\p{{L}}(?:(?=[{kinds}\p{{M}}])[\p{{L}}\p{{M}}])*")


def is_enclosed(text: str, start: int, end: int) -> bool:
    """Whether a run stands in brackets or quotation marks, alone or with what isn't in Latin letters."""
    before, after = start - 1, end
    while before >= 0 and text[before] not in _OPENING:
        if text[before].isascii() and text[before].isalpha():
            return False
        before -= 1
    while after < len(text) and text[after] not in _CLOSING:
        if text[after].isascii() and text[after].isalpha():
            return False
        after += 1
    return before >= 0 and after < len(text)


def is_face(text: str, start: int, end: int) -> bool:
    """Whether a run is part of a face such as `(´・ω・`)`."""
    return any(char in _FACES for char in (text[max(start - 1, 0) : start], text[end : end + 1]) if char)
