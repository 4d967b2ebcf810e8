"""Annotations in, and how the checks agree with them."""

import json

import pytest

from tqa.errors import ReadError
from tqa.model import Severity, Span
from tqa.scores.mqm.agreement import agreement, kappa
from tqa.scores.mqm.annotations import Annotation, category, read_annotations

WMT = (
    "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\n"
    "Alpha\tfair\t1\t1\tr1\tDer Markt öffnet um 9 Uhr.\tThe market opens at <v>8</v> o'clock."
    "\tAccuracy/Mistranslation\tMajor\n"
    "Alpha\tfair\t1\t1\tr1\tDer Markt öffnet um 9 Uhr.\tThe market opens at 8 <v>o'clock</v>.\tStyle/Awkward\tminor\n"
    "Alpha\tfair\t1\t1\tr2\tDer Markt öffnet um 9 Uhr.\tThe market opens at 8 o'clock.\tNo-error\tno-error\n"
    'Alpha\tfair\t1\t2\tr1\tEr sagte: "Komm <v>bald</v>"\tHe said: "Come"\tAccuracy/Omission\tMajor\n'
    "Beta\tfair\t1\t1\tr1\tDer Markt öffnet um 9 Uhr.\tThe market opens at 9 o'clock.\tNo-error\tno-error\n"
)


@pytest.fixture
def wmt(tmp_path):
    (tmp_path / "mqm.tsv").write_text(WMT, encoding="utf-8")
    return str(tmp_path / "mqm.tsv")


def test_wmt_rows_of_a_segment_belong_together(wmt):
    first, second, omission, other = read_annotations(wmt)
    assert first.target == "The market opens at 8 o'clock."
    assert first.annotations == (
        Annotation("accuracy/mistranslation", Severity.MAJOR, (Span("target", 20, 21),)),
        Annotation("style/awkward", Severity.MINOR, (Span("target", 22, 29),)),
    )
    assert (second.annotator, second.annotations) == ("r2", ())
    assert omission.source[omission.annotations[0].spans[0].start :].startswith("bald")
    assert (other.system, other.annotations) == ("Beta", ())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Fluency/Character encoding", "linguistic-conventions/character-encoding"),
        ("Locale convention/Date format", "locale-conventions/date-format"),
        ("Non-translation!", "non-translation"),
        ("Linguistic_conventions/Punctuation", "linguistic-conventions/punctuation"),
        ("", "other"),
    ],
)
def test_names_of_types(given, expected):
    assert category(given) == expected


def test_a_table_of_ones_own(tmp_path):
    (tmp_path / "lqa.csv").write_text(
        "id,source,target,type,severity,start,end,span,side,comment\n"
        '7,"Ja, klar","Yes, ""sure""",style,minor,5,11,,,"quotes, why?"\n'
        "8,Nein danke,No,accuracy/omission,Major,,,danke,source,\n"
        "9,Gut,Good,,,,,,,\n",
        encoding="utf-8",
    )
    first, second, third = read_annotations(str(tmp_path / "lqa.csv"))
    assert first.annotations == (Annotation("style", Severity.MINOR, (Span("target", 5, 11),), "quotes, why?"),)
    assert second.annotations[0].spans == (Span("source", 5, 10),)
    assert third.annotations == ()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1,a,b,style,mojor,0,1", "lqa.csv:2: unknown severity 'mojor'; did you mean 'major'?"),
        ("1,a,b,style,minor,0,9", "outside of the target"),
        ("1,a,b,style,minor,x,1", "whole numbers"),
        ("1,a,b,style", "4 columns"),
    ],
)
def test_rows_that_do_not_fit_are_named(tmp_path, row, said):
    (tmp_path / "lqa.csv").write_text(f"id,source,target,type,severity,start,end\n{row}\n", encoding="utf-8")
    with pytest.raises(ReadError) as error:
        read_annotations(str(tmp_path / "lqa.csv"))
    assert said in str(error.value)


XLIFF_12 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"
  xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"><file original="a" source-language="de"
  target-language="en" datatype="plaintext"><body>
<trans-unit id="u1"><source>Das Boot ist <!-- why? --> da</source>
<target>The <mrk mtype="x-its" its:locQualityIssueType="misspelling" its:locQualityIssueSeverity="40"
  its:locQualityIssueComment="one t">boatt</mrk> is <g id="1">th<mrk mtype="x-its"
  its:locQualityIssuesRef="#apart">ere</mrk></g></target></trans-unit>
