"""Marks and letters of the width of another script."""

import re
from typing import NamedTuple

import regex

from tqa.language.lazy import lazily
from tqa.language.marks import kind_of, local_form

# Written with full-width marks; and languages that use both widths.
EAST = frozenset({"zh", "yue", "ja"})
_BOTH = frozenset({"ko"})
# Japanese guides to style differ on these.
_EITHER = ":?!"
_HALF = lazily(
    regex.compile,
    r"(?<=[\p{Han}\p{Hiragana}\p{Katakana}])[,;:!?.](?=\s*(?:[\p{Han}\p{Hiragana}\p{Katakana}“”」』）]|$))",
)
_WIDE = lazily(
    regex.compile,
    r"[\uff01-\uff5e\u3000]+|(?<=[^\p{Han}\p{Hiragana}\p{Katakana}\s])[。、](?![\p{Han}\p{Hiragana}\p{Katakana}])",
)
_ANY_HALF = re.compile(r"[,;:!?.](?![0-9A-Za-z])")
_ANY_WIDE = re.compile("[\u3000-\u3002\uff01-\uff5e]")
_LIST = re.compile(r"[^\W\d],[^\W\d]")
_ASIAN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Bopomofo}]")
_PLAIN: dict[int, str | int] = {
    ord("\u3000"): " ",
    ord("。"): ".",
    ord("、"): ",",
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
}


class Width(NamedTuple):
    """A place of the wrong width and what should stand there."""

    start: int
    end: int
    replacement: str


def too_narrow(text: str, base: str, source: str) -> list[Width]:
    """The ASCII marks behind Chinese or Japanese characters; none where `source` is a list for a program ("a,b")."""
    if not _ANY_HALF.search(text):
        return []
    is_list = _LIST.search(source) is not None
    found = []
    for match in _HALF.finditer(text):
        mark = match[0]
        if (is_list and mark == ",") or (base == "ja" and mark in _EITHER):
            continue
        form = local_form(kind_of(mark, base) or mark, base)
        if form != mark:
            found.append(Width(*match.span(), form))
    return found


def too_wide(text: str, base: str) -> list[Width]:
    """The full-width forms in a text of another script, but for those of a quotation in Chinese or Japanese."""
    if base in EAST or base in _BOTH or not _ANY_WIDE.search(text):
        return []
    found = []
    for match in _WIDE.finditer(text):
        start, end = match.span()
        if _ASIAN.search(text, max(start - 1, 0), end + 1):
            continue
        plain = match[0].translate(_PLAIN)
        if plain[-1] in ",;:.!?" and text[end : end + 1].isalnum():
            plain += " "
        found.append(Width(start, end, plain))
    return found
