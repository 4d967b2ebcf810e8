"""The machine-readable formats keep the contract, and nothing in a text breaks them."""

import json
from dataclasses import replace

from sample_report import ISSUES, RESULT, report

from tqa.model import Edit, Issue, Severity, Span
from tqa.reporters.reporter import REPORTERS

KEYS = (
    "rule category severity message file line segment source_lang target_lang language source target spans suggestion "
    "applicability edits fingerprint"
).split()


def issue_of(record: dict) -> Issue:
    """An issue read back from its JSON."""
    return Issue(
        **{
            **record,
            "severity": Severity(record["severity"]),
            "spans": tuple(Span(**span) for span in record["spans"]),
            "edits": tuple(Edit(**edit) for edit in record["edits"]),
        }
    )


def test_json_lines_give_back_every_issue():
    text = "".join(REPORTERS.named("jsonl").render(report()))
    records = [json.loads(line) for line in text.splitlines()]
    assert tuple(map(issue_of, records)) == ISSUES
    assert all(list(record) == KEYS for record in records)


def test_text_is_written_as_it_is():
    text = "".join(REPORTERS.named("jsonl").render(report()))
    assert "Chúng tôi mở cửa" in text
    assert "博物馆" in text


def test_no_text_ends_a_line_early():
    breaks = "a\nb\rc\x0bd\x0ce\x1cf\x1dg\x1eh\x85i\u2028j\u2029k"
    issue = replace(ISSUES[0], target=breaks, message=breaks)
    text = "".join(REPORTERS.named("jsonl").render(report(replace(RESULT, issues=(issue,)))))
    assert len(text.splitlines()) == 1
    assert json.loads(text)["target"] == breaks


def test_json_holds_the_issues_the_counts_and_the_problems():
    result = json.loads("".join(REPORTERS.named("json").render(report())))
    assert list(result) == ["version", "tool", "run", "summary", "issues", "problems"]
    assert tuple(map(issue_of, result["issues"])) == ISSUES
    assert result["tool"] == {"name": "tqa", "version": "1.2.3"}
    assert result["summary"]["by_severity"] == {"critical": 2, "major": 4, "minor": 3, "neutral": 1}
    verdict = result["summary"]["verdict"]
    (gate,) = verdict.pop("gates")
    assert verdict == {"passed": False, "fail_on": "minor", "failing": 9, "problems": 1}
    assert (gate["gate"], gate["severity"], gate["allowed"], gate["actual"]) == ("fail-on", "minor", 0, 9)
    assert result["problems"][0]["line"] == 2
