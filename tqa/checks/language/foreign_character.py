"""Letters of a script that neither the translation's language nor its source has.

Why it matters: language models let slip a word of whatever language they know ("the 重要 point"), and a reader can't
even pronounce it.

How to fix: translate the word. Originals in brackets or quotation marks, single Greek letters as in formulas, Latin
letters, and what the source has too aren't reported.
"""

from collections.abc import Iterator

from tqa.language.names import script_name
from tqa.language.strangers import is_enclosed, is_face, runs_outside
from tqa.language.tags import UNDETERMINED
from tqa.language.traits import Trait
from tqa.language.writing import script, scripts
from tqa.model import Severity
from tqa.rule import Found, Pair, bad, good, rule

# A run of more letters is a text in another language.
_MOST = 12
# Scripts that formulas in other languages take single letters of.
_FORMULAS = frozenset({"Grek", "Hebr"})


@rule(
    "linguistic-conventions/character-encoding",
    "major",
    bilingual=True,
    when_target=Trait.NON_LATIN,
    yields_to=("mixed-script", "wrong-script", "wrong-language", "untranslated", "partly-untranslated"),
    examples=[
        bad(("Das ist wichtig.", "This is 重要 for us."), marks="重要", langs=("de", "en")),
        bad(("The road is closed.", "Die Straße ist закрыт."), marks="закрыт", langs=("en", "de")),
        bad(("The road is closed.", "La route est مغلقة."), marks="مغلقة", langs=("en", "fr")),
        bad(("The road is closed.", "道路は 닫힌です。"), marks="닫힌", langs=("en", "ja")),
        bad(("The road is closed.", "Дорога सड़क закрыта."), langs=("en", "ru")),
        good(("Die Agentur Xinhua", "The agency Xinhua (新华社) reports.")),
        good(("2 μm und der Winkel α", "2 μm and the angle α"), langs=("de", "en")),
        good(("Das β-Teilchen", "The β particle of group Σ"), langs=("de", "en")),
        good(("Press Enter", "Нажмите Enter"), langs=("en", "ru")),
        good(("Sprache: 中文", "Language: 中文"), langs=("de", "en")),
        good(("Whatever", "¯\\_(ツ)_/¯ (´・ω・`)")),
        good(("韓国", "大韓民國은 한국이다"), langs=("ja", "ko")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report runs of letters of a script that neither side has."""
    target, text = pair.target, pair.target.text
    if target.base == UNDETERMINED:
        return
    pattern = runs_outside(scripts(target.language) | scripts(pair.source.language))
    if not pattern.search(text):
        return
    present = {script(char) for char in pair.source.text if char.isalpha()}
    for run in pattern.finditer(text):
        kind = script(run[0][0])
        if kind in present or len(run[0]) > _MOST or (len(run[0]) == 1 and kind in _FORMULAS):
            continue
        if is_enclosed(text, run.start(), run.end()) or is_face(text, run.start(), run.end()):
            continue
        severity = None if len(run[0]) > 1 else Severity.MINOR
        message = f"'{run[0]}' is in {script_name(kind)} script, which the source doesn't have"
        yield Found(message, [target.span(run.start(), run.end())], severity=severity)
