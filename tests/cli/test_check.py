"""`tqa check` keeps its contract: flags, output and exit status."""

import json
import os
import subprocess
import sys

import pytest

PAGE = "The goverment signed the treaty.\nThe lake is deep.\n"
KEYS = (
    "rule category severity message file line segment source_lang target_lang language source target spans suggestion"
    " applicability edits fingerprint"
).split()


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def issues(done):
    return [json.loads(line) for line in done.out.splitlines()]


LANGS = ("--source-lang", "vi", "--target-lang", "en")


def test_the_exit_status_follows_the_threshold(tqa, page):
    assert tqa("check", page, *LANGS).status == 1
    assert tqa("check", page, *LANGS, "--fail-on", "minor").status == 1
    assert tqa("check", page, *LANGS, "--fail-on", "major").status == 0
    assert tqa("check", page, *LANGS, "--exit-zero").status == 0
    assert tqa("check", page, *LANGS, "--ignore", "spelling").status == 0


def test_an_issue_has_every_key_of_the_contract(tqa, page):
    (issue,) = issues(tqa("check", page, *LANGS, "--output-format", "jsonl"))
    assert list(issue) == KEYS
    assert issue["rule"] == "spelling"
    assert (issue["line"], issue["segment"], issue["source"]) == (1, "1", None)
    assert issue["spans"] == [{"side": "target", "start": 4, "end": 13}]
    assert (issue["suggestion"], issue["applicability"]) == ("government", "unsafe")


def test_json_is_one_document(tqa, page):
    document = json.loads(tqa("check", page, *LANGS, "--output-format", "json").out)
    assert document["version"] == 1
    assert document["tool"]["name"] == "tqa"
    assert document["summary"]["segments"] == 2
    assert list(document["issues"][0]) == KEYS


def test_several_outputs_at_once(tqa, page, tmp_path):
    done = tqa(
        "check", page, *LANGS, "--output-format", "jsonl", "--output-format", f"html:{tmp_path / 'out/report.html'}"
    )
    assert len(issues(done)) == 1
    assert "goverment" in (tmp_path / "out/report.html").read_text(encoding="utf-8")
    tqa("check", page, *LANGS, "--output-format", "jsonl", "--output", tmp_path / "x.jsonl")
    assert len((tmp_path / "x.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_rules_are_selected(tqa, page):
    assert tqa("check", page, *LANGS, "--select", "spelling").status == 1
    assert tqa("check", page, *LANGS, "--select", "accuracy,name-*").status == 0
    done = tqa("check", page, *LANGS, "--select", "speling")
    assert done.status == 2
    assert done.err == "tqa: unknown rule 'speling'; did you mean 'spelling'? (tqa rules lists all)\n"


def test_line_aligned_files(tqa, page, tmp_path):
    source = tmp_path / "source.txt"
    source.write_text("Chính phủ đã ký hiệp ước.\nHồ rất sâu.\n", encoding="utf-8")
    (issue,) = issues(tqa("check", page, "--source", source, *LANGS, "--output-format", "jsonl"))
    assert issue["source"] == "Chính phủ đã ký hiệp ước."
    assert (issue["file"], issue["line"]) == (str(page), 1)
    source.write_text("Chính phủ đã ký hiệp ước.\n", encoding="utf-8")
    done = tqa("check", page, "--source", source, *LANGS)
    assert done.status == 2
    assert "2 lines" in done.err
    assert str(source) in done.err
    assert done.err.count("\n") == 1


def test_a_bitext_takes_languages_from_its_columns(tqa, tmp_path):
    path = tmp_path / "pairs.tsv"
    path.write_text(
        "id\tsource\ttarget\tsource_lang\ttarget_lang\nx-1\tDas ist gut.\tThis is goood.\tde\ten\n", encoding="utf-8"
    )
    (issue,) = issues(tqa("check", path, "--output-format", "jsonl"))
    assert (issue["segment"], issue["line"], issue["target_lang"]) == ("x-1", 2, "en")


def test_a_short_row_is_reported_and_the_others_are_checked(tqa, tmp_path):
    path = tmp_path / "pairs.tsv"
    path.write_text("id\tsource\ttarget\n1\tonly\n2\tDas ist gut.\tThis is goood.\n", encoding="utf-8")
    done = tqa("check", path, "--source-lang", "de", "--target-lang", "en", "--output-format", "jsonl")
    assert done.status == 2
    assert done.err.startswith(f"tqa: {path}:2: ")
    assert [issue["segment"] for issue in issues(done)] == ["2"]


def test_what_cannot_be_read_does_not_stop_the_rest(tqa, page, tmp_path):
    binary = tmp_path / "photo.txt"
    binary.write_bytes(b"\x89PNG\0\0\0")
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Schöne Grüße".encode("latin-1"))
    done = tqa("check", tmp_path / "none.txt", binary, latin, page, *LANGS, "--output-format", "jsonl")
    assert done.status == 2
    assert [issue["file"] for issue in issues(done)] == [str(page)]
    lines = done.err.splitlines()
    assert len(lines) == 3
    assert "none.txt" in lines[0]
    assert "photo.txt" in lines[1]
    assert "--encoding" in lines[2]
    assert "0xF6" in lines[2]
    done = tqa("check", latin, "--encoding", "latin-1", "--source-lang", "de", "--target-lang", "de")
    assert done.status == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--source-lang", "vietnamese!"], "'vietnamese!' is not a language tag"),
        (["--target-lang", "english"], "'english' is not a language tag: did you mean en?"),
        (["--format", "tvs"], "did you mean 'tsv'"),
        (["--output-format", "jsnl"], "did you mean 'json"),
        (["--fail-on", "fatal"], "--fail-on"),
        (["--config", "none.toml"], "none.toml: cannot be read"),
        (["--baseline", "none.json"], "none.json: the baseline cannot be read"),
        (["--align"], "--align needs --source"),
        (["--no-such-flag"], "--no-such-flag"),
    ],
)
def test_wrong_arguments_are_said_in_one_line(tqa, page, arguments, said):
    done = tqa("check", page, *arguments)
    assert done.status == 2
    assert said in done.err
    assert done.err.count("\n") == 1
    assert done.out == ""


