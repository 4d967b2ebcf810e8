"""The HTML report in a browser: what a reviewer does with it."""

import re
from dataclasses import replace

import pytest
from sample_report import CLEAN, HOSTILE, ISSUES, RESULT, issue

pytestmark = pytest.mark.browser

MANY = replace(RESULT, issues=tuple(replace(ISSUES[n % 10], line=n + 1, segment=f"s{n}") for n in range(250)))


def rows(page):
    return page.locator("#rows tbody tr")


def status(page) -> str:
    return page.locator("#status").inner_text()


def messages(page) -> list[str]:
    return page.locator("#rows .message").all_inner_texts()


def fragment(page) -> str:
    return page.evaluate("decodeURIComponent(location.hash)")


def test_all_issues_are_listed_in_their_order(open_page):
    page = open_page()
    assert rows(page).count() == len(ISSUES)
    assert status(page) == "1–10 of 10 issues"
    assert messages(page)[:2] == [ISSUES[0].message, ISSUES[1].message]
    assert page.title() == "Failed: 10 issues · tqa"


def test_a_severity_filters_and_goes_into_the_hash(open_page):
    page = open_page()
    page.locator(".chip-critical").click()
    assert rows(page).count() == 2
    assert set(page.locator("#rows .badge").all_inner_texts()) == {"critical"}
    assert fragment(page) == "#severity=critical"
    page.locator(".chip-neutral").click()
    assert rows(page).count() == 3
    assert status(page) == "1–3 of 3 issues (7 issues filtered away)"


@pytest.mark.parametrize(
    ("facet", "value", "count"),
    [
        ("rule", "spelling", 2),
        ("type", "design/markup", 1),
        ("file", "app/zh.json", 3),
        ("langs", "en → ar", 2),
    ],
)
def test_a_facet_filters(open_page, facet, value, count):
    page = open_page()
    page.locator(f"#{facet}").select_option(value)
    assert rows(page).count() == count
    assert fragment(page) == f"#{facet}={value}"


@pytest.mark.parametrize(
    ("typed", "count"),
    [("MAGNETES", 1), ("gia\u0301 12,5", 1), ("معرض", 1), ("/^the .* (seven|free)/", 2), ("no such text", 0)],
)
def test_text_is_found_on_both_sides_in_any_case_and_form(open_page, typed, count):
    page = open_page()
    page.locator("#q").fill(typed)
    page.wait_for_url(lambda url: "q=" in url)
    assert rows(page).count() == count


def test_a_broken_expression_says_so(open_page):
    page = open_page(anchor="#q=/(/")
    assert status(page) == "That is not a regular expression."
    assert page.locator("#q").get_attribute("aria-invalid") == "true"


def test_filtered_away_is_not_the_same_as_no_issues(open_page):
    page = open_page(anchor="#q=zzzz")
    assert status(page) == "0 of 10 shown: filtered away"
    assert page.locator("#empty").is_visible()
    page.locator("#clear-empty").click()
    assert rows(page).count() == 10
    assert fragment(page) == ""
    clean = open_page(CLEAN)
    assert "No issues in 120 segments" in clean.locator(".clean").inner_text()
    assert not clean.locator("#filters").count()
    assert clean.locator("h1").inner_text() == "Passed"


def test_the_hash_brings_back_filters_page_order_and_issue(open_page):
    page = open_page(MANY, "#severity=major,minor&sort=severity&page=2")
    assert status(page) == "101–175 of 175 issues (75 issues filtered away)"
    assert page.locator(".chip-major input").is_checked()
    assert page.locator("#sort").input_value() == "severity"
    assert page.locator("#rows .badge").first.inner_text() == "minor"
    page = open_page(MANY, "#issue=203")
    assert page.locator("#page-of").inner_text() == "Page 3 of 3"
    assert page.locator("#detail").is_visible()
    assert page.locator("#rows tr.chosen").get_attribute("data-at") == "202"


def test_a_hash_of_nonsense_shows_everything(open_page):
    page = open_page(anchor="#severity=awful&page=-3&issue=9999&sort=up&what=1")
    assert rows(page).count() == 10
    assert page.locator("#detail").is_hidden()


def test_the_list_is_paged(open_page):
    page = open_page(MANY)
    assert rows(page).count() == 100
    assert page.locator("#previous").is_disabled()
    page.locator("#next").click()
    page.locator("#next").click()
    assert rows(page).count() == 50
    assert status(page) == "201–250 of 250 issues"
    assert page.locator("#next").is_disabled()
    assert fragment(page) == "#page=3"


def test_a_figure_is_a_filter(open_page):
    page = open_page()
    cell = page.locator('.matrix a[href="#severity=minor&type=linguistic-conventions/spelling"]')
    assert cell.inner_text() == "2"
    cell.click()
    assert rows(page).count() == 2
    assert cell.get_attribute("aria-current") == "true"
    page.locator(".fix").first.click()
    assert fragment(page).startswith("#rule=")


def test_the_keys_go_through_issues_and_pages(open_page):
    page = open_page(MANY)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == ISSUES[1].message
    page.keyboard.press("o")
    assert page.locator("#detail h3").inner_text() == ISSUES[1].message
    page.keyboard.press("j")
    assert page.locator("#detail h3").inner_text() == ISSUES[2].message
    assert fragment(page) == "#issue=3"
    page.keyboard.press("Escape")
    assert page.locator("#detail").is_hidden()
    page.keyboard.press("n")
    assert status(page).startswith("101–200")
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert status(page).startswith("1–100")
    page.keyboard.press("1")
    assert fragment(page) == "#severity=critical"
    page.keyboard.press("c")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#help").is_hidden()


