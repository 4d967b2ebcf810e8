"""Which markers can match a text at all, told by pieces of text that their patterns need.

A regular expression costs about a microsecond a text, and a language pair has dozens; whether a piece is in a text
costs a twentieth of that.
"""

import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tqa.language.fold import lower
from tqa.resources.marker_packs import Marker

_LEAST = 3
_PROPERTY = re.compile(r"\\[pP]\{[^}]*\}")
Needles = frozenset[str]


class MarkerIndex:
    """Markers by what the target must hold for them."""

    def __init__(self, markers: Iterable[Marker]) -> None:
        """Take the markers of a language pair, in the order in which they are tried."""
        self._markers = list(markers)
        self._in_source = [needles(marker.source) if marker.source else frozenset() for marker in self._markers]
        in_target = [needles(marker.target) for marker in self._markers]
        self._always = {at for at, pieces in enumerate(in_target) if not pieces}
        self._pieces = [(piece, at) for at, pieces in enumerate(in_target) for piece in pieces]

    def candidates(self, source: str | None, target: str) -> Iterator[Marker]:
        """The markers whose patterns may match `source` and `target`."""
        text, other = lower(target), lower(source or "")
        found = {at for piece, at in self._pieces if piece in text}
        for at in sorted(found | self._always):
            pieces = self._in_source[at]
            if not pieces or any(piece in other for piece in pieces):
                yield self._markers[at]


def needles(pattern: str) -> Needles:
    """Pieces of text (lower-case) one of which must be in whatever `pattern` matches; none where that can't be told."""
    try:
        tree = parser.parse(_PROPERTY.sub(".", pattern))
    except (re.error, RecursionError):
        return frozenset()  # what the module `regex` knows and `re` doesn't
    found = _of_sequence(tree)
    return found if found and min(map(len, found)) >= _LEAST else frozenset()


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> Needles:
    """The best needles of things that follow one another: those whose shortest one is the longest."""
    best: Needles = frozenset()
    run = ""
    for kind, value in [*items, (None, None)]:
        if kind is codes.LITERAL:
            run += chr(value)
            continue
        found = _of_item(kind, value)
        for option in (frozenset((run.lower(),)) if run else frozenset(), found):
            if option and (not best or min(map(len, option)) > min(map(len, best))):
                best = option
        # What has no width, such as a word boundary, doesn't end a run.
        run = run if kind is codes.AT else ""
    return best


def _of_item(kind: Any, value: Any) -> Needles:
    if kind is codes.SUBPATTERN:
        return _of_sequence(value[-1])
    if kind is codes.BRANCH:
        options: Sequence[Needles] = [_of_sequence(branch) for branch in value[1]]
        return frozenset().union(*options) if all(options) else frozenset()
    if kind in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[0] >= 1:
        return _of_sequence(value[2])
    return frozenset()
