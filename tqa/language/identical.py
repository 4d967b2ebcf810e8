"""Pairs off what two texts should both have."""

from collections.abc import Callable, Iterable

Piece = tuple[int, int, str]


def pair_off(
    ours: Iterable[Piece], theirs: Iterable[Piece], same: Callable[[str, str], bool] = str.__eq__
) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces (start, end, text) of ours that theirs lack, and of theirs that ours lack.

    A piece that one side has more often than the other isn't lacking: a text may name a thing twice.
    """
    ours, theirs = list(ours), list(theirs)
    return (
        [one for one in ours if not any(same(one[2], other[2]) for other in theirs)],
        [one for one in theirs if not any(same(one[2], other[2]) for other in ours)],
    )


def pieces(text: str, places: Iterable[tuple[int, int]]) -> list[Piece]:
    """The places of `text` with what stands there."""
    return [(start, end, text[start:end]) for start, end in places]
