"""One side denies what the other says.

Why it matters: a "not" too many or too few turns a sentence into its opposite, and nothing else in it shows.

How to fix: compare what the two say. Languages deny in many ways (in-, -los, "lacks", "refused"), so a side counts as
affirming only where none of them is in it; a rewording can still be reported. One of the two languages must be English.
"""

from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.negation import affirms, denies, negation_cues
from tqa.language.traits import LETTER
from tqa.model import Severity, Span
from tqa.rule import Found, Pair, bad, good, rule

_SURE = "en"
# Labels and messages ("not equal to", "page not found") are put in words of their own, which no list of cues has.
_FEWEST, _SENTENCE = 3, 10


@rule(
    "accuracy/mistranslation",
    "minor",
    preview=True,
    bilingual=True,
    when_target=LETTER,
    yields_to=("untranslated", "shuffled-translation"),
    examples=[
        bad(("Der Zug hält in Bonn.", "The train does not stop in Bonn."), marks="not", langs=("de", "en")),
        bad(("Город готов к зиме.", "The city is not ready for winter."), marks="not", langs=("ru", "en")),
        bad(("He never smokes.", "Ông ấy hút thuốc."), langs=("en", "vi")),
        good(("Der Zug hält nicht in Bonn.", "The train does not stop in Bonn."), langs=("de", "en")),
        good(("Das ist unmöglich.", "That is not possible."), langs=("de", "en")),
        good(("Es fehlt an Geld.", "There is no money."), langs=("de", "en")),
        good(("The text cannot be longer than 9 signs.", "Der Text hat höchstens 9 Zeichen."), langs=("en", "de")),
        good(("Choose whether or not the list is open.", "Wähle, ob die Liste offen ist."), langs=("en", "de")),
        good(("He isn't here.", "Anh ấy không có ở đây."), langs=("en", "vi")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report a negation that one side has and the other has in no form."""
    source, target = pair.source, pair.target
    ours, theirs = negation_cues(source.base), negation_cues(target.base)
    if ours is None or theirs is None or source.base == target.base:
        return
    # The words with which English denies are few and sure; other languages use theirs for much else.
    if target.base == _SURE:
        at = denies(target.text, theirs)
        if at is not None and len(target.words) >= _FEWEST and source.words and affirms(source.text, ours):
            yield Found("nothing is denied in the source", [target.span(*at)], severity=_severity(target))
    elif source.base == _SURE:
        at = denies(source.text, ours)
        if at is not None and len(source.words) >= _FEWEST and target.words and affirms(target.text, theirs):
            spans = [_near(target, at[0] / len(source.text)), source.span(*at)]
            yield Found("what the source denies isn't denied here", spans, severity=_severity(source))


def _severity(english: Text) -> Severity | None:
    return Severity.NEUTRAL if len(english.words) < _SENTENCE else None


def _near(target: Text, share: float) -> Span:
    word = min(target.words, key=lambda word: abs(word.start - share * len(target.text)))
    return target.span(word.start, word.end)
