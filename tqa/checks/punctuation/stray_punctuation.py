"""A mark stands where none belongs: a sentence ends in its middle, or a sign hangs on a word.

Why it matters: "the^ result" and "He came. to the station" are slips that make readers stumble.

How to fix: take the mark out. Short forms, suspended hyphens ("pre- and post-war"), quotations, code and marks that the
source has as well aren't reported.
"""

from collections.abc import Iterator

from tqa.language.stray_marks import Texts, stray_marks
from tqa.language.traits import LETTER
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    when_target=LETTER,
    yields_to=("placeholder-mismatch", "accelerator-mismatch", "markdown-mismatch", "tokenized"),
    examples=[
        bad("They found that the^ result was old.", marks="^", suggestion=""),
        bad(("Sie fanden das Haus.", "They found the_ house."), marks="_", langs=("de", "en")),
        bad(("Sie fanden das alte Haus.", "They found the. old house."), marks=".", langs=("de", "en")),
        bad(("Sie fanden das alte Haus.", "They found! the old house."), marks="!", langs=("de", "en")),
        bad(("Sie fanden das alte Haus.", "They found- the old house."), marks="-", langs=("de", "en")),
        bad(("They found the house.", "Họ tìm thấy^ ngôi nhà."), marks="^", langs=("en", "vi")),
        bad(("Sie fanden das alte Haus.", "They found the, old house."), marks=",", langs=("de", "en")),
        bad(("Sie fanden das alte Haus.", "They looked at; the old house."), marks=";", langs=("de", "en")),
        good(
            ("Es regnet, wir bleiben.", "It rains; we stay. The hours flew by; Mai came from Hội An, too."),
            langs=("de", "en"),
        ),
        good("Pre- and post-war houses, approx. five, vs. the others etc. and so on."),
        good(("“Geh!”, rief er. Yahoo! ist alt.", "“Go!” he cried. Yahoo! is old."), langs=("de", "en")),
        good("He wrote a_ and x^ 2; ask @ana or see ~ana."),
        good("Der Vor- und der Nachname, ca. drei, evtl. mehr", langs=("en", "de")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report signs behind words, and ends of sentences before a lower-case word that the source hasn't."""
    target = pair.target
    both = Texts(target.text, target.base, target.traits, pair.segment.source)
    places = list(stray_marks(both))
    if not places:
        return
    code = target.protected
    for at in places:
        if not any(start <= at < end for start, end in code):
            yield Found(f"'{target.text[at]}' doesn't belong here", [target.span(at, at + 1)], "", "unsafe")
