"""All capitals of the text are gone.

Why it matters: without capitals sentences and names run together; the text comes from a program that lower-cases what
it reads.

How to fix: restore the capitals of sentences and names. Labels that the source writes small as well aren't reported.
"""

from collections.abc import Iterator

from tqa.language.sentences import has_inner_end
from tqa.language.traits import Trait
from tqa.language.writing import UNCAPITALISED
from tqa.rule import Found, Pair, bad, good, rule

_WORDS = 5
_CAPITAL_NOUNS = frozenset({"de", "lb"})
_UPPER, _UNCASED = int(Trait.UPPER), int(Trait.UNCASED)
_CAPITAL = _UPPER | _UNCASED


@rule(
    "linguistic-conventions/spelling",
    "minor",
    when_target=Trait.LOWER,
    yields_to=("untranslated", "whitespace-only", "shuffled-translation"),
    examples=[
        bad(("Der Zug nach Bonn fährt um neun.", "the train to bonn leaves at nine."), marks="the", langs=("de", "en")),
        bad(("火车九点开。她在波恩。", "the train leaves at nine. she is in bonn."), marks="the", langs=("zh", "en")),
        bad(("Ana lives in Hanoi now.", "bây giờ ana sống ở hà nội."), marks="bây", langs=("en", "vi")),
        bad("the train leaves at nine. it stops in bonn, then in mainz.", marks="the"),
        good(("the train to the town leaves", "tàu đi đến thị trấn khởi hành"), langs=("en", "vi")),
        good(("Der Zug nach Bonn fährt.", "The train to bonn leaves."), langs=("de", "en")),
        good("the train leaves at nine and stops in the town"),
        good(("Save file", "lưu tệp"), langs=("en", "vi")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report a text of several words with no capital, where the source has some or it holds whole sentences."""
    source, target = pair.source, pair.target
    if target.traits & _CAPITAL or len(target.prose) < _WORDS or target.base in UNCAPITALISED:
        return
    # Behind a number or a placeholder a sentence needs no capital.
    first = target.prose[0]
    is_numbered = first != target.words[0] or any(map(str.isdigit, target.text[: first.start]))
    if pair.bilingual and source.traits & _UPPER:
        capitals = sum(word.text[0].isupper() for word in source.words[is_numbered:])
        is_lost = capitals > 1 and not (is_numbered and source.base in _CAPITAL_NOUNS)
    elif is_numbered:
        return
    elif pair.bilingual:
        is_lost = bool(source.traits & _UNCASED) and _are_sentences(target.text)
    else:
        is_lost = _are_sentences(target.text)
    if is_lost:
        yield Found("the text has no capital letters", [target.span(first.start, first.end)])


def _are_sentences(text: str) -> bool:
    return has_inner_end(text) and text.rstrip("\"'”’») ")[-1:] in (".", "!", "?")
