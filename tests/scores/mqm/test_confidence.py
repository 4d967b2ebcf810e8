"""What a sample tells of the text that it is from."""

import math
import random

import pytest

from tqa.model import Severity
from tqa.scores.mqm.confidence import gamma_quantile, gamma_share, interval, words_needed
from tqa.scores.mqm.profile import load_profile
from tqa.scores.mqm.scoring import score


@pytest.mark.parametrize(
    ("count", "low", "high"),
    # Exact 95 % limits of a Poisson count: Garwood 1936; e.g. Ulm, American Journal of Epidemiology 131, 1990, table 1.
    [(0, 0, 3.689), (1, 0.0253, 5.572), (5, 1.623, 11.668), (10, 4.795, 18.390), (50, 37.111, 65.919)],
)
def test_limits_of_a_count(count, low, high):
    found = interval([1.0] * count, 1, 0.95)
    assert found == pytest.approx((low, high), abs=5e-3)


def test_gamma_against_closed_forms():
    for x in (0.1, 1.0, 5.0, 40.0):
        assert gamma_share(1, x) == pytest.approx(1 - math.exp(-x), rel=1e-12)
        assert gamma_share(0.5, x) == pytest.approx(math.erf(math.sqrt(x)), rel=1e-10)
    assert gamma_quantile(0.5, 1) == pytest.approx(math.log(2))


def test_the_interval_covers_what_it_says():
    # Errors of 1 and 5 points at known rates: the interval may be wider than it says, never much narrower.
    rng = random.Random(11)
    truth = 6 * 1 + 1.5 * 5

    def poisson(mean):
        limit, product, count = math.exp(-mean), rng.random(), 0
        while product > limit:
            product *= rng.random()
            count += 1
        return count

    hits = 0
    for _ in range(400):
        low, high = interval([1.0] * poisson(6) + [5.0] * poisson(1.5), 5, 0.9)
        hits += low <= truth <= high
    assert hits / 400 > 0.88


def test_a_small_sample_passes_without_being_sure_and_a_large_one_is_sure():
    profile = load_profile("mqm")
    small = score([("style", Severity.MINOR)], 400, 20, profile)
    assert (small.passed, small.sure) == (True, False)
    large = score([("style", Severity.MINOR)] * 100, 40_000, 2000, profile)
    assert (large.passed, large.sure) == (True, True)
    assert 400 < small.words_needed < 40_000
    at_last = score([("style", Severity.MINOR)] * round(small.words_needed / 400), small.words_needed, 100, profile)
    assert at_last.sure
    bad = score([("style", Severity.MAJOR)] * 40, 1000, 50, profile)
    assert (bad.passed, bad.sure, bad.words_needed) == (False, True, None)


def test_words_without_an_error_for_a_sure_pass():
    # The rule of three: with none found, three errors may be expected at 95 %.
    assert words_needed(0, 0.01, 0, 1) == 300
    assert words_needed(0.02, 0.01, 1, 1) is None
