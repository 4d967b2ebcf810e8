"""A link: source and target lines that translate each other."""

from typing import NamedTuple


class Link(NamedTuple):
    """Lines that belong together, by their 0-based numbers, and how sure that is (0 to 1).

    One side is empty where nothing is aligned. In a mixed document both sides count the lines of the one document.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float


SURE = 0.7
"""Links of a score from here on are right nine times in ten and more; others should be looked at."""

LIKELY = 0.5
"""Links of a score from here on are likelier right than wrong; on a page of both languages these are checked."""
