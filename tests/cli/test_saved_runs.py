"""A run is saved, reported again and compared with a later one."""

import json

import pytest

LANGS = ("--source-lang", "vi", "--target-lang", "en", "--select", "spelling")


@pytest.fixture
def runs(tqa, tmp_path):
    """Two runs: a word mended, another broken, and lines moved between them."""
    page = tmp_path / "page.txt"
    page.write_text("The goverment signed.\nThey recieve a map.\n", encoding="utf-8")
    tqa("check", "page.txt", *LANGS, "--save", "old.jsonl")
    page.write_text("A new line.\nThey recieve a map.\nThe lake is definately deep.\n", encoding="utf-8")
    tqa("check", "page.txt", *LANGS, "--save", "new.jsonl")
    return tmp_path


def test_a_saved_run_is_reported_as_it_was(tqa, runs):
    live = tqa("check", "page.txt", *LANGS, "--output-format", "json", "--save", "run.jsonl")
    (runs / "page.txt").unlink()
    done = tqa("report", "run.jsonl", "--output-format", "json", "--output-format", "html:out.html")
    assert done.status == 0
    assert done.out == live.out
    assert "definately" in (runs / "out.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_run_may_be_compressed(tqa, runs, suffix):
    if suffix == ".zst":
        pytest.importorskip("zstandard")
    plain = tqa("report", "new.jsonl", "--output-format", "json").out
    tqa("check", "page.txt", *LANGS, "--save", f"new.jsonl{suffix}")
    assert (runs / f"new.jsonl{suffix}").read_bytes()[:2] in (b"\x1f\x8b", b"\x28\xb5")
    assert tqa("report", f"new.jsonl{suffix}", "--output-format", "json").out == plain
    assert tqa("check", "page.txt", *LANGS, "--baseline", f"new.jsonl{suffix}").status == 0
    packed = (runs / f"new.jsonl{suffix}").read_bytes()
    (runs / f"cut.jsonl{suffix}").write_bytes(packed[: len(packed) // 2])
    done = tqa("report", f"cut.jsonl{suffix}")
    assert (done.status, done.err.count("\n")) == (2, 1)


def test_comparing_tells_new_fixed_and_unchanged(tqa, runs):
    done = tqa("compare", "old.jsonl", "new.jsonl")
    assert done.status == 0
    new, fixed = done.out.split("Fixed (1)")
    assert new.startswith("New (1)\n")
    assert "definately" in new
    assert "page.txt:3" in new
    assert "goverment" in fixed
    assert fixed.splitlines()[-1] == "1 new, 1 fixed, 1 unchanged; MQM score 71.43 → 83.33 (+11.90)"
    document = json.loads(tqa("compare", "old.jsonl", "new.jsonl", "--output-format", "json").out)
    assert [len(document[name]) for name in ("new", "fixed", "unchecked", "unchanged")] == [1, 1, 0, 1]


def test_what_was_not_looked_at_is_not_fixed(tqa, runs):
    (runs / "other.txt").write_text("All is well.\n", encoding="utf-8")
    tqa("check", "other.txt", *LANGS, "--save", "other.jsonl")
    assert "0 new, 0 fixed, 0 unchanged, 2 no longer checked" in tqa("compare", "new.jsonl", "other.jsonl").out
    tqa("check", "page.txt", "--target-lang", "en", "--select", "doubled-word", "--save", "rules.jsonl")
    done = tqa("compare", "new.jsonl", "rules.jsonl")
    assert "only the old run has spelling" in done.out
    assert "0 fixed" in done.out


def test_what_is_no_saved_run_is_said_in_one_line(tqa, runs):
    for arguments in (("report", "page.txt"), ("compare", "old.jsonl", "none.jsonl")):
        done = tqa(*arguments)
        assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
        assert arguments[-1] in done.err
