"""Invented pages with what must be found on each: see README.md beside this file."""

import json
from pathlib import Path
from typing import Any

import pytest

from tqa import Issue, Severity
from tqa.api import align, check

FOLDER = Path(__file__).parent
PAGES = sorted(path.name.removesuffix(".expected.json") for path in FOLDER.glob("*.expected.json"))
# What falls short as of now, by page and line, and why. It must be exactly what does, so that it can only shrink.
STRIPPED = "diacritic-loss: not all words that lost their marks are put right"
LOWER_CASE = "spelling, name-case: a name in lower case that is also a word, or is in no list of names"
NEAREST = "spelling: the nearest word is offered, not the one that is meant"
KNOWN: dict[str, dict[int, str]] = {
    "business.vi-en": {18: LOWER_CASE},
    "cuisine.it-en": {23: LOWER_CASE},
    "culture.vi-en": {22: LOWER_CASE},
    "cycling.en-cs": {18: LOWER_CASE},
    "election.hu-en": {25: NEAREST},
    "energy.de-en": {9: STRIPPED},
    "excavation.tr-en": {10: STRIPPED},
    "religion.vi-en": {36: LOWER_CASE},
    "science.vi-en": {14: NEAREST},
    "shipyard.pl-en": {9: STRIPPED},
}


@pytest.fixture(scope="module", params=PAGES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def expectation(name: str) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((FOLDER / f"{name}.expected.json").read_text(encoding="utf-8"))
    return gold


def stands_on(marked: str, text: str) -> bool:
    """Whether a span covers at least half of the text, at most twice its length."""
    if marked in text:
        return 2 * len(marked) >= len(text)
    return text in marked and len(marked) <= 2 * len(text)


def meets(want: dict[str, Any], issues: list[Issue]) -> bool:
    """Whether the issues of a line have what is wanted there: one of the rules, on the text, with the suggestion."""
    here = [issue for issue in issues if issue.rule in want["rules"]]
    spans = [
        ((issue.source if span.side == "source" else issue.target) or "")[span.start : span.end]
        for issue in here
        for span in issue.spans
    ]
    offered = " | ".join(issue.suggestion or "" for issue in here)
    return (
        bool(here)
        and ("text" not in want or any(stands_on(span, want["text"]) for span in spans))
        and all(any(one in offered for one in ways.split("|")) for ways in want.get("suggestion_has", ()))
    )


def test_what_is_wrong_is_found_and_what_is_right_left_alone(name: str) -> None:
    gold = expectation(name)
    result = check(
        FOLDER / f"{name}.txt",
        source_lang=gold["source_lang"],
        target_lang=gold["target_lang"],
        # General rules must find what is there, not a list of known words.
        ignore=["mistranslation-marker"],
    )
    assert not result.problems
    on: dict[int | None, list[Issue]] = {}
    for issue in result.issues:
        on.setdefault(issue.line, []).append(issue)
    missed = {want["line"] for want in gold["expect"] if not meets(want, on.get(want["line"], []))}
    loud = {line for line in gold["quiet_lines"] if any(issue.severity >= Severity.MINOR for issue in on.get(line, []))}
    assert missed | loud == set(KNOWN.get(name, {}))


def test_source_lines_are_linked_with_their_translations_and_no_others(name: str) -> None:
    gold = expectation(name)
    rows = align(FOLDER / f"{name}.txt", source_lang=gold["source_lang"], target_lang=gold["target_lang"])
    linked = {(row.source_lines, row.target_lines) for row in rows if row.source_lines and row.target_lines}
    assert linked == {((source,), (target,)) for source, target in gold["pairs"]}
