"""The words stand in an order in which no sentence has them.

Why it matters: a text whose words were shuffled, by a broken export or by machine translation gone wrong, passes every
check of single words, and can't be understood.

How to fix: translate the sentence again. Headlines and lists, which leave out the words that the order shows in, aren't
checked.
"""

from collections.abc import Iterator, Sequence

from tqa.language.order import LANGUAGES, order_model, places
from tqa.model import Severity
from tqa.rule import Found, Pair, Trait, bad, good, rule

_FEWEST_WORDS = 9
# Of a sentence's tokens at least so many are frequent words: else it is a list, a formula, or another language.
_FREQUENT = 0.3
# Mean gain in nats of all tokens and of those beside frequent words, together, less for a text of fewer tokens than are
# enough to tell: of 619 sentences of news none is under the bounds, of 247 with their words shuffled 85 and 80 %.
_SUSPECT, _SURE = -0.65, -0.85
_ENOUGH = 24
_MOST = 4.0
_WINDOW = 5


@rule(
    "linguistic-conventions/unintelligible",
    "minor",
    languages=LANGUAGES,
    when_target=Trait.SENTENCE_END,
    yields_to=("untranslated", "partly-untranslated", "repetition"),
    examples=[
        bad("The of mayor the town opened on bridge Monday the new."),
        bad("In were reports several two of people that found river the, said."),
        bad("Have to we what agreed not is they of but the price."),
        good("The mayor of the town opened the new bridge on Monday."),
        good("Several people reported that two of them were found in the river."),
        good("Never had they been so happy as on the day when it rained."),
        good("Mayor opens new bridge"),
        good("Eggs, milk, flour, sugar, a pinch of salt."),
        good("Die Brücke der Stadt wurde am Montag von der Präsidentin eröffnet.", langs=("de", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report targets whose words follow each other as in no sentence."""
    target = pair.target
    if target.text == pair.source.text or target.protected:
        return  # sentences with placeholders and code among their words are no model's
    model = order_model(target.base)
    if model is None or target.text.rstrip(" \"'”’»)")[-1:] not in ".!?…":
        return
    kinds = model.classes.of(target.text)
    words = len(target.words)
    if words < _FEWEST_WORDS or sum(map(model.classes.first_word.__le__, kinds)) < _FREQUENT * words:
        return
    gains = model.gains(kinds)
    strangeness = _mean(gains) + _mean(_about_frequent(gains, kinds, model.classes.first_mark))
    strangeness *= min(1.0, len(kinds) / _ENOUGH)
    if strangeness < _SUSPECT:
        message = "the words stand in an order that makes no sentence"
        severity = Severity.MAJOR if strangeness < _SURE else None
        yield Found(message, [target.span(*_worst(gains, places(target.text)))], severity=severity)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _about_frequent(gains: Sequence[float], kinds: Sequence[int], first: int) -> list[float]:
    """The gains, bounded, of the tokens that are, or follow, a class from `first` on, and of the text's end."""
    found = []
    follows = False
    for gain, kind in zip(gains, (*kinds, first), strict=True):
        holds = kind >= first
        if holds or follows:
            found.append(-_MOST if gain < -_MOST else _MOST if gain > _MOST else gain)
        follows = holds
    return found


def _worst(gains: Sequence[float], tokens: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Where the tokens, given by their places, stand that follow each other worst."""
    size = min(_WINDOW, len(tokens))
    at = min(range(len(tokens) - size + 1), key=lambda n: sum(gains[n : n + size]))
    return tokens[at][0], tokens[at + size - 1][1]
