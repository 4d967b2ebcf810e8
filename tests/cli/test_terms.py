"""`tqa terms`: proposing, checking and converting termbases."""

import json

import pytest


@pytest.fixture
def bitext(tmp_path):
    rows = ["source\ttarget"]
    sources = ("Die Fähre legt um neun ab.", "Eine Fähre sank.", "Niemand nahm die Fähre.", "Die Fähre war leer.")
    targets = ("The ferry leaves at nine.", "A ferry sank.", "Nobody took the ferry.", "The ferry was empty.")
    rows += [f"{source}\t{target}" for source, target in zip(sources, targets, strict=True)]
    path = tmp_path / "boat.tsv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_extract_proposes_terms_with_translation_and_count(tqa, bitext):
    done = tqa("terms", "extract", bitext, "--source-lang", "de", "--target-lang", "en")
    assert done.status == 0
    header, *rows = [line.split("\t") for line in done.out.splitlines()]
    assert header[:4] == ["source", "target", "count", "score"]
    assert ["Fähre", "ferry", "4"] in [row[:3] for row in rows]


def test_extract_writes_a_termbase_that_check_can_use(tqa, bitext, tmp_path):
    tqa("terms", "extract", bitext, "--source-lang", "de", "--target-lang", "en", "--output", "found.tbx")
    assert tqa("terms", "check", "found.tbx").status == 0
    assert "<term>ferry</term>" in (tmp_path / "found.tbx").read_text(encoding="utf-8")


def test_check_finds_what_contradicts_itself(tqa, tmp_path):
    (tmp_path / "t.csv").write_text(
        "entry,language,term,status\n"
        "a,de,Klage,\n"
        "a,en,lawsuit,preferred\n"
        "a,en,lawsuit,forbidden\n"
        "b,de,Bank,\n"
        "b,en,bank,\n"
        "c,de,Bank,\n"
        "c,en,bench,\n"
        "d,de,Amt,\n"
        "e,de,,\n",
        encoding="utf-8",
    )
    done = tqa("terms", "check", "t.csv")
    assert done.status == 1
    for line, kind in ((2, "conflict"), (7, "homograph"), (9, "empty-target"), (10, "unreadable")):
        assert any(
            text.startswith(f"t.csv:{line}: ") and text.endswith(f"[{kind}]") for text in done.out.splitlines()
        ), kind
    flaws = json.loads(tqa("terms", "check", "t.csv", "--output-format", "json").out)["flaws"]
    assert {flaw["kind"] for flaw in flaws} == {"conflict", "homograph", "empty-target", "unreadable"}


def test_check_of_a_sound_termbase_passes(tqa, tmp_path):
    (tmp_path / "t.csv").write_text("de,en\nKlage,lawsuit\nFähre,ferry\n", encoding="utf-8")
    done = tqa("terms", "check", "t.csv")
    assert (done.status, done.out) == (0, "2 entries with 4 terms; 0 flaws\n")


def test_check_tries_the_examples_of_a_marker_pack(tqa, tmp_path):
    (tmp_path / "own.toml").write_text(
        'source-lang = "de"\ntarget-lang = "en"\n[[marker]]\nid = "handy"\ntarget = "\\\\bhandy\\\\b"\n'
        'message = "a phone"\n'
        'bad = [["My handy rang."], ["My mobile rang."]]\ngood = [["My phone rang."]]\n',
        encoding="utf-8",
    )
    done = tqa("terms", "check", "own.toml")
    assert done.status == 1
    assert "marker 'handy' doesn't find its bad example 'My mobile rang.'" in done.out


def test_convert_goes_there_and_back(tqa, tmp_path):
    (tmp_path / "t.csv").write_text("source,target\nKlage,lawsuit|legal action\n", encoding="utf-8")
    assert tqa("terms", "convert", "t.csv", "t.tbx").err == (
        "tqa: t.csv:2: the file doesn't say its languages: give --source-lang\n"
    )
    assert tqa("terms", "convert", "t.csv", "t.tbx", "--source-lang", "de", "--target-lang", "en").status == 0
    assert tqa("terms", "convert", "t.tbx", "u.csv").status == 0
    assert tqa("terms", "convert", "u.csv", "u.tbx").status == 0
    assert (tmp_path / "t.tbx").read_bytes() == (tmp_path / "u.tbx").read_bytes()
    assert tqa("terms", "convert", "t.tbx", "t.pdf").status == 2


def test_an_unknown_action_is_an_error(tqa):
    assert tqa("terms", "cheque", "x").status == 2
