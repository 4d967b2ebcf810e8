"""A page or a bitext whose languages nobody names is read as what it is, and the user is told so."""

import json
from pathlib import Path

import pytest

import tqa
from tqa.cli import main
from tqa.engine.result import Result

PAGE = """Khách du lịch chọn mua nón lá ở chợ Đông Ba sáng chủ nhật.
Visitors choose conical hats at Dong Ba market on Sunday morning.

Giá vé tham quan Đại Nội không thay đổi trong năm nay.
Entrance fees for the citadel stay as they are this year.

XEM THÊM TIN KHÁC
"""
ENGLISH = """The ferry to the island leaves at nine in the morning.

Passengers should be at the pier half an hour earlier.

"Il fait toujours beau chez nous en septembre", said the captain.

Bicycles travel free of charge outside the summer months.
"""
PAIRS = [
    ("Die Bäckerei öffnet morgens um sechs Uhr.", "The bakery opens at six in the morning."),
    ("Am Sonntag bleibt sie geschlossen.", "It stays closed on Sundays."),
    ("Das Brot kostet drei Euro.", "A loaf costs three euros."),
]


def _bitext(folder: Path, pairs: list[tuple[str, str]] = PAIRS) -> Path:
    path = folder / "pairs.tsv"
    path.write_text("source\ttarget\n" + "".join(f"{a}\t{b}\n" for a, b in pairs), encoding="utf-8")
    return path


def _languages(result: Result) -> list[tuple[str, str]]:
    return [(one.source_lang, one.target_lang) for one in result.recognised]


def test_a_page_is_read_as_source_lines_above_their_translations(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    result = tqa.check(path)
    assert _languages(result) == [("vi", "en")]
    assert [(issue.line, issue.rule) for issue in result.issues] == [(7, "untranslated")]


def test_a_web_page_is_read_like_a_text(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    page = PAGE.replace("mua nón lá", "mua 12 nón lá").replace("choose conical", "choose 20 conical")
    lines = "".join(f"<p>{line}</p>\n" for line in page.splitlines() if line)
    path.write_text(f"<html><body>\n{lines}</body></html>\n", encoding="utf-8")
    result = tqa.check(path)
    assert _languages(result) == [("vi", "en")]
    number, heading = sorted(result.issues, key=lambda issue: issue.rule)
    assert (number.rule, number.source) == ("number-mismatch", page.splitlines()[0])
    assert (heading.rule, heading.target) == ("untranslated", "XEM THÊM TIN KHÁC")


def test_a_quotation_makes_no_source_language(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    result = tqa.check(path)
    assert _languages(result) == [("und", "en")]
    assert {issue.rule for issue in result.issues}.isdisjoint({"untranslated", "wrong-language"})


def test_a_bitext_is_read_in_its_languages(tmp_path: Path) -> None:
    assert _languages(tqa.check(_bitext(tmp_path))) == [("de", "en")]


def test_two_texts_to_align_are_recognised_each_by_itself(tmp_path: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_text("".join(f"{pair[0]}\n" for pair in PAIRS), encoding="utf-8")
    target.write_text(f"{PAIRS[0][1]} {PAIRS[1][1]}\nA loaf costs five euros.\n", encoding="utf-8")
    result = tqa.check(target, source=source, align=True)
    assert _languages(result) == [("de", "en")]
    assert [(issue.line, issue.rule) for issue in result.issues] == [(2, "number-mismatch")]


def test_only_what_nobody_named_is_recognised(tmp_path: Path) -> None:
    result = tqa.check(_bitext(tmp_path), target_lang="en-GB")
    assert _languages(result) == [("de", "und")]
    wrong = tqa.check(_bitext(tmp_path, [*PAIRS, ("Wir backen 12 Sorten.", "We bake 21 kinds.")]), target_lang="en-GB")
    assert {(issue.source_lang, issue.target_lang) for issue in wrong.issues} == {("de", "en-GB")}


@pytest.mark.parametrize(
    "langs", [{"source_lang": "und"}, {"target_lang": "und"}, {"source_lang": "de", "target_lang": "en"}]
)
def test_what_is_called_undetermined_or_named_stays_so(tmp_path: Path, langs: dict[str, str]) -> None:
    assert _languages(tqa.check(_bitext(tmp_path), **langs)) == []


def test_texts_too_short_to_tell_stay_undetermined(tmp_path: Path) -> None:
    assert _languages(tqa.check(_bitext(tmp_path, [("Lima", "Lima"), ("2024", "2024")]))) == []


def test_the_user_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _bitext(tmp_path)
    assert main(["check", str(path)]) == 0
    assert f"read {path} as German to English; --source-lang and --target-lang settle it" in capsys.readouterr().out


def test_a_machine_reads_nothing_but_the_result(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _bitext(tmp_path, [*PAIRS, ("Wir backen 12 Sorten.", "We bake 21 kinds.")])
    main(["check", str(path), "--output-format", "jsonl"])
    (line,) = capsys.readouterr().out.splitlines()
    issue = json.loads(line)
    assert (issue["rule"], issue["source_lang"], issue["target_lang"]) == ("number-mismatch", "de", "en")
