"""The number stayed and the unit changed.

Why it matters: 5 miles are not 5 km. A unit that was swapped without converting the number gives a wrong measure that
reads well.

How to fix: convert the number too, or keep the unit. A converted measure (10 miles as 16 km) isn't reported.
"""

from collections.abc import Iterator

from tqa.checks._numbers import found
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "accuracy/mistranslation",
    "major",
    bilingual=True,
    examples=[
        bad(("Quãng đường dài 12 km.", "The route is 12 miles long."), marks="12 miles", langs=("vi", "en")),
        bad(("Add 30 g of sugar.", "30 kg Zucker zugeben."), marks="30 kg", langs=("en", "de")),
        bad(("Wait 15 minutes.", "Attendez 15 heures."), marks="15 heures", langs=("en", "fr")),
        bad(("The oven is at 180 °C.", "Lò ở 180 °F."), marks="180 °F", langs=("en", "vi")),
        good(("The route is 10 miles long.", "Die Strecke ist 16 km lang."), langs=("en", "de")),
        good(("Wait 15 minutes.", "Hãy đợi 15 phút."), langs=("en", "vi")),
        good(("Allow 24 months.", "Rechnen Sie mit 2 Jahren."), langs=("en", "de")),
        good(("Nhiệt độ là 30°C.", "It is 86 °F."), langs=("vi", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report equal numbers with units that aren't the same."""
    return found(pair, "unit-mismatch")
