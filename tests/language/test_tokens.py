"""Words are found with their places in any script."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from tqa.language.tokens import Word, words

WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*")


def test_apostrophes_join_and_hyphens_part():
    assert words("The town's ice-cream, isn’t it?") == [
        Word("The", 0, 3),
        Word("town's", 4, 10),
        Word("ice", 11, 14),
        Word("cream", 15, 20),
        Word("isn’t", 22, 27),
        Word("it", 28, 30),
    ]


def test_marks_belong_to_their_letters():
    assert [word.text for word in words("हिन्दी में e\u0301t\u0301e")] == ["हिन्दी", "में", "e\u0301t\u0301e"]


def test_numbers_are_no_words():
    assert [word.text for word in words("m² of 12 ½ Ⅷ ① x3 đất")] == ["m", "of", "x", "đất"]


@given(st.text())
def test_all_texts_are_split_alike(text):
    assert [word.text for word in words(text)] == WORD.findall(text)
    assert all(text[word.start : word.end] == word.text for word in words(text))
