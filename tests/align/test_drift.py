"""Renderings of a term other than its main one are found; what merely stands beside the term isn't taken for one."""

import csv
from pathlib import Path

import pytest

from tqa.alignment.drift.find import Drifts

CORPUS = Path(__file__).parents[2] / "benchmarks/drift_de_en.tsv"


def found(pairs, langs=("de", "en")):
    return [(drift.term, drift.main, drift.other) for drift in Drifts(pairs, *langs).find()]


WARDS = [
    ("Das Krankenhaus ist voll.", "The hospital is full."),
    ("Wo liegt das Krankenhaus?", "Where is the hospital?"),
    ("Niemand mag ein Krankenhaus.", "Nobody likes a hospital."),
    ("Vor dem Krankenhaus steht ein Baum.", "A tree stands in front of the hospital."),
]


@pytest.mark.parametrize(
    ("source", "target", "other"),
    [
        ("Das Krankenhaus schließt heute.", "The infirmary closes today.", "infirmary"),
        ("Das Krankenhaus schließt heute.", "It closes today.", None),
        ("Das Krankenhaus schließt heute.", "The hospitalroom closes today.", None),  # it begins with the rendering
        ("Das Krankenhaus und die Klinik schließen.", "It closes, as does the clinic.", None),  # another word says it
    ],
)
def test_what_stands_in_place_of_the_main_rendering(source, target, other):
    expected = [] if other is None else [("Krankenhaus", "hospital", other)]
    assert found([*WARDS, (source, target)]) == expected


def test_initials_are_the_rendering_that_they_stand_for():
    pairs = [
        ("Der Premierminister kam.", "The Prime Minister came."),
        ("Der Premierminister ging.", "The Prime Minister left."),
        ("Wo ist der Premierminister?", "Where is the Prime Minister?"),
        ("Ein Premierminister schweigt.", "A Prime Minister is silent."),
    ]
    assert found([*pairs, ("Der Premierminister lacht.", "The PM laughs.")]) == []
    assert found([*pairs, ("Der Premierminister lacht.", "The premier laughs.")]) == [
        ("Premierminister", "Prime Minister", "premier")
    ]


def test_british_and_american_spellings_are_known():
    pairs = [
        ("Die Genehmigung fehlt.", "The permit is missing."),
        ("Wer hat die Genehmigung?", "Who has the permit?"),
        ("Eine Genehmigung ist teuer.", "A permit is expensive."),
        ("Die Genehmigung kam spät.", "The permit came late."),
    ]
    assert found([*pairs, ("Die Genehmigung gilt.", "The authorisation is valid.")]) == [
        ("Genehmigung", "permit", "authorisation")
    ]


def test_planted_renderings_are_found_and_no_others():
    with CORPUS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    planted = {n: row["planted"] for n, row in enumerate(rows) if row["planted"]}
    drifts = Drifts([(row["source"], row["target"]) for row in rows], "de", "en").find()
    assert {one.segment for one in drifts} <= planted.keys()
    assert sum(planted[one.segment] == one.other for one in drifts) >= 8
