"""Dictionaries: words of two languages that may translate each other."""

import pytest

from tqa.language.dictionary import LANGUAGES, dictionary
from tqa.language.english import english_root


@pytest.mark.parametrize(
    ("langs", "source", "target"),
    [
        (("vi", "en"), "nước", "water"),
        (("de", "en"), "wasser", "waters"),
        (("cs", "en"), "prezident", "president"),
        (("hu", "en"), "víz", "water"),
        (("ro", "en-GB"), "apă", "water"),
        (("en", "fr-CA"), "houses", "maison"),
        (("de", "fr"), "wasser", "eau"),
        (("uk", "pl"), "вода", "woda"),
    ],
)
def test_translations_are_likelier_than_other_words(langs, source, target):
    found = dictionary(*langs)
    assert found is not None
    assert found.chance(source, target) > 0.05
    assert found.chance(source, target) > found.chance(source, "tractor")


def test_a_word_without_its_marks_and_an_inflected_one_are_found():
    vietnamese, german = dictionary("vi", "en"), dictionary("de", "en")
    assert vietnamese and german
    assert vietnamese.source.senses("truong").keys() & {"school", "environment", "market", "field", "increas", "chief"}
    assert "president" in german.source.senses("präsidentens")


def test_no_dictionary():
    assert dictionary("vi", "qaa") is None
    assert dictionary("und", "en") is None


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_every_language_has_words(lang):
    found = dictionary(lang, "en")
    assert found is not None
    assert any(found.source.has_sense(english_root(word)) for word in ("water", "file", "house"))
    assert found.source.senses("") == {}


@pytest.mark.parametrize(
    ("forms", "root"),
    [
        ("take takes taking took taken", "tak"),
        ("city cities", "city"),
        ("stop stops stopped stopping", "stop"),
        ("child child's children", "child"),
        ("slow slowly", "slow"),
        ("glass glasses", "glass"),
        ("news", "new"),
    ],
)
def test_roots(forms, root):
    assert {english_root(form) for form in forms.split()} == {root}
