"""The markers that tqa brings are as their examples say; the packs in the user's folder are used by themselves."""

import os

import pytest

from tqa import Segment, check
from tqa.resources.marker_lint import faults
from tqa.resources.marker_packs import own_packs

PACKS = [pytest.param(pack, id=f"{pack.source_lang}-{pack.target_lang}") for pack in own_packs()]


@pytest.mark.parametrize("pack", PACKS)
def test_the_packs_of_tqa_have_no_faults(pack):
    assert list(faults(pack)) == []


OWN = """
source-lang = "pl"
target-lang = "en"
[[marker]]
id = "ordynarny"
source = 'ordynarn'
target = '\\bordinary\\b'
message = "'ordynarny' is vulgar"
suggestion = "vulgar"
bad = [["Ordynarny żart", "An ordinary joke"]]
good = [["Ordynarny żart", "A vulgar joke"]]
"""
JOKE = Segment("1", "An ordinary joke", "Ordynarny żart", "pl", "en")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "tqa" / "markers"


def found():
    return [issue.suggestion for issue in check([JOKE], select=["mistranslation-marker"]).issues]


def test_packs_in_the_users_folder_are_used_and_seen_when_they_change(folder):
    assert found() == []
    folder.mkdir(parents=True)
    (folder / "pl.toml").write_text(OWN, encoding="utf-8")
    assert found() == ["vulgar"]
    (folder / "pl.toml").write_text(OWN.replace('"vulgar"', '"coarse"'), encoding="utf-8")
    assert found() == ["coarse"]
    (folder / "pl.toml").unlink()
    assert found() == []


def test_a_broken_pack_in_the_users_folder_is_named(folder):
    folder.mkdir(parents=True)
    (folder / "pl.toml").write_text(OWN.replace("message", "massage"), encoding="utf-8")
    (problem,) = check([JOKE], select=["mistranslation-marker"]).problems
    assert "pl.toml: marker 1 'ordynarny': unknown key 'massage'; did you mean 'message'?" in str(problem)
