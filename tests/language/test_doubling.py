"""What stands twice: words, phrases, loops without blanks."""

import pytest

from tqa.language.doubling import chunks, echoes, loop, may_double, runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the the house", [(0, 1, 2)]),
        ("a very very very old house", [(1, 1, 3)]),
        ("of the roof of the roof, he said", [(0, 3, 2)]),
        ("no, no, no", []),
        ("an electron (or proton) proton).", [(3, 1, 2)]),
        ("one two three", []),
    ],
)
def test_runs(text, expected):
    assert [tuple(run) for run in runs(chunks(text))] == expected


def test_languages_differ_in_what_they_double():
    assert may_double("nous", "fr")
    assert not may_double("nous", "en")
    assert may_double("xanh", "vi")
    assert not may_double("của", "vi")
    assert may_double("had", "en")
    assert not may_double("is", "en", at_end=True)


def test_echoes_see_through_punctuation_and_hyphens():
    assert echoes(chunks("Nein, nein!"))
    assert echoes(chunks("Hotel Roa-Roa"))
    assert not echoes(chunks("Nein, danke!"))


def test_loop_needs_four_rounds():
    assert loop("屋根が漏れ" * 4) == (0, 20)
    assert loop("屋根が漏れ" * 2) is None
