"""The model of the estimate: a weighted sum of features, and what sum stands for how many penalty points.

The weights stand in `model.toml`, which `benchmarks/estimate.py --write` makes; `docs/scores.md` says of what and how.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tqa.scores.estimate.features import NAMES

# Keeps a broken input, such as a book in one segment, from becoming an infinity.
_MOST_POINTS = 100.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is to be expected of a segment: MQM penalty points (minor 1, major 5, critical 25), as people would mark.

    share: of the segments that the model was fitted to, how many are better, 0 to 1. parts: what each feature adds to
    the sum, beside that of a usual segment.
    """

    points: float
    share: float
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Model:
    """A feature's weight and usual value by its name; points = exp(offset + scale × sum); quantiles of the sums."""

    weights: Mapping[str, float]
    usual: Mapping[str, float]
    offset: float
    scale: float
    quantiles: tuple[float, ...]

    def estimate(self, features: Mapping[str, float]) -> Estimate:
        """The estimate for a segment of these features; one that is missing counts as usual."""
        known = {name: features.get(name, usual) - usual for name, usual in self.usual.items()}
        parts = {name: weight * known[name] for name, weight in self.weights.items()}
        total = math.fsum(parts.values())
        points = math.exp(min(self.offset + self.scale * total, math.log(_MOST_POINTS)))
        share = sum(quantile < total for quantile in self.quantiles) / len(self.quantiles)
        return Estimate(points, share, parts)


@cache
def load_model() -> Model:
    """The model that comes with tqa."""
    table = tomllib.loads(files(__package__).joinpath("model.toml").read_text(encoding="utf-8"))
    weights = {name: table["weights"][name] for name in NAMES}
    usual = {name: table["usual"][name] for name in NAMES}
    return Model(weights, usual, table["points"]["offset"], table["points"]["scale"], tuple(table["quantiles"]))
