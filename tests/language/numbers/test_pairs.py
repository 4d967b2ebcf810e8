"""Pairs of texts whose numbers agree in another notation (`=`) or are wrong as the named rule says."""

import csv
from pathlib import Path

import pytest

from tqa.facts import Pair
from tqa.model import Segment

FOLDER = Path(__file__).parent


def _rows() -> list[dict[str, str]]:
    rows = []
    for path in sorted(FOLDER.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            rows += [{**row, "id": f"{path.stem}-{n}"} for n, row in enumerate(reader, 2)]
    return rows


ROWS = _rows()


def _rules(row: dict[str, str], *, swapped: bool = False) -> list[str]:
    sides = [(row["source"], row["source_lang"]), (row["target"], row["target_lang"])]
    (source, source_lang), (target, target_lang) = sides[::-1] if swapped else sides
    pair = Pair(Segment("1", target, source, source_lang, target_lang))
    for finding in pair.number_findings:
        for span, text in ((finding.target, target), (finding.source, source)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
    return [finding.rule for finding in pair.number_findings]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS if row["expect"] == "="])
def test_another_notation_is_sound_in_both_directions(row: dict[str, str]) -> None:
    assert _rules(row) == []
    assert _rules(row, swapped=True) == []


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS if row["expect"] != "="])
def test_a_wrong_number_is_found(row: dict[str, str]) -> None:
    assert row["expect"] in _rules(row)


def test_the_table_is_wide_enough() -> None:
    assert len(ROWS) >= 250
    assert len({row["target_lang"].split("-")[0] for row in ROWS} | {row["source_lang"] for row in ROWS}) >= 20
