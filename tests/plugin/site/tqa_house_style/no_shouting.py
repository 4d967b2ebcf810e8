"""A sentence ends with several exclamation marks.

Why it matters: our house style knows one exclamation mark at most.

How to fix: leave one.
"""

import re
from collections.abc import Iterator

from tqa.rule import Found, Pair, Trait, bad, good, rule


@rule(
    "style/organizational-style",
    "minor",
    when_target=Trait.SENTENCE_END,
    examples=[bad("We won!!", marks="!!", suggestion="!"), good("We won!")],
)
def check(pair: Pair, *, most: int = 1) -> Iterator[Found]:
    """Report runs of exclamation marks. most: how many may stand together."""
    for match in re.finditer(r"!{2,}", pair.target.text):
        if len(match[0]) > most:
            yield Found(f"{len(match[0])} exclamation marks", [pair.target.span(*match.span())], "!" * most, "safe")
