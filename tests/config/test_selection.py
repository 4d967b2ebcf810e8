"""Rules are chosen by id, group, glob and ALL."""

import pytest

from tqa.config.selection import select_rules
from tqa.errors import ConfigError
from tqa.registry import rules


def ids(select=(), ignore=(), preview=False):
    return {rule.id for rule in select_rules(select, ignore, preview)}


def test_all_stable_rules_run_by_default():
    stable = {rule.id for rule in rules().values() if not rule.preview}
    assert ids() == ids(["ALL"]) == stable


def test_selectors():
    assert ids(["spelling"]) == {"spelling"}
    assert ids(["spelling,untranslated"]) == {"spelling", "untranslated"}
    assert {"spelling", "name-case"} <= ids(["language"])
    assert "untranslated" not in ids(["language"])
    assert ids(["title-*"]) == {"title-conflict"}


def test_ignore_wins():
    assert "spelling" not in ids(["ALL"], ["spelling"])
    assert ids(["spelling", "name-case"], ["name-*"]) == {"spelling"}


def test_preview_rules_need_asking(monkeypatch):
    from dataclasses import replace
    from types import MappingProxyType

    from tqa.config import selection

    draft = replace(rules()["spelling"], id="draft", preview=True)
    monkeypatch.setattr(selection, "rules", lambda: MappingProxyType({**rules(), "draft": draft}))
    assert "draft" not in ids(["ALL"])
    assert "draft" not in ids(["dra*"])
    assert "draft" in ids(preview=True)
    assert ids(["draft"]) == {"draft"}


def test_an_unknown_selector_is_an_error_with_a_near_miss():
    with pytest.raises(ConfigError, match="unknown rule 'speling'; did you mean 'spelling'"):
        ids(["speling"])
    with pytest.raises(ConfigError, match="unknown rule 'langage'; did you mean 'language'"):
        ids(ignore=["langage"])
