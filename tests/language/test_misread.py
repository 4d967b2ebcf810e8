"""Text that was read in a wrong encoding: recognised in any language, repaired, and sound text left alone."""

import unicodedata

import pytest

from tqa.language.misread import misread

SENTENCES = {
    "vi": "Chợ nổi họp từ lúc trời còn chưa sáng, thuyền nào cũng đầy trái cây.",
    "fr": "La mairie a décidé de fermer la piscine après l’été, peut-être même à la rentrée.",
    "de": "Die Prüfung fällt nächste Woche aus, weil der Lehrer krank geworden ist.",
    "cs": "Přihlášky přijímáme do konce března, později už to bohužel nepůjde.",
    "pl": "Książki można oddać także w sobotę, jeśli biblioteka będzie otwarta.",
    "ru": "Поезд опоздал на двадцать минут, и мы не успели на пересадку.",
    "uk": "Сьогодні ввечері буде дощ, тому краще взяти з собою парасольку.",
    "el": "Το μουσείο ανοίγει στις εννέα και η είσοδος είναι δωρεάν την Κυριακή.",
    "he": "הספרייה פתוחה גם ביום שישי בבוקר.",
    "ar": "تفتح المكتبة أبوابها في الساعة التاسعة صباحا.",
    "ja": "図書館は九時に開きます。",
    "zh": "图书馆早上九点开门。",
    "ko": "도서관은 아침 아홉 시에 문을 엽니다.",
    "th": "ห้องสมุดเปิดเก้าโมงเช้า",
    "hi": "पुस्तकालय सुबह नौ बजे खुलता है।",
    "hu": "Az első vonat kedden indul, a következő pedig csak egy nappal később.",
    "tr": "Kırmızı ışıkta durmayan sürücüye ağır bir para cezası kesildi.",
    "ro": "Până la sfârșitul lunii, fără excepție, toți își plătesc biletul.",
    "sv": "På lördag åker vi till ön och plockar blåbär hela förmiddagen.",
    "es": "El próximo año los niños y las niñas estudiarán español por la mañana.",
    "pt": "As informações sobre a eleição não estão disponíveis na página.",
    "lt": "Šią savaitę mokykloje nebus pamokų, nes mokytojai išvyko į mokymus.",
    "lv": "Rīt no rīta būs auksts, tāpēc paņemiet līdzi siltas jakas.",
}
# The encodings a text was written in, each as another one that it is read in.
MIXED_UP = [
    ("cs", "cp1250", "cp1252"),
    ("pl", "cp1250", "cp1252"),
    ("pl", "iso8859-2", "cp1252"),
    ("hu", "cp1250", "cp1252"),
    ("tr", "cp1254", "cp1252"),
    ("ro", "iso8859-16", "cp1252"),
    ("lt", "cp1257", "cp1252"),
    ("lv", "cp1257", "cp1252"),
    ("fr", "cp1252", "cp1250"),
    ("es", "cp1252", "cp1250"),
    ("pt", "cp1252", "cp1250"),
    ("de", "mac_roman", "cp1252"),
    ("sv", "cp850", "cp1252"),
    ("ru", "cp1251", "cp1252"),
    ("ru", "koi8-u", "cp1252"),
    ("ru", "koi8-u", "cp1251"),
    ("uk", "cp1251", "cp1252"),
    ("el", "cp1253", "cp1252"),
    ("he", "cp1255", "cp1252"),
    ("ar", "cp1256", "cp1252"),
    ("zh", "gbk", "cp1252"),
    ("ja", "shift_jis", "cp1252"),
    ("ko", "cp949", "cp1252"),
]


def read_as(data: bytes, encoding: str) -> str:
    """What a program shows that takes bytes for that encoding, a gap of it read as Latin-1."""
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in data)


def repaired(text: str, language: str) -> str:
    found = misread(text, language)
    assert found is not None
    for start, end, meant in reversed(found.edits):
        assert text[start:end] != meant
        text = text[:start] + meant + text[end:]
    return text


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("encoding", ["cp1252", "cp1250", "mac_roman", "cp437"])
def test_utf_8_taken_for_a_code_page(language: str, encoding: str) -> None:
    text = SENTENCES[language]
    shown = read_as(text.encode(), encoding)
    assert repaired(shown, language) == text
    assert repaired(shown, "und") == text


@pytest.mark.parametrize("language", ["ru", "uk", "el", "vi"])
def test_utf_8_taken_for_the_cyrillic_code_page(language: str) -> None:
    text = SENTENCES[language]
    assert repaired(read_as(text.encode(), "cp1251"), language) == text


def test_utf_8_taken_for_a_code_page_twice() -> None:
    text = SENTENCES["fr"]
    assert repaired(read_as(read_as(text.encode(), "cp1252").encode(), "cp1252"), "fr") == text


@pytest.mark.parametrize(("language", "written", "taken"), MIXED_UP)
def test_one_code_page_taken_for_another(language: str, written: str, taken: str) -> None:
    text = SENTENCES[language].replace("’", "'")
    assert repaired(read_as(text.encode(written), taken), language) == text


@pytest.mark.parametrize(
    ("shown", "meant", "language"),
    [
        ("C«ng ty cæ phÇn s÷a ViÖt Nam", "Công ty cổ phần sữa Việt Nam", "vi"),
        ("C«ng ty cæ phÇn s÷a ViÖt Nam", "Công ty cổ phần sữa Việt Nam", "und"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", "vi"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", "und"),
        ("Ïðèâåò, ñòàðûé äðóã", "Привет, старый друг", "und"),
        ("ÊáëçìÝñá êüóìå", "Καλημέρα κόσμε", "und"),
    ],
)
def test_old_fonts_and_code_pages(shown: str, meant: str, language: str) -> None:
    assert repaired(shown, language) == meant


def test_the_vietnamese_code_page() -> None:
    text = SENTENCES["vi"]
    written = b""
    for char in text:
        base, *marks = unicodedata.normalize("NFD", char)
        whole = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark in "\u0302\u0306\u031b"))
        written += (whole + "".join(mark for mark in marks if mark not in "\u0302\u0306\u031b")).encode("cp1258")
    assert repaired(read_as(written, "cp1252"), "vi") == text


@pytest.mark.parametrize("language", SENTENCES)
def test_sound_sentences(language: str) -> None:
    assert misread(SENTENCES[language], language) is None
    assert misread(SENTENCES[language], "und") is None
    assert misread(SENTENCES[language].upper(), language) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("AMANHÃ… «NÃO»", "pt"),
        ("« CAFÉ »", "fr"),
        ("Річ у тім, що Рівне й Стрий — різні міста.", "uk"),
        ("Ångström, Ænima, Þór, Ørsted", "en"),
        ("Renée Müller-Nuñez wohnt in Łódź.", "de"),
        ("21 °C · 5 € · ½ kg · 3 × 4 m²", "fr"),
        ("Erdoğan és Şimşek Bukarestben, Iași után", "hu"),
        ("Dvořák, Janáček och Björling", "sv"),
        ("ä, ö, ü, ß, Ä, Ö, Ü", "de"),
        ("ÂÂÂ ÃÃÃ", "fr"),
    ],
)
def test_sound_text_that_looks_odd(text: str, language: str) -> None:
    assert misread(text, language) is None
