"""Finds what is left of a placeholder that a translator or a machine broke."""

import re
from collections.abc import Sequence
from functools import lru_cache

_WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
# Cyrillic letters that look like Latin ones.
_LOOK_ALIKE = str.maketrans("aceopsxyiABCEHKMOPTXS", "асеорѕхуіАВСЕНКМОРТХЅ")
_BRACKETS = {"<": "〈《‹", ">": "〉》›"}
_CLOSING = ")}]>"
_KEYED = re.compile(r"%\([^()]+\)")


def find_mangled(text: str, target: str, sound: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The (start, end) of a broken copy of the placeholder `text` in `target`; None where there is none.

    Blanks put in, another case, full-width or look-alike characters, a lost end. `sound` are places that are taken.
    """
    taken: set[int] | None = None
    for pattern in _patterns(text):
        for match in pattern.finditer(target):
            start, end = match.start(), match.start() + len(match[0].rstrip())
            if taken is None:
                taken = {position for place in sound for position in range(*place)}
            if start < end and taken.isdisjoint(range(start, end)):
                return start, end
    return None


@lru_cache(maxsize=256)
def _patterns(text: str) -> tuple[re.Pattern[str], ...]:
    if len(text.strip()) < 2:
        return ()
    pieces = []
    for char in "".join(text.split()):
        forms = {char, char.translate(_WIDE), char.translate(_LOOK_ALIKE), char.lower(), char.upper()}
        forms.update(_BRACKETS.get(char, ""))
        pieces.append("(?:" + "|".join(sorted(map(re.escape, forms))) + ")")
    joined = r"\s*".join(pieces)
    after = r"(?![A-Za-zÀ-ɏ])" if text[-1].isalpha() else ""
    found = [joined + after]
    without_end = text.rstrip(_CLOSING)
    if text[-1] in _CLOSING and len(without_end) > 2:
        rest = r"\s*".join(pieces[: len("".join(without_end.split()))])
        unless_longer = r"(?![A-Za-z0-9_.])" if without_end[-1].isalnum() else ""
        found.append(rest + unless_longer + r"\s?[)}\]＞｝）]?")
    if keyed := _KEYED.match(text):
        found.append(re.escape(keyed[0]))
    return tuple(map(re.compile, found))
