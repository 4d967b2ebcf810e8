"""The formats of code hosts and CI servers: valid by their schemas, and no text under test does anything there."""

import csv
import html
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from markdown_it import MarkdownIt
from sample_report import CLEAN, HOSTILE, ISSUES, RESULT, issue, report

from tqa.model import Severity
from tqa.reporters.reporter import REPORTERS
from tqa.reporters.sarif import MOST

SCHEMAS = Path(__file__).parent / "schemas"
SARIF = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
NASTY = HOSTILE + " @everyone #12 ]]> ::error::x %0A \x00\x1b\ufffe\ud800 `|` **b** [x](javascript:y)\r\n=1+1"
HOSTILE_ISSUE = issue(
    "r", "major", NASTY, NASTY, source=NASTY, file="dir/a,b:c%.po", line=3, segment=NASTY, suggestion=NASTY,
    marks=[("target", "<script>")],
)  # fmt: skip
HOSTILE_RESULT = replace(RESULT, issues=(HOSTILE_ISSUE,))
RESULTS = pytest.mark.parametrize("result", [RESULT, CLEAN, HOSTILE_RESULT], ids=["sample", "clean", "hostile"])


def rendered(name: str, result=RESULT) -> str:
    text = "".join(REPORTERS.named(name).render(report(result)))
    text.encode("utf-8")
    return text


def sarif_run(result=RESULT) -> dict:
    return json.loads(rendered("sarif", result))["runs"][0]


@RESULTS
def test_sarif_is_valid(result):
    jsonschema.Draft4Validator(SARIF).validate(json.loads(rendered("sarif", result)))


def test_sarif_has_the_worst_first_with_place_fingerprint_and_help():
    run = sarif_run()
    assert [one["level"] for one in run["results"]] == ["error"] * 6 + ["warning"] * 3 + ["note"]
    first = run["results"][0]
    assert first["ruleId"] == run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "number-mismatch"
    place = first["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("shop/pairs.tsv", 2)
    assert first["partialFingerprints"] == {"tqa/v1": "number-mismatch:1"}
    descriptor = run["tool"]["driver"]["rules"][first["ruleIndex"]]
    assert "Readers act on numbers" in descriptor["help"]["text"]
    assert "It costs <9> dong" in descriptor["help"]["markdown"]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("not UTF-8")


def test_sarif_says_what_is_new_where_there_is_a_baseline():
    assert not any("baselineState" in one for one in sarif_run()["results"])
    based = replace(RESULT, run=replace(RESULT.run, baseline="known.jsonl"), issues=ISSUES[:2], known=ISSUES[2:])
    assert [one["baselineState"] for one in sarif_run(based)["results"]] == ["new", "new"]
    jsonschema.Draft4Validator(SARIF).validate(json.loads(rendered("sarif", based)))


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("./a b/ü.po", "a%20b/%C3%BC.po"),
        ("/srv/x.po", "file:///srv/x.po"),
        ("C:\\site\\x.po", "file:///C:/site/x.po"),
        ("a:b.po", "a%3Ab.po"),
    ],
)
def test_sarif_names_files_by_uri(file, uri):
    found = sarif_run(replace(RESULT, issues=(replace(ISSUES[0], file=file),)))
    assert found["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_sarif_keeps_the_worst_of_too_many_and_says_so():
    many = (*(replace(ISSUES[1], segment=str(n)) for n in range(MOST)), ISSUES[2], ISSUES[0])
    run = sarif_run(replace(RESULT, issues=many))
    assert len(run["results"]) == MOST
    assert {one["ruleId"] for one in run["results"][:2]} == {"number-mismatch", "diacritic-loss"}
    notes = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]]
    assert notes[-1].startswith("2 of 25,002 issues are left out")
    assert run["invocations"][0]["toolExecutionNotifications"][-1]["level"] == "warning"


@RESULTS
def test_junit_is_valid_and_its_counts_are_right(result):
    document = etree.fromstring(rendered("junit", result).encode())
    etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(document)
    for suite in document:
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors")) == len(suite.findall("testcase/error"))
    assert {suite.get("name") for suite in document} >= set(result.summary.segments_by_file)


def test_junit_fails_only_what_the_gate_counts():
    document = etree.fromstring(rendered("junit").encode())
    neutral = document.xpath("//testcase[starts-with(@name, 'punctuation')]")
    assert [child.tag for child in neutral[0]] == ["system-out"]
    assert len(document.xpath("//failure")) == sum(one.severity > Severity.NEUTRAL for one in ISSUES)
    assert len(document.xpath("//error")) == 1


def test_an_annotation_has_level_place_and_title():
    lines = rendered("github").splitlines()
    assert lines[0].startswith("::error file=shop/old.txt,line=2,title=tqa::not UTF-8")
    assert lines[1].startswith("::error file=shop/pairs.tsv,line=2,title=number-mismatch (critical)::12,5 in")
    assert sum(line.startswith("::warning ") for line in lines) == 3
    assert sum(line.startswith("::notice ") for line in lines) == 1
    assert lines[-1].startswith("tqa failed: 10 issues")


def test_no_text_makes_a_command_of_its_own():
    lines = rendered("github", HOSTILE_RESULT).splitlines()
    assert len([line for line in lines if line.startswith("::")]) == 2
    assert "file=dir/a%2Cb%3Ac%25.po," in lines[1]
    assert "%250A" in lines[1]


@RESULTS
def test_gitlab_gets_what_it_asks_for(result):
    found = json.loads(rendered("gitlab", result))
    assert len(found) == len(result.issues)
    for one in found:
        assert set(one) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert one["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert one["location"]["lines"]["begin"] >= 1


def test_a_comment_shows_verdict_counts_and_the_worst():
    text = rendered("markdown")
    assert text.startswith("## ❌ Translation quality: failed\n")
    assert "**10 issues** (2 known from the baseline) in 5 files, 120 segments, 2,304 words." in text
    assert text.index("number-mismatch") < text.index("diacritic-loss")
    assert "<b>125</b>" in text
    assert rendered("markdown", CLEAN).startswith("## ✅ Translation quality: passed\n")


def test_a_comment_fits_whatever_is_in_it():
    giant = replace(HOSTILE_ISSUE, message=NASTY * 500, target=NASTY * 5000, suggestion="<" * 9000)
    text = rendered("markdown", replace(RESULT, issues=(giant,) * 3000))
    assert len(text) < 65_536
    assert "The 25 worst of 3,000 issues" in text


def test_a_comment_pings_nobody_and_holds_no_markup_of_the_texts():
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(rendered("markdown", HOSTILE_RESULT))
    tags = set(re.findall(r"<(\w+)", page))
    assert tags <= set("h2 p strong ul li table thead tbody tr th td details summary code b sub".split())
    assert len(re.findall("<td", page)) == 4 + 2 + 4
    assert "@everyone" not in page
    assert " #12" not in page
    assert "`|` **b** [x](javascript:y)" in html.unescape(page)


def test_csv_has_a_row_for_each_issue_and_runs_no_formula():
    text = rendered("csv", replace(RESULT, issues=(*ISSUES, replace(ISSUES[0], target="=HYPERLINK(1)", source="-x"))))
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == len(ISSUES) + 1
    assert [row["rule"] for row in rows[:-1]] == [one.rule for one in ISSUES]
    assert rows[2]["spans"] == "target:17-20 source:7-11 target:47-49"
    assert rows[0]["source"] == ""
    assert (rows[-1]["target"], rows[-1]["source"]) == ("'=HYPERLINK(1)", "'-x")
