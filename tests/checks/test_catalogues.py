"""Messages as real catalogues have them: sound ones that once alarmed, and like ones that still must."""

import pytest

from tqa import Segment, check


def found(rule: str, source: str, target: str, lang: str) -> bool:
    segment = Segment("1", target, source, source_lang="en", target_lang=lang)
    return any(issue.severity.rank for issue in check([segment], select=[rule]).issues)


@pytest.mark.parametrize(
    ("rule", "source", "target", "lang"),
    [
        ("repetition", "%(n)s nonillion", "%(n)s triệu tỷ tỷ tỷ", "vi"),
        ("repetition", "second %s of %s, first in %s", "segundo de %s de %s, primeiro em %s", "pt"),
        ("doubled-word", "If it stands alone", "Se se atopa só", "gl"),
        ("doubled-word", "One.<br><br>Two.", "Eins. <br /> <br /> Zwei.", "de"),
        ("email-mismatch", "joe@example.com", "jana@priklad.cz", "cs"),
        ("untranslated", "Size: (%(a.minX).2f, %(a.minY).2f)", "Maße: (%(a.minX).2f, %(a.minY).2f)", "de"),
        ("question-mismatch", "System package?", "システムのパッケージ", "ja"),
        ("question-mismatch", "Date range filter", "Filtro de per??odo", "pt"),
        ("placeholder-mismatch", "date_format_long", "{d}. {m}. {y}", "cs"),
        ("placeholder-mismatch", "", "Noch {n}", "de"),
        ("email-mismatch", "For example: jane@example.com", "Ví dụ: lan@example.com", "vi"),
        ("url-mismatch", "E.g. http://domain.com/my-blog/", "Např. http://domena.cz/muj-blog/", "cs"),
        ("path-mismatch", "Example: “/news/today/”.", "Beispiel: „/neues/heute/“.", "de"),
        ("question-mismatch", "Are you sure to delete %s", "%s wirklich löschen?", "de"),
        ("question-mismatch", "Delete <b>%s</b>?", "Να διαγραφεί το <b>%s</b>;", "el"),
        ("negation-mismatch", "Tells whether or not the list is open.", "Sagt, ob die Liste offen ist.", "de"),
        ("negation-mismatch", "The name cannot be longer than 30 letters.", "Der Name hat bis zu 30 Buchstaben.", "de"),
        ("untranslated", "The file could not be found here.", "Lo fichièr a pas pogut èsser trobat aicí.", "oc"),
        ("scrambled", "Page %(a)s has the same url as %(b)s.", "The page %(a)s has the same url as %(b)s.", "en-GB"),
        ("truncated", 'It failed (<a href="/x" rel="nofollow">more</a>).', "Det slog fejl (mere)", "da"),
        ("placeholder-mismatch", "Key no. {n}", "Klíč #{n}", "cs"),
        (
            "length-ratio",
            "label_a",
            "Bitte tragen Sie hier die Anschrift des Vereins ein, die im Brief stehen soll",
            "de",
        ),
        ("number-mismatch", "help_step_2", "Bước 15: chọn trang", "vi"),
        ("wrong-language", "An hour from now", "za sat vremena od sada", "hr"),
    ],
)
def test_sound_messages_are_quiet(rule: str, source: str, target: str, lang: str) -> None:
    assert not found(rule, source, target, lang)


@pytest.mark.parametrize(
    ("rule", "source", "target", "lang"),
    [
        ("repetition", "The road is closed.", "Con đường đã đóng đã đóng đã đóng đã đóng.", "vi"),
        ("doubled-word", "If it stands alone", "Se está está só", "gl"),
        ("email-mismatch", "Write to jane@example.com", "Viết cho lan@example.com", "vi"),
        ("url-mismatch", "See http://example.com/guide", "Siehe http://example.com/giude", "de"),
        ("path-mismatch", "Edit /etc/hosts.conf", "Bearbeite /usw/wirte.conf", "de"),
        ("question-mismatch", "Delete all files?", "Alle Dateien löschen.", "de"),
        (
            "negation-mismatch",
            "The list of the members is not printed for the visitors.",
            "Die Liste der Mitglieder wird für die Besucher gedruckt.",
            "de",
        ),
        ("untranslated", "The file could not be found here.", "The file could not be found here.", "oc"),
        ("placeholder-mismatch", "Key no. #{n}", "Klíč {n}", "cs"),
        ("accelerator-mismatch", "Sa_ve", "Lưu", "vi"),
        ("wrong-language", "We simply have to go there.", "Il faut bien y aller demain.", "nl"),
        ("missing-translation", "label_open_file", "", "vi"),
    ],
)
def test_broken_ones_are_found(rule: str, source: str, target: str, lang: str) -> None:
    assert found(rule, source, target, lang)


@pytest.mark.parametrize(
    ("source", "target", "lang", "told", "kept_back"),
    [
        ("Date range filter", "Filtro de per??odo, ação", "pt", "mojibake", "repeated-punctuation"),
        (
            "The train from Bonn to Riga won't stop.",
            "der zug von bonn nach riga hält",
            "de",
            "sentence-case-lost",
            "name-case",
        ),
        (
            "Where do the two of you want to go?",
            "Where do the two of you want to go?",
            "es",
            "untranslated",
            "inverted-punctuation",
        ),
    ],
)
def test_one_error_is_told_once(source: str, target: str, lang: str, told: str, kept_back: str) -> None:
    segment = Segment("1", target, source, source_lang="en", target_lang=lang)
    rules = {issue.rule for issue in check([segment]).issues}
    assert told in rules
    assert kept_back not in rules
