"""Word order: sound sentences gain from their context, shuffled ones lose."""

import random

import pytest

from tqa.language.order import order_model, places

SENTENCES = (
    "The museum will stay closed until the roof has been repaired.",
    "She told reporters that nobody had asked her about the plan.",
    "After the storm, two of the boats were found on the other side of the bay.",
    "It is not clear whether the company will pay for the damage.",
)


def mean(text):
    model = order_model("en")
    gains = model.gains(model.classes.of(text))
    return sum(gains) / len(gains)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sound_order_gains_and_shuffled_order_loses(sentence):
    words = sentence.rstrip(".").split()
    random.Random(7).shuffle(words)
    assert mean(sentence) > 0.2
    assert mean(" ".join(words) + ".") < mean(sentence) - 1


@pytest.mark.parametrize("word", ["Don't", "Don’t"])
def test_each_class_has_its_place(word):
    text = word + " go there, 12.5 km away!"
    tokens = [text[start:end] for start, end in places(text)]
    assert tokens == [word, "go", "there", ",", "12.5", "km", "away", "!"]
    assert len(order_model("en").classes.of(text)) == len(tokens)


def test_other_languages_have_no_model():
    assert order_model("vi") is None
