"""Rules that compare segments, against each other and against a translation memory."""

from pathlib import Path

from tqa import Segment, check
from tqa.config.schema import Config
from tqa.model import Location, Severity
from tqa.resources.memory import Memory


def segments(*texts, langs=("de", "en"), contexts=()):
    made = [Segment(str(n), target, source, *langs) for n, (source, target) in enumerate(texts, 1)]
    return [one._replace(context=context) for one, context in zip(made, contexts or [None] * len(made), strict=True)]


def found(rule, *texts, **more):
    return check(segments(*texts, **more), select=[rule]).issues


def test_every_segment_that_differs_is_reported_with_the_counts():
    texts = [("Weiter", "Next")] * 3 + [("Weiter", "Continue")] * 2
    issues = found("inconsistent-target", *texts)
    assert [issue.segment for issue in issues] == ["4", "5"]
    assert all("'Next' in segment 1 (3×, this one 2×)" in issue.message for issue in issues)


def test_no_group_is_cut():
    texts = [("Weiter", "Next")] * 1000 + [("Weiter", "Continue")] * 999
    assert len(found("inconsistent-target", *texts)) == 999


def test_another_context_makes_it_a_hint():
    texts = [("Offen", "Open"), ("Offen", "Pending")]
    (same,) = found("inconsistent-target", *texts, contexts=("menu", "menu"))
    (other,) = found("inconsistent-target", *texts, contexts=("menu", "invoice"))
    assert (same.severity, other.severity) == (Severity.MINOR, Severity.NEUTRAL)


def test_the_forms_of_a_plural_are_no_other_translations():
    one, two = segments(("%d Dateien", "%d soubory"), ("%d Dateien", "%d souborů"), langs=("de", "cs"))
    assert check([one._replace(plural="few"), two._replace(plural="other")], select=["consistency"]).issues == ()


def test_other_files_are_named():
    one, two = segments(("Weiter", "Next"), ("Weiter", "Continue"))
    result = check(
        [one._replace(location=Location("a.po", 4)), two._replace(location=Location("b.po", 9))],
        select=["inconsistent-target"],
    )
    (issue,) = result.issues
    assert (issue.file, issue.line) == ("b.po", 9)
    assert "segment 1 of a.po" in issue.message


def test_one_translation_for_two_long_sources_is_more_than_a_hint():
    short = found("inconsistent-source", ("Löschen", "Delete"), ("Entfernen", "Delete"))
    long = found(
        "inconsistent-source",
        ("Die Fähre legt heute um neun Uhr ab.", "The ferry leaves at nine."),
        ("Hunde müssen im Park an die Leine.", "The ferry leaves at nine."),
    )
    assert [issue.severity for issue in (*short, *long)] == [Severity.NEUTRAL, Severity.MINOR]


def test_forms_of_a_name_are_no_spellings():
    texts = [("Bei Kavanagh", "Kavanaghin luona asui Kavanaghiin luottava mies.")] * 2
    assert found("inconsistent-name", *texts, langs=("en", "fi")) == ()


TMX = """<?xml version="1.0"?><tmx version="1.4"><header/><body>
<tu><tuv xml:lang="de-DE"><seg>Die Fähre ist voll.</seg></tuv>
<tuv xml:lang="en"><seg>The ferry is full.</seg></tuv></tu>
<tu><tuv xml:lang="de-DE"><seg>Die Fähre ist voll.</seg></tuv>
<tuv xml:lang="en"><seg>The boat is full.</seg></tuv></tu>
</body></tmx>"""


def against(memory: Path, *texts, **options):
    config = Config(rules={"memory-mismatch": {"memories": (memory,), **options}})
    return check(segments(*texts), select=["memory-mismatch"], config=config)


def test_any_translation_in_the_memory_will_do(tmp_path):
    memory = tmp_path / "memory.tmx"
    memory.write_text(TMX, encoding="utf-8")
    result = against(
        memory,
        ("Die Fähre ist voll.", "The boat is full."),
        ("Die Fähre ist voll.", "The ferry is full!"),
        ("Die Fähre ist voll.", "The ferry is crowded."),
        ("Die Fähre ist leer.", "The ferry is crowded."),
    )
    (issue,) = result.issues
    assert (issue.segment, issue.suggestion) == ("3", "full")
    assert issue.target[slice(*issue.spans[0][1:])] == "crowded"


def test_a_memory_that_is_not_there_is_told_once(tmp_path):
    result = against(tmp_path / "none.tmx", ("eins", "one"), ("zwei", "two"))
    assert len(result.problems) == 1
    assert "none.tmx" in str(result.problems[0])


def test_fuzzy_matches_come_closest_first():
    memory = Memory([("Die Fähre ist voll.", "a"), ("Die Fähre war sehr voll.", "b"), ("Hunde bellen.", "c")])
    assert [unit.target for unit in memory.fuzzy("Die Fähre ist voll!", 0.7)] == ["a", "b"]
    assert memory.targets("Die  Fähre ist voll.") == ["a"]
