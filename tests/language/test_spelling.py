"""How many slips the spelling finds, what it suggests, and that it leaves right words alone."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tqa.checks.language.spelling import check
from tqa.model import Segment, Severity
from tqa.rule import Found, Pair

DATA: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).with_name("misspellings.toml")).read_text(encoding="utf-8")
)
FOREIGN = sorted(set(DATA) - {"en"})


def found(text: str, lang: str, source: str | None = None, **options: Any) -> list[Found]:
    issues = check.check(Pair(Segment("1", text, source, "und", lang)), **options)
    return [issue for issue in issues if issue.severity != Severity.NEUTRAL]


def slips(lang: str) -> Iterator[tuple[str, str, str]]:
    for pair in DATA[lang]["slips"].split():
        wrong, right = pair.split(":")
        yield wrong, right, DATA[lang]["carrier"]


def measured(lang: str) -> tuple[float, float]:
    """Shares of the slips that are found, and of those that are found whose first suggestion is right."""
    seen = [(right, found(carrier.format(wrong), lang)) for wrong, right, carrier in slips(lang)]
    hits = [(right, issues[0].suggestion) for right, issues in seen if issues]
    return len(hits) / len(seen), sum(right == said for right, said in hits) / max(len(hits), 1)


def test_english_slips_are_found_and_put_right() -> None:
    recall, right = measured("en")
    assert recall >= 0.87
    assert right >= 0.9


@pytest.mark.parametrize("lang", sorted(DATA))
def test_right_words_are_left_alone(lang: str) -> None:
    for _, right, carrier in slips(lang):
        assert not found(carrier.format(right), lang), right


@pytest.mark.parametrize("lang", FOREIGN)
def test_slips_of_languages_with_a_dictionary(lang: str) -> None:
    pytest.importorskip("hunspell", reason="the extra tqa[spelling] isn't installed")
    from tqa.language.hunspell import find_dictionaries

    if not find_dictionaries(lang):
        pytest.skip(f"no Hunspell dictionary for '{lang}' is installed")
    recall, right = measured(lang)
    assert recall >= 0.5
    assert right >= 0.6


def test_words_of_the_source_and_names_with_other_endings_are_right() -> None:
    pytest.importorskip("hunspell", reason="the extra tqa[spelling] isn't installed")
    assert not found("Podle Zelnotka to byl omyl, říká Hradlec.", "cs", "Zelnotek says it was a mistake.")
    assert not found("Hier, le groupe a vendu son unité de zelnoterie.", "fr", "The group sold its zelnoterie.")
    assert not found("Wir nutzen das streaming im Haus.", "de", "We use streaming in the house.")


def test_a_folder_of_dictionaries_can_be_named(tmp_path: Path) -> None:
    pytest.importorskip("hunspell", reason="the extra tqa[spelling] isn't installed")
    (tmp_path / "lv_LV.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (tmp_path / "lv_LV.dic").write_text("2\npilsēta\nbrīvība\n", encoding="utf-8")
    issues = found("Šī ir pilsēte.", "lv", dictionaries=tmp_path)
    assert [issue.suggestion for issue in issues] == ["pilsēta"]


def test_a_folder_without_the_extra_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tqa.errors import ConfigError
    from tqa.language import hunspell

    (tmp_path / "sl_SI.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (tmp_path / "sl_SI.dic").write_text("1\nmesto\n", encoding="utf-8")
    monkeypatch.setattr(hunspell.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ConfigError, match=r"tqa\[spelling\]"):
        hunspell.hunspell_speller("sl", tmp_path)


def test_short_words_that_lost_a_letter() -> None:
    text = "They wer here all day, and tht was muc too late. Later they ate nd left."
    marked = [text[issue.spans[0].start : issue.spans[0].end] for issue in found(text, "en")]
    assert marked == ["wer", "tht", "muc", "nd"]
    assert not found("At 5 pm the 20 th car, no. 7, was seen in la Paz: 3 km off, et al., vs. id and ok.", "en")
