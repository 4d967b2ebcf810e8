"""The Vietnamese-English corpus is what it says: large, clean, varied."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "corpora/vi-en"
FILES = sorted(FOLDER.glob("*.tsv"))
WORD_LISTS = sorted((FOLDER / "words").glob("*.txt"))


def rows(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[0] == "id\tsource\ttarget\tdomain"
    assert lines[-1] == ""
    return [line.split("\t") for line in lines[1:-1]]


@pytest.fixture(scope="module")
def corpus():
    return [row for path in FILES for row in rows(path)]


def test_its_size(corpus):
    assert len(corpus) >= 4000
    assert sum(len(row[1].split()) for row in corpus) >= 80_000
    assert len({row[3] for row in corpus}) >= 12


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_row_is_whole(path):
    for number, row in enumerate(rows(path), 2):
        assert len(row) == 4, f"{path.name}:{number}"
        assert all(text == text.strip() and text for text in row), f"{path.name}:{number}"
        assert unicodedata.is_normalized("NFC", "".join(row)), f"{path.name}:{number}"
        assert not any(unicodedata.category(char) == "Cc" for char in "".join(row)), f"{path.name}:{number}"
        assert row[3] == path.stem


def test_nothing_is_said_twice(corpus):
    assert len({row[0] for row in corpus}) == len(corpus)
    assert len({row[1] for row in corpus}) == len(corpus)


def test_no_templates(corpus):
    grams = Counter()
    for row in corpus:
        syllables = row[1].lower().split()
        grams.update({tuple(syllables[n : n + 5]) for n in range(len(syllables) - 4)})
    gram, count = grams.most_common(1)[0]
    assert count <= 8, f"{' '.join(gram)}: {count} times"


def test_the_words_have_their_marks():
    words = [word for path in WORD_LISTS for word in path.read_text(encoding="utf-8").split("\n") if word]
    assert len(set(words)) >= 15_000
    assert all(unicodedata.is_normalized("NFC", word) for word in words)
    assert all(2 <= len(word.replace("-", " ").split()) <= 7 for word in words), "one syllable is no compound"
    assert sum(word.isascii() for word in words) < 0.05 * len(words)
