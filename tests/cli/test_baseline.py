"""`tqa baseline`: known issues are held back, new ones fail, and what is mended is told and taken out."""

import json

import pytest

LANGS = ("--source-lang", "vi", "--target-lang", "en")
BASELINE = "tqa-baseline.jsonl"


@pytest.fixture
def pages(tmp_path):
    (tmp_path / "one.txt").write_text("The goverment signed.\nThey recieve a map.\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text("The lake is definately deep.\n", encoding="utf-8")
    (tmp_path / "tqa.toml").write_text(
        f'source-lang = "vi"\ntarget-lang = "en"\nselect = ["spelling"]\nbaseline = "{BASELINE}"\n', encoding="utf-8"
    )
    return tmp_path


def entries(folder):
    return [json.loads(line) for line in (folder / BASELINE).read_text(encoding="utf-8").splitlines()]


def test_what_is_written_is_held_back_and_what_is_new_fails(tqa, pages):
    assert tqa("check", "one.txt", "two.txt").status == 2
    done = tqa("baseline", "write", "one.txt", "two.txt")
    assert (done.status, done.out) == (0, "")
    assert "3 issues are known from now on" in done.err
    done = tqa("check", "one.txt", "two.txt")
    assert done.status == 0
    assert "3 known from the baseline" in done.out
    (pages / "one.txt").write_text(
        "A heading.\nThey recieve a map.\n\nThe goverment signed.\nThey beleive the map.\n", encoding="utf-8"
    )
    done = tqa("check", "one.txt", "two.txt", "--output-format", "jsonl")
    assert done.status == 1
    assert [json.loads(line)["suggestion"] for line in done.out.splitlines()] == ["believe"]


def test_the_baseline_is_made_for_reading_and_for_small_differences(tqa, pages):
    tqa("baseline", "write", "two.txt", "one.txt")
    first = (pages / BASELINE).read_bytes()
    assert [entry["file"] for entry in entries(pages)] == ["one.txt", "one.txt", "two.txt"]
    tqa("baseline", "write", "one.txt", "two.txt")
    assert (pages / BASELINE).read_bytes() == first
    out = tqa("baseline", "show").out
    assert "one.txt\n  minor     spelling  2  " in out
    assert out.endswith("3 known issues: 3 spelling\n")
    assert tqa("baseline", "show", BASELINE).out == out


def test_what_is_mended_is_told_and_update_takes_it_out_alone(tqa, pages):
    tqa("baseline", "write", "one.txt", "two.txt")
    (pages / "one.txt").write_text("The government signed.\nThey recieve a map.\nI beleive it.\n", encoding="utf-8")
    done = tqa("check", "one.txt", "two.txt", "--output-format", "console", "--output-format", "json:out.json")
    assert "1 entry of the baseline is no longer found" in done.out
    summary = json.loads((pages / "out.json").read_text(encoding="utf-8"))["summary"]
    assert [(entry["file"], entry["segment"]) for entry in summary["stale"]] == [("one.txt", "1")]
    done = tqa("baseline", "update", "one.txt", "two.txt")
    assert "1 of 3 known issues taken out" in done.err
    assert len(entries(pages)) == 2
    assert tqa("check", "one.txt", "two.txt").status == 1
    assert "no longer found" not in tqa("check", "one.txt", "two.txt").out


def test_a_run_of_some_files_or_rules_says_nothing_of_the_others(tqa, pages):
    tqa("baseline", "write", "one.txt", "two.txt")
    assert "no longer found" not in tqa("check", "two.txt").out
    assert "no longer found" not in tqa("check", "one.txt", "two.txt", "--select", "doubled-word").out
    tqa("baseline", "update", "two.txt")
    assert len(entries(pages)) == 3
    (pages / "one.txt").unlink()
    tqa("baseline", "update", "two.txt")
    assert [entry["file"] for entry in entries(pages)] == ["two.txt"]


def test_issues_that_are_alike_are_counted_not_confused(tqa, pages):
    for name in ("one.txt", "two.txt"):
        (pages / name).write_text("The goverment signed.\n", encoding="utf-8")
    tqa("baseline", "write", "one.txt", "two.txt")
    for files in (("one.txt",), ("two.txt",), ("two.txt", "one.txt")):
        done = tqa("check", *files)
        assert done.status == 0
        assert "no longer found" not in done.out
        tqa("baseline", "update", *files)
        assert len(entries(pages)) == 2
    (pages / "one.txt").write_text("The government signed.\n", encoding="utf-8")
    assert "1 entry of the baseline is no longer found" in tqa("check", "one.txt", "two.txt").out
    tqa("baseline", "update", "one.txt", "two.txt")
    assert len(entries(pages)) == 1
    assert tqa("check", "one.txt", "two.txt").status == 0


@pytest.mark.parametrize("arguments", [("baseline", "write", "one.txt", "--baseline"), ("check", "two.txt", "--save")])
def test_a_place_that_cannot_be_written_is_said_in_one_line(tqa, pages, arguments):
    (pages / BASELINE).touch()
    done = tqa(*arguments, "one.txt/no.jsonl")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "one.txt/no.jsonl: can't be written" in done.err


def test_nothing_is_written_where_not_all_could_be_read(tqa, pages):
    (pages / "bad.txt").write_bytes(b"\x89PNG\0\0")
    done = tqa("baseline", "write", "one.txt", "bad.txt")
    assert done.status == 2
    assert not (pages / BASELINE).exists()


def test_no_baseline_to_show_is_said_in_one_line(tqa, tmp_path):
    done = tqa("baseline", "show")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "tqa baseline write" in done.err


def test_an_empty_baseline_knows_nothing(tqa, pages):
    (pages / "one.txt").write_text("A map.\n", encoding="utf-8")
    tqa("baseline", "write", "one.txt")
    assert (pages / BASELINE).read_bytes() == b""
    assert tqa("check", "two.txt").status == 1
    assert tqa("baseline", "show").out == "0 known issues\n"


def suppress(folder, text):
    file = folder / "tqa.toml"
    file.write_text(f'source-lang = "vi"\ntarget-lang = "en"\nselect = ["spelling"]\n{text}', encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('rule = "spelling"', []),
        ('rule = "language"', []),
        ('rule = "accuracy"', ["government", "receive", "definitely"]),
        ('text = "goverment"', ["receive", "definitely"]),
        ('text = "The lake is definately deep."', ["government", "receive"]),
        ('text = "gover"', ["government", "receive", "definitely"]),
        ('pattern = "one.*"', ["definitely"]),
        ('rule = "spell*"\npattern = "two.txt"\ntext = "recieve"', ["government", "receive", "definitely"]),
    ],
)
def test_a_suppression_is_as_narrow_as_it_says(tqa, pages, text, left):
    suppress(pages, f'[[suppress]]\nreason = "so it is spelt on the sign"\n{text}\n')
    done = tqa("check", "one.txt", "two.txt", "--output-format", "jsonl")
    assert [json.loads(line)["suggestion"] for line in done.out.splitlines()] == left


