"""The page's parts that need no browser: what it counts, and that no text is taken for markup."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from sample_report import HOSTILE, ISSUES, RESULT, RULES, issue, report

from tqa.model import Problem
from tqa.reporters.html.data import sections
from tqa.reporters.html.direction import direction
from tqa.reporters.html.overview import overview
from tqa.reporters.reporter import REPORTERS


def rendered(result=RESULT) -> str:
    return "".join(REPORTERS.named("html").render(report(result)))


class Tags(HTMLParser):
    """Collects the start tags and, as the HTML standard reads them, the contents of script elements."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        if self.tags and self.tags[-1][0] == "script":
            self.scripts.append(data)


def parse(page: str) -> Tags:
    parser = Tags()
    parser.feed(page)
    return parser


def test_a_hostile_text_adds_no_element_and_can_be_read_back():
    hostile = issue(HOSTILE, "major", HOSTILE, HOSTILE + "<!--<script>", source=HOSTILE, file=HOSTILE, segment=HOSTILE)
    plain = issue("a", "major", "b", "c", source="d", file="e", segment="f")
    found, expected = (parse(rendered(replace(RESULT, issues=(one,)))) for one in (hostile, plain))
    names = [tag for tag, _ in found.tags]
    assert "img" not in names
    assert names.count("script") == [tag for tag, _ in expected.tags].count("script") == 2
    data = json.loads(found.scripts[0])
    assert data["issues"][0][9:11] == [HOSTILE, HOSTILE + "<!--<script>"]


def test_the_page_names_nothing_outside_of_itself():
    page = parse(rendered())
    for tag, attributes in page.tags:
        assert not {"src", "style", "srcset", "onclick"} & set(attributes), tag
        assert attributes.get("href", "#").startswith("#")
        assert tag not in ("link", "base", "iframe", "object", "form[action]")
    assert "default-src 'none'" in rendered()


def test_fix_first_ranks_by_penalty_not_by_count():
    minor = [replace(ISSUES[1], segment=str(n)) for n in range(20)]
    found = overview(report(replace(RESULT, issues=(*minor, ISSUES[2]))))
    assert [(row.name, row.count, row.penalty) for row in found.rules] == [
        ("number-mismatch", 1, 25),
        ("spelling", 20, 20),
    ]
    assert found.penalty == 45
    assert found.penalty_rate == pytest.approx(1000 * 45 / 2304)


def test_neutral_issues_cost_nothing_and_are_listed_all_the_same():
    found = overview(report(replace(RESULT, issues=ISSUES[7:8])))
    assert found.penalty == 0
    assert [(row.name, row.count) for row in found.rules] == [("punctuation", 1)]


def test_every_issue_is_in_one_cell_of_each_table():
    found = overview(report())
    for rows in (found.rules, found.types, found.files):
        assert sum(cell.count for row in rows for cell in row.cells) == len(ISSUES)


def test_of_many_problems_none_is_left_out():
    problems = tuple(Problem(f"broken-{n}-end", "a.txt", n) for n in range(50))
    page = rendered(replace(RESULT, problems=problems))
    assert all(f"a.txt:{n}: broken-{n}-end" in page for n in range(50))
    assert "<summary>30 more</summary>" in page


def test_a_run_without_words_has_no_penalty_rate():
    empty = replace(RESULT, summary=replace(RESULT.summary, words=0, segments=0))
    assert overview(report(empty)).penalty_rate is None
    assert "Penalty per 1,000 words</dt><dd>–" in rendered(empty)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("vi", "ltr"),
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("fa-Latn", "ltr"),
        ("az-Arab", "rtl"),
        ("pa", "ltr"),
        ("zh-Hans", "ltr"),
        ("und", "auto"),
    ],
)
def test_direction_follows_language_and_script(tag, expected):
    assert direction(tag) == expected


@pytest.mark.parametrize(
    "form", ["Why it matters\n    Because.\n\nHow to fix\n    So.", "Why it matters: Because.\n\nHow to fix: So."]
)
def test_a_rule_documentation_is_read_in_parts(form):
    assert sections(f"Wrong.\n\n{form}") == {"Why it matters": "Because.", "How to fix": "So."}


def test_a_rule_without_documentation_is_shown_by_name():
    text = re.search(r'"rules": \[.*\]', rendered())
    assert text
    names = [rule["id"] for rule in json.loads("{" + text[0] + "}")["rules"]]
    assert "spelling" in names
    assert "spelling" not in RULES