def test_a_baseline_holds_known_issues_back(tqa, page, tmp_path):
    known = tmp_path / "known.jsonl"
    tqa("check", page, *LANGS, "--output-format", "jsonl", "--output", known)
    assert tqa("check", page, *LANGS, "--baseline", known).status == 0
    page.write_text("A heading.\n\n" + PAGE + "They recieve a map.\n", encoding="utf-8")
    done = tqa("check", page, *LANGS, "--baseline", known, "--output-format", "jsonl")
    assert [issue["suggestion"] for issue in issues(done)] == ["receive"]
    known.write_text("[1, 2", encoding="utf-8")
    assert "not valid JSON" in tqa("check", page, *LANGS, "--baseline", known).err


def test_a_folder_is_walked(tqa, page, tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/more.txt").write_text("They recieve a map.\n", encoding="utf-8")
    done = tqa("check", tmp_path, *LANGS, "--output-format", "jsonl")
    assert sorted(issue["suggestion"] for issue in issues(done)) == ["government", "receive"]


def test_the_configuration_beside_the_files_holds(tqa, page, tmp_path):
    (tmp_path / "tqa.toml").write_text(
        'source-lang = "vi"\ntarget-lang = "en"\n[rules.spelling]\nwords = ["goverment"]\n', encoding="utf-8"
    )
    assert tqa("check", page).status == 0
    (tmp_path / "tqa.toml").write_text('[severity]\nspelling = "critical"\n', encoding="utf-8")
    (issue,) = issues(tqa("check", page, *LANGS, "--output-format", "jsonl"))
    assert issue["severity"] == "critical"


def test_marker_packs_of_ones_own(tqa, tmp_path):
    (tmp_path / "ours.toml").write_text(
        """
source-lang = "vi"
target-lang = "en"
[[marker]]
id = "sticky-rice"
source = "xôi"
target = '\\bsticky soup\\b'
message = "xôi is sticky rice"
suggestion = "sticky rice"
severity = "major"
bad = [["Bán xôi.", "Sticky soup sold here."]]
good = [["Bán xôi.", "Sticky rice sold here."]]
""",
        encoding="utf-8",
    )
    (tmp_path / "tqa.toml").write_text('[rules.mistranslation-marker]\npacks = ["ours.toml"]\n', encoding="utf-8")
    (tmp_path / "menu.tsv").write_text("source\ttarget\nXôi lạc\tSticky soup with peanuts\n", encoding="utf-8")
    (issue,) = issues(tqa("check", tmp_path / "menu.tsv", *LANGS, "--output-format", "jsonl"))
    assert (issue["rule"], issue["suggestion"], issue["severity"]) == ("mistranslation-marker", "sticky rice", "major")
    (tmp_path / "bad.toml").write_text('source-lang = "vi"\ntarget-lang = "en"\nmarkers = []\n', encoding="utf-8")
    (tmp_path / "tqa.toml").write_text('[rules.mistranslation-marker]\npacks = ["bad.toml"]\n', encoding="utf-8")
    done = tqa("check", tmp_path / "menu.tsv", *LANGS)
    assert done.status == 2
    assert "bad.toml: unknown key 'markers'; did you mean 'marker'?" in done.err
    assert done.err.count("\n") == 1


def test_a_termbase_is_given_by_flag_or_settings(tqa, tmp_path):
    (tmp_path / "terms.csv").write_text("vi,en\nđất hiếm,rare earth\nmỏ,mine,x,y\n", encoding="utf-8")
    (tmp_path / "p.tsv").write_text(
        "source\ttarget\nTrữ lượng đất hiếm lớn.\tLarge reserves of odd soil.\n", encoding="utf-8"
    )
    done = tqa(
        "check",
        tmp_path / "p.tsv",
        *LANGS,
        "--termbase",
        "terms.csv",
        "--select",
        "term-missing",
        "--output-format",
        "jsonl",
    )
    assert [issue["rule"] for issue in issues(done)] == ["term-missing"]
    assert done.status == 2
    assert done.err.startswith("tqa: terms.csv:3: ")
    (tmp_path / "terms.csv").write_text("vi,en\nđất hiếm,rare earth\n", encoding="utf-8")
    (tmp_path / "tqa.toml").write_text('termbases = ["terms.csv"]\n', encoding="utf-8")
    assert tqa("check", tmp_path / "p.tsv", *LANGS, "--select", "term-missing").status == 1
    assert tqa("check", tmp_path / "p.tsv", *LANGS, "--termbase", "none.csv").status == 2


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "One line\u2028still the same line.\r\nAnother one.\r\n"])
def test_odd_but_sound_files(tqa, tmp_path, text):
    path = tmp_path / "odd.txt"
    path.write_bytes(text.encode("utf-8"))
    done = tqa("check", path, *LANGS)
    assert (done.status, done.err) == (0, "")


