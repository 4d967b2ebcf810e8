"""The note that a language's spelling isn't checked for want of a dictionary."""

import pytest


@pytest.fixture
def bitext(tmp_path, monkeypatch):
    monkeypatch.setattr("tqa.language.hunspell.find_dictionaries", lambda *_: ())
    path = tmp_path / "lake.tsv"
    path.write_text("id\tsource\ttarget\n1\tThe lake.\tJezioro.\n2\tA boat.\tŁódka.\n", encoding="utf-8")
    return path


def test_it_is_said_once_with_what_to_install(tqa, bitext):
    said = tqa("check", bitext, "--source-lang", "en", "--target-lang", "pl").err.splitlines()
    assert len(said) == 1
    assert "Polish" in said[0] and "install" in said[0]


@pytest.mark.parametrize(
    "arguments", [["--output-format", "json"], ["--output-format", "sarif"], ["--ignore", "spelling"]]
)
def test_machines_and_those_who_left_the_rule_out_are_spared(tqa, bitext, arguments):
    assert not tqa("check", bitext, "--source-lang", "en", "--target-lang", "pl", *arguments).err


def test_english_needs_none_and_for_japanese_there_is_none(tqa, bitext):
    for language in ("en", "ja"):
        assert not tqa("check", bitext, "--source-lang", "vi", "--target-lang", language).err
