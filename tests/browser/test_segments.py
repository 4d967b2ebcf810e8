"""Segment scores, groups, neighbours, and what there is to copy."""

from dataclasses import replace

import pytest
from sample_report import ISSUES, RESULT, issue

import tqa
from tqa.model import Neighbour

pytestmark = pytest.mark.browser

BESIDE = (Neighbour("before", "Câu trước", "What stands before"), Neighbour("after", None, "<b>x</b>\u202e"))


def rows(page):
    return page.locator("#rows tbody tr[data-at]")


def fragment(page) -> str:
    return page.evaluate("decodeURIComponent(location.hash)")


def test_a_bar_of_the_histogram_shows_its_segments(open_page):
    page = open_page()
    bar = page.locator('.points-link[href="#points=25-49"]')
    assert bar.inner_text() == "2"
    bar.click()
    assert rows(page).count() == 2
    assert page.locator("#points").input_value() == "25-49"
    page.locator("#points").select_option("1")
    assert set(page.locator("#rows .badge").all_inner_texts()) == {"minor"}
    assert fragment(page) == "#points=1"
    page.locator("#clear").click()
    assert rows(page).count() == len(ISSUES)


def test_points_are_those_of_all_issues_of_a_segment(open_page):
    both = (replace(ISSUES[0], segment="s"), replace(ISSUES[1], segment="s"), ISSUES[2])
    page = open_page(replace(RESULT, issues=both), "#points=6")
    assert rows(page).count() == 2
    assert page.locator('#points option[value="6"]').count() == 1


def test_the_worst_segment_leads_to_its_issues_and_back(open_page):
    page = open_page()
    page.locator(".worst a").first.click()
    assert rows(page).count() == 1
    assert fragment(page) == "#file=shop/pairs.tsv&segment=1"
    page.locator("#picked button", has_text="segment 1").click()
    assert fragment(page) == "#file=shop/pairs.tsv"


def test_a_group_shows_its_source_what_is_wanted_and_what_was_found(open_page, tmp_path):
    lines = ["source\ttarget"] + ["Đóng cửa\tShut the door"] * 3 + ["Đóng cửa\tClose up", "Đóng cửa\tLock it now"]
    (tmp_path / "a.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = tqa.check(
        tmp_path / "a.tsv", source_lang="vi", target_lang="en", select=["inconsistent-target", "spelling"]
    )
    page = open_page(replace(found, issues=(*found.issues, ISSUES[0])))
    group = page.locator(".groups > li").first
    assert group.locator("q").all_inner_texts() == ["Đóng cửa", "Shut the door", "Close up", "Lock it now"]
    group.locator("a").click()
    assert rows(page).count() == 2
    page.locator("#clear").click()
    rows(page).first.click()
    page.locator("#detail button", has_text="All 2 issues of this group").click()
    assert rows(page).count() == 2
    assert page.locator("#detail").is_visible()


def test_the_neighbours_are_shown_as_text(open_page):
    page = open_page(replace(RESULT, issues=(replace(ISSUES[2], neighbours=BESIDE),)), "#issue=1")
    before, after = page.locator(".neighbour").all()
    assert before.locator(".text").all_inner_texts() == ["Câu trước", "What stands before"]
    assert before.locator(".text").first.get_attribute("lang") == "vi"
    assert after.inner_text().startswith("<b>x</b>")
    assert "\u202e" not in after.text_content()


def test_a_term_is_shown_with_what_is_wanted(open_page):
    page = open_page(anchor="#issue=7")
    rows_of = page.locator("#detail .term div:has(> dt)").all_inner_texts()
    assert [" ".join(one.split()) for one in rows_of] == [
        "in the source exhibition",
        "in the target عرضا",
        "wanted معرضا",
    ]
    assert page.locator("#detail .term .text").last.get_attribute("dir") == "rtl"
    assert open_page(anchor="#issue=1").locator("#detail .term").count() == 0


@pytest.mark.parametrize(
    ("name", "before", "line", "after"),
    [
        ("a.po", 'msgid ""\nmsgstr ""\n\n', "{}\n", 'msgid "Nhà khách"\nmsgstr "The goverment house"\n'),
        ("a.md", "", "{}\n", "The goverment house\n"),
        ("a.properties", "", "{}\n", "a = The goverment house\n"),
        ("a.vtt", "WEBVTT\n\n", "{}\n\n", "00:00:01.000 --> 00:00:03.000\nThe goverment house\n"),
        ("a.tsv", "source\ttarget\tnote\n", "Nhà khách\tThe goverment house\t{}\n", ""),
    ],
)  # fmt: skip
def test_the_comment_to_copy_suppresses_in_its_format(open_page, tmp_path, name, before, line, after):
    path = tmp_path / name
    path.write_text(before + ("" if after else line.format("")) + after, encoding="utf-8")
    found = tqa.check(path, target_lang="en", select=["spelling"])
    page = open_page(found, "#issue=1")
    page.locator(".suppression summary").click()
    comment = page.locator(".suppression pre").first.inner_text()
    path.write_text(before + line.format(comment) + after, encoding="utf-8")
    again = tqa.check(path, target_lang="en", select=["spelling"])
    assert (len(found.issues), len(again.issues), len(again.suppressed)) == (1, 0, 1)
    assert again.suppressed[0].reason == "reason"


def test_a_format_without_comments_is_offered_none(open_page):
    page = open_page(replace(RESULT, issues=(issue("spelling", "minor", "m", "text", file="a.json"),)), "#issue=1")
    page.locator(".suppression summary").click()
    assert page.locator(".suppression pre").count() == 1


def test_the_place_is_copied_for_an_editor(open_page):
    page = open_page(anchor="#issue=3", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#detail .copy").first.click()
    page.locator("#detail .copy", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "shop/pairs.tsv:2"


@pytest.mark.parametrize("width", [390, 1440])
def test_a_link_to_an_issue_brings_it_into_view(open_page, width):
    page = open_page(anchor="#issue=7", viewport={"width": width, "height": 900})
    assert 0 <= rows(page).nth(6).bounding_box()["y"] < 900
    assert 0 <= page.locator("#detail h3").bounding_box()["y"] < 900


def test_on_a_narrow_window_the_details_stand_below_their_row(open_page):
    page = open_page(anchor="#issue=2", viewport={"width": 390, "height": 900})
    row, pane, after = rows(page).nth(1).bounding_box(), page.locator("#detail").bounding_box(), rows(page).nth(2)
    assert row["y"] + row["height"] <= pane["y"] + 1
    assert pane["y"] + pane["height"] <= after.bounding_box()["y"] + 1
    page.keyboard.press("j")
    assert page.locator("#detail h3").inner_text() == ISSUES[2].message
    assert page.locator(".detail-row").count() == 1
    page.locator(".chip-critical").click()
    assert page.locator("#detail").count() == 0 or page.locator("#detail").is_hidden()
    rows(page).first.click()
    assert page.locator("#detail").is_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.locator("#split > #detail").wait_for()
    assert page.locator(".detail-row").count() == 0
