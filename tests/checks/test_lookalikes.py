"""Words with letters of another script: repaired where that is what happened, left alone where it is meant."""

import pytest

from tqa.checks.language import foreign_character, mixed_script, wrong_script
from tqa.model import Segment
from tqa.rule import Found, Pair, Rule


def found(rule: Rule, target: str, lang: str, source: str = "…") -> list[Found]:
    return list(rule.check(Pair(Segment("1", target, source, "en" if lang != "en" else "de", lang))))


@pytest.mark.parametrize(
    ("text", "lang", "word", "right"),
    [
        ("The p\u0430ssword is wrong.", "en", "p\u0430ssword", "password"),
        ("\u0421lick here to go on.", "en", "\u0421lick", "Click"),
        ("Your acc\u043eunt is blocked.", "en", "acc\u043eunt", "account"),
        ("La \u0441asa es blanca.", "es", "\u0441asa", "casa"),
        ("Das \u0415nde der Reise", "de", "\u0415nde", "Ende"),
        ("The \u0391thens office", "en", "\u0391thens", "Athens"),
        ("Le r\u03bfi est mort.", "fr", "r\u03bfi", "roi"),
        ("Наша стра\u006fа большая.", "ru", "стра\u006fа", "страоа"),
        ("Это \u006fчень важно.", "ru", "\u006fчень", "очень"),
        ("Дом на гор\u0065 стоит.", "ru", "гор\u0065", "горе"),
        ("Прив\u0069т усім", "uk", "Прив\u0069т", "Привіт"),
        ("Към \u0063елото", "bg", "\u0063елото", "селото"),
        ("Он \u0061 потом она пришли.", "ru", "\u0061", "а"),
        ("Она живёт \u0063 мамой и папой.", "ru", "\u0063", "с"),
        ("Η Ελλ\u00e1δα και η θ\u006fάλασσα", "el", "θ\u006fάλασσα", "θοάλασσα"),
        ("Trường Ðại học", "vi", "Ðại", "Đại"),
        ("Grad Ðakovo je lijep.", "hr", "Ðakovo", "Đakovo"),
    ],
)
def test_a_look_alike_is_put_right(text: str, lang: str, word: str, right: str) -> None:
    issues = list(found(mixed_script.check, text, lang))
    assert [(text[slice(*issue.spans[0][1:])], issue.suggestion) for issue in issues] == [(word, right)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Купить iPhone-ы и Wi-Fi-роутеры", "ru"),
        ("Пришли мне SMSку и QR-код.", "ru"),
        ("Витамин C и гепатит B", "ru"),
        ("От A до Z, от а до я", "ru"),
        ("Resistance of 5 kΩ at 3 μm", "en"),
        ("The αβ-form and β2 receptors", "en"),
        ("Η εταιρεία IKEA και το iPhone", "el"),
        ("The word сор in Russian", "en"),
        ("Ðe ísland", "is"),
        ("東京でiPhoneを買う", "ja"),
        ("Visit https://exаmple.org/а now.", "en"),
    ],
)
def test_scripts_side_by_side_are_meant(text: str, lang: str) -> None:
    assert not found(mixed_script.check, text, lang)


def test_what_the_source_has_stays() -> None:
    assert not found(mixed_script.check, "The p\u0430ssword", "en", source="Das p\u0430ssword")


@pytest.mark.parametrize(
    ("text", "lang", "run"),
    [
        ("We need more 时间 for this.", "en", "时间"),
        ("Nous avons besoin de больше temps.", "fr", "больше"),
        ("Wir brauchen mehr समय dafür.", "de", "समय"),
        ("Cần thêm เวลา cho việc này.", "vi", "เวลา"),
        ("Нам нужно больше 时间.", "ru", "时间"),
        ("もっと время が必要です。", "ja", "время"),
    ],
)
def test_a_leaked_word_is_found(text: str, lang: str, run: str) -> None:
    issues = found(foreign_character.check, text, lang, source="We need more time." if lang != "en" else "Mehr Zeit.")
    assert [text[slice(*issue.spans[0][1:])] for issue in issues] == [run]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The dynasty (清朝) fell.", "en"),
        ("The letter «ж» is Russian.", "en"),
        ("Σ is the sum, λ the wavelength.", "en"),
        ("私はTokyoに行く。", "ja"),
        ("이것은 漢字입니다.", "ko"),
        ("(╯°□°）╯ ಠ_ಠ (´・ω・`)", "en"),
    ],
)
def test_originals_formulas_and_faces_are_meant(text: str, lang: str) -> None:
    assert not found(foreign_character.check, text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "is_wrong"),
    [
        ("Отворите датотеку и сачувајте је.", "sr-Latn", True),
        ("Otvorite datoteku i sačuvajte je odmah.", "sr-Cyrl", True),
        ("Отворите датотеку и сачувајте је.", "sr", False),
        ("Otvorite datoteku i sačuvajte je odmah.", "sr", False),
        ("Откройте файл и сохраните его.", "he", True),
        ("anoixte to archeio kai apothikefste to", "el", True),
        ("npm run build", "ru", False),
        ("Microsoft Windows", "ar", False),
    ],
)
def test_the_script_of_the_language_is_wanted(text: str, lang: str, is_wrong: bool) -> None:
    assert bool(found(wrong_script.check, text, lang)) == is_wrong
