"""The brackets are others than the source's.

Why it matters: square brackets often mean something to a program or a reader ("[optional]"), and turning
them into round ones, or leaving them out, breaks that.

How to fix: use the source's brackets, full-width ones in Chinese and Japanese. Round brackets around a word that the
translator explains aren't reported.
"""

from collections import Counter
from collections.abc import Iterator

from tqa.language.pairing_marks import PARTNER, brackets, lone_brackets, narrow
from tqa.language.placeholders.dialects import has_branches
from tqa.rule import Found, Pair, Trait, bad, good, rule

_CORNERS = "【〔"


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    bilingual=True,
    when_source=Trait.BRACKET,
    yields_to=(
        "placeholder-mismatch",
        "icu-syntax",
        "fluent-syntax",
        "markdown-mismatch",
        "unpaired-bracket",
        "tag-mismatch",
        "truncated",
        "omission",
    ),
    examples=[
        bad(("Name [optional]", "Tên (không bắt buộc)"), marks="(", langs=("en", "vi")),
        bad(("Press [Enter] now", "Drücke jetzt Enter"), marks="[", langs=("en", "de")),
        good(("Name (optional)", "姓名（选填）"), langs=("en", "zh")),
        good(("Name [optional]", "姓名【选填】"), langs=("en", "zh")),
        good(("He (the mayor) left", "Er, der Bürgermeister, ging"), langs=("en", "de")),
        good(("“The [mayor] left,” he said", "« Le maire est parti », dit-il"), langs=("en", "fr")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report square brackets that became others or are missing, in texts whose brackets are paired."""
    source, target = pair.source, pair.target
    ours, theirs = Counter(brackets(source.text)), Counter(brackets(target.text))
    if ours == theirs or lone_brackets(source.text) or lone_brackets(target.text) or has_branches(source.text):
        return
    if not target.words:
        return
    lost = ours["["] - theirs["["]
    if lost <= 0 or any(theirs[corner] for corner in _CORNERS):
        return
    at = source.text.index("[")
    evidence = source.span(at, at + 1)
    gained = [other for other in PARTNER if other != "[" and theirs[other] - ours[other] >= lost]
    if gained:
        place = narrow(target.text).index(gained[0])
        spans = [target.span(place, place + 1), evidence]
        yield Found(f"'{target.text[place]}' where the source has '['", spans, "[", "unsafe")
    elif not _is_quotation(source.text):
        yield Found("the brackets '[]' are missing", [evidence])


def _is_quotation(text: str) -> bool:
    """Whether brackets may mark what a quotation leaves out or explains, which a translation needs not."""
    return any(mark in text for mark in "\"“”„«»「'’")
