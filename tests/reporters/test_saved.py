"""A saved run gives back the result, and any report of it is the one that the run itself would have made."""

from dataclasses import replace

import pytest
from sample_report import CLEAN, ISSUES, RESULT, report

from tqa.config.schema import Config, Limits
from tqa.errors import ConfigError
from tqa.gate import judge
from tqa.model import Neighbour, Severity
from tqa.reporters.reporter import REPORTERS
from tqa.reporters.saved import read_run, saved_lines
from tqa.triage.baseline import Entry, read_baseline
from tqa.triage.suppressions import Suppressed

HELD = replace(
    RESULT,
    issues=ISSUES[:6],
    known=ISSUES[6:8],
    suppressed=(Suppressed(ISSUES[8], "shown to nobody"), Suppressed(ISSUES[9], "a quotation")),
    stale=(Entry("f", "spelling", "minor", "a.txt", "3", "m"), Entry("g")),
    unused=("tqa.toml: suppress number 2",),
)
LIMITED = Config(gate=Limits(max_issues=3, min_mqm_score=90.5), scoped_gates=(Limits(max_issues=0, rule="spelling"),))


def saved(folder, result, verdict):
    path = folder / "run.jsonl"
    path.write_text("".join(saved_lines(result, verdict)), encoding="utf-8", newline="\n")
    return path


@pytest.mark.parametrize("result", [RESULT, CLEAN, HELD], ids=["sample", "clean", "held"])
@pytest.mark.parametrize("fail_on", [None, Severity.CRITICAL])
def test_what_is_saved_is_read_back(tmp_path, result, fail_on):
    verdict = judge(result, fail_on, LIMITED)
    path = saved(tmp_path, result, verdict)
    assert read_run(path) == (result, verdict)


@pytest.mark.parametrize("name", sorted(REPORTERS.all()))
def test_a_report_of_a_saved_run_is_the_same(tmp_path, name):
    expected = replace(report(HELD), verdict=judge(HELD, Severity.MAJOR))
    result, verdict = read_run(saved(tmp_path, HELD, expected.verdict))
    again = replace(expected, result=result, verdict=verdict)
    assert list(REPORTERS.named(name).render(again)) == list(REPORTERS.named(name).render(expected))


def test_a_saved_run_is_a_baseline(tmp_path):
    known = read_baseline(saved(tmp_path, HELD, judge(HELD)))
    assert {issue.fingerprint for issue in ISSUES[:8]} <= set(known)
    assert known["number-mismatch:1"].file == "shop/pairs.tsv"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("{}", "not a saved run"),
        ("[]", "not a saved run"),
        ("no json", "not a saved run"),
        ('{"saved_run": 9}', "a saved run of version 9"),
        ('{"saved_run": 1}', "damaged"),
        ('{"saved_run": 1, "run": {}, "summary": {}}\n{"rule": "x"}', "damaged"),
    ],
)
def test_what_is_no_saved_run_is_refused_in_one_line(tmp_path, text, said):
    path = tmp_path / "run.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        read_run(path)
    assert said in str(raised.value)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_what_stands_beside_an_issue_is_read_back(tmp_path):
    beside = (Neighbour("4", None, "Before it"), None)
    result = replace(RESULT, issues=(replace(ISSUES[0], neighbours=beside, group=7), ISSUES[1]))
    read, _ = read_run(saved(tmp_path, result, judge(result, None)))
    assert [(one.neighbours, one.group) for one in read.issues] == [(beside, 7), ((None, None), None)]