def test_hostile_text_does_not_reach_the_terminal(tqa, tmp_path):
    path = tmp_path / "evil.txt"
    path.write_text("The goverment \x1b[31mis red \u202ereversed.\n", encoding="utf-8")
    done = tqa("check", path, *LANGS)
    assert done.status == 1
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out


def run_process(*arguments, text=None, **environment):
    return subprocess.run(
        [sys.executable, "-m", "tqa", *map(str, arguments)],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
    )


def test_standard_input(tmp_path):
    done = run_process("check", "-", *LANGS, "--output-format", "jsonl", text=PAGE)
    assert done.returncode == 1
    (issue,) = map(json.loads, done.stdout.splitlines())
    assert (issue["file"], issue["line"]) == ("-", 1)


def test_output_is_utf8_whatever_the_locale(tmp_path):
    path = tmp_path / "p.tsv"
    path.write_text("source\ttarget\nHồ rất sâu.\tHồ rất sâu.\n", encoding="utf-8")
    done = run_process(
        "check", path, *LANGS, "--output-format", "jsonl", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    assert json.loads(done.stdout)["target"] == "Hồ rất sâu."


def test_a_reader_that_leaves_early_is_no_error(page):
    done = subprocess.run(
        f"{sys.executable} -m tqa check {page} --source-lang vi --target-lang en --output-format json | head -c 1",
        shell=True,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("rule", "needed"), [("term-missing", "a termbase (--termbase FILE)"), ("memory-mismatch", "--memory FILE")]
)
def test_a_rule_asked_for_by_name_says_what_it_needs(tqa, tmp_path, rule, needed):
    (tmp_path / "a.txt").write_text("All is well.\n", encoding="utf-8")
    done = tqa("check", "a.txt", "--select", rule)
    assert done.status == 2
    assert f"the rule '{rule}' needs" in done.err
    assert needed in done.err
    assert tqa("check", "a.txt", "--select", "terminology,consistency").status == 0
