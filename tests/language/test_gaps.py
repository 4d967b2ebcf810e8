"""What a sentence lacks by its grammar alone."""

import pytest

from tqa.language.gaps import gaps


def marked(text: str, language: str) -> list[str]:
    return [text[gap.start : gap.end] for gap in gaps(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They walked along the, and nobody spoke.", ["the,"]),
        ("en", "The firm was bought by, last year.", ["by,"]),
        ("en", "It was sold to the.", ["the."]),
        ("en", "The office () is closed.", ["()"]),
        ("en", 'The storm "" moved on.', ['""']),
        ("en", "Was born in a small town near the coast in 1946.", ["Was"]),
        ("fr", "Il a quitté la ville de, puis il est revenu.", ["de,"]),
        ("de", "Er kam vom. Dann ging er.", ["vom."]),
    ],
)
def test_a_gap_is_found(language, text, expected):
    assert marked(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "That is the man I told you of. Call print() first."),
        ("en", "Was it the man whom you had seen in town on the other day?"),
        ("en", "Is active"),
        ("en", 'He said "no".'),
        ("en", "The articles are a, an, the."),
        ("fr", "Ils se sont vus tous les (deux) jours."),
        ("de", "Mach die Tür zu, und geh mit."),
        ("vi", "Anh ấy đi chợ, rồi về."),
    ],
)
def test_sound_sentences_have_none(language, text):
    assert marked(text, language) == []
