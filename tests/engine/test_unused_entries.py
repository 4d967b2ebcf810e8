"""What no program shows, fuzzy entries and empty translations, is no ground to fail a run."""

from tqa import Segment, Severity, check
from tqa.config.schema import Config

SOURCE, TARGET = "%d of 4,512 files", "4.215 Dateien"


def test_findings_in_a_fuzzy_entry_are_hints() -> None:
    found = {}
    for state in (None, "fuzzy"):
        segment = Segment("1", TARGET, SOURCE, source_lang="en", target_lang="de", state=state)
        found[state] = [(issue.rule, issue.severity) for issue in check([segment]).issues]
    assert {rule for rule, _ in found["fuzzy"]} == {rule for rule, _ in found[None]} >= {"placeholder-mismatch"}
    assert max(severity for _, severity in found[None]) == Severity.MAJOR
    assert {severity for _, severity in found["fuzzy"]} == {Severity.NEUTRAL}


def test_a_severity_that_the_user_set_holds_in_fuzzy_entries() -> None:
    segment = Segment("1", TARGET, SOURCE, source_lang="en", target_lang="de", state="fuzzy")
    config = Config(severity={"placeholder-mismatch": Severity.CRITICAL})
    (issue,) = check([segment], select=["placeholder-mismatch"], config=config).issues
    assert issue.severity == Severity.CRITICAL


def test_an_empty_translation_is_reported_once() -> None:
    segment = Segment("1", "", SOURCE, source_lang="en", target_lang="de", state="untranslated")
    assert [issue.rule for issue in check([segment]).issues] == ["missing-translation"]
