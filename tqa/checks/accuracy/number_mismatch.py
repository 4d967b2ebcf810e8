"""A number differs from that of the source.

Why it matters: readers take numbers at their word, and few things are as costly in a contract, a dosage or a price list
as a wrong one; nobody sees it without the source beside.

How to fix: put the number of the source. Other notations of the same number (1,234.5 and 1.234,5, "three" and
"trois", 1.2万 and 12,000), converted units and 12- or 24-hour clocks are no difference. A number that only one side
has is a minor issue; small ones are put in and left out freely and aren't reported.
"""

from collections.abc import Iterator

from tqa.checks._numbers import found
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "accuracy/mistranslation",
    "major",
    bilingual=True,
    yields_to=("code-mismatch",),
    examples=[
        bad(("Cuộc họp có 45 người tham dự.", "The meeting had 54 participants."), marks="54", langs=("vi", "en")),
        bad(("Er hat sieben Kinder.", "He has nine children."), marks="nine", langs=("de", "en")),
        bad(("The bridge is 1,250 m long.", "Cây cầu dài 1.520 m."), marks="1.520", langs=("en", "vi")),
        bad(("It was -12 °C at noon.", "Es waren 12 °C am Mittag."), marks="12", langs=("en", "de")),
        bad(("Есть три причины.", "There are 4 reasons."), marks="4", langs=("ru", "en")),
        bad(("Over 350 people came.", "Viele Leute kamen."), marks="350", langs=("en", "de")),
        good(("Có ba lý do.", "There are three reasons."), langs=("vi", "en")),
        good(("Thu hút 1.234,5 nghìn lượt khách.", "It drew 1,234,500 visitors."), langs=("vi", "en")),
        good(("Sie ist einundzwanzig.", "She is 21."), langs=("de", "en")),
        good(("报名人数达1.2万。", "There were 12,000 entries."), langs=("zh", "en")),
        good(("بلغ العدد ٥٬٣٠٠ شخص.", "The number reached 5,300."), langs=("ar", "en")),
        good(("The town is 10 miles away.", "Thị trấn cách đây 16 km."), langs=("en", "vi")),
        good(("Beide Seiten stimmten zu.", "The two sides agreed."), langs=("de", "en")),
        good(("12,34,567 रुपये", "1,234,567 rupees"), langs=("hi", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report numbers that differ, lack their minus sign, or are on one side only."""
    return found(pair, "number-mismatch")
