"""The translation is white space alone.

Why it matters: tools count the text as translated, and the reader sees nothing.

How to fix: translate it, or leave it empty so that it counts as untranslated.
"""

from collections.abc import Iterator

from tqa.language.traits import LETTER
from tqa.rule import Found, Pair, Trait, bad, good, rule

_VISIBLE_SOURCE = LETTER | Trait.DIGIT


@rule(
    "accuracy/omission",
    "critical",
    bilingual=True,
    when_source=_VISIBLE_SOURCE,
    examples=[
        bad(("Lưu thay đổi", " "), langs=("vi", "en"), marks=" "),
        bad(("Save changes", "\u00a0\u200b"), langs=("en", "vi"), marks="\u00a0\u200b"),
        good((" ", " "), ("", ""), langs=("vi", "en")),
        good(("Lưu", "Save "), langs=("vi", "en")),
        good(("Lưu", ""), langs=("vi", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report targets of spaces and invisible characters whose source has letters or digits."""
    target = pair.target
    blank = Trait.ODD_SPACE | Trait.INVISIBLE | Trait.NEWLINE | Trait.TAB
    if target.text and not target.traits & ~int(blank):
        yield Found("the translation is white space only", [target.span(0, len(target.text)), pair.source.whole])
