"""`tqa score` against references: what it reads and how it shows it."""

import json

import pytest


def scores(done):
    assert done[0] == 0, done[2]
    return {one["metric"]: one["value"] for one in json.loads(done[1])["scores"]}


def test_a_bitext_holds_its_references(tqa, tmp_path):
    (tmp_path / "h.tsv").write_text(
        "source\ttarget\treference\treference_2\tdocument\n"
        "Det regner\tIt is raining\tIt is raining\tThe rain falls\tweather\n"
        "Kom nu\tCome at once\tCome now\t\torders\n",
        encoding="utf-8",
    )
    done = tqa("score", "h.tsv", "--metrics", "chrf,ter", "--level", "corpus,document", "--output-format", "json")
    document = json.loads(done[1])
    assert [one["document"] for one in document["documents"]] == ["weather", "orders"]
    assert document["documents"][0]["ter"]["h.tsv"] == 0
    assert document["documents"][1]["ter"]["h.tsv"] == 100
    assert "nrefs:var" in document["scores"][0]["signature"]


def test_references_are_found_by_key(tqa, tmp_path):
    (tmp_path / "h.json").write_text('{"go": "Start", "stop": "Halt here"}', encoding="utf-8")
    (tmp_path / "r.json").write_text('{"stop": "Halt here", "go": "Start"}', encoding="utf-8")
    done = tqa("score", "h.json", "--ref", "r.json", "--metrics", "chrf", "--output-format", "json")
    assert scores(done) == {"chrf": 100}


def test_files_with_other_keys_are_not_taken_in_order(tqa, tmp_path):
    (tmp_path / "h.json").write_text('{"go": "Start", "stop": "Halt here"}', encoding="utf-8")
    (tmp_path / "r.json").write_text('{"halt": "Halt here", "go": "Start"}', encoding="utf-8")
    status, _, err = tqa("score", "h.json", "--ref", "r.json")
    assert status == 2
    assert "r.json has no 'stop'" in err


def test_a_blank_line_is_a_translation_that_is_missing(tqa, tmp_path):
    (tmp_path / "h.txt").write_text("one two\n\nthree four\n", encoding="utf-8")
    (tmp_path / "r.txt").write_text("one two\nmore words\nthree four\n", encoding="utf-8")
    done = tqa("score", "h.txt", "--ref", "r.txt", "--metrics", "ter", "--output-format", "json")
    assert scores(done)["ter"] == pytest.approx(100 * 2 / 6)


def test_documents_by_a_file_and_by_folder(tqa, tmp_path):
    for name in ("h", "r"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("same words\n", encoding="utf-8")
        (tmp_path / name / "b.txt").write_text(f"{name} differs here\n", encoding="utf-8")
    arguments = ("--metrics", "ter", "--level", "document", "--output-format", "json")
    found = json.loads(tqa("score", "h", "--ref", "r", *arguments)[1])["documents"]
    assert [(one["document"], one["ter"]["h"] > 0) for one in found] == [("a.txt", False), ("b.txt", True)]
    (tmp_path / "docs").write_text("news\tone\nnews\ttwo\n", encoding="utf-8")
    (tmp_path / "h.txt").write_text("same words\nh differs here\n", encoding="utf-8")
    (tmp_path / "r.txt").write_text("same words\nr differs here\n", encoding="utf-8")
    found = json.loads(tqa("score", "h.txt", "--ref", "r.txt", "--documents", "docs", *arguments)[1])["documents"]
    assert [one["document"] for one in found] == ["one", "two"]


def test_what_is_missing_is_said(tqa, texts, tmp_path):
    status, _, err = tqa("score", "a.txt")
    assert status == 2
    assert "--ref FILE" in err
    status, _, err = tqa("score", "a.txt", "--ref", "ref.txt", "--tokenize", "flores20")
    assert status == 2
    assert "did you mean 'flores200'" in err
    status, _, err = tqa("score", "a.txt", "--ref", "ref.txt", "--paired", "bs")
    assert status == 2
    assert "several translations" in err
    status, _, err = tqa("score", "a.txt", "--ref", "ref.txt", "--level", "document")
    assert status == 2
    assert "--documents" in err


def test_a_tokenizer_that_is_not_installed(tqa, texts, monkeypatch):
    monkeypatch.setattr("tqa.scores.metrics._has", lambda module: False)
    status, _, err = tqa("score", "a.txt", "--ref", "ref.txt", "--target-lang", "ja")
    assert status == 2
    assert "pip install 'sacrebleu[ja]'" in err
    assert "--tokenize" in err
    assert tqa("score", "a.txt", "--ref", "ref.txt", "--target-lang", "ja", "--metrics", "chrf")[0] == 0
    assert tqa("score", "a.txt", "--ref", "ref.txt", "--target-lang", "ja", "--tokenize", "char")[0] == 0


def test_a_table_for_the_terminal_and_for_a_paper(tqa, texts):
    status, out, _ = tqa("score", "a.txt", "c.txt", "--ref", "ref.txt", "--metrics", "chrf", "--resamples", 100)
    assert status == 0
    baseline, other, test = out.split("\n")[3:6]
    assert baseline.startswith("a.txt (baseline)")
    assert other.startswith("c.txt")
    assert test.strip() == "p = 0.0099*"
    status, out, _ = tqa("score", "a.txt", "c.txt", "--ref", "ref.txt", "--metrics", "chrf", "--output-format", "latex")
    assert r"\toprule" in out
    assert out.count(r"\textbf") == 1
    assert r"a.txt (baseline) & \textbf" in out


def test_a_page_is_one_file_and_no_text_in_it_acts(tqa, tmp_path):
    (tmp_path / "h<b>.txt").write_text("a\n", encoding="utf-8")
    status, _, _ = tqa("score", "h<b>.txt", "--ref", "h<b>.txt", "--output-format", "html", "--output", "out/page.html")
    page = (tmp_path / "out/page.html").read_text(encoding="utf-8")
    assert status == 0
    assert "h&lt;b&gt;.txt" in page
    assert "<b>" not in page
    assert "http://" not in page
    assert "https://" not in page
    assert "<script" not in page
