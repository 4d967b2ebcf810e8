"""The small texts in corpora/ give exactly the issues that are written down beside them."""

import json
from pathlib import Path

import pytest

import tqa

CORPORA = Path(__file__).parents[2] / "corpora"
EXPECTED = sorted(CORPORA.rglob("*.expected.json"))


def text_of(expected: Path) -> Path:
    stem = expected.name.removesuffix(".expected.json")
    (path,) = (path for path in expected.parent.glob(f"{stem}.*") if path != expected)
    return path


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.name.removesuffix(".expected.json"))
def test_issues(path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    result = tqa.check(text_of(path), source_lang=gold["source_lang"], target_lang=gold["target_lang"])
    serious = [issue for issue in result.issues if issue.severity > tqa.Severity.NEUTRAL]
    assert not result.problems
    assert [(issue.line, issue.rule) for issue in serious] == [(want["line"], want["rule"]) for want in gold["issues"]]
    for want, issue in zip(gold["issues"], serious, strict=True):
        if "text" in want:
            span = issue.spans[0]
            assert issue.text(span.side)[span.start : span.end] == want["text"]
        if "suggestion" in want:
            assert issue.suggestion == want["suggestion"]
        for alternatives in want.get("suggestion_has", []):
            assert any(text in (issue.suggestion or "") for text in alternatives.split("|")), issue.suggestion


@pytest.mark.parametrize(
    "path", [path for path in EXPECTED if "pairs" in path.read_text()], ids=lambda path: path.name.split(".")[0]
)
def test_pairs_of_pages(path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    rows = tqa.align(text_of(path), source_lang=gold["source_lang"], target_lang=gold["target_lang"])
    linked = [[*row.source_lines, *row.target_lines] for row in rows if row.target_lines]
    assert linked == gold["pairs"]
