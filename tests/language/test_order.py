"""Word order: sound sentences gain from their context, shuffled ones lose."""

import random

import pytest

from tqa.language.order import order_model

SENTENCES = (
    "The museum will stay closed until the roof has been repaired.",
    "She told reporters that nobody had asked her about the plan.",
    "After the storm, two of the boats were found on the other side of the bay.",
    "It is not clear whether the company will pay for the damage.",
)


def mean(text):
    model = order_model("en")
    gains = model.gains(model.classes.tokens(text))
    return sum(gains) / len(gains)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sound_order_gains_and_shuffled_order_loses(sentence):
    words = sentence.rstrip(".").split()
    random.Random(7).shuffle(words)
    assert mean(sentence) > 0.2
    assert mean(" ".join(words) + ".") < mean(sentence) - 1


def test_tokens_keep_their_offsets():
    text = "Don't go there, 12.5 km away!"
    tokens = order_model("en").classes.tokens(text)
    assert [text[token.start : token.end] for token in tokens] == [
        *("Don't", "go", "there", ",", "12.5", "km", "away", "!")
    ]


def test_other_languages_have_no_model():
    assert order_model("vi") is None
