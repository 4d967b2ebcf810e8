"""Tags of the source are missing, or <b>not closed</b>.

Why it matters
    The page around the text breaks.

How to fix
    Keep each tag of the source, in a place that makes sense.
"""

from tqa.facts import Pair
from tqa.rule import Found, bad, good, rule


@rule(
    "design/markup",
    "critical",
    examples=[
        bad(("<i>Chào</i>", "<i>Hello"), marks="<i>", langs=("vi", "en")),
        good("Hello"),
    ],
)
def check(pair: Pair) -> list[Found]:
    return []
