"""Brackets and quotation marks: which lack their partner."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import regex

from tqa.language.lazy import lazily

_OPEN = "([{（［｛【〔〖〘⟦⟨"
_CLOSE = ")]}）］｝】〕〗〙⟧⟩"
# Full-width forms go with the others: "（a)" is a matter of width.
_WIDE = str.maketrans("（）［］｛｝", "()[]{}")
PARTNER = dict(zip(_OPEN.translate(_WIDE), _CLOSE.translate(_WIDE), strict=True))
_BRACKET = lazily(regex.compile, f"[{regex.escape(_OPEN + _CLOSE)}]")
# What stands before the `)` of a list ("a)"); smileys; a half-open interval.
_ITEM = lazily(regex.compile, r"(?:^|(?<=[\s(]))(?:[\p{L}\p{N}]|\p{N}{2,3}|[ivx]{2,5})$")
_SMILEY = regex.compile(r"(?<![\p{L}\p{N}(\[])[:;=][-'^o]?[()\[\]]+(?![\p{L}\p{N}])|\\[()\[\]{}]")
_INTERVAL = regex.compile(r"\s*[\p{N}\p{L}.∞+−-]{1,12}\s*[,;]\s*[\p{N}\p{L}.∞+−-]{1,12}\s*")
_ANY_DOUBLE = re.compile("[\"“”„‟«»＂〝〞〟`]|''")
_DOUBLE = lazily(regex.compile, r"[\"“”„‟«»＂〝〞〟]|(?<=^|[\s(])''(?=\p{L})|``|(?<=[\p{L}\p{P}])''(?!\p{L})")
# Inches, seconds, ditto; the gershayim of Hebrew short forms.
_NO_QUOTE = lazily(regex.compile, r"(?<=\p{N})\"|(?<=\p{Hebrew})[\"״”](?=\p{Hebrew})|\\\"|=\"[^\"]*\"")
_SINGLE = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}])['‘’‚‛,](?=[\p{L}\p{N}])|(?<=[\p{L}\p{M}.,!?])['‘’](?![\p{L}\p{M}\p{N}])"
)
_CORNERS = dict(zip("「『《〈‹", "」』》〉›", strict=True))


class Lone(NamedTuple):
    """A bracket without its partner, or with the wrong one; `wanted` is the partner that it lacks."""

    start: int
    end: int
    char: str
    wanted: str


def lone_brackets(text: str) -> list[Lone]:
    """The brackets in `text` that have no partner or another's."""
    skipped = {at for match in _SMILEY.finditer(text) for at in range(*match.span())}
    stack: list[tuple[int, str]] = []
    lone: list[Lone] = []
    for match in _BRACKET.finditer(text):
        if match.start() in skipped:
            continue
        char = match[0].translate(_WIDE)
        if char in PARTNER:
            stack.append((match.start(), char))
        elif (stack and PARTNER[stack[-1][1]] == char) or (
            stack and _INTERVAL.fullmatch(text, stack[-1][0] + 1, match.start())
        ):
            stack.pop()
        elif any(PARTNER[opened] == char for _, opened in stack):
            while PARTNER[stack[-1][1]] != char:
                at, opened = stack.pop()
                lone.append(Lone(at, at + 1, text[at], PARTNER[opened]))
            stack.pop()
        elif char != ")" or not _ITEM.search(text, max(match.start() - 6, 0), match.start()):
            wanted = next(opened for opened, closed in PARTNER.items() if closed == char)
            lone.append(Lone(match.start(), match.end(), match[0], wanted))
    lone += [Lone(at, at + 1, text[at], PARTNER[opened]) for at, opened in stack]
    return sorted(lone)


def brackets(text: str) -> str:
    """All brackets of `text` in order, in ASCII where they have such a form."""
    return "".join(_BRACKET.findall(narrow(text)))


def narrow(text: str) -> str:
    """`text` with ASCII brackets for the full-width ones, each at its place."""
    return text.translate(_WIDE)


def double_quotes(text: str) -> tuple[tuple[int, int], ...]:
    """The (start, end) of the double quotation marks of `text`; those that are no quotation marks are left out."""
    if not _ANY_DOUBLE.search(text):
        return ()
    found = tuple(match.span() for match in _DOUBLE.finditer(text))
    if len(found) % 2:
        # Of a mark that may be one or not, the reading is taken that leaves no other without its partner.
        skipped = {at for match in _NO_QUOTE.finditer(text) for at in range(*match.span())}
        sure = tuple(span for span in found if span[0] not in skipped)
        if len(found) - len(sure) == 1 or len(sure) % 2 == 0:
            return sure
    return found


def lone_quote(text: str, marks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Which of an odd number of double marks has no partner: the first out of turn, or else the last."""
    is_open = False
    for n, (start, end) in enumerate(marks):
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        opens = (not before or before.isspace() or before in "([—–-") and bool(after) and not after.isspace()
        if opens and is_open:
            return marks[n - 1]
        if not opens and not is_open:
            return start, end
        is_open = opens
    return marks[-1]


def may_quote_singly(text: str) -> bool:
    """Whether `text` has single marks that may be quotation marks: beside a word, not inside one."""
    return _SINGLE.search(text) is not None


def lone_corners(text: str) -> list[Lone]:
    """The quotation marks of East Asia, and single guillemets, without their partner."""
    lone: list[Lone] = []
    stack: list[int] = []
    closing = {closed: opened for opened, closed in _CORNERS.items()}
    for at, char in enumerate(text):
        if char in _CORNERS:
            stack.append(at)
        elif char in closing:
            if stack and _CORNERS[text[stack[-1]]] == char:
                stack.pop()
            else:
                lone.append(Lone(at, at + 1, char, closing[char]))
    lone += [Lone(at, at + 1, text[at], _CORNERS[text[at]]) for at in stack]
    return sorted(lone)


CORNERS = frozenset(_CORNERS) | frozenset(_CORNERS.values())
ANY_CORNER = re.compile(f"[{''.join(sorted(CORNERS))}]")