def test_suppressions_are_counted_and_unused_ones_told(tqa, pages):
    suppress(
        pages,
        '[[suppress]]\ntext = "goverment"\nreason = "a quotation"\n'
        '[[suppress]]\ntext = "nowhere"\nreason = "an old quotation"\n'
        '[[suppress]]\npattern = "two.txt"\ntext = "x"\nreason = "not checked here"\n',
    )
    done = tqa("check", "one.txt", "--output-format", "console", "--output-format", "json:out.json")
    assert "1 suppressed" in done.out
    assert "this suppression matches nothing: " in done.out
    summary = json.loads((pages / "out.json").read_text(encoding="utf-8"))["summary"]
    assert summary["suppressed"] == 1
    (unused,) = summary["unused_suppressions"]
    assert unused.endswith("tqa.toml: suppress number 2")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('text = "x"', "suppress number 1: 'reason' is missing"),
        ('text = "x"\nreason = " "', "'reason' is missing"),
        ('reason = "all"', "one of 'rule', 'pattern' and 'text' is needed"),
        ('rule = "speling"\nreason = "r"', "rule: unknown rule 'speling'; did you mean 'spelling'?"),
        ('txt = "x"\nreason = "r"', "unknown key 'txt'; did you mean 'text'?"),
        ('text = 3\nreason = "r"', "text: a text is wanted, not 3"),
    ],
)
def test_a_suppression_that_does_not_hold_is_refused(tqa, pages, text, said):
    suppress(pages, f"[[suppress]]\n{text}\n")
    done = tqa("check", "one.txt")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert said in done.err
