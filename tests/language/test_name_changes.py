"""Where a translation has other names than its source."""

import pytest

from tqa.language.name_changes import changes
from tqa.language.strays import Side
from tqa.language.tokens import words


def found(source: str, language: str, target: str, target_lang: str = "en", *allowed: str) -> list[tuple[str, str]]:
    """The changes, each as the name of the source and that of the target, empty where a side has none."""
    sides = Side(source, words(source), language, target_lang), Side(target, words(target), target_lang, language)
    return [(old.text if old else "", new.text if new else "") for old, new in changes(*sides, allowed)]


@pytest.mark.parametrize(
    ("source", "language", "target", "expected"),
    [
        ("Der Chor sang gestern für Hudetz.", "de", "The choir sang for Petrenko.", [("Hudetz", "Petrenko")]),
        ("彼は昨日パリに着いた。", "ja", "He met Tatiana Morozova in the park.", [("", "Tatiana Morozova")]),
        ("Премьера прошла в Индонезии.", "ru", "The premiere took place in Norway.", [("Индонезии", "Norway")]),
        ("Ayer llegó el tren de Turquía.", "es", "Yesterday the train arrived in the city.", [("Turquía", "")]),
        ("法国的船昨天到了。", "zh", "The ship came to the port yesterday.", [("法国", "")]),
    ],
)
def test_another_name_is_told_with_the_one_in_whose_place_it_stands(source, language, target, expected):
    assert found(source, language, target) == expected


@pytest.mark.parametrize(
    ("source", "language", "target"),
    [
        # Sounds that scripts write in their own way.
        ("Ο Τζέισον Γουάιτ έφυγε χθες.", "el", "Jason White left yesterday."),
        ("타일러는 어제 떠났다.", "ko", "Then Tyler left yesterday."),
        ("그는 작년에 라스베이거스로 갔다.", "ko", "He went to Las Vegas last year."),
        ("Она приехала к Морису вчера.", "ru", "She came to Maurice yesterday."),
        # A part of the name, or an inflected short one.
        ("Er sprach mit Trump über den Zoll.", "de", "He spoke to President Donald Trump about the duty."),
        ("Widziałem wczoraj auto Kita.", "pl", "I saw Kit's car yesterday."),
        # Another word for it.
        ("Policja w Luizjanie szuka świadków.", "pl", "Police in La. are looking for witnesses."),
        (
            "Sie las den Koran und sah den Schützen am Himmel.",
            "de",
            "She read the Quran and saw Sagittarius in the sky.",
        ),
        ("Quảng Châu rất đông khách mùa này.", "vi", "It is crowded in Guangzhou this season."),
        ("Prezydent Si Ťin-pching odjel včera.", "cs", "President Xi Jinping left yesterday."),
        # Members of a group have other names elsewhere, and headlines have capitals that tell nothing.
        ("Los conservadores perdieron ayer la votación.", "es", "The Tories lost the vote yesterday."),
        ("La ville ouvre un pont", "fr", "Zelnotek Opens Great Bridge"),
    ],
)
def test_names_in_another_form_are_no_change(source, language, target):
    assert found(source, language, target) == []


def test_a_language_that_writes_names_as_it_hears_them_is_left_alone():
    assert found("Vakar ieradās Džonatans Vaits.", "lv", "Oliver Dauden arrived yesterday.") == []


def test_a_name_alone_is_only_told_in_english():
    assert found("Yesterday the whole choir sang.", "en", "Gestern sang der ganze Chor mit Zelnotek.", "de") == []
    assert found("Gestern sang der ganze Chor.", "de", "Yesterday the choir sang with Zelnotek.") == [("", "Zelnotek")]


def test_allowed_names_are_left_alone():
    assert found("Gestern sang der Chor.", "de", "Yesterday the choir sang for Zelnotek.", "en", "Zelnotek") == []
