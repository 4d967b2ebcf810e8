"""Scores by the worked examples of public documents, and what the profiles may hold."""

import pytest

from tqa.errors import ConfigError
from tqa.model import Severity
from tqa.scores.mqm.profile import load_profile, parse_profile
from tqa.scores.mqm.scoring import score

MINOR, MAJOR, CRITICAL = Severity.MINOR, Severity.MAJOR, Severity.CRITICAL
OTHER = "accuracy/mistranslation"


def test_raw_score_of_ten_minor_errors_in_a_thousand_words():
    # The MQM Scoring Models, themqm.org: ten minor errors in 1,000 words are 10 penalty points and a raw score of 99.
    found = score([(OTHER, MINOR)] * 10, 1000, 60, load_profile("mqm"))
    assert (found.penalty, found.per_unit, found.quality) == (10, 10, 99)
    assert found.passed


@pytest.mark.parametrize(("errors", "words"), [(1, 100), (10, 1000)])
def test_the_linear_model_does_not_mind_the_size_of_the_sample(errors, words):
    # M. Pantcheva, Rethinking LQE Metrics, MultiLingual, September 2023: by MQM 2.0 one error in 100 words is as bad
    # as ten in 1,000.
    assert score([(OTHER, MINOR)] * errors, words, 1, load_profile("mqm")).quality == 99


@pytest.mark.parametrize(("points", "expected"), [(10, 90), (20, 80), (0, 100)])
def test_calibrated_score(points, expected):
    # The linear calibrated model of The MQM Scoring Models (themqm.org): MSV - NPT × (MSV - PT) / APP.
    found = score([(OTHER, MINOR)] * points, 1000, 60, load_profile("mqm-calibrated"))
    assert found.quality == pytest.approx(expected)
    assert found.passed is (expected >= 90)


NON_LINEAR = """
severities = {neutral = 0, minor = 1, major = 5, critical = 25}
pass = {model = "non-linear", threshold = 90, tolerances = [[1000, 10], [5000, 30]]}
"""


@pytest.mark.parametrize(("words", "points"), [(1000, 10), (5000, 30)])
def test_non_linear_score_goes_through_both_tolerances(words, points):
    found = score([(OTHER, MINOR)] * points, words, 60, parse_profile(NON_LINEAR, "own"))
    assert found.quality == pytest.approx(90)
    assert found.words_needed is None


def test_non_linear_score_forgives_short_texts_more_and_long_ones_less():
    # Gladkoff, Han and Gasova 2025: E(x) = a ln(1 + b x). At x = 1000 and 5000 with E = 10 and 30, half-way between
    # them more is tolerated than on the line through 0 and the far point, less than on that through the near one.
    profile = parse_profile(NON_LINEAR, "own")
    tolerated = [profile.allowed(words) * words / 1000 for words in (100, 3000, 50_000)]
    assert 100 / 1000 * 10 < tolerated[0] < 2
    assert 18 < tolerated[1] < 30
    assert 30 < tolerated[2] < 300


def test_weights_of_types_as_a_public_quality_standard_has_them():
    # TQAuditor wiki, "Quality score formula": severity × type weight, in all 12.34 points, in 1,749 words are a score
    # of 100 - 12.34 / 1749 × 1000 = 92.94; a major terminology and a major grammar error among them cost 3 and 3.6.
    profile = parse_profile(
        """
        severities = {neutral = 0, minor = 1, major = 3, critical = 10}
        types = {"terminology" = 1, "linguistic-conventions/grammar" = 1.2, "style" = 0.82}
        scale = {reference_words = 1000, maximum = 100}
        pass = {model = "calibrated", threshold = 90, acceptable_penalty = 10}
        """,
        "own",
    )
    grammar = ("linguistic-conventions/grammar", MAJOR)
    terms = ("terminology/wrong-term", MAJOR)
    assert [profile.penalty(*error) for error in (terms, grammar)] == [3, pytest.approx(3.6)]
    found = score([terms, grammar, *[("style/awkward", MINOR)] * 7], 1749, 90, profile)
    assert found.penalty == pytest.approx(12.34)
    assert found.quality == pytest.approx(92.94, abs=0.005)
    assert found.counts["style/awkward", MINOR] == 7


@pytest.mark.parametrize(
    ("category", "severity", "points"),
    [
        # Freitag et al., Experts, Errors, and Context, TACL 2021: the weights of the WMT campaigns.
        ("non-translation", MAJOR, 25),
        ("accuracy/mistranslation", MAJOR, 5),
        ("linguistic-conventions/punctuation", MAJOR, 5),
        ("linguistic-conventions/punctuation", MINOR, 0.1),
        ("linguistic-conventions/grammar", MINOR, 1),
        ("accuracy/omission", Severity.NEUTRAL, 0),
    ],
)
def test_wmt_weights(category, severity, points):
    profile = load_profile("wmt")
    assert profile.penalty(category, severity) == points
    found = score([(category, severity)], 12, 4, profile)
    assert found.per_unit == points / 4
    assert (found.quality, found.passed) == (None, None)


def test_neutral_errors_are_counted_but_cost_nothing():
    found = score([(OTHER, Severity.NEUTRAL)] * 3 + [(OTHER, MINOR)], 1000, 60, load_profile("mqm"))
    assert found.counts == {(OTHER, Severity.NEUTRAL): 3, (OTHER, MINOR): 1}
    assert (found.penalty, found.quality) == (1, 99.9)


def test_nothing_seen_is_no_score():
    found = score([], 0, 0, load_profile("mqm"))
    assert (found.quality, found.passed, found.interval) == (None, None, None)


def test_one_critical_error_fails():
    found = score([(OTHER, CRITICAL)], 100_000, 5000, load_profile("mqm"))
    assert found.quality > 99.9
    assert found.passed is False
    assert found.sure


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("severities = {neutral = 0, minor = 1, major = 5}", "severities.critical"),
        ("severities = {neutral = 0, minor = 1, major = 5, critcal = 25, critical = 1}", "did you mean 'critical'"),
        ("severity = {}", "did you mean 'severities'"),
        ("severities = {neutral = 0, minor = -1, major = 5, critical = 25}", "severities.minor"),
        ("severities = 3", "not a scoring profile"),
        ("severities = {neutral=0, minor=1, major=5, critical=25}\nscale = {reference_words = 0}", "above 0"),
        ("severities = {neutral=0, minor=1, major=5, critical=25}\npass = {threshold = 100}", "below 100"),
        ("severities = {neutral=0, minor=1, major=5, critical=25}\npass = {model = 'calibrated'}", "needs"),
        (NON_LINEAR.replace("30", "60"), "fewer for each word"),
        (NON_LINEAR.replace(", [5000, 30]", ""), "two [words, points]"),
        ("]", "not TOML"),
    ],
)
def test_profiles_that_do_not_hold(text, said):
    with pytest.raises(ConfigError, match="own"):
        parse_profile(text, "own")
    with pytest.raises(ConfigError) as error:
        parse_profile(text, "own")
    assert said in str(error.value)


def test_an_unknown_profile_has_a_near_miss():
    with pytest.raises(ConfigError, match="did you mean 'wmt'"):
        load_profile("wmtt")
