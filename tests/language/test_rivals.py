"""Texts in a language that is easily taken for the one that they should be in."""

import itertools
import tomllib
from pathlib import Path

import pytest

from tqa.checks.language.wrong_language import check
from tqa.language.fold import fold
from tqa.model import Segment
from tqa.rule import Found, Pair

SENTENCES: dict[str, list[str]] = {
    lang: text.strip().split("\n")
    for lang, text in tomllib.loads(Path(__file__).with_name("related.toml").read_text(encoding="utf-8")).items()
}
SENTENCES["vi without marks"] = [fold(sentence) for sentence in SENTENCES["vi"]]
TAGS = {"sr": "sr-Latn", "vi without marks": "vi"}
GROUPS = (
    ("uk", "ru"),
    ("be", "ru"),
    ("cs", "sk"),
    ("nb", "da", "sv"),
    ("hr", "sr", "sl"),
    ("id", "ms"),
    ("pt", "es", "gl"),
    ("ca", "es"),
    ("vi without marks", "id"),
)
WAYS = [way for group in GROUPS for way in itertools.permutations(group, 2)]
# Where a good part of the sentences is the same in both languages, or reads like one of either.
HARD = {
    ("hr", "sr"): 25,
    ("sr", "hr"): 27,
    ("sr", "sl"): 34,
    ("id", "ms"): 25,
    ("ms", "id"): 29,
    ("gl", "pt"): 27,
    ("gl", "es"): 31,
    ("pt", "gl"): 35,
}


def found(sentence: str, lang: str) -> list[Found]:
    return list(check.check(Pair(Segment("1", sentence, "Whatever it was.", "en", TAGS.get(lang, lang)))))


@pytest.mark.parametrize(("lang", "meant"), WAYS, ids=[f"{a} as {b}" for a, b in WAYS])
def test_the_other_language_is_found(lang: str, meant: str) -> None:
    hits = sum(bool(found(sentence, meant)) for sentence in SENTENCES[lang])
    assert hits >= HARD.get((lang, meant), 36)


def test_nine_of_ten_are_found() -> None:
    hits = [bool(found(sentence, meant)) for lang, meant in WAYS for sentence in SENTENCES[lang]]
    assert sum(hits) >= 0.9 * len(hits)


def test_sound_sentences_are_left_alone() -> None:
    alarms = [(lang, one) for lang, sentences in SENTENCES.items() for one in sentences if found(one, lang)]
    assert len(alarms) <= 0.005 * sum(map(len, SENTENCES.values())), alarms


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Ana Kovač, Beograd", "hr"),
        ("Kopenhagen Jazz Festival 2024", "de"),
        ("iPhone 15 Pro Max", "ru"),
        ("OK", "uk"),
        ("“C'est la vie”", "it"),
    ],
)
def test_names_and_short_texts_tell_nothing(text: str, lang: str) -> None:
    assert not found(text, lang)


def test_serious_where_it_is_sure_only() -> None:
    long = found(SENTENCES["ru"][1], "uk")[0]
    short = found("Вы не знаете.", "uk")
    assert long.severity is not None and long.severity.value == "major"
    assert all(issue.severity is None for issue in short)