<trans-unit id="u2" its:locQualityIssueType="omission" its:locQualityIssueSeverity="95"><source>Und nun?</source>
<target>And?</target></trans-unit>
<trans-unit id="u3"><source>Nicht fertig</source></trans-unit>
</body></file><its:locQualityIssues xml:id="apart"><its:locQualityIssue locQualityIssueType="grammar"
  locQualityIssueSeverity="60"/><its:locQualityIssue locQualityIssueType="style"/></its:locQualityIssues></xliff>"""

XLIFF_2 = """<xliff version="2.1" srcLang="de" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0"
  xmlns:its="http://www.w3.org/2005/11/its"><file id="f"><unit id="a"><segment><source>Eins</source>
<target>T<mrk id="m" type="its:generic" its:locQualityIssueType="mistranslation"
  its:locQualityIssueSeverity="70">wo</mrk></target></segment></unit></file></xliff>"""


def test_quality_issues_of_its(tmp_path):
    (tmp_path / "a.xlf").write_text(XLIFF_12, encoding="utf-8")
    first, second = read_annotations(str(tmp_path / "a.xlf"))
    assert first.target == "The boatt is there"
    assert [(one.category, one.severity, first.target[slice(*one.spans[0][1:])]) for one in first.annotations] == [
        ("linguistic-conventions/spelling", Severity.MINOR, "boatt"),
        ("linguistic-conventions/grammar", Severity.MAJOR, "ere"),
        ("style", Severity.MINOR, "ere"),
    ]
    assert first.source == "Das Boot ist  da"
    assert second.annotations == (Annotation("accuracy/omission", Severity.CRITICAL),)
    (tmp_path / "b.xlf").write_text(XLIFF_2, encoding="utf-8")
    (only,) = read_annotations(str(tmp_path / "b.xlf"))
    assert (only.id, only.annotations[0].spans) == ("a", (Span("target", 1, 3),))


def test_kappa_of_the_textbook_example():
    # Cohen 1960 by way of Wikipedia, "Cohen's kappa": 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no give 0.4.
    pairs = [(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([(1, 1)] * 3) is None


def test_agreement_counts_marked_characters():
    def marks(*ends):
        return [(Severity.MAJOR, [Span("target", start, end)]) for start, end in ends]

    found = agreement([(marks((0, 4)), marks((2, 6))), ([], marks((0, 2))), ([(Severity.NEUTRAL, [])], [])])
    assert (found.both, found.only_first, found.only_second, found.neither) == (1, 0, 1, 1)
    assert (found.precision, found.recall) == (50, pytest.approx(100 / 3))
    assert found.f1 == pytest.approx(40)


def test_the_command_scores_people_beside_the_checks(tqa, wmt):
    status, out, err = tqa(
        *("score", "--annotations", wmt, "--checks", "--source-lang", "de", "--target-lang", "en"),
        *("--output-format", "json"),
    )
    assert status == 1, err
    document = json.loads(out)
    alpha, checks, beta, _ = document["scores"]
    assert (alpha["system"], alpha["judge"], alpha["penalty"], alpha["segments"]) == ("Alpha", "people", 11, 3)
    assert checks["penalty"] > 0
    assert (beta["quality"], beta["verdict"], beta["sure"]) == (100, "pass", False)
    assert document["agreement"]["both"] == 1
    assert document["agreement"]["only_second"] == 1


def test_the_wmt_profile_gives_points_a_segment(tqa, wmt):
    status, out, _ = tqa("score", "--annotations", wmt, "--profile", "wmt")
    assert status == 0
    assert "points a segment" in out
    assert "3.67" in out


def test_a_saved_run_is_scored_and_held_against_people(tqa, tmp_path):
    (tmp_path / "p.tsv").write_text(
        "id\tsource\ttarget\n7\tEr kam um 9 Uhr.\tHe came at 8 o'clock.\n8\tGut so.\tWell done.\n", encoding="utf-8"
    )
    tqa("check", "p.tsv", "--source-lang", "de", "--target-lang", "en", "--save", "run.jsonl")
    status, out, err = tqa("score", "--run", "run.jsonl", "--output-format", "json")
    (run,) = json.loads(out)["scores"]
    assert (status, run["judge"], run["segments"], run["words"]) == (1, "checks", 2, 7), err
    assert run["penalty"] > 0
    (tmp_path / "lqa.csv").write_text(
        "id,target,type,severity,span\n7,He came at 8 o'clock.,accuracy/mistranslation,major,8\n8,Well done.,,,\n",
        encoding="utf-8",
    )
    found = json.loads(tqa("score", "--run", "run.jsonl", "--annotations", "lqa.csv", "--output-format", "json")[1])
    assert [one["judge"] for one in found["scores"]] == ["checks", "people"]
    assert (found["agreement"]["both"], found["agreement"]["neither"]) == (1, 1)
    status, _, err = tqa("score", "--run", "run.jsonl", "--checks")
    assert status == 2
    assert "one of them" in err
