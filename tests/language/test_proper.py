"""Names: which words are, and whether another text has them in its own spelling."""

import pytest

from tqa.language.exonyms import is_same_place
from tqa.language.proper import is_place, names
from tqa.language.sounds import Heard
from tqa.language.tokens import words


def found(text, language="en"):
    return [" ".join(word.text for word in name.words) for name in names(text, list(words(text)), language)]


def test_names_are_runs_of_capitals_that_are_no_common_words():
    text = "On Monday the old mayor Anna Kowalska met the President in Zelnotek Street near the station."
    assert found(text) == ["Anna Kowalska", "Zelnotek Street"]


def test_headlines_tell_no_names():
    assert found("Mayor Kowalska Opens New Bridge") == []


@pytest.mark.parametrize(
    ("name", "text", "across"),
    [
        ("Kowalski", "Jana Kowalskiego", False),
        ("Jędraszewski", "Jedraszewskiego", False),
        ("Putin", "Путиным", True),
        ("Merkel", "Меркель", True),
        ("Obama", "ओबामा", True),
    ],
)
def test_a_name_is_heard_inflected_and_transliterated(name, text, across):
    assert Heard(text.split(), across).has(name)


def test_another_name_is_not_heard():
    assert not Heard("Angela Merkel sprach mit Bürgern".split(), False).has("Chomsky")


def test_places_of_different_sound():
    assert is_same_place("Wien", "de", "Vienna", "en")
    assert is_same_place("Kreikan", "fi", "Greece", "en")
    assert not is_same_place("Berlin", "de", "Beijing", "en")
    assert is_place("Scottish")
    assert not is_place("Kowalska")
