"""A passage of the translation has no counterpart in the source.

Why it matters: the author never wrote it: a note, a guess, or a piece of another text.

How to fix: take it out, unless the reader needs it. Reported where a document was aligned with its source (`--align`)
and what stands before and after the passage surely has its counterparts.
"""

from collections.abc import Iterable

from tqa.language.traits import LETTER
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "accuracy/addition",
    "minor",
    when_target=LETTER,
    examples=[
        bad("Click here to win a prize.", langs=("de", "en"), state="added", marks="Click here to win a prize."),
        good("Click here to win a prize.", langs=("de", "en")),
        good("Click here to win a prize.", langs=("de", "en"), state="obsolete"),
    ],
)
def check(pair: Pair) -> Iterable[Found]:
    """Report what only the translation has."""
    if pair.segment.state != "added":
        return ()
    return (Found("nothing in the source stands behind this passage", [pair.target.whole]),)
