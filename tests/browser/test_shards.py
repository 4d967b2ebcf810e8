"""A report with more issues than one file should hold: a page with scripts beside it."""

import re
from dataclasses import replace

import pytest
from sample_report import HOSTILE, ISSUES, RESULT

pytestmark = pytest.mark.browser

MANY = replace(
    RESULT,
    issues=tuple(replace(ISSUES[n % 10], line=n + 1, segment=f"s{n}", fingerprint=f"f{n}") for n in range(230)),
    known=(replace(ISSUES[3], message=HOSTILE),) * 20,
    run=replace(RESULT.run, baseline="known.jsonl"),
)


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr("tqa.reporters.html.report.MOST_INLINE", 200)
    monkeypatch.setattr("tqa.reporters.html.data.SHARD", 100)


def rows(page):
    return page.locator("#rows tbody tr")


def loaded(page):
    page.wait_for_selector("#loading:empty", state="attached")


def test_all_issues_are_loaded_from_the_scripts_beside_the_page(open_page, tmp_path):
    page = open_page(MANY)
    loaded(page)
    assert sorted(path.name for path in (tmp_path / "report-data").iterdir()) == ["1.js", "2.js", "3.js"]
    assert page.locator("#status").inner_text() == "1–100 of 230 issues"
    assert "250 issues are too many for one file" in page.locator(".notice").last.inner_text()
    page.locator("#which").select_option("known")
    assert rows(page).count() == 20
    assert HOSTILE in page.locator("#rows .message").first.inner_text()
    assert page.evaluate("window.hacked") is None
    assert page.locator("#file option").count() > 1


def test_a_link_to_a_late_issue_works(open_page):
    page = open_page(MANY, "#severity=critical&issue=223")
    loaded(page)
    assert page.locator("#rows tr.chosen").get_attribute("data-at") == "222"
    assert page.locator("#detail h3").inner_text() == ISSUES[2].message


def test_a_script_of_another_run_or_none_is_told(open_page, tmp_path):
    open_page(MANY)
    folder = tmp_path / "report-data"
    other = (folder / "2.js").read_text(encoding="utf-8")
    page = open_page(MANY)
    loaded(page)
    page.locator("#next").click()
    (folder / "1.js").write_text(other, encoding="utf-8")
    page.reload()
    page.locator("#loading", has_text="shown").wait_for()
    told = page.locator("#loading").inner_text()
    assert told == "report-data/1.js is of another run: 100 issues can't be shown."
    assert page.locator("#status").inner_text().endswith("of 130 issues")


def test_no_issues_stand_in_the_page_itself_and_a_foreign_script_is_not_let_in(open_page, tmp_path):
    loaded(open_page(MANY))
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert '"issues": []' in text.replace("\n", "")
    policy = re.search(r"script-src ([^;]*)", text)[1]
    assert re.fullmatch(r"'sha256-[\w+/=]+' 'strict-dynamic'", policy)
