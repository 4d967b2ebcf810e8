"""How long a translation is expected to be.

The languages' lengths come from the Universal Declaration of Human Rights; see `scripts/build_lengths.py`.
"""

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

# Standard deviation of the logarithm of the ratio of lengths: of two sentences' of any length, and what is added for
# short ones, and for languages whose lengths differ much; the genre shifts the mean, too.
_SPREAD, _SPREAD_BY_LENGTH, _SPREAD_BY_RATIO = 0.2, 3.0, 0.12
_BLANKS = " \t\n\r\u00a0\u202f\u3000"


@cache
def _lengths() -> Mapping[str, float]:
    data: Mapping[str, float] = json.loads((files("tqa.language") / "data/lengths.json").read_text(encoding="utf-8"))
    return data


def length(text: str) -> int:
    """The number of characters of `text` other than blanks."""
    return len(text) - sum(map(text.count, _BLANKS))


def expected_ratio(source_lang: str, target_lang: str) -> float | None:
    """Characters of the target for each of the source (base codes); None where a language's length isn't known."""
    known = _lengths()
    source, target = known.get(source_lang), known.get(target_lang)
    return target / source if source and target else None


def length_deviation(source: int, target: int, ratio: float) -> float:
    """By how many standard deviations the length `target` is over (under: negative) what `source` gives at `ratio`."""
    spread = _SPREAD + _SPREAD_BY_LENGTH / (min(source, target) + 1) + _SPREAD_BY_RATIO * abs(math.log(ratio))
    return math.log((target + 1) / (source * ratio + 1)) / spread
