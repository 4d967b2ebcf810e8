"""A number is percent on one side only.

Why it matters: 5 and 5 % are different things, and the small sign is easily lost between two files.

How to fix: put the percent sign or word that the source has, or take away the one that it hasn't.
"""

from collections.abc import Iterator

from tqa.checks._numbers import found
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "accuracy/mistranslation",
    "major",
    bilingual=True,
    examples=[
        bad(("Giá tăng 15%.", "Prices rose by 15."), marks="15", langs=("vi", "en")),
        bad(("The sample has 40 people.", "Die Stichprobe hat 40 % Personen."), marks="40", langs=("en", "de")),
        good(("Giá tăng 15%.", "Prices rose by 15 percent."), langs=("vi", "en")),
        good(("La hausse est de 15 pour cent.", "The rise is 15%."), langs=("fr", "en")),
        good(("占全球的百分之三十", "It makes up 30% of the world's."), langs=("zh", "en")),
        good(("Yüzde 5 arttı.", "It rose by 5 per cent."), langs=("tr", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report equal numbers of which one is percent, where nothing on the other side says so."""
    return found(pair, "percent-mismatch")
