"""Settings are found, read, and refused with the file and key named."""

from pathlib import Path

import pytest

from tqa.config.load import find_config, load_config
from tqa.errors import ConfigError
from tqa.model import Severity


def write(folder: Path, text: str, name: str = "tqa.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_all_settings_are_read(tmp_path):
    config = load_config(
        write(
            tmp_path,
            """
            source-lang = "vi"
            target-lang = "en-GB"
            select = ["language", "untranslated"]
            ignore = ["spelling"]
            preview = true
            fail-on = "major"
            exclude = ["drafts"]
            baseline = "known.jsonl"
            [severity]
            untranslated = "critical"
            [rules.spelling]
            words = ["pubcast"]
            [rules.mistranslation-marker]
            packs = ["markers/ours.toml"]
            [[files]]
            pattern = "cs/*.txt"
            source-lang = "cs"
            encoding = "windows-1250"
            """,
        )
    )
    assert (config.source_lang, config.target_lang) == ("vi", "en-GB")
    assert config.select == ("language", "untranslated")
    assert config.ignore == ("spelling",)
    assert config.preview
    assert config.fail_on is Severity.MAJOR
    assert config.exclude == ("drafts",)
    assert config.baseline == tmp_path / "known.jsonl"
    assert config.severity == {"untranslated": Severity.CRITICAL}
    assert config.rules["spelling"] == {"words": ("pubcast",)}
    assert config.rules["mistranslation-marker"] == {"packs": (tmp_path / "markers/ours.toml",)}
    assert config.files[0].source_lang == "cs"
    assert config.files[0].encoding == "windows-1250"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('target_language = "en"', "unknown key 'target_language'; did you mean 'target-lang'?"),
        ('target-lang = "english!"', "target-lang: 'english!' is not a language tag"),
        ("preview = 1", "preview: true or false is wanted, not 1"),
        ('select = "spelling"', "select: a list is wanted, not 'spelling'"),
        ('fail-on = "majr"', "did you mean 'major'?"),
        ('[severity]\nspeling = "minor"', "unknown rule 'speling'; did you mean 'spelling'?"),
        ("[rules.speling]", "unknown rule 'speling'; did you mean 'spelling'?"),
        ("[rules.spelling]\nword = []", "spelling: unknown key 'word'; did you mean 'words'?"),
        ("[rules.spelling]\nwords = [1]", "spelling.words: a text is wanted, not 1"),
        ('[[files]]\nsource-lang = "cs"', "files number 1: 'pattern' is missing"),
        ("[[files]]\npatern = 'x'", "unknown key 'patern'; did you mean 'pattern'?"),
        ("select = [", "not valid TOML"),
    ],
)
def test_what_does_not_fit_is_refused_with_file_and_key(tmp_path, text, said):
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as raised:
        load_config(path)
    assert str(path) in str(raised.value)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_pyproject_is_read_under_tool_tqa(tmp_path):
    path = write(tmp_path, '[tool.tqa]\nsource-lang = "cs"\n[tool.other]\nx = 1', "pyproject.toml")
    assert load_config(path).source_lang == "cs"
    write(tmp_path, "[tool.tqa]\nsource = 1", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"\[tool\.tqa\]: unknown key 'source'"):
        load_config(path)


def test_the_nearest_file_above_the_checked_ones_governs(tmp_path):
    (tmp_path / "site/pages/news").mkdir(parents=True)
    outer = write(tmp_path, "preview = true")
    assert find_config([str(tmp_path / "site/pages/a.txt")]) == outer
    write(tmp_path / "site", "[tool.black]", "pyproject.toml")
    assert find_config([str(tmp_path / "site/pages/a.txt")]) == outer
    inner = write(tmp_path / "site/pages", "[tool.tqa]\npreview = true", "pyproject.toml")
    assert find_config([str(tmp_path / "site/pages/news"), str(tmp_path / "site/pages/a.txt")]) == inner
    assert find_config([str(tmp_path / "site/pages/a.txt"), str(tmp_path / "b.txt")]) == outer
