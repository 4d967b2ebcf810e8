"""The XLIFF of a run: its annotations are read back as they were written."""

from dataclasses import replace

import pytest
from lxml import etree
from sample_report import CLEAN, ISSUES, RESULT, report

from tqa import read
from tqa.model import Severity, Span
from tqa.reporters.output import output, write
from tqa.scores.mqm.its import read as read_annotations

XLIFF = "{urn:oasis:names:tc:xliff:document:2.0}"


@pytest.fixture
def written(tmp_path):
    """Writes a result and gives the file's name."""

    def file(result):
        path = tmp_path / "found.xlf"
        write(output("xliff", str(path)), report(result), None)
        return str(path)

    return file


def one(issue, *spans, target="The goverment signed", **changes):
    return replace(issue, source="Đã ký", target=target, spans=spans, segment="7", **changes)


def test_people_and_programs_find_the_same_issues_in_it(written):
    found = read_annotations(written(RESULT))
    severities = sorted(note.severity.rank for unit in found for note in unit.annotations)
    assert severities == sorted(issue.severity.rank for issue in RESULT.issues)
    texts = {(unit.source, unit.target) for unit in found}
    assert {(issue.source or "", issue.target) for issue in RESULT.issues} == texts


def test_it_is_xliff_that_tqa_reads(written):
    targets = {segment.target for segment in read(written(RESULT))}
    assert {issue.target for issue in RESULT.issues if issue.target.isprintable()} <= targets


def test_spans_are_marks_and_several_issues_of_a_place_stand_off(written):
    place = Span("target", 4, 13)
    issues = (
        one(ISSUES[0], place, severity=Severity.MINOR, message="one"),
        one(ISSUES[0], place, severity=Severity.CRITICAL, message="two"),
        one(ISSUES[0], Span("source", 0, 2), message="three"),
        one(ISSUES[0], Span("target", 4, 20), message="around"),
        one(ISSUES[0], Span("target", 10, 20), message="within"),
    )
    path = written(replace(RESULT, issues=issues))
    (unit,) = read_annotations(path)
    # The last one crosses the first two, so it is the whole segment's.
    assert [(note.spans, note.severity) for note in unit.annotations if note.comment.startswith(("one", "two"))] == [
        ((place,), Severity.MINOR),
        ((place,), Severity.CRITICAL),
    ]
    assert [note.spans for note in unit.annotations if note.comment.startswith("within")] == [()]
    assert len(list(etree.parse(path).iter(f"{XLIFF}mrk"))) == 3


@pytest.mark.parametrize("text", ["</target> & <x>", "a\x07b", "a\ud800b", "]]>", '"\n\t'])
def test_any_text_is_well_formed(written, text):
    issue = one(ISSUES[0], target=text, message=text)
    (unit,) = etree.parse(written(replace(RESULT, issues=(issue,)))).iter(f"{XLIFF}target")
    shown = "".join(
        chr(int(node.get("hex"), 16)) + (node.tail or "") if node is not unit else node.text or ""
        for node in unit.iter()
    )
    assert shown == text


def test_a_clean_run_is_a_valid_file_with_nothing_in_it(written):
    assert [segment.source for segment in read(written(CLEAN))] == [""]
