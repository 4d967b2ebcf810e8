"""The pairs of punctuation.toml: the sound target is quiet, the broken one gives one issue, where it is broken."""

import tomllib
from pathlib import Path

import pytest

from tqa import Segment, check

TABLE = tomllib.loads((Path(__file__).parent / "punctuation.toml").read_text(encoding="utf-8"))
SOUND = TABLE.pop("sound")
RULES = [*TABLE, "ellipsis-style"]
CASES = [(rule, *pair) for rule, group in TABLE.items() for pair in group["pairs"]]


def issues(source_lang, target_lang, source, target):
    segment = Segment("1", target, source, source_lang=source_lang, target_lang=target_lang)
    return [issue for issue in check([segment], select=RULES).issues if issue.severity.rank]


@pytest.mark.parametrize(("source_lang", "target_lang", "source", "target"), SOUND)
def test_what_looks_odd_and_is_sound(source_lang, target_lang, source, target):
    found = issues(source_lang, target_lang, source, target)
    assert not found, (found[0].rule, found[0].message)


@pytest.mark.parametrize(("rule", "source_lang", "target_lang", "source", "sound", "broken", "mark"), CASES)
def test_pair(rule, source_lang, target_lang, source, sound, broken, mark):
    found = issues(source_lang, target_lang, source, sound)
    assert not found, (found[0].rule, found[0].message)
    found = issues(source_lang, target_lang, source, broken)
    assert {issue.rule for issue in found} == {rule}
    marks = [issue.text(span.side)[span.start : span.end] for issue in found for span in issue.spans]
    assert mark in marks


def test_there_are_enough_pairs():
    assert len(CASES) >= 150
    assert len({pair[2] for pair in CASES}) >= 20
