"""A quantity is off by powers of ten: a word such as million was mistaken.

Why it matters: tỷ is a billion and Billion a trillion; 万 and lakh have no word in English at all. A slip makes a sum a
thousand times too large, and both texts look right on their own.

How to fix: work the number out again. Short and long scale, Chinese, Japanese, Korean and Indian units, abbreviations
("bn", "Mrd.", "млн") and Vietnamese without its marks ("850 ty") are understood.
"""

from collections.abc import Iterator

from tqa.checks._numbers import found
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "accuracy/mistranslation",
    "major",
    bilingual=True,
    examples=[
        bad(("Vốn đầu tư là 15 tỷ đồng.", "The capital is 15 million dong."), marks="15 million", langs=("vi", "en")),
        bad(("Von dau tu 850 ty dong.", "The capital is 850 million dong."), marks="850 million", langs=("vi", "en")),
        bad(("Der Umsatz liegt bei 2 Milliarden.", "Sales are 2 million."), marks="2 million", langs=("de", "en")),
        bad(("人口约3500万。", "The population is about 3.5 million."), marks="3.5 million", langs=("zh", "en")),
        bad(("It sold 20 million copies.", "इसकी 20 लाख प्रतियां बिकीं।"), marks="20 लाख", langs=("en", "hi")),
        good(("Vốn đầu tư là 15 tỷ đồng.", "The capital is 15 billion dong."), langs=("vi", "en")),
        good(("Von dau tu 850 ty dong.", "The capital is 850 billion dong."), langs=("vi", "en")),
        good(("Die Schulden stiegen auf 1,2 Billionen.", "Debt rose to 1.2 trillion."), langs=("de", "en")),
        good(("3 mil millones de personas", "3 billion people"), langs=("es", "en")),
        good(("人口约3500万。", "The population is about 35 million."), langs=("zh", "en")),
        good(("5 करोड़ लोग", "50 million people"), langs=("hi", "en")),
        good(("Between 15 and 20 million", "1500万到2000万"), langs=("en", "zh")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report numbers that differ by a power of ten, one of them with a word such as million."""
    return found(pair, "quantity-mismatch")
