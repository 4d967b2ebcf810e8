"""What is claimed for each language is measured: sixty sentences each, stripped, found and named, and sound ones left.

The sentences stand in `diacritics_sets`, one a line, and were written for this. The floors are the shares of sentences
found with the language declared and, where it isn't, found and named; they bar the way back, and rise with detection.
"""

import random
from pathlib import Path

import pytest

from tqa.checks.language.diacritic_loss import check
from tqa.engine.chunks import check_segments
from tqa.engine.plan import make_jobs
from tqa.language.diacritics import detect, detect_any
from tqa.language.fold import fold
from tqa.model import Segment

FOLDER = Path(__file__).parent / "diacritics_sets"
# Where a sentence has one marked word or two, as in Dutch, Catalan and Estonian, little is left to tell.
FLOORS = {
    "ca": (0.85, 0.85),
    "da": (0.75, 0.83),
    "et": (0.72, 0.70),
    "fi": (0.88, 0.90),
    "hr": (0.90, 0.84),
    "is": (0.93, 0.96),
    "lt": (0.91, 0.93),
    "lv": (0.95, 0.96),
    "nb": (0.90, 0.90),
    "nl": (0.60, 0.62),
    "ro": (0.97, 0.96),
    "sk": (0.93, 0.94),
    "sl": (0.91, 0.90),
}
ENGLISH = [
    "The town council decided yesterday to close the old bridge.",
    "Nguyen Van An and Pavel Novak met in Da Nang.",
    "Please save the open file before you turn off the computer.",
    "Photo: Jan de Vries",
    "On Saturdays I buy fresh cheese and bread at the market.",
    "Total: 12 items",
]
# Letters that a program without them writes as two.
_AS_TWO = str.maketrans({"æ": "ae", "Æ": "AE", "þ": "th", "Þ": "Th", "ß": "ss", "œ": "oe"})


def sentences(language: str) -> list[str]:
    return (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()


def stripped(text: str) -> str:
    return fold(text).translate(_AS_TWO)


@pytest.mark.parametrize("language", FLOORS)
def test_a_set_is_sixty_sentences_with_marks(language: str) -> None:
    found = sentences(language)
    assert len(set(found)) == 60
    assert all(stripped(text) != text for text in found)


@pytest.mark.parametrize("language", FLOORS)
def test_stripped_sentences_of_a_declared_language_are_found(language: str) -> None:
    found = [text for text in sentences(language) if detect(stripped(text), language) is not None]
    assert len(found) / 60 >= FLOORS[language][0]


@pytest.mark.parametrize("language", FLOORS)
def test_stripped_sentences_are_found_and_named(language: str) -> None:
    named = [loss.language for text in sentences(language) if (loss := detect_any(stripped(text))) is not None]
    assert named.count(language) / 60 >= FLOORS[language][1]
    assert len(named) - named.count(language) <= 1, "a wrong name is worse than none"


@pytest.mark.parametrize("language", FLOORS)
def test_sound_sentences_raise_no_alarm(language: str) -> None:
    assert sum(detect(text, language) is not None for text in sentences(language)) <= 1
    assert sum(detect_any(text) is not None for text in sentences(language)) <= 2


def test_a_file_of_all_languages_shuffled() -> None:
    lines = [(language, stripped(text)) for language in FLOORS for text in sentences(language)]
    lines += [("en", text) for text in ENGLISH]
    random.Random(7).shuffle(lines)
    jobs = make_jobs([check], {}, {})
    segments = [Segment(str(n), text, target_lang="und") for n, (_, text) in enumerate(lines)]
    findings = check_segments(jobs, segments)
    named = {int(issue.segment): issue.language for issue in findings.issues}
    right = sum(named.get(n) == language for n, (language, _) in enumerate(lines) if language != "en")
    assert right / (60 * len(FLOORS)) >= 0.90
    assert not [text for n, (language, text) in enumerate(lines) if language == "en" and n in named]
