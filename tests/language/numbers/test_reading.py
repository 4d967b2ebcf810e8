"""What numbers are read in a text, and where."""

import pytest

from tqa.facts import Text
from tqa.language.numbers.number import Weight


def _read(text: str, language: str) -> list[tuple[str, float]]:
    return [
        (text[number.start : number.end], number.value)
        for number in Text(text, language, "source").numbers.certain
        if number.values and number.weight is not Weight.MAYBE
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1.234 km", "de", 1234),
        ("1.234 km", "en", 1.234),
        ("1,234 km", "en", 1234),
        ("1,234 km", "fr", 1.234),
        ("12,34,567", "hi", 1234567),
        ("١٬٢٣٤٫٥", "ar", 1234.5),
        ("４５", "ja", 45),
        ("10 000 euros", "fr", 10000),
        ("3,5 Mrd. Euro", "de", 3.5e9),
        ("15 nghìn tỷ", "vi", 15e12),
        ("3億5千万円", "ja", 350e6),
        ("1만 2천 명", "ko", 12000),
        ("5000多万人", "zh", 50e6),
        ("2.5 พันล้าน", "th", 2.5e9),
        ("two hundred and five thousand", "en", 205000),
        ("dreihundertfünfundzwanzig", "de", 325),
        ("trecentoventi", "it", 320),
        ("soixante-quinze", "fr", 75),
        ("خمسة وعشرون مليونا", "ar", 25e6),
        ("ba trăm năm mươi", "vi", 350),
        ("nineteen eighty-four", "en", 1984),
        ("sáu phẩy tám", "vi", 6.8),
    ],
)
def test_a_number_is_read_as_a_whole(text: str, language: str, expected: float) -> None:
    found = _read(text, language)
    assert [value for _, value in found] == [expected]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Write to a1b2@example.org", "en"),
        ("See https://example.org/2020/05", "en"),
        ("Không có gì", "vi"),
        ("万一下雨怎么办", "zh"),
        ("Hab acht!", "de"),
        ("Chị Năm và anh Tám", "vi"),
    ],
)
def test_what_is_no_number_is_left_alone(text: str, language: str) -> None:
    assert _read(text, language) == []


def test_spans_are_those_of_the_text_as_given() -> None:
    text = "Tổng cộng １２３４５ người và 3 triệu đồng"
    assert _read(text, "vi") == [("１２３４５", 12345), ("3 triệu", 3e6)]


def test_decomposed_text_is_read_too() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "bốn mươi triệu")
    assert [value for _, value in _read(text, "vi")] == [40e6]


def test_an_unknown_language_has_digits_still() -> None:
    assert _read("Pagina 12 ab 5", "und") == [("12", 12), ("5", 5)]
