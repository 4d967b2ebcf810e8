"""Vietnamese headlines and captions, in the short style of a news page: found when stripped, and restored."""

from pathlib import Path

import pytest

from tqa.language.diacritics import detect, detect_any, restore
from tqa.language.fold import fold

HEADLINES = (Path(__file__).parent / "diacritics_sets/headlines.vi.txt").read_text(encoding="utf-8").splitlines()


def test_every_stripped_headline_is_found() -> None:
    assert len(HEADLINES) == 30
    assert [text for text in HEADLINES if detect(fold(text), "vi") is None] == []
    named = [loss.language for text in HEADLINES if (loss := detect_any(fold(text))) is not None]
    assert named.count("vi") == 30


def test_sound_headlines_are_left_alone() -> None:
    assert [text for text in HEADLINES if detect(text, "vi") is not None] == []
    assert [text for text in HEADLINES if restore(text, "vi").text != text] == []


@pytest.mark.parametrize("shown", [str, str.upper, str.capitalize], ids=["as written", "capitals", "small letters"])
def test_the_share_of_words_that_come_back_right(shown) -> None:
    right = words = 0
    for text in map(shown, HEADLINES):
        pairs = list(zip(text.split(), restore(fold(text), "vi").text.split(), strict=True))
        words += len(pairs)
        right += sum(a == b for a, b in pairs)
    assert right / words >= 0.925


def test_what_is_no_vietnamese_word_stays() -> None:
    text = "Philippines va Ukraine ky thoa thuan (Reuters, TTXVN, 12/3): https://bao.example.vn/tin-moi"
    restored = restore(text, "vi").text
    assert restored.startswith("Philippines và Ukraine ký thỏa thuận (Reuters, TTXVN, 12/3)")
    assert restored.endswith("https://bao.example.vn/tin-moi")
