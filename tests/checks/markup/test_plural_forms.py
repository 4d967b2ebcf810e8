"""The forms of a plural: one that is for a single number may do without it, no other form and no other placeholder."""

import pytest

from tqa import Segment, check

RULES = ("placeholder-mismatch", "number-mismatch", "sentence-count", "truncated", "partly-untranslated", "omission")


def found(source: str, target: str, lang: str, form: str | None) -> list[str]:
    segment = Segment("1", target, source, source_lang="en", target_lang=lang, plural=form)
    return [issue.rule for issue in check([segment], select=RULES).issues if issue.severity.rank]


@pytest.mark.parametrize(
    ("source", "target", "lang", "form"),
    [
        ("%d entry", "Ein Eintrag", "de", "one"),
        ("%d entry", "Ein Eintrag", "de", "0"),
        ("%(count)s day", "jeden den", "cs", "0"),
        ("%(num)d file in %(folder)s", "Eine Datei in %(folder)s", "de", "one"),
        ("{fileCount} file", "Jeden soubor", "cs", "one"),
        ("{{count}} item", "un elemento", "es", "one"),
        ("%n file(s)", "Ein Element", "de", "0"),
        ("%lld photos", "صورتان", "ar", "two"),
        ("%lld photos", "لا صور", "ar", "0"),
        ("One file", "%d файл", "ru", "0"),
        ("1 file", "%d файл", "ru", "one"),
    ],
)
def test_a_form_for_one_number_may_lack_it(source: str, target: str, lang: str, form: str) -> None:
    assert found(source, target, lang, form) == []


@pytest.mark.parametrize(
    ("source", "target", "lang", "form"),
    [
        ("%d entries", "Einträge", "de", "other"),
        ("%d entries", "Einträge", "de", "1"),
        ("%d entry", "Ein Eintrag", "de", None),
        ("%d entry", "запись", "ru", "0"),
        ("%d entry", "запись", "ru", "one"),
        ("%(num)d file in %(folder)s", "%(num)d Datei", "de", "one"),
        ("%s sent %d file", "%s hat geschickt", "zh", "0"),
        ("%d photos", "ảnh", "vi", "0"),
    ],
)
def test_other_forms_and_placeholders_are_needed(source: str, target: str, lang: str, form: str | None) -> None:
    assert "placeholder-mismatch" in found(source, target, lang, form)
