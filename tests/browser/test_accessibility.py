"""axe-core's findings on the page, in both themes and at both widths, and what forced colours and print make of it."""

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest
from sample_report import CLEAN, ISSUES, RESULT

from tqa.model import Neighbour, Severity
from tqa.reporters.reporter import MetricScore
from tqa.scores.history import Entry as Run
from tqa.triage.baseline import Entry

pytestmark = pytest.mark.browser

BESIDE = (Neighbour("0", "Câu đứng trước", "What stands before"), Neighbour("9", None, "ما يأتي بعده"))
FULL = replace(
    RESULT,
    run=replace(RESULT.run, baseline="known.jsonl"),
    issues=tuple(replace(one, neighbours=BESIDE, group=n % 4) for n, one in enumerate(ISSUES[:8])),
    known=ISSUES[8:],
    stale=(Entry("f", "spelling", "minor", "a.txt", "3", "'teh' is not a word"),),
)
RUNS = tuple(
    Run(f"2024-0{n}-01T10:00:00+00:00", "1", ("spelling",), "vi", "en", 5, 120, 2000, 0, n % 2 == 0,
        found={("spelling", Severity.MINOR): 10 * n})
    for n in range(1, 5)
)  # fmt: skip
SCORES = (MetricScore("bleu", 34.25, "nrefs:1", 32.5, 36.0), MetricScore("ter", 48.5))


@pytest.fixture
def findings():
    """Run axe-core on a page and return its serious findings, each with the elements it is about."""
    spec = importlib.util.find_spec("axe_playwright_python")
    if spec is None or spec.origin is None:
        pytest.skip("axe-playwright-python isn't installed (it is in the extra 'dev')")
    axe = Path(spec.origin).with_name("axe.min.js").read_text(encoding="utf-8")

    def run(page):
        page.evaluate(axe)
        found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
        return {
            one["id"]: [node["html"][:120] for node in one["nodes"][:3]]
            for one in found
            if one["impact"] in ("serious", "critical")
        }

    return run


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_serious(open_page, findings, scheme, width):
    options = {"color_scheme": scheme, "viewport": {"width": width, "height": 900}, "reduced_motion": "reduce"}
    page = open_page(FULL, "#status=all&issue=7", history=RUNS, scores=SCORES, **options)
    for details in page.locator("details").all():
        details.evaluate("one => { one.open = true; }")
    assert page.locator("#detail").is_visible()
    assert findings(page) == {}
    page.keyboard.press("?")
    assert findings(page) == {}


def test_axe_finds_nothing_serious_on_a_page_without_issues_or_with_none_shown(open_page, findings):
    assert findings(open_page(CLEAN)) == {}
    assert findings(open_page(replace(CLEAN, problems=RESULT.problems))) == {}
    assert findings(open_page(RESULT, "#q=zzzz")) == {}


def test_axe_is_really_asked(open_page, findings):
    page = open_page()
    page.evaluate("document.getElementById('next').replaceChildren()")
    page.evaluate("document.getElementById('next').removeAttribute('title')")
    assert "button-name" in findings(page)


def test_with_forced_colours_severities_and_marks_can_be_told(open_page):
    page = open_page(FULL, "#issue=3", forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    mark = page.locator("#rows mark").first
    back, text = (mark.evaluate(f"one => getComputedStyle(one).{name}") for name in ("backgroundColor", "color"))
    assert back != text
    assert page.locator("#rows tr.chosen").evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    bar = page.locator(".spread-bar rect").nth(3)
    assert bar.evaluate("one => getComputedStyle(one).fill") != page.evaluate(
        "getComputedStyle(document.body).backgroundColor"
    )


def test_in_print_stand_the_figures_and_the_rows_and_nothing_to_click(open_page):
    page = open_page(FULL, "#issue=3", history=RUNS)
    page.emulate_media(media="print", color_scheme="dark")
    for hidden in (".tools", "#filters", ".pages", ".exports", "#detail"):
        assert page.locator(hidden).first.is_hidden(), hidden
    for shown in ("h1", ".gates", ".spread", ".trend svg", "#rows tbody tr"):
        assert page.locator(shown).first.is_visible(), shown
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_all_figures_are_there_without_javascript(open_page):
    page = open_page(FULL, java_script_enabled=False, history=RUNS, scores=SCORES)
    text = " ".join(page.locator("main").inner_text().split())
    for part in (
        "MQM score 97.09", "112 of 120 segments have no issue", "Worst segments", "Consistency", "bleu 34.25",
        "32.50 to 36.00", "-0.50 since the run before", "8 new 2 unchanged 1 fixed", "needs JavaScript",
    ):  # fmt: skip
        assert part in text, part
    page.locator("summary", has_text="What is fixed").click()
    assert "'teh' is not a word" in page.locator(".fixed").inner_text()


def test_the_trend_is_drawn_to_scale(open_page):
    page = open_page(FULL, history=RUNS)
    heights = page.locator(".trend circle").evaluate_all("all => all.map(one => Number(one.getAttribute('cy')))")
    assert heights == [12, 44, 76, 108]
