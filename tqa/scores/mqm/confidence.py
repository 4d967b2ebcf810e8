"""How sure the verdict about a sample is: errors come as Poisson events, each with the points that it costs.

Gladkoff, Sorokina, Han and Alekseeva, Measuring Uncertainty in Translation Quality Evaluation (LREC 2022,
arXiv:2111.07699) model errors as independent events and ask how many words must be seen; Lommel et al., The Multi-Range
Theory (arXiv:2405.16969) let small samples be judged by statistical quality control alone. The interval of a weighted
sum of Poisson counts is that of Fay and Feuer, Confidence intervals for directly standardized rates: a method based on
the gamma distribution, Statistics in Medicine 16, 1997; with equal weights it is the exact one of Garwood, 1936.
"""

import math
from collections.abc import Iterable

# Two-sided 90 %, which is one-sided 95 %: a pass is wrong in at most one of 20 samples of a text that just fails.
LEVEL = 0.90
_MOST_WORDS = 10_000_000


def interval(penalties: Iterable[float], largest: float, level: float = LEVEL) -> tuple[float, float]:
    """The interval of the points to be expected of as many words as were seen.

    penalties: the points of each error found. largest: the highest points of an error that may still be unseen.
    level: the two-sided level of confidence, 0 to 1.
    """
    tail = (1 - level) / 2
    found = [one for one in penalties if one > 0]
    total, squares = math.fsum(found), math.fsum(one * one for one in found)
    low = squares / total * gamma_quantile(tail, total * total / squares) if total else 0.0
    most = max([*found, largest])
    if not most:
        return low, 0.0
    scale = (squares + most * most) / (total + most)
    return low, scale * gamma_quantile(1 - tail, (total + most) ** 2 / (squares + most * most))


def words_needed(rate: float, allowed: float, weight: float, largest: float, level: float = LEVEL) -> int | None:
    """How many words must be seen at this rate for the upper limit to be within what is allowed.

    rate, allowed: points a word. weight: the points of an error on average. largest: see `interval`. None where no
    sample, or only one of more than ten million words, would show that it passes.
    """
    if rate >= allowed * (1 - 1e-9):
        return None

    def passes(words: int) -> bool:
        expected = rate * words
        squares, most = expected * weight, max(weight, largest)
        if not most:
            return True
        scale = (squares + most * most) / (expected + most)
        upper = scale * gamma_quantile((1 + level) / 2, (expected + most) ** 2 / (squares + most * most))
        return upper <= allowed * words

    if not passes(_MOST_WORDS):
        return None
    low, high = 0, _MOST_WORDS
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if passes(middle) else (middle, high)
    return high


def gamma_quantile(p: float, shape: float) -> float:
    """The value below which the gamma distribution of this shape and scale 1 has the share `p`, found by bisection."""
    spread = math.sqrt(shape)
    low, high = 0.0, shape + 4 * spread + 4
    while gamma_share(shape, high) < p:
        high *= 2
    if gamma_share(shape, start := shape - 6 * spread) < p:
        low = max(start, 0.0)
    while high - low > 1e-12 * high:
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if gamma_share(shape, middle) < p else (low, middle)
    return high


def gamma_share(shape: float, x: float) -> float:
    """The regularised lower incomplete gamma function P(shape, x).

    By its series, or by Lentz's continued fraction of its complement: Press et al., Numerical Recipes, section 6.2.
    """
    if x <= 0:
        return 0.0
    front = math.exp(-x + shape * math.log(x) - math.lgamma(shape))
    if x < shape + 1:
        term = total = 1 / shape
        n = shape
        while abs(term) > abs(total) * 1e-15:
            n += 1
            term *= x / n
            total += term
        return min(total * front, 1.0)
    b = x + 1 - shape
    c, d = 1e300, 1 / b
    h = d
    for n in range(1, 10_000):
        a = -n * (n - shape)
        b += 2
        d = 1 / _not_zero(a * d + b)
        c = _not_zero(b + a / c)
        h *= d * c
        if abs(d * c - 1) < 1e-15:
            break
    return 1 - front * h


def _not_zero(value: float) -> float:
    return value if abs(value) > 1e-300 else 1e-300