def test_keys_do_nothing_while_one_types(open_page):
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type("jo1?")
    page.wait_for_url(lambda url: "q=" in url)
    assert page.locator("#q").input_value() == "jo1?"
    assert page.locator("#help").is_hidden()
    assert not page.locator(".chip-critical input").is_checked()


def test_the_details_tell_all_about_an_issue(open_page):
    page = open_page()
    rows(page).nth(2).click()
    detail = page.locator("#detail").inner_text()
    for text in ("Vé giá 12,5 nghìn đồng", "safe to apply", "Readers act on numbers", "It costs <9> dong"):
        assert text in detail
    assert page.locator("#detail del").inner_text() == "125"
    assert page.locator("#detail ins").inner_text() == "12.5"
    page.locator("#detail button", has_text="✕").click()
    assert page.locator("#detail").is_hidden()


def test_the_spans_are_marked_in_code_points(open_page):
    page = open_page(anchor="#rule=punctuation")
    assert page.locator("#rows mark.span-neutral").all_inner_texts() == [","]
    assert page.locator("#rows mark.span-evidence").all_inner_texts() == ["😀"]
    page = open_page(anchor="#rule=number-mismatch")
    assert page.locator("#rows mark.span-critical").all_inner_texts() == ["125"]
    assert page.locator("#rows mark.span-evidence").all_inner_texts() == ["12,5", "20"]


def test_the_column_of_sources_is_there_where_one_is_known(open_page):
    page = open_page(anchor="#file=news/page.txt")
    assert page.locator("#rows th.c-source").is_hidden()
    page.locator("#file").select_option("shop/pairs.tsv")
    assert page.locator("#rows th.c-source").is_visible()


def test_a_long_text_is_cut_around_its_mark_in_the_list_and_whole_in_the_details(open_page):
    long = issue("rule", "minor", "message", "word " * 400 + "mark" + " more" * 400, marks=[("target", "mark")])
    page = open_page(replace(RESULT, issues=(long,)))
    cell = page.locator("#rows td.c-text .text").inner_text()
    assert cell.startswith("…")
    assert cell.endswith("…")
    assert page.locator("#rows mark").inner_text() == "mark"
    rows(page).first.click()
    assert len(page.locator("#detail .text").first.inner_text()) > 4000


def test_hostile_texts_show_as_text_and_do_nothing(open_page):
    hostile = issue(
        HOSTILE, "major", HOSTILE, HOSTILE, source=HOSTILE, file=HOSTILE, segment=HOSTILE, suggestion=HOSTILE,
        category=HOSTILE, source_lang="\"><b>", marks=[("target", "<img src=x")],
    )  # fmt: skip
    page = open_page(replace(RESULT, issues=(hostile, hostile)))
    rows(page).first.click()
    assert HOSTILE in page.locator("#detail").inner_text()
    assert HOSTILE in page.locator("#rows td.c-text").first.inner_text()
    assert HOSTILE in page.locator(".fixes").inner_text()
    page.wait_for_timeout(100)
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0


def test_a_link_made_by_somebody_else_does_nothing_either(open_page):
    page = open_page(anchor="#q=%3Cimg%20src%3Dx%20onerror%3D%22window.hacked%3D1%22%3E&rule=%3Cscript%3E")
    assert page.locator("img").count() == 0
    assert page.evaluate("window.hacked") is None


def test_what_cannot_be_seen_is_named(open_page):
    page = open_page(anchor="#rule=control-character")
    target = page.locator("#rows td.c-text").nth(1)
    assert re.sub(r"\s+", " ", target.locator(".text").inner_text()) == "SaveESC[31m the fileBEL as RLOgnp.exePDF now"
    assert "\u202e" not in target.text_content()
    assert page.locator("#rows td.c-text").first.inner_text() == "LưuNBSPtệp"
    page = open_page(anchor="#rule=untranslated")
    assert "·" not in page.locator("#rows .c-text").last.inner_text()
    page.keyboard.press("i")
    assert page.locator("#rows .c-text").last.inner_text().startswith("Welcome·to·the")


def test_each_text_has_its_language_and_direction(open_page):
    page = open_page(anchor="#rule=wrong-term")
    source, target = page.locator("#rows td.c-text").all()
    assert (source.get_attribute("lang"), source.get_attribute("dir")) == ("en", "ltr")
    assert (target.get_attribute("lang"), target.get_attribute("dir")) == ("ar", "rtl")
    box, text = target.bounding_box(), target.locator("mark").bounding_box()
    assert text["x"] > box["x"] + box["width"] / 2


TEXTS = [
    "h1", ".gates .bad", ".lead", ".note", ".fix-count", ".matrix td a", ".matrix .none", ".dimension", ".place code",
    ".place", ".badge-critical", ".badge-major", ".badge-minor", ".badge-neutral", "mark.span-critical",
    "mark.span-evidence", ".suggested", ".absent", ".unseen", "#status", ".chip output", "#detail del", "#detail ins",
    "#detail h4", ".problems h2", ".problems li",
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read_in_both_themes(open_page, contrast, scheme):
    page = open_page(anchor="#issue=3", color_scheme=scheme)
    behind = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", behind))) > 600) == (scheme == "light")
    faint = {text: round(found, 2) for text in TEXTS if (found := contrast(page, text)) < 4.5}
    assert faint == {}


def test_the_theme_can_be_switched(open_page):
    page = open_page(color_scheme="light")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    page.keyboard.press("t")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == before


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_sticks_out_of_the_window(open_page, width):
    page = open_page(anchor="#issue=4", viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_summary_is_there_without_javascript(open_page):
    page = open_page(java_script_enabled=False)
    text = page.locator("main").inner_text()
    for part in ("Failed", "9", "number-mismatch", "design / markup", "not UTF-8", "needs JavaScript"):
        assert part in text
    assert page.locator("#filters").is_hidden()
