"""False accents: of words with one mark put wrong a good part is found, with the right word; sound text is left."""

import random
import re
from pathlib import Path

import pytest

from tqa.checks.language.false_diacritic import check
from tqa.engine.chunks import check_segments
from tqa.engine.plan import make_jobs
from tqa.language.fold import fold
from tqa.model import Issue, Segment

FOLDER = Path(__file__).parent / "diacritics_sets"
LETTERS = {
    "ca": "àçèéíïòóúü",
    "da": "åø",
    "et": "äõöü",
    "fi": "äåö",
    "hr": "čćđšž",
    "is": "áéíóúýö",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "nb": "åø",
    "ro": "ăâîșț",
    "sk": "áäčďéíľĺňóôŕšťúýž",
    "sl": "čšž",
}
# Share of the false marks that must be found: endings are left out in languages that mark them.
FLOORS = {"ca": 0.75, "hr": 0.6, "is": 0.45, "lt": 0.4, "lv": 0.45, "ro": 0.5, "sk": 0.55}


def sentences(language: str) -> list[str]:
    return (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()


def issues(texts: list[str], language: str) -> list[Issue]:
    segments = [Segment(str(n), text, target_lang=language) for n, text in enumerate(texts)]
    return check_segments(make_jobs([check], {}, {}), segments).issues


def with_a_false_mark(text: str, language: str, chance: random.Random) -> tuple[str, str] | None:
    """A sentence with a mark changed in one of its words, and that word as it was."""
    places = [
        (word.start() + at, word)
        for word in re.finditer(r"[^\W\d_]{4,}", text)
        for at, char in enumerate(word[0])
        if word[0].islower() and any(fold(char) == fold(letter) != letter != char for letter in LETTERS[language])
    ]
    if not places:
        return None
    at, word = chance.choice(places)
    wrong = chance.choice(
        [letter for letter in LETTERS[language] if fold(letter) == fold(text[at]) and letter != text[at]]
    )
    return text[:at] + wrong + text[at + 1 :], word[0]


@pytest.mark.parametrize("language", LETTERS)
def test_sound_sentences(language: str) -> None:
    # The word lists of smaller languages lack some words.
    assert len(issues(sentences(language), language)) <= 1


@pytest.mark.parametrize("language", FLOORS)
def test_false_marks_are_found(language: str) -> None:
    chance = random.Random(11)
    changed = [
        found for text in sentences(language) if (found := with_a_false_mark(text, language, chance)) is not None
    ]
    found = issues([text for text, _ in changed], language)
    right = [issue for issue in found if issue.suggestion == changed[int(issue.segment)][1]]
    assert len(right) >= FLOORS[language] * len(changed)
    assert len(found) - len(right) <= 0.15 * len(found)


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("Bộ trưởng đã phát biễu.", "vi", "biểu"),
        ("Vi ses på lördåg.", "sv", "lördag"),
        # Words of the language, but others than meant.
        ("Cơ quan bảo vệ môi trướng vừa công bố báo cáo.", "vi", "trường"),
        ("Xin ghi rõ đia chỉ nhà ở.", "vi", "địa"),
        ("Le mâtin, il pleut souvènt.", "fr", "souvent"),
        ("Die Prüfung wär schwierïg.", "de", "schwierig"),
    ],
)
def test_slips(text: str, language: str, right: str) -> None:
    assert right in [issue.suggestion for issue in issues([text], language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thuỷ điện Hoà Bình và thủy điện Hòa Bình, uỷ ban và ủy ban.", "vi"),
        ("Familjen Dvořák åt crème fraîche hos señor Ibáñez i Łódź.", "sv"),
        ("A szerzők à la carte ettek a Schönbrunn előtt.", "hu"),
        ("Das Café Zürich führt Crème brûlée und Åland-Käse.", "de"),
    ],
)
def test_names_and_words_of_other_languages(text: str, language: str) -> None:
    assert issues([text], language) == []
