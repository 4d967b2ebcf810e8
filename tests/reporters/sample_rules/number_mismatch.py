"""A number of the source is another one in the translation.

Why it matters
    Readers act on numbers: a price or a dose that is off by a digit does harm.

How to fix
    Write the number as the source has it, in the target language's format.
    Leave years and names of roads alone.
"""

from tqa.facts import Pair
from tqa.rule import Found, bad, good, rule


@rule(
    "accuracy/mistranslation",
    "critical",
    examples=[
        bad(("Giá 7 đồng", "It costs <9> dong"), marks="9", suggestion="7", langs=("vi", "en")),
        good(("Giá 7 đồng", "It costs 7 dong"), langs=("vi", "en")),
    ],
)
def check(pair: Pair) -> list[Found]:
    return []
