"""What a source accounts for in a translation, and what it doesn't in another text."""

import pytest

from tqa.language.lengths import expected_ratio, length, length_deviation
from tqa.language.support import Backing, romanised, skeleton
from tqa.language.tokens import words

PAIRS = {
    "de": (
        "Der Zug nach Wien hat wegen des Sturms zwei Stunden Verspätung.",
        "The train to Vienna is two hours late because of the storm.",
    ),
    "fr": ("La boulangerie vend du pain frais chaque matin.", "The bakery sells fresh bread every morning."),
    "vi": ("Tiệm bánh bán bánh mì tươi mỗi buổi sáng.", "The bakery sells fresh bread every morning."),
    "ru": ("Пекарня продаёт свежий хлеб каждое утро.", "The bakery sells fresh bread every morning."),
    "zh": ("面包店每天早上卖新鲜的面包。", "The bakery sells fresh bread every morning."),
    "ja": ("図書館は毎週月曜日に休みます。", "The library is closed every Monday."),
}
STRANGER = "Our engine needs oil before winter comes."


def share(source, lang, target):
    backing = Backing(list(words(source)), lang, "en")
    told = [support.is_backed for support in backing.of(list(words(target))) if support.is_backed is not None]
    return sum(told) / len(told) if told else 0.0


@pytest.mark.parametrize("lang", PAIRS)
def test_a_translation_is_backed_and_another_sentence_is_not(lang):
    source, target = PAIRS[lang]
    assert share(source, lang, target) >= 0.4
    assert share(source, lang, STRANGER) <= 0.2


def test_names_are_backed_by_their_sound():
    backing = Backing(list(words("Путин встретил Меркель.")), "ru", "en")
    text = "Putin met Merkel."
    backed = {text[s.start : s.end] for s in backing.of(list(words(text))) if s.is_backed}
    assert {"Putin", "Merkel"} <= backed


def test_romanised_words_share_their_consonants():
    assert romanised("Москва") == "moskva"
    assert skeleton(romanised("Чайковский"))[-3:] == skeleton("Tchaikovsky")[-3:]


def test_lengths():
    assert length(" a b\u00a0c\n") == 3
    assert expected_ratio("en", "zh") < 0.5 < expected_ratio("en", "vi")
    assert expected_ratio("en", "und") is None
    assert length_deviation(100, 20, 1.0) < -4
    assert abs(length_deviation(100, 110, 1.0)) < 1
