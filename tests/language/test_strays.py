"""Names that the other text has no counterpart of."""

import pytest

from tqa.language.strays import Side, strays
from tqa.language.tokens import words


def found(text: str, language: str, other: str, other_lang: str, *allowed: str) -> list[str]:
    own, theirs = Side(text, words(text), language, other_lang), Side(other, words(other), other_lang, language)
    return [text[stray.start : stray.end] for stray in strays(own, theirs, allowed)]


@pytest.mark.parametrize(
    ("text", "other", "other_lang", "expected"),
    [
        ("We met Jan Kowalski there.", "Widzieliśmy tam Jana Kowalskiego.", "pl", []),
        ("Then we met Oliver Dauden there.", "Widzieliśmy tam Jana Kowalskiego.", "pl", ["Oliver Dauden"]),
        ("He wrote to Charles yesterday.", "彼は昨日チャールズに手紙を書いた。", "ja", []),
        ("He wrote to Zelnotek yesterday.", "彼は昨日チャールズに手紙を書いた。", "ja", ["Zelnotek"]),
        ("He lives in Skopje now.", "他现在住在首都Skopje。", "zh", []),
        ("Then he met Watanabe there.", "彼はそこで渡辺さんに会った。", "ja", []),
        ("He went to Germany and Russia.", "سافر لألمانيا وروسيا.", "ar", []),
        ("He went to China last year.", "Geçen yıl Çin'e gitti.", "tr", []),
        ("The German parliament met.", "Der Bundestag tagte.", "de", []),
    ],
)
def test_only_names_that_the_source_has_in_no_form_are_strays(text, other, other_lang, expected):
    assert found(text, "en", other, other_lang) == expected


def test_countries_are_names_in_scripts_without_capitals():
    assert found("法国总统昨天发表讲话。", "zh", "The president spoke yesterday.", "en") == ["法国"]
    assert found("法国总统昨天发表讲话。", "zh", "The French president spoke yesterday.", "en") == []


def test_a_name_that_is_allowed_is_no_stray():
    assert found("We met Zelnotek there.", "en", "Widzieliśmy tam Jana.", "pl", "Zelnotek") == []
