"""name-diacritics as a user sees it: one report a place, by the policy of the settings."""

import json
from pathlib import Path

import pytest

from tqa.cli import main

ROWS = [
    ("Khánh Minh đưa tin từ Quảng Ninh.", "Khánh Minh reports from Quang Ninh."),
    ("Ông Khánh Minh đã tới Hà Nội.", "Mr. Khanh Minh has arrived in Hanoi."),
    ("Khánh Minh sẽ đi Đà Nẵng.", "Khánh Minh is going to Da Nang."),
]


@pytest.fixture
def found(tmp_path, monkeypatch, capfd):
    """Checks the rows with a policy; what was found as (rule, line, marked, suggestion)."""

    def run(policy: str | None, *more: str, rows: list[tuple[str, str]] = ROWS) -> list[tuple[str, int, str, str]]:
        monkeypatch.chdir(tmp_path)
        lines = ["source\ttarget", *("\t".join(row) for row in rows)]
        Path("page.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        if policy is not None:
            Path("tqa.toml").write_text(f'[rules.name-diacritics]\npolicy = "{policy}"\n', encoding="utf-8")
        capfd.readouterr()
        arguments = "check page.tsv --source-lang vi --target-lang en --output-format jsonl --exit-zero".split()
        assert main([*arguments, *more]) == 0
        issues = map(json.loads, capfd.readouterr().out.splitlines())
        return [
            (
                issue["rule"],
                issue["line"],
                issue["target"][issue["spans"][0]["start"] : issue["spans"][0]["end"]],
                issue["suggestion"],
            )
            for issue in issues
            if issue["rule"] in ("name-diacritics", "inconsistent-name", "term-drift")
        ]

    return run


def test_a_name_spelt_in_two_ways_is_reported_once_and_a_consistent_one_not(found) -> None:
    assert found(None) == [("name-diacritics", 3, "Khanh Minh", "Khánh Minh")]


def test_names_as_in_the_source(found) -> None:
    assert found("keep", "--select", "name-diacritics") == [
        ("name-diacritics", 2, "Quang Ninh", "Quảng Ninh"),
        ("name-diacritics", 3, "Khanh Minh", "Khánh Minh"),
    ]


def test_names_without_marks(found) -> None:
    assert found("strip", "--select", "name-diacritics") == [
        ("name-diacritics", 2, "Khánh", "Khanh"),
        ("name-diacritics", 4, "Khánh", "Khanh"),
    ]


def test_the_form_of_most_places_is_the_right_one(found) -> None:
    rows = [*ROWS, *((source, target.replace("á", "a")) for source, target in ROWS)]
    assert [issue[2:] for issue in found(None, rows=rows)] == [("Khánh Minh", "Khanh Minh")] * 2


def test_lines_of_the_source_on_a_mixed_page_do_not_count(tmp_path, monkeypatch, capfd) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(
        "Nhà báo Khánh Minh đã có mặt tại hiện trường từ sáng sớm.\n\n"
        "Reporter Khanh Minh was at the scene from early morning.\n\nKhanh Minh spoke to the miners.\n",
        encoding="utf-8",
    )
    command = "check page.txt --source-lang vi --target-lang en --select name-diacritics --output-format jsonl"
    assert main([*command.split(), "--exit-zero"]) == 0
    assert capfd.readouterr().out == ""
