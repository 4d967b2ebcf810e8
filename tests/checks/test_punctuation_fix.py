"""What `tqa fix` mends by itself, and what it leaves to a person."""

import pytest

from tqa.cli import main

RULES = (
    "tokenized,space-before-punctuation,double-space,edge-space,full-width,invisible-character,bidi-control,"
    "unicode-normalization,ellipsis-style,end-punctuation,first-letter-case"
)


def fixed(tmp_path, monkeypatch, languages, source, target):
    """The target as `tqa fix` leaves it."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "pairs.tsv"
    path.write_text(f"source\ttarget\n{source}\t{target}\n", encoding="utf-8")
    tags = ["--source-lang", languages[0], "--target-lang", languages[1]]
    assert main(["fix", str(path), *tags, "--select", RULES]) == 0
    return path.read_text(encoding="utf-8").split("\n")[1].split("\t")[1]


@pytest.mark.parametrize(
    ("languages", "source", "broken", "mended"),
    [
        (
            ("de", "en"),
            "Das Dach (alt) leckt, sagt er.",
            "The roof ( old ) leaks , he says .",
            "The roof (old) leaks, he says.",
        ),
        (("en", "de"), "Does the roof leak?", "Leckt das Dach ?", "Leckt das Dach?"),
        (("en", "fr"), "Does the roof leak?", "Le toit fuit-il?", "Le toit fuit-il\u202f?"),
        (("en", "vi"), "The roof leaks.", "Mái  nhà bị  dột.", "Mái nhà bị dột."),
        (("en", "vi"), "Roof: ", "Mái:", "Mái: "),
        (("en", "zh"), "The roof leaks, he says.", "屋顶漏水,他说.", "屋顶漏水，他说。"),
        (("en", "ru"), "The roof leaks.", "Кры\u200bша течёт.", "Крыша течёт."),
        (("en", "de"), "The roof leaks.", "Das \u200eDach leckt.", "Das Dach leckt."),
        (("en", "vi"), "The roof leaks.", "Ma\u0301i nha\u0300 bị dột.", "Mái nhà bị dột."),
    ],
)
def test_sure_ones_are_mended(tmp_path, monkeypatch, languages, source, broken, mended):
    assert fixed(tmp_path, monkeypatch, languages, source, broken) == mended
    assert fixed(tmp_path, monkeypatch, languages, source, mended) == mended


@pytest.mark.parametrize(
    ("source", "target"), [("The roof leaks.", "Das Dach leckt"), ("The roof leaks.", "das Dach leckt.")]
)
def test_what_may_be_meant_stays(tmp_path, monkeypatch, source, target):
    assert fixed(tmp_path, monkeypatch, ("en", "de"), source, target) == target
