"""A bracket has no partner, or another's.

Why it matters: the reader waits for the end of the aside, and code or markup around the text may break.

How to fix: open or close the bracket, or take it out. The `)` of lists ("a)") and smileys need no partner, and what the
source leaves open may stay open.
"""

from collections.abc import Iterator

from tqa.language.pairing_marks import lone_brackets
from tqa.language.placeholders.dialects import has_branches
from tqa.rule import Found, Pair, Trait, bad, good, rule

_ANY = int(Trait.BRACKET | Trait.BRACE)


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    when_target=Trait.BRACKET | Trait.BRACE,
    yields_to=(
        "placeholder-mismatch",
        "icu-syntax",
        "fluent-syntax",
        "markdown-mismatch",
        "escape-mismatch",
        "code-mismatch",
    ),
    examples=[
        bad(("Der Zug (nach Bonn) fährt.", "The train (to Bonn leaves."), marks="(", langs=("de", "en")),
        bad(("The train (to Bonn) leaves.", "Tàu (đi Bonn] khởi hành."), marks="(", langs=("en", "vi")),
        bad(("The train (to Bonn) leaves.", "火车（开往波恩开出。"), marks="（", langs=("en", "zh")),
        bad("The train to Bonn) leaves.", marks=")"),
        good("a) one, 2) two, and :-) or (see [here])"),
        good(("It (rains.", "Es (regnet."), langs=("en", "de")),
        good("The interval [0, 1) is half open."),
        good("火车（开往波恩)开出。", langs=("en", "zh")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report brackets without a partner, unless the source has as many such."""
    target = pair.target
    lone = lone_brackets(target.text)
    if not lone or has_branches(target.text):
        return
    ours = lone_brackets(pair.source.text) if pair.source.traits & _ANY else []
    if len(ours) >= len(lone):
        return
    for bracket in lone:
        yield Found(f"'{bracket.char}' has no '{bracket.wanted}'", [target.span(bracket.start, bracket.end)])
