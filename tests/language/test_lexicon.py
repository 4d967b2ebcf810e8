"""Word frequencies: which languages there are, what a lexicon says of a word, its forms without diacritics."""

import unicodedata

import pytest

from tqa.language.fold import fold
from tqa.language.lexicon import LANGUAGES, lexicon

# A common word of each language that no close relative would put among its own commonest.
TYPICAL = {
    "vi": "không",
    "en": "which",
    "cs": "protože",
    "sk": "pretože",
    "pl": "ponieważ",
    "hu": "mert",
    "ro": "pentru",
    "tr": "için",
    "fr": "avec",
    "es": "pero",
    "pt": "não",
    "it": "perché",
    "ca": "amb",
    "gl": "unha",
    "de": "weiß",
    "nl": "niet",
    "sv": "inte",
    "da": "ikke",
    "fi": "mutta",
    "et": "või",
    "hr": "nije",
    "sl": "tudi",
    "lt": "kad",
    "lv": "vai",
    "is": "ekki",
    "id": "yang",
    "fil": "ang",
    "eu": "eta",
    "ru": "который",
    "uk": "який",
    "be": "калі",
    "bg": "който",
    "mk": "што",
    "sr": "није",
    "el": "της",
    "he": "של",
    "ar": "التي",
    "fa": "است",
    "ur": "ہے",
    "hi": "है",
    "bn": "এবং",
    "ta": "மற்றும்",
    "ko": "는",
    "ja": "です",
    "zh": "我们",
}


@pytest.mark.parametrize(("lang", "word"), TYPICAL.items())
def test_a_common_word_is_common(lang: str, word: str) -> None:
    found = lexicon(lang)
    assert found is not None
    assert found.frequency(word) > 5e-5


def test_every_language_is_tried_here() -> None:
    assert set(TYPICAL) >= LANGUAGES - {"nb", "ms"}


@pytest.mark.parametrize(
    ("tag", "same"), [("pt-BR", "pt"), ("zh-Hant", "zh"), ("no", "nb"), ("bs", "hr"), ("sr-Latn", "hr")]
)
def test_tags_find_the_language_that_serves_them(tag: str, same: str) -> None:
    assert lexicon(tag) is lexicon(same) is not None


@pytest.mark.parametrize("tag", ["und", "xx", "tlh", ""])
def test_an_unknown_language_has_none(tag: str) -> None:
    assert lexicon(tag) is None


def test_an_unknown_word_has_no_frequency() -> None:
    french = lexicon("fr")
    assert french is not None
    assert french.frequency("zzyzx") == 0.0
    assert french.folded("zzyzx") == ()


def test_folded_gives_all_forms_most_frequent_first() -> None:
    vietnamese = lexicon("vi")
    assert vietnamese is not None
    forms = vietnamese.folded("dat")
    assert {"đất", "đạt", "đặt", "dắt"} <= {form for form, _ in forms}
    assert [share for _, share in forms] == sorted((share for _, share in forms), reverse=True)
    assert all(vietnamese.frequency(form) == share for form, share in forms)


def test_folded_includes_the_plain_form_itself() -> None:
    spanish = lexicon("es")
    assert spanish is not None
    assert {"el", "él"} <= {form for form, _ in spanish.folded("el")}
    assert spanish.folded("él") == ()  # not a folded form


@pytest.mark.parametrize("lang", ["cs", "de", "tr", "ru"])
def test_folded_frequency_adds_the_forms_up(lang: str) -> None:
    found = lexicon(lang)
    assert found is not None
    for word in list(found.words)[:3000]:
        plain = fold(word)
        assert found.folded_frequency(plain) == pytest.approx(sum(share for _, share in found.folded(plain)))


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_words_are_lower_case_composed_and_shares_of_a_whole(lang: str) -> None:
    found = lexicon(lang)
    assert found is not None
    assert len(found.words) > 5000
    assert all(word and word == word.lower() and unicodedata.is_normalized("NFC", word) for word in found.words)
    # Serbian stands in it twice, once in each script.
    assert 0.5 < sum(found.words.values()) / (2 if lang == "sr" else 1) < 1.1


def test_german_keeps_its_eszett() -> None:
    german = lexicon("de")
    assert german is not None
    assert german.frequency("straße") > 1e-5
    assert german.frequency("strasse") == 0.0
    assert german.frequency("dass") > german.frequency("daß") == 0.0
