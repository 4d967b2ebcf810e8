"""The amount stayed and the currency changed.

Why it matters: a price in another currency is another price; a shop is held to it.

How to fix: keep the currency of the source, or convert the amount too. Signs, codes and names of one currency are the
same ($, USD, đô la); dollars of different countries aren't told apart.
"""

from collections.abc import Iterator

from tqa.checks._numbers import found
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "accuracy/mistranslation",
    "major",
    bilingual=True,
    examples=[
        bad(("The ticket costs €25.", "Vé có giá 25 đô la."), marks="25 đô", langs=("en", "vi")),
        bad(("The deal is worth £11 million.", "Der Vertrag ist 11 Millionen Euro wert."), langs=("en", "de")),
        bad(("Giá 500.000 đồng.", "It costs $500,000."), marks="$500,000", langs=("vi", "en")),
        good(("The ticket costs $25.", "Vé có giá 25 đô la Mỹ."), langs=("en", "vi")),
        good(("The deal is worth £11 million.", "Hợp đồng trị giá 11 triệu bảng."), langs=("en", "vi")),
        good(("The fine is 300 euros.", "Der Strafzettel kostet 300 €."), langs=("en", "de")),
        good(("这辆车卖20万元。", "The car sells for 200,000 yuan."), langs=("zh", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report equal amounts in currencies that aren't the same."""
    return found(pair, "currency-mismatch")
