"""What a person at a terminal sees."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_report import CLEAN, ISSUES, RESULT, issue, report

from tqa.gate import judge
from tqa.model import Severity
from tqa.reporters.reporter import REPORTERS, Report
from tqa.reporters.snippet import PRIMARY, Mark, cell_len, snippet


def rendered(result=RESULT, **options) -> str:
    return "".join(REPORTERS.named("console").render(report(result, **options)))


def under_the_mark(text: str, start: int, end: int, cells: int = 60) -> str:
    """What stands above the carets: the columns of the shown line that they underline."""
    shown = snippet(text, [Mark(start, end, PRIMARY)], cells)
    columns: list[str] = []
    for character in "".join(piece for piece, _ in shown.pieces):
        width = cell_len(character)
        if width:
            columns += [character] + [""] * (width - 1)
        elif columns:
            columns[-1] += character
    return "".join(column for column, mark in zip(columns, shown.marks, strict=False) if mark == PRIMARY)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The fridge magnetes are sold", "magnetes"),
        ("博物馆明天开放,门票", "开放"),
        ("한국어 문장", "문장"),
        ("Tie\u0302\u0301ng Vie\u0323\u0302t có dấu", "có"),
        ("free 😀, welcome", "welcome"),
        ("word " * 500 + "target" + " more" * 500, "target"),
        ("字" * 500 + "目标" + "字" * 500, "目标"),
    ],
)
def test_the_carets_stand_under_the_marked_text(text, marked):
    start = text.index(marked)
    assert under_the_mark(text, start, start + len(marked)) == marked


def test_carets_stand_under_the_stand_ins_of_characters_before_them():
    text = "a\tb\x1b[0m target"
    start = text.index("target")
    assert under_the_mark(text, start, start + 6) == "target"


def test_a_wide_character_takes_two_columns_and_a_combining_one_none():
    assert snippet("博物,x", [Mark(2, 3, PRIMARY)], 60).marks == "    ^"
    assert snippet("e\u0301e\u0301x", [Mark(4, 5, PRIMARY)], 60).marks == "  ^"


def test_a_mark_on_a_combining_accent_stands_under_its_letter():
    assert under_the_mark("cafe\u0301s", 4, 5) == "e\u0301"


def test_a_combining_accent_without_a_letter_stands_on_a_circle():
    assert under_the_mark("\u0301abc", 0, 1) == "◌\u0301"
    assert snippet("\u0301abc", [Mark(1, 2, PRIMARY)], 60).marks == " ^"


def test_invisible_characters_are_named_where_they_are_marked():
    assert under_the_mark("12\u00a0km", 2, 3) == "⟨NBSP⟩"
    assert under_the_mark("می\u200cشود", 2, 3) == "⟨ZWNJ⟩"


@settings(deadline=None)  # the first wide character loads a table of widths
@given(st.text(max_size=300), st.data())
def test_a_snippet_fits_and_shows_no_control_character(text, data):
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    marks = [Mark(start, data.draw(st.integers(start + 1, len(text))), PRIMARY)] if text else []
    shown = snippet(text, marks, 40)
    line = "".join(piece for piece, _ in shown.pieces)
    assert cell_len(line) <= 40
    assert len(shown.marks) <= 40
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", line)
    assert bool(shown.marks) == bool(marks)


def test_nothing_in_a_text_reaches_the_terminal_as_a_command():
    bomb = "\x1b]0;title\x07\x9b31m\u202e\x08\r"
    hostile = issue(
        bomb, "major", bomb, bomb, source=bomb, file=bomb, segment=bomb, suggestion=bomb, marks=[("target", bomb)]
    )
    text = rendered(replace(RESULT, issues=(hostile,)))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_without_colour_there_are_no_escape_sequences_and_with_it_the_words_are_the_same():
    plain, colored = rendered(), rendered(color=True)
    assert "\x1b" not in plain
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain


def test_issues_are_grouped_by_file_even_where_they_come_mixed():
    mixed = replace(RESULT, issues=(ISSUES[0], ISSUES[2], ISSUES[1]))
    lines = rendered(mixed).splitlines()
    assert [line for line in lines if line and not line.startswith(" ")][:-1] == [
        "news/page.txt  2 issues",
        "shop/pairs.tsv  1 issue",
    ]


@pytest.mark.parametrize(
    ("result", "line"),
    [
        (
            RESULT,
            "10 issues (2 critical, 4 major, 3 minor, 1 neutral; 2 known from the baseline) in 4 of 5 files, "
            "120 segments, 2,304 words: failed (--fail-on minor, 1 problem)",
        ),
        (CLEAN, "No issues in 5 files, 120 segments, 2,304 words: passed"),
        (
            replace(CLEAN, problems=RESULT.problems),
            "No issues in 5 files, 120 segments, 2,304 words: failed (1 problem)",
        ),
        (
            replace(CLEAN, issues=ISSUES[7:8]),
            "1 issue (1 neutral) in 1 of 5 files, 120 segments, 2,304 words: passed",
        ),
    ],
)
def test_the_last_line_sums_up(result, line):
    assert rendered(result).splitlines()[-1] == line


def test_the_last_line_tells_what_the_gate_was():
    result = replace(CLEAN, issues=ISSUES[:2])
    text = "".join(REPORTERS.named("console").render(Report(result, judge(result, Severity.MAJOR))))
    assert text.endswith("failed (--fail-on major)\n")


def test_a_long_message_is_broken_at_the_width():
    long = issue("rule", "minor", "one two three " * 20, "text")
    assert all(cell_len(line) <= 60 for line in rendered(replace(CLEAN, issues=(long,)), width=60).splitlines()[:-1])
