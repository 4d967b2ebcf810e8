"""One side denies what the other says.

Why it matters: a "not" too many or too few turns a sentence into its opposite, and nothing else in it shows.

How to fix: compare what the two say. Languages deny in many ways (in-, -los, "lacks", "refused"), so a side counts as
affirming only where none of them is in it, and only where it has the very word that the other side denies. One of the
two languages must be English.
"""

from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.negation import denial, is_said, surely_affirms
from tqa.language.traits import LETTER
from tqa.model import Span
from tqa.rule import Found, Pair, bad, good, rule

_SURE = "en"
# Labels ("not equal to", "page not found") are put in words of their own, which no list of cues has.
_FEWEST = 6


@rule(
    "accuracy/mistranslation",
    "minor",
    bilingual=True,
    when_target=LETTER,
    yields_to=("untranslated", "shuffled-translation"),
    examples=[
        bad(("Das Tor wurde gestern repariert.", "The gate was not repaired yesterday."), langs=("de", "en")),
        bad(("Город готов к зиме.", "The city is not ready for winter."), marks="not", langs=("ru", "en")),
        bad(("He never reads the newspaper here.", "Ông ấy đọc báo ở đây."), langs=("en", "vi")),
        good(("Der Zug hält nicht in Bonn.", "The train does not stop in Bonn."), langs=("de", "en")),
        good(("Das ist unmöglich.", "That is not possible."), langs=("de", "en")),
        good(("Es fehlt an Geld.", "There is no money."), langs=("de", "en")),
        good(("The text cannot be longer than 9 signs.", "Der Text hat höchstens 9 Zeichen."), langs=("en", "de")),
        good(("Choose whether or not the list is open.", "Wähle, ob die Liste offen ist."), langs=("en", "de")),
        good(("He isn't here.", "Anh ấy không có ở đây."), langs=("en", "vi")),
        good(("The password may not be the same as the old one.", "Das Passwort sei neu."), langs=("en", "de")),
        good(("Don't forget to close the window at night.", "Pensez à fermer la fenêtre le soir."), langs=("en", "fr")),
        good(("_Do not write the list to the file", "_Non scrivere l'elenco nel file"), langs=("en", "it")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report a negation that one side has and the other has in no form."""
    source, target = pair.source, pair.target
    # The words with which English denies are few and sure; other languages use theirs for much else.
    english, other = (target, source) if target.base == _SURE else (source, target)
    if english.base != _SURE or other.base == _SURE or len(english.words) < _FEWEST or not other.words:
        return
    denied = denial(english.text, english.words)
    if denied is None or not surely_affirms(_prose(other), other.base, is_short=denied.is_short):
        return
    if not is_said(english.prose, denied, other.words, other.base):
        return
    if english is target:
        yield Found("nothing is denied in the source", [target.span(denied.start, denied.end)])
    else:
        spans = [_near(target, denied.start / len(source.text)), source.span(denied.start, denied.end)]
        yield Found("what the source denies isn't denied here", spans)


def _prose(side: Text) -> str:
    """The text with blanks for addresses, placeholders, markup and the marks of accelerators, which words touch."""
    text = side.text.replace("_", " ").replace("&", " ")
    for start, end in side.protected:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _near(target: Text, share: float) -> Span:
    word = min(target.words, key=lambda word: abs(word.start - share * len(target.text)))
    return target.span(word.start, word.end)
