"""docs/rules.md and what was judged of the rules, beside the rules themselves."""

import re
import tomllib
from pathlib import Path

from tqa.registry import rules

DOCS = Path(__file__).parents[2] / "docs"
HINT = "run scripts/build_rules_doc.py"
ENOUGH, PRECISE = 20, 0.8


def test_the_document_has_each_rule_with_its_first_line_and_status():
    rows = re.findall(r"(?m)^\| \[([\w-]+)\]\(#[\w-]+\) \| (.+?) \| [\w/-]+ \| (\w+) \| (\w+) \|", text())
    shown = {rule: (summary.replace("\\|", "|"), severity, default) for rule, summary, severity, default in rows}
    there = {
        rule.id: (rule.summary, rule.severity.value, "preview" if rule.preview else "yes") for rule in rules().values()
    }
    assert shown == there, HINT


def test_the_document_explains_each_rule():
    assert set(re.findall(r"(?m)^### ([\w-]+)$", text())) == set(rules()), HINT


def test_a_rule_that_was_judged_imprecise_is_a_preview():
    path = DOCS / "judged.toml"
    judged = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    assert set(judged) <= set(rules())
    on = [
        rule
        for rule, row in judged.items()
        if row["n"] >= ENOUGH and row["right"] < PRECISE * row["n"] and not rules()[rule].preview
    ]
    assert not on, "under 80 % right: make them preview, or better"


def text() -> str:
    return (DOCS / "rules.md").read_text(encoding="utf-8")
