"""Names: which words are, and whether another text has them in its own spelling."""

import pytest

from tqa.language.exonyms import places
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
    ("name", "text"),
    [
        ("Kowalski", "Jana Kowalskiego"),
        ("Jędraszewski", "Jedraszewskiego"),
        ("Putin", "Путиным"),
        ("Merkel", "Меркель"),
        ("Obama", "ओबामा"),
        ("Charles", "チャールズさんは"),
        ("Schröder", "슈뢰더는"),
        ("Gerrard", "杰拉德说"),
        ("Venizelos", "Βενιζέλου"),
        ("Sarkozy", "ساركوزي"),
        ("Медведева", "Medvedev"),
    ],
)
def test_a_name_is_heard_inflected_and_transliterated(name, text):
    assert Heard(text.split()).has([name])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Chomsky", "Angela Merkel sprach mit Bürgern"),
        ("Kowalska", "Вчера Путин встретил рабочих"),
        ("Chomsky", "昨日、アンゲラ・メルケルが語った"),
        ("Michelangelo", "लोग बाज़ार में मिले"),
    ],
)
def test_another_name_is_not_heard(name, text):
    assert not Heard(text.split()).has([name])


@pytest.mark.parametrize(
    ("word", "language", "other", "other_lang", "is_same"),
    [
        ("Wien", "de", "Vienna", "en", True),
        ("Kreikan", "fi", "Greece", "en", True),
        ("Hollandaise", "fr", "Dutch", "en", True),
        ("Berlin", "de", "Beijing", "en", False),
    ],
)
def test_places_of_different_sound(word, language, other, other_lang, is_same):
    assert places(language).of(word).isdisjoint(places(other_lang).of(other)) is not is_same


def test_names_that_are_made_of_places_are_known_but_no_others():
    assert is_place("Scottish")
    assert is_place("Zambians")
    assert not is_place("Kowalska")
    assert not is_place("Marek")


def test_countries_are_named_without_capitals_and_not_within_words():
    def named(text, language):
        return [text[start:end] for start, end, _ in places(language).countries(text)]

    assert named("日本とフランスの間", "ja") == ["日本", "フランス"]
    assert named("马来西亚和德国", "zh") == ["马来西亚", "德国"]
    assert named("नियुगिनी और फ़्रांस", "hi") == ["फ़्रांस"]
