"""The pairs of the tables beside this file: sound ones are quiet, broken ones are marked where they are broken.

A table of placeholders is a TOML file with a part for each dialect: `target_lang`, `sound` [source, target], `broken`
[source, target, text that must be marked]. `declared_sound` and `declared_broken` need the dialect declared.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tqa.model import Issue
from tqa.registry import rules
from tqa.rule import bad
from tqa.testing import issues_of

RULES = ("placeholder-mismatch", "icu-syntax", "fluent-syntax", "plural-categories")
FEWEST = 15
TABLES = {
    dialect: table
    for path in sorted(Path(__file__).parent.glob("placeholders-*.toml"))
    for dialect, table in tomllib.loads(path.read_text(encoding="utf-8")).items()
}


MARKUP = tomllib.loads((Path(__file__).parent / "markup.toml").read_text(encoding="utf-8"))
MARKUP_RULES = (*RULES, *MARKUP["broken"])


def cases() -> Iterator[Any]:
    """Every pair, with the dialect to declare, and the text that must be marked or None."""
    for dialect, table in TABLES.items():
        for prefix in ("", "declared_"):
            pairs = [*table.get(f"{prefix}sound", []), *table.get(f"{prefix}broken", [])]
            for n, pair in enumerate(pairs, 1):
                mark = pair[2] if len(pair) > 2 else None
                for declared in (dialect,) if prefix else (dialect, "auto"):
                    name = f"{dialect}-{declared}-{prefix}{n}"
                    yield pytest.param(declared, table["target_lang"], pair[0], pair[1], mark, id=name)


def issues(source: str, target: str, target_lang: str, dialect: str) -> list[Issue]:
    example = bad((source, target), langs=("en", target_lang), options={"dialect": dialect})
    return [issue for rule in RULES for issue in issues_of(rules()[rule], example) if issue.severity.rank]


def is_marked(issue: Issue, text: str) -> bool:
    return any(
        text[:3] in issue.text(span.side)[span.start : span.end] or issue.text(span.side)[span.start : span.end] in text
        for span in issue.spans
    )


@pytest.mark.parametrize(("declared", "target_lang", "source", "target", "mark"), list(cases()))
def test_pair(declared: str, target_lang: str, source: str, target: str, mark: str | None) -> None:
    found = issues(source, target, target_lang, declared)
    if mark is None:
        assert not found, found[0].message
    else:
        assert any(is_marked(issue, mark) for issue in found), [(issue.message, issue.spans) for issue in found]


@pytest.mark.parametrize("dialect", list(TABLES))
def test_there_are_enough_pairs(dialect: str) -> None:
    table = TABLES[dialect]
    for kind in ("sound", "broken"):
        assert len(table.get(kind, [])) + len(table.get(f"declared_{kind}", [])) >= FEWEST


@pytest.mark.parametrize(("source_lang", "target_lang", "source", "target"), MARKUP["sound"])
def test_sound_markup(source_lang: str, target_lang: str, source: str, target: str) -> None:
    example = bad((source, target), langs=(source_lang, target_lang))
    found = [issue for rule in MARKUP_RULES for issue in issues_of(rules()[rule], example) if issue.severity.rank]
    assert not found, (found[0].rule, found[0].message)


@pytest.mark.parametrize(
    ("rule", "source_lang", "target_lang", "source", "target", "mark"),
    [(rule, *pair) for rule, pairs in MARKUP["broken"].items() for pair in pairs],
)
def test_broken_markup(rule: str, source_lang: str, target_lang: str, source: str, target: str, mark: str) -> None:
    found = issues_of(rules()[rule], bad((source, target), langs=(source_lang, target_lang)))
    assert any(is_marked(issue, mark) for issue in found), [(issue.message, issue.spans) for issue in found]
