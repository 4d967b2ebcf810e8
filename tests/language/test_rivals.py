"""Texts in a language that is easily taken for the one that they should be in."""

import itertools
import tomllib
from pathlib import Path

import pytest

from tqa.checks.language.wrong_language import check
from tqa.language.fold import fold
from tqa.model import Segment
from tqa.rule import Found, Member, Pair

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
# Sentences by themselves: where a good part of them is the same in both languages, or reads like one of either.
HARD = {
    ("hr", "sr"): 28,
    ("sr", "hr"): 28,
    ("id", "ms"): 29,
    ("ms", "id"): 31,
    ("gl", "pt"): 35,
}


def in_file(sentences: list[str], lang: str) -> list[Found]:
    """What the rule finds in a file of the sentences that should be in `lang`."""
    assert check.gather is not None
    tag = TAGS.get(lang, lang)
    segments = [Segment(str(n), sentence, "Whatever it was.", "en", tag) for n, sentence in enumerate(sentences)]
    members = [Member(key, one, value) for one in segments for key, value in check.gather(Pair(one))]
    return list(check.check(members)) if members else []


def found(sentence: str, lang: str) -> list[Found]:
    return in_file([sentence], lang)


def counted(issues: list[Found]) -> int:
    return sum(issue.severity is None or issue.severity.rank > 0 for issue in issues)


@pytest.mark.parametrize(("lang", "meant"), WAYS, ids=[f"{a} as {b}" for a, b in WAYS])
def test_the_other_language_is_found(lang: str, meant: str) -> None:
    hits = sum(bool(found(sentence, meant)) for sentence in SENTENCES[lang])
    assert hits >= HARD.get((lang, meant), 36)


@pytest.mark.parametrize(("lang", "meant"), WAYS, ids=[f"{a} as {b}" for a, b in WAYS])
def test_a_file_in_the_other_language(lang: str, meant: str) -> None:
    assert counted(in_file(SENTENCES[lang], meant)) >= 36


@pytest.mark.parametrize(("lang", "meant"), WAYS, ids=[f"{a} as {b}" for a, b in WAYS])
def test_of_a_file_with_a_part_in_the_other_language_the_rest_is_left_alone(lang: str, meant: str) -> None:
    sound = SENTENCES[meant][:24]
    issues = in_file([*SENTENCES[lang][24:], *sound], meant)
    assert counted(issues) >= 11
    assert not [issue for issue in issues if issue.segment and issue.segment.target in sound]


def test_sound_sentences_are_left_alone() -> None:
    alarms = [(lang, one) for lang, sentences in SENTENCES.items() for one in sentences if found(one, lang)]
    assert len(alarms) <= 0.005 * sum(map(len, SENTENCES.values())), alarms


@pytest.mark.parametrize("lang", SENTENCES)
def test_a_sound_file_is_left_alone(lang: str) -> None:
    assert not in_file(SENTENCES[lang], lang)


def test_one_odd_word_in_a_long_file_is_a_hint() -> None:
    (issue,) = in_file([*SENTENCES["id"][:30], "Mereka pergi ke sana kerana ingin tahu."], "id")
    assert issue.severity is not None and issue.severity.value == "neutral"


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
