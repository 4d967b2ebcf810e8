"""All capitals of the text are gone.

Why it matters: without capitals sentences and names run together; the text comes from a program that lower-cases what
it reads.

How to fix: restore the capitals of sentences and names. Labels that the source writes small as well aren't reported.
"""

from collections.abc import Iterator

from tqa.checks.language._capitals import without_capitals
from tqa.language.traits import Trait
from tqa.rule import Found, Pair, bad, good, rule


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
    first = without_capitals(pair)
    if first is not None:
        yield Found("the text has no capital letters", [pair.target.span(first.start, first.end)])
