"""`tqa check` passes and fails by its limits, and says so in each output."""

import json

import pytest

LANGS = ("--source-lang", "vi", "--target-lang", "en")


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("The goverment signed the treaty.\nThey recieve a map.\n", encoding="utf-8")
    return path


def test_limits_decide_the_exit_status(tqa, page):
    def status(*arguments):
        return tqa("check", page, *LANGS, *arguments).status

    assert status("--max-issues", 2) == 0
    assert status("--max-issues", 1) == 1
    assert status("--max-issues", 1, "--exit-zero") == 0
    assert status("--max-issues", 2, "--fail-on", "minor") == 1
    assert status("--max-per-1000-words", 223) == 0
    assert status("--max-per-1000-words", 222) == 1
    assert status("--min-mqm-score", 77.7) == 0
    assert status("--min-mqm-score", 77.8) == 1
    assert status("--min-mqm-score", 77.7, "--max-issues", 1) == 1


def test_the_command_line_wins_over_the_configuration(tqa, page, tmp_path):
    (tmp_path / "tqa.toml").write_text("[gate]\nmax-issues = 1\n", encoding="utf-8")
    assert tqa("check", page, *LANGS).status == 1
    assert tqa("check", page, *LANGS, "--max-issues", 2).status == 0


def test_every_gate_is_shown_with_what_is_allowed_and_found(tqa, page, tmp_path):
    (tmp_path / "tqa.toml").write_text(
        '[gate]\nmax-issues = 5\n[[gate.files]]\npattern = "page.*"\nmax-issues = 1\n', encoding="utf-8"
    )
    done = tqa("check", page, *LANGS, "--output-format", "console", "--output-format", "json:out.json")
    assert done.status == 1
    assert "failed  Issues in page.*  allowed ≤ 1  found 2" in done.out
    assert done.out.endswith("failed (--max-issues 1 in page.*)\n")
    verdict = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["summary"]["verdict"]
    assert verdict["fail_on"] is None
    assert [(one["gate"], one["files"], one["allowed"], one["actual"], one["passed"]) for one in verdict["gates"]] == [
        ("max-issues", None, 5, 2, True),
        ("max-issues", "page.*", 1, 2, False),
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--max-issues", "few"], "--max-issues: invalid whole number from 0 up value: 'few'"),
        (["--max-per-1000-words", "-1"], "--max-per-1000-words"),
        (["--min-mqm-score", "101"], "at most 100, not 101"),
    ],
)
def test_a_limit_that_is_none_is_said_in_one_line(tqa, page, arguments, said):
    done = tqa("check", page, *arguments)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert done.err.count("\n") == 1
