"""Hostile texts: the scanners of placeholders and markup survive them, and take time in proportion to their length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqa.language.markup.entities import broken_entities, doubled_entities, entities
from tqa.language.markup.markdown import broken_headings, broken_links, broken_strong, parse
from tqa.language.markup.tags import find_tags
from tqa.language.placeholders import DIALECTS, dialect_of, differences, fluent, icu, scan

PIECES = st.sampled_from(
    """{ } {{ }} {a} {a, select, other { {n, plural, one {#} % %% %( %(a)s %{ %a% %1$ %[1]d %#@ ${ #{ \\( $t( $A$ @:a :a
    ' '' < <a <b> </b> <a\xa0b=" <!-- --> & &# &amp &lt; [ ]( [a](b) ** ` `` # | ![ _ ]]> http:// é 字 \ud800""".split()
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=4), st.just(" "), st.just("\n")), max_size=14).map("".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(sorted(DIALECTS)))
def test_placeholders_of_any_text_lie_in_it(source: str, target: str, dialect: str) -> None:
    found = scan(target, dialect)
    for one in found.placeholders:
        assert 0 <= one.start < one.end <= len(target)
    for told in (dialect, dialect_of(source, target)):
        for difference in differences(source, target, told):
            for text, place in ((source, difference.source), (target, difference.target)):
                assert place is None or 0 <= place[0] < place[1] <= len(text)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_a_text_against_itself_differs_in_nothing_missing(text: str) -> None:
    kinds = {difference.kind for difference in differences(text, text, dialect_of(text, text))}
    assert kinds.isdisjoint({"missing", "added", "renamed", "broken", "retyped"})


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_faults_and_markup_of_any_text_lie_in_it(text: str) -> None:
    faults = [*icu.parse(text).faults, *icu.parse(text, is_java=True).faults]
    if text.strip():
        faults += fluent.parse(text).faults
    places = [(one.start, one.end) for one in faults]
    places += [(one.start, one.end) for one in (*find_tags(text), *entities(text))]
    places += [one[:2] for one in (*broken_entities(text), *doubled_entities(text))]
    places += [*broken_links(text), *broken_strong(text), *broken_headings(text)]
    places += [(one[0], one[1]) for part in parse(text) for one in part]
    assert all(0 <= start < end <= len(text) for start, end in places)


def seconds(text: str) -> float:
    began = time.perf_counter()
    for dialect in ("auto", "icu", "python"):
        list(differences(text, text[:-1], dialect))
    find_tags(text)
    parse(text)
    for find in (broken_links, broken_strong, broken_headings, broken_entities):
        list(find(text))
    return time.perf_counter() - began


@pytest.mark.parametrize(
    "piece",
    ["{a}", "{a, select, other {", "{a:{b}", "%#@", "%(a", "%", '<a href="', "<!--", "[x](", "**", "`", "&lt", "{{a"],
)
def test_100_kb_take_time_in_proportion(piece: str) -> None:
    long = piece * (100_000 // len(piece))
    # Ten times the text takes ten times as long, not a hundred; the second is for what the machine does besides.
    assert seconds(long) < 30 * seconds(long[:10_000]) + 1
