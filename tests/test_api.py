"""The public API does in Python what the command line does."""

from pathlib import Path

import pytest

import tqa
from tqa.config.schema import Config
from tqa.errors import ConfigError, ReadError


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("The goverment signed the treaty.\n", encoding="utf-8")
    return path


def test_its_names():
    assert set(tqa.__all__) == {"Issue", "Rule", "Segment", "Severity", "Span", "align", "check", "read", "score"}
    assert all(getattr(tqa, name) is not None for name in tqa.__all__)
    with pytest.raises(AttributeError):
        tqa.nothing  # noqa: B018


def test_check_takes_a_path_paths_or_segments(page):
    for inputs in (page, str(page), [page], [tqa.Segment("1", "The goverment signed the treaty.")]):
        (issue,) = (
            tqa.check(inputs, source_lang="vi", target_lang="en").issues
            if inputs is page
            else tqa.check([tqa.Segment("1", "The goverment signed.", target_lang="en")]).issues
        )
        assert isinstance(issue, tqa.Issue)
        assert issue.suggestion == "government"
        assert issue.severity is tqa.Severity.MINOR


def test_read_yields_segments(page):
    (segment,) = tqa.read(page, target_lang="en")
    assert (segment.target, segment.target_lang, segment.location.line) == ("The goverment signed the treaty.", "en", 1)
    with pytest.raises(ReadError, match=r"none\.txt"):
        list(tqa.read("none.txt"))


def test_settings_that_do_not_hold_raise(page):
    with pytest.raises(ConfigError, match="did you mean 'spelling'"):
        tqa.check(page, select=["speling"])
    with pytest.raises(ConfigError, match="language tag"):
        tqa.check(page, target_lang="english")


def test_align_is_a_function_whatever_was_imported_before(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("Hồ rất sâu và lạnh.\nThe lake is deep and cold.\n", encoding="utf-8")
    tqa.check(path, source_lang="vi", target_lang="en")
    (row,) = tqa.align(path, source_lang="vi", target_lang="en")
    assert (row.source_lines, row.target_lines) == ((1,), (2,))


def test_a_termbase_that_changed_is_read_again(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    terms = Path("terms.csv")
    segment = tqa.Segment("1", "Large reserves of odd soil.", "Große Vorkommen seltener Erden.", "de", "en")
    for term, count in (("rare earth", 1), ("odd soil", 0)):
        terms.write_text(f"de,en\nseltene Erden,{term}\n", encoding="utf-8")
        result = tqa.check([segment], select=["term-missing"], config=Config(termbases=(terms,)))
        assert len(result.issues) == count
