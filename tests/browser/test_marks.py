"""What a reviewer takes away from the HTML report: marks as a baseline, the rows shown as files; and known issues."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from sample_report import ISSUES, RESULT

import tqa
from tqa.config.load import load_config
from tqa.config.schema import Config
from tqa.reporters.csv import COLUMNS
from tqa.triage.baseline import read_baseline
from tqa.triage.suppressions import suppress

pytestmark = pytest.mark.browser

HELD = replace(
    RESULT,
    run=replace(RESULT.run, baseline="known.jsonl"),
    summary=replace(RESULT.summary, known=3),
    issues=ISSUES[:7],
    known=ISSUES[7:],
)


def save(page, button) -> str:
    with page.expect_download() as waiting:
        page.locator(button).click()
    return Path(waiting.value.path()).read_bytes().decode("utf-8")


def rows(page):
    return page.locator("#rows tbody tr")


def choose(page, status):
    page.locator("#which").select_option(status)


def test_an_issue_is_marked_by_key_and_by_button(open_page):
    page = open_page()
    page.keyboard.press("x")
    assert page.locator(".tag-mark").count() == 0
    for expected in (["accepted"], ["false positive"], []):
        page.keyboard.press("j" if expected == ["accepted"] else "Shift")
        page.keyboard.press("x")
        assert rows(page).first.locator(".tag-mark").all_inner_texts() == expected
    rows(page).nth(2).click()
    button = page.locator("[data-mark=accepted]")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert rows(page).nth(2).locator(".tag-mark").inner_text() == "accepted"
    button.click()
    assert page.locator(".tag-mark").count() == 0


def test_marks_are_a_filter_and_outlive_the_page(open_page):
    page = open_page()
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("x")
    for status, count in (("accepted", 1), ("false-positive", 1), ("unmarked", 8), ("", 10)):
        choose(page, status)
        assert rows(page).count() == count
    page.reload()
    assert page.locator(".tag-mark").all_inner_texts() == ["accepted", "false positive"]
    choose(page, "unmarked")
    assert page.evaluate("location.hash") == "#status=unmarked"
    assert page.locator("#status").inner_text() == "1–8 of 8 issues (2 issues filtered away)"


def test_marks_are_saved_as_a_baseline_that_holds_them_back(open_page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("The goverment signed.\nThey recieve a map.\nI beleive it.\n", encoding="utf-8")
    found = tqa.check("page.txt", target_lang="en", select=["spelling"])
    assert len(found.issues) == 3
    page = open_page(found)
    assert page.locator("#save-marks").is_disabled()
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("x")
    assert page.locator("#save-marks").inner_text() == "Save 2 marks as baseline"
    baseline = tmp_path / "marks.jsonl"
    baseline.write_text(save(page, "#save-marks"), encoding="utf-8")
    assert {entry.mark for entry in read_baseline(baseline).values()} == {"accepted", "false-positive"}
    again = tqa.check("page.txt", target_lang="en", select=["spelling"], config=Config(baseline=baseline))
    assert [one.suggestion for one in again.issues] == ["receive"]
    assert again.summary.known == 2
    assert again.stale == ()


def test_known_issues_show_on_demand_and_stay_known(open_page):
    page = open_page(HELD)
    assert rows(page).count() == 7
    assert page.locator("#status").inner_text() == "1–7 of 7 issues"
    choose(page, "known")
    assert rows(page).count() == 3
    assert page.locator("#rows .tag").all_inner_texts() == ["known"] * 3
    choose(page, "all")
    assert rows(page).count() == 10
    assert page.evaluate("location.hash") == "#status=all"
    rows(page).first.click()
    page.keyboard.press("x")
    lines = [json.loads(line) for line in save(page, "#save-marks").splitlines()]
    assert {line["fingerprint"] for line in lines} == {one.fingerprint for one in (ISSUES[0], *ISSUES[7:])}


def test_a_run_with_known_issues_alone_says_so(open_page):
    page = open_page(replace(HELD, issues=(), known=ISSUES, problems=()))
    assert page.locator("#empty").inner_text().startswith("No new issues.\n")
    choose(page, "known")
    assert rows(page).count() == 10


def test_what_is_shown_is_downloaded_as_json_lines(open_page):
    page = open_page(anchor="#severity=major")
    lines = [json.loads(line) for line in save(page, "#save-jsonl").splitlines()]
    shown = [one for one in ISSUES if one.severity.value == "major"]
    assert [line["fingerprint"] for line in lines] == [one.fingerprint for one in shown]
    for line, one in zip(lines, shown, strict=True):
        assert (line["source"], line["target"], line["suggestion"]) == (one.source, one.target, one.suggestion)
        assert [tuple(span.values()) for span in line["spans"]] == [tuple(span) for span in one.spans]
        assert (line["file"], line["line"], line["language"]) == (one.file, one.line, one.language)


def test_what_is_shown_is_downloaded_as_a_table(open_page):
    formula = replace(ISSUES[0], target='=HYPERLINK("x")\nand, more')
    page = open_page(replace(RESULT, issues=(formula, *ISSUES[1:])), "#file=news/page.txt")
    text = save(page, "#save-csv")
    assert text.startswith("\ufeff")
    table = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert list(table[0])[: len(COLUMNS)] == COLUMNS
    assert [row["rule"] for row in table] == ["diacritic-loss", "spelling"]
    assert table[0]["target"] == "'" + formula.target
    assert table[1]["spans"] == "target:11-19"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_new_parts_fit_and_can_be_read(open_page, contrast, scheme, width):
    page = open_page(HELD, "#status=all&issue=2", color_scheme=scheme, viewport={"width": width, "height": 900})
    page.keyboard.press("x")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for text in (".tag", ".tag-mark", ".marking [aria-pressed=true]", "#save-csv", ".exports span"):
        assert contrast(page, text) >= 4.5


def test_the_suppression_to_copy_suppresses_that_issue(open_page, tmp_path):
    hidden = replace(ISSUES[4], rule="spelling", segment="hidden")
    issues = (ISSUES[0], ISSUES[1], ISSUES[2], hidden)
    page = open_page(replace(RESULT, issues=issues))
    for number, one in enumerate(issues):
        rows(page).nth(number).click()
        page.locator(".suppression summary").click()
        copied = page.locator(".suppression pre").last.inner_text()
        path = tmp_path / "tqa.toml"
        path.write_text(copied.replace('reason = ""', 'reason = "tested"'), encoding="utf-8")
        sifted = suppress(issues, load_config(path).suppress)
        assert [entry.issue for entry in sifted.suppressed] == [one]
        assert "\u202e" not in copied
