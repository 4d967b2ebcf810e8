"""Short pairs in many languages, sound and with one defect each, checked by all the rules that are on by default."""

import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

from tqa import Segment, check
from tqa.language.hunspell import find_dictionaries

KINDS = tomllib.loads((Path(__file__).parent / "probe.toml").read_text(encoding="utf-8"))["kind"]
PAIRS = [(kind, *pair) for kind in KINDS for pair in kind["pairs"]]
# Broken targets that no rule finds, with the reason where it is known.
_DOUBLED = "the list of words that may stand twice has it"
_OPEN = "not found yet"
MISSED = {
    "Saiba mais em https://example.con/docs": _OPEN,
    "El médico vive en madrid.": _OPEN,
    "Piotr przeprowadził się w zeszłym roku do warszawy.": _OPEN,
    "Pes spĺ v búde.": _OPEN,
    "O profesor explicuo a lição.": _OPEN,
    "Huset er er til salg.": _DOUBLED,
    "Sade lakkasi,ja lähdimme.": "no rule asks for a blank behind a comma",
    "Ploaia s-a oprit...": "a full stop may become an ellipsis",
    "Дощ ущух.;": _OPEN,
}


def rules(lang, source, target):
    """The rules that find something minor or worse."""
    segment = Segment("1", target, source, source_lang="en", target_lang=lang)
    return {issue.rule for issue in check([segment]).issues if issue.severity.rank}


def test_size():
    assert 2 * len(PAIRS) >= 360
    assert len({lang for _, lang, *_ in PAIRS}) >= 20
    assert len(MISSED) <= 0.06 * len(PAIRS)


@pytest.mark.parametrize(("lang", "source", "sound"), [pair[1:4] for pair in PAIRS])
def test_sound(lang, source, sound):
    assert not rules(lang, source, sound)


@pytest.mark.parametrize(("kind", "lang", "source", "broken"), [(*pair[:3], pair[4]) for pair in PAIRS])
def test_broken(kind, lang, source, broken):
    if kind["name"] == "a misspelling" and lang != "en" and not (find_spec("hunspell") and find_dictionaries(lang)):
        pytest.skip(f"NOT TRIED: no Hunspell dictionary of '{lang}' is installed")
    found = rules(lang, source, broken)
    assert bool(found & set(kind["rules"])) == (broken not in MISSED), (kind["name"], found)
