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


def test_vietnamese_of_the_tcvn3_fonts() -> None:
    assert repaired("C«ng ty cæ phÇn s÷a ViÖt Nam", "vi") == ("TCVN3", "Công ty cổ phần sữa Việt Nam")


def test_vietnamese_of_the_vni_fonts() -> None:
    assert repaired("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "vi") == ("VNI", "Cộng hòa xã hội chủ nghĩa Việt Nam")


def test_viscii_read_as_latin_1() -> None:
    table = {"ệ": 0xAE, "ạ": 0xD5, "ọ": 0xF7, "ộ": 0xB5, "à": 0xE0, "đ": 0xF0, "ủ": 0xFC, "ô": 0xF4}
    text = "Việt Nam đạt chuẩn mạng điện thoại nội hạt của thủ đô".replace("chuẩn ", "")
    damaged = "".join(bytes([table[c]]).decode("latin-1") if c in table else c for c in text)
    assert repaired(damaged, "vi") == ("VISCII", text)


@pytest.mark.parametrize(
    ("text", "lang"),
    [(SENTENCE, "vi"), ("Příliš žluťoučký kůň úpěl ďábelské ódy.", "cs"), ("Le garçon a déjà mangé à l’école.", "fr")],
)
def test_utf_8_read_as_windows_1252(text: str, lang: str) -> None:
    shown = "".join(
        bytes([byte]).decode("cp1252", "ignore") or bytes([byte]).decode("latin-1") for byte in text.encode()
    )
    assert repaired(shown, lang) == ("mojibake", text)


def test_normal_forms() -> None:
    assert repaired(unicodedata.normalize("NFD", SENTENCE), "vi")[1] == SENTENCE
    assert repaired("Tha\u0301ng ba", "vi") == ("decomposed", "Tháng ba")
    assert repaired("Tha\u0301ng bảy", "vi") == ("mixed-normal-forms", "Tháng bảy")


def test_cedillas_in_romanian_alone() -> None:
    assert repaired("Aceşti oameni vin din Constanţa.", "ro") == ("cedilla", "Acești oameni vin din Constanța.")
    assert damage("Şimdi başlıyor", "tr") == []


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
