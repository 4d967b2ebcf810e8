"""Damage to letters other than lost marks: named, located, repaired; sound text is left alone."""

import unicodedata

import pytest

from tqa.language.diacritics import damage

SENTENCE = "Công ty cổ phần sữa Việt Nam đã mở thêm nhà máy ở Đồng Nai."


def repaired(text: str, lang: str) -> tuple[str, str]:
    found = damage(text, lang)
    assert len(found) == 1, found
    for start, end in found[0].spans:
        assert 0 <= start < end <= len(text)
    return found[0].kind, found[0].text


def test_normal_forms() -> None:
    assert repaired(unicodedata.normalize("NFD", SENTENCE), "vi")[1] == SENTENCE
    assert repaired("Tha\u0301ng ba", "vi") == ("decomposed", "Tháng ba")
    assert repaired("Tha\u0301ng bảy", "vi") == ("mixed-normal-forms", "Tháng bảy")


def test_look_alikes_inside_latin_words() -> None:
    assert repaired("Giá хăng dầu", "vi") == ("look-alike", "Giá xăng dầu")
    assert repaired("Trường Ðại học", "vi") == ("look-alike", "Trường Đại học")
    assert repaired("Die Straβe ist gesperrt.", "de") == ("look-alike", "Die Straße ist gesperrt.")
    assert damage("Der α-Wert und das Wort Привет", "de") == []
    assert damage("Það er gott veður í Reykjavík", "is") == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (SENTENCE, "vi"),
        ("Ông ấy nói: “Giá nhà ở 20 °C vẫn tăng 5 %”.", "vi"),
        ("Er sagte: „Das Ä“ und ging über die Straße.", "de"),
        ("Ação, coração e São João à tarde: não é possível.", "pt"),
        ("Ænima og øl på båten, sa hun på Ålesund kai.", "nb"),
        ("L’été où il a fêté Noël à Châlons «en été».", "fr"),
        ("Überraschung für Ärzte: größere Räume", "de"),
        ("", "vi"),
    ],
)
def test_sound_text_has_no_damage(text: str, lang: str) -> None:
    assert damage(text, lang) == []
