"""Sentences, questions and negations, by language."""

import pytest

from tqa.language.negation import affirms, denial, denies, negation_cues, surely_affirms
from tqa.language.questions import may_ask, question_marks
from tqa.language.sentences import ends_sentence, sentence_count
from tqa.language.tokens import words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He came. She left. Why?", 3),
        ("Mr. Smith met Dr. Jones at 5 p.m. in the U.S. capital.", 1),
        ("Er kam z. B. mit dem Bus.", 1),
        ("Bitte bis zum 15. März zusagen.", 1),
        ("Sie feiert ihren 80. Geburtstag. Alle kommen.", 2),
        ("He bought 12. Then he left.", 2),
        ("他来了。她走了。", 2),
        ("वह आया। वह गई।", 2),
        ("No end mark", 1),
        ("", 0),
        ("...", 0),
    ],
)
def test_sentence_count(text, count):
    assert sentence_count(text) == count


def test_greek_ends_questions_with_a_semicolon():
    assert ends_sentence("Ήρθε το τρένο;", "el")
    assert not ends_sentence("one; two;", "en")


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Is it?", "en", 1),
        ("هل وصل؟", "ar", 1),
        ("来了吗？", "zh", 1),
        ("Ήρθε;", "el", 1),
        ("one; two", "en", 0),
        ("see https://example.org/find?q=1 now", "en", 0),
    ],
)
def test_question_marks(text, language, count):
    assert len(question_marks(text, language)) == count


def test_languages_that_ask_without_a_mark():
    assert may_ask("電車は着きましたか。", "ja")
    assert may_ask("你来吗", "zh")
    assert not may_ask("Der Zug hält.", "de")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He does not smoke.", "en"),
        ("They can’t come.", "en"),
        ("Er raucht nicht.", "de"),
        ("Il ne fume pas.", "fr"),
        ("Он не курит.", "ru"),
        ("他不抽烟。", "zh"),
        ("Anh ấy không hút thuốc.", "vi"),
        ("वह नहीं आया।", "hi"),
    ],
)
def test_what_denies(text, language):
    cues = negation_cues(language)
    assert denies(text, cues)
    assert not affirms(text, cues)


@pytest.mark.parametrize(
    ("text", "language"), [("He smokes a pipe.", "en"), ("Er raucht Pfeife.", "de"), ("Он курит трубку.", "ru")]
)
def test_what_affirms(text, language):
    assert affirms(text, negation_cues(language))


def test_not_only_denies_nothing():
    assert not denies("Not only the roof, the walls too.", negation_cues("en"))


@pytest.mark.parametrize(
    "text",
    [
        "Why not ask the neighbours for the ladder?",
        "There is no reason why they should not come along.",
        "If the door is not locked, push it to the left.",
        "She couldn't help laughing at the old joke.",
    ],
)
def test_a_not_that_is_turned_round_is_no_plain_denial(text):
    assert denial(text, words(text)) is None


def test_a_plain_denial_is_the_first_word_that_denies():
    text = "The shop is open. It does not sell bread."
    found = denial(text, words(text))
    assert text[found.start : found.end] == "not"


@pytest.mark.parametrize(
    "text", ["Das Tor ist h??lfte offen.", "The gate is not open.", "Höchstens drei Tore sind offen."]
)
def test_what_is_garbled_or_worded_anew_does_not_surely_affirm(text):
    assert not surely_affirms(text, "de", is_short=True)
    assert surely_affirms("Drei Tore sind offen.", "de", is_short=True)
