"""What `tqa report` and `tqa check` add to a page: the runs so far and scores against references."""

import json
import re

import pytest

from tqa.cli import main

CHECK = ("check", "a.txt", "--target-lang", "en", "--select", "spelling", "--exit-zero")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("The goverment signed it.\nTwo boats left the harbour.\n", encoding="utf-8")
    return tmp_path


def page(folder) -> str:
    return (folder / "x.html").read_text(encoding="utf-8")


def test_a_recorded_run_shows_in_the_trend_of_its_own_report(folder):
    args = (*CHECK, "--record", "h.db", "--output-format", "html:x.html")
    assert main(args) == 0
    assert '<h2 id="trend-title">' not in page(folder)
    (folder / "a.txt").write_text("The government signed it.\nTwo boats left the harbour.\n", encoding="utf-8")
    assert main(args) == 0
    assert "MQM score of the last 2 runs; +11.11 since the run before." in page(folder)


def test_a_saved_run_is_reported_with_history_and_scores(folder):
    assert main((*CHECK, "--save", "run.jsonl", "--record", "h.db", "--output-format", "jsonl:x.jsonl")) == 0
    assert main((*CHECK, "--record", "h.db", "--output-format", "jsonl:x.jsonl")) == 0
    interval = {"mean": 40.0, "half_width": 1.5}
    scores = [{"metric": "bleu", "value": 40.25, "signature": "nrefs:1", "interval": interval}]
    (folder / "s.json").write_text(json.dumps({"version": 1, "scores": scores}), encoding="utf-8")
    args = ("--history", "h.db", "--scores", "s.json", "--output-format", "html:x.html")
    assert main(("report", "run.jsonl", *args)) == 0
    text = re.sub(r"<[^>]*>", " ", page(folder))
    assert "MQM score of the last 2 runs" in text
    assert re.search(r"bleu\s+40\.25\s+38\.50 to 41\.50\s+nrefs:1", text)


@pytest.mark.parametrize("text", ["", "[]", '{"scores": 3}', '{"scores": [{"metric": "bleu"}]}', "\x00"])
def test_what_are_no_scores_is_told(folder, capsys, text):
    assert main((*CHECK, "--save", "run.jsonl", "--output-format", "jsonl:x.jsonl")) == 0
    (folder / "s.json").write_text(text, encoding="utf-8")
    assert main(("report", "run.jsonl", "--scores", "s.json")) == 2
    error = capsys.readouterr().err
    assert "s.json" in error
    assert "tqa score HYP --ref REF --output-format json" in error


def test_missing_scores_are_told(capsys):
    assert main((*CHECK, "--save", "run.jsonl", "--output-format", "jsonl:x.jsonl")) == 0
    assert main(("report", "run.jsonl", "--scores", "none.json")) == 2
    assert "none.json" in capsys.readouterr().err
