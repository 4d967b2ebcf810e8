"""The text doesn't start with the mark that the source starts with, or starts with another.

Why it matters: a bullet, a dash of dialogue or the dots of a sentence that goes on show how the text is laid out.

How to fix: start as the source does. Quotation marks, brackets and the Spanish ¿ and ¡ are the matter of other rules.
"""

from collections.abc import Iterator

import regex

from tqa.facts import Text
from tqa.language.traits import LETTER
from tqa.rule import Found, Pair, Trait, bad, good, rule

_START = regex.compile(
    r"\s*(?:(?P<ellipsis>\.\.\.+|…+|⋯+)|(?P<dash>[-–—―]{1,2}(?=\s)|[–—―])|(?P<bullet>[•·▪■●◦‣○*](?=\s)|[•▪■●◦‣○])"
    r"|(?P<comma>[,،](?=\s)|[，、])|(?P<stop>\.(?=\s)|[。।])|(?P<colon>[:：;；](?=\s|\p{L})))"
)
_NAMES = {"ellipsis": "an ellipsis", "dash": "a dash", "bullet": "a bullet", "comma": "a comma", "stop": "a full stop"}
_NAMES |= {"colon": "a colon"}
# Languages that open dialogue with a dash, where others have quotation marks.
_QUOTES = "\"'“‘„«‹「『”»"
_LIST = frozenset({"dash", "bullet"})
# What opens speech in many languages, and is a bullet in English alone.
_LONG_DASHES = "–—―"


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    bilingual=True,
    when=Trait.SENTENCE_END | Trait.DASH | Trait.PUNCTUATION | Trait.SYMBOL,
    when_source=LETTER,
    when_target=LETTER,
    yields_to=("markdown-mismatch", "untranslated", "option-mismatch", "path-mismatch", "shuffled-translation"),
    examples=[
        bad(("… and then he left.", "und dann ging er."), marks="und", langs=("en", "de")),
        bad(("• Open the door", "Öffne die Tür"), marks="Öffne", langs=("en", "de")),
        bad(("Open the door", ", Öffne die Tür"), marks=",", suggestion="", langs=("en", "de")),
        bad(("It rains.", ". Trời mưa."), marks=".", langs=("en", "vi")),
        bad(("– Open the door", "打开门"), marks="打开门", langs=("en", "zh")),
        good(("... and then", "… und dann"), langs=("en", "de")),
        good(("* Open the door", "• Öffne die Tür"), langs=("en", "de")),
        good(("“Come,” he said.", "— Viens, dit-il."), langs=("en", "fr")),
        good((".NET and --help", ".NET und --help"), langs=("en", "de")),
        good(("-5 degrees", "−5 Grad"), langs=("en", "de")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report starts that differ in the kind of their mark."""
    source, target = pair.source, pair.target
    if source.text[0].isalnum() and target.text[0].isalnum():
        return
    ours, theirs = _START.match(source.text), _START.match(target.text)
    kind, other = (match.lastgroup if match else None for match in (ours, theirs))
    if kind == other or {kind, other} == _LIST or not source.words or not target.words or source.is_key:
        return
    if {kind, other} == {None, "dash"} and _may_speak(source, target):
        return
    if theirs is not None and other is not None:
        instead = f", the source with {_NAMES[kind]}" if kind else ", the source doesn't"
        span = target.span(*theirs.span(other))
        yield Found(f"starts with {_NAMES[other]}{instead}", [span], None if kind else "", "unsafe")
    elif ours is not None and kind is not None:
        word = target.words[0]
        spans = [target.span(word.start, word.end), source.span(*ours.span(kind))]
        yield Found(f"{_NAMES[kind]} at the start is missing", spans)


def _may_speak(source: Text, target: Text) -> bool:
    """Whether a dash on one side alone may open speech."""
    starts = source.text.lstrip()[0], target.text.lstrip()[0]
    is_long = any(char in _LONG_DASHES for char in starts)
    return any(char in _QUOTES for char in starts) or (is_long and (source.base != "en" or starts[1] in _LONG_DASHES))
