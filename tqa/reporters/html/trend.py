"""The runs so far as a line of MQM scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tqa.scores.history import Entry

# The size of the drawing in its own units; the page scales it.
WIDTH, HEIGHT = 600, 120
_MARGIN = 12


@dataclass(frozen=True, slots=True)
class Point:
    """A run in the drawing."""

    x: float
    y: float
    entry: "Entry"


@dataclass(frozen=True, slots=True)
class Trend:
    """The drawing: its points, oldest first, the scores at its lower and upper edge, and the change by the last run."""

    points: tuple[Point, ...]
    low: float
    high: float
    change: float

    @property
    def path(self) -> str:
        """The line as the `points` of an SVG polyline."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)


def trend(history: "Sequence[Entry]") -> Trend | None:
    """Draw the runs that have a score; None for fewer than two."""
    scored = [(entry, entry.score) for entry in history if entry.score is not None]
    if len(scored) < 2:
        return None
    scores = [score for _, score in scored]
    low, high = min(scores), max(scores)
    step = (WIDTH - 2 * _MARGIN) / (len(scored) - 1)
    height = (HEIGHT - 2 * _MARGIN) / (high - low) if high > low else 0.0
    points = tuple(
        Point(round(_MARGIN + number * step, 1), round(_MARGIN + (high - score) * height, 1), entry)
        for number, (entry, score) in enumerate(scored)
    )
    return Trend(points, low, high, scores[-1] - scores[-2])
