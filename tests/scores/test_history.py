"""Runs are kept in a file, and shown as a trend."""

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from tqa.errors import ConfigError
from tqa.model import Severity
from tqa.scores.history import Entry, read_history, record, trend

CHECK = ("check", "page.txt", "--source-lang", "vi", "--target-lang", "en", "--exit-zero")


def entry(**changes):
    plain = Entry("2026-02-03T04:05:06+00:00", "1", ("a", "b"), "de", "en", 1, 10, 200, 0, True)
    return replace(plain, **changes)


@pytest.fixture
def two_runs(tqa, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("The goverment signed.\nThey recieve a map.\n", encoding="utf-8")
    assert tqa(*CHECK, "--select", "spelling", "--record", "runs/h.db", "--record-label", "first")[0] == 0
    page.write_text("The government signed.\nThey recieve a map.\n", encoding="utf-8")
    assert tqa(*CHECK, "--select", "spelling,double-space", "--record", "runs/h.db")[0] == 0
    return "runs/h.db"


def test_the_trend_of_two_runs(tqa, two_runs):
    found = json.loads(tqa("history", two_runs, "--output-format", "json")[1])
    first, second = found["runs"]
    assert (first["label"], first["by_rule"], second["by_rule"]) == ("first", {"spelling": 2}, {"spelling": 1})
    assert found["rule_changes"] == {"spelling": -1}
    assert found["rules_added"] == ["double-space"]
    assert found["score_change"] == pytest.approx(second["score"] - first["score"])
    assert first["at"].endswith("+00:00")
    status, out, _ = tqa("history", two_runs)
    assert status == 0
    assert "▁█" in out
    assert "double-space" in out
    assert len(json.loads(tqa("history", two_runs, "--last", 1, "--output-format", "json")[1])["runs"]) == 1


def test_the_score_is_the_gates(tqa, tmp_path):
    (tmp_path / "page.txt").write_text("They recieve a map of the goverment.\n", encoding="utf-8")
    out = tqa(*CHECK, "--min-mqm-score", 1, "--record", "h.db", "--output-format", "json")[1]
    gates = json.loads(out)["summary"]["verdict"]["gates"]
    (run,) = json.loads(tqa("history", "h.db", "--output-format", "json")[1])["runs"]
    assert [gate["actual"] for gate in gates if gate["gate"] == "min-mqm-score"] == [pytest.approx(run["score"])]


def test_a_page_for_the_browser(tqa, two_runs, tmp_path):
    assert tqa("history", two_runs, "--output-format", "html", "--output", "h.html")[0] == 0
    assert "<svg" in (tmp_path / "h.html").read_text(encoding="utf-8")


def test_what_is_kept_comes_back(tmp_path):
    path = tmp_path / "h.db"
    found = {("a", Severity.MAJOR): 3, ("a", Severity.NEUTRAL): 9, ("b", Severity.MINOR): 1}
    kept = [entry(found=found, label="x"), entry(passed=False, problems=2, words=0)]
    for one in kept:
        record(path, one)
    assert read_history(path) == tuple(kept)
    assert (kept[0].penalty, kept[0].per_1000_words, kept[0].score) == (16, 80, 92)
    assert (kept[1].per_1000_words, kept[1].score) == (None, None)
    assert trend(kept).score_change is None
    assert trend(kept).rule_changes == (("a", -12), ("b", -1))
    assert trend([]).entries == ()


def test_several_processes_may_write_at_once(tmp_path):
    path = tmp_path / "h.db"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: record(path, entry(label=str(n), found={("a", Severity.MINOR): n})), range(40)))
    kept = read_history(path)
    assert {int(one.label) for one in kept} == set(range(40))
    assert all(one.penalty == int(one.label) for one in kept)


def test_a_run_is_there_whole_or_not_at_all(tmp_path):
    path = tmp_path / "h.db"
    record(path, entry())
    with pytest.raises((ConfigError, sqlite3.Error)):
        record(path, entry(found={("a", Severity.MINOR): object()}))
    assert len(read_history(path)) == 1


def _later(path: Path) -> None:
    record(path, entry())
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9")


def _others(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_later, "version 9"),
        (_others, "another program"),
        (lambda path: path.write_text("no database, but text that is long enough" * 99), "not a database"),
    ],
)
def test_files_that_are_no_history_are_left_alone(tqa, tmp_path, make, said):
    path = tmp_path / "h.db"
    make(path)
    before = path.read_bytes()
    (tmp_path / "page.txt").write_text("All is well.\n", encoding="utf-8")
    for arguments in (("history", "h.db"), (*CHECK, "--record", "h.db")):
        status, _, err = tqa(*arguments)
        assert status == 2
        assert "h.db" in err
        assert said in err
    assert path.read_bytes() == before


def test_a_history_that_is_not_there(tqa):
    status, _, err = tqa("history", "none.db")
    assert status == 2
    assert "--record" in err
