"""Damaged and hostile input is survived, in bounded time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.language.diacritics import damage, detect, detect_any, restore

MARKS = st.text("\u0300\u0301\u0323\u0302\u0306\u031b\u0327", max_size=6)
SYLLABLES = st.sampled_from(["dat", "hiem", "được", "Nga", "TP.HCM", "so_1", "{x}", "Ã©", "«", "\u0378", "\ud7ff", "ﬁ"])
TEXTS = st.lists(st.one_of(SYLLABLES, MARKS, st.text(max_size=8)), max_size=12).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["vi", "cs", "hu", "pl"]))
def test_any_text_is_survived_and_edits_fit_it(text: str, lang: str) -> None:
    loss = detect(text, lang)
    if loss is not None:
        assert 0 <= loss.start < loss.end <= len(text)
    done = restore(text, lang, 1.0)
    at = 0
    for edit in done.edits:
        assert at <= edit.start < edit.end <= len(text)
        assert 0 <= edit.confidence <= 1
        at = edit.end
    for found in damage(text, lang):
        assert all(0 <= start < end <= len(text) for start, end in found.spans)


@pytest.mark.parametrize(
    "text",
    [
        "\u0301" * 1_000_000,
        "\u0301\u0323" * 300_000,
        "a.a" * 10_000,
        "a\u0301" * 100_000,
        "<a" * 20_000,
        "à" * 1_000_000,
    ],
)
def test_a_megabyte_of_anything_takes_bounded_time(text: str) -> None:
    start = time.perf_counter()
    detect(text, "vi")
    detect_any(text)
    damage(text, "vi")
    restore(text, "vi")
    assert time.perf_counter() - start < 60
