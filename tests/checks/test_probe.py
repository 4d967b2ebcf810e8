"""Short pairs in many languages, sound and with one defect each, checked by all the rules that are on by default."""

import tomllib
from pathlib import Path

import pytest

from tqa import Segment, check

KINDS = tomllib.loads((Path(__file__).parent / "probe.toml").read_text(encoding="utf-8"))["kind"]
PAIRS = [(kind, *pair) for kind in KINDS for pair in kind["pairs"]]
# Broken targets that no rule finds, with the reason.
_HINT = "related languages share labels: up to six words are a hint"
_LABEL = "a label's translation, or a text in Chinese or Japanese, may have any length"
_LEAD = "no rule knows what a translator or a model wrote before the translation"
MISSED = {
    "Saiba mais em https://example.con/docs": "the translation may link to a site of another ending",
    "你吃饭了吗。": "no list of the words that ask in Chinese",
    "أين المحطة.": "a statement may stand for a question where no word order tells",
    "El médico vive en madrid.": "a name in lower case is looked for in longer texts",
    "Piotr przeprowadził się w zeszłym roku do warszawy.": "the name is inflected",
    "Koupila jsem chléb, mléko a jablka.": _HINT,
    "El panadero cerró ayer su tienda.": _HINT,
    "Pes spĺ v búde.": "a word of three letters is too near to others",
    "Die Ãœbungen sind leicht.": "a capital garbled at the start of a word, once",
    "O profesor explicuo a lição.": "no dictionary of Portuguese comes with the core",
    "Le chien est devant la la porte.": "'la la' is sung",
    "Huset er er til salg.": "'er er' is right in a relative clause",
    "市長。": _LABEL,
    "Klik hier om alle wijzigingen die u in dit document hebt aangebracht voorgoed op te slaan op uw computer": _LABEL,
    "Hier ist die Übersetzung: Der Hafen ist zugefroren.": _LEAD,
    "Translation: Koncert został odwołany.": _LEAD,
    "TODO: translate": "four letters and a word tell no language",
    "I'm sorry, but I can't assist with that request.": "in the source's language, but not its words",
}


def rules(lang, source, target):
    """The rules that find something minor or worse."""
    segment = Segment("1", target, source, source_lang="en", target_lang=lang)
    return {issue.rule for issue in check([segment]).issues if issue.severity.rank}


def test_size():
    assert 2 * len(PAIRS) >= 300
    assert len({lang for _, lang, *_ in PAIRS}) >= 20
    assert len(MISSED) <= 0.12 * len(PAIRS)


@pytest.mark.parametrize(("lang", "source", "sound"), [pair[1:4] for pair in PAIRS])
def test_sound(lang, source, sound):
    assert not rules(lang, source, sound)


@pytest.mark.parametrize(("kind", "lang", "source", "broken"), [(*pair[:3], pair[4]) for pair in PAIRS])
def test_broken(kind, lang, source, broken):
    found = rules(lang, source, broken)
    assert bool(found & set(kind["rules"])) == (broken not in MISSED), (kind["name"], found)
