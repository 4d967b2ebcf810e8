"""A passage of the source has no counterpart in the translation.

Why it matters: the reader doesn't get what the author wrote, and doesn't see that.

How to fix: translate the passage, or leave it out knowingly. Reported where a document was aligned with its source
(`--align`) and what stands before and after the passage surely has its counterparts.
"""

from collections.abc import Iterable

from tqa.language.traits import LETTER
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "accuracy/omission",
    "major",
    bilingual=True,
    when_source=LETTER,
    examples=[
        bad(("Die Brücke ist gesperrt.", ""), langs=("de", "en"), state="omitted", marks="Die Brücke ist gesperrt."),
        good(("Die Brücke ist gesperrt.", ""), langs=("de", "en"), state="missing"),
        good(("Die Brücke ist gesperrt.", "The bridge is closed."), langs=("de", "en")),
    ],
)
def check(pair: Pair) -> Iterable[Found]:
    """Report what only the source has. The issue belongs to the translation, which has no line for it."""
    if pair.segment.state != "omitted":
        return ()
    return (Found("nothing in the translation stands for this passage", [pair.source.whole]),)
