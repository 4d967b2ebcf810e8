"""Another time of day than in the source.

Why it matters: a train at 7 p.m. isn't one at 7 in the morning; conversions between 12- and 24-hour clocks go wrong
silently.

How to fix: put the time of the source. Both kinds of clock, and any notation (15:30, 15h30, 3.30 p.m., 下午3点30分),
are understood.
"""

from collections.abc import Iterator

from tqa.checks._numbers import found
from tqa.rule import Found, Pair, Trait, bad, good, rule


@rule(
    "accuracy/mistranslation",
    "major",
    bilingual=True,
    when_source=Trait.DIGIT,
    when_target=Trait.DIGIT,
    examples=[
        bad(("Tàu chạy lúc 15:30.", "The train leaves at 5:30 p.m."), marks="5:30", langs=("vi", "en")),
        bad(("Open from 7 a.m.", "Mở cửa từ 7 giờ tối."), marks="7", langs=("en", "vi")),
        bad(("The train leaves at 9:45.", "Le train part à 9h54."), marks="9h54", langs=("en", "fr")),
        good(("Tàu chạy lúc 15:30.", "The train leaves at 3:30 p.m."), langs=("vi", "en")),
        good(("Open from 7 a.m.", "Mở cửa từ 7 giờ sáng."), langs=("en", "vi")),
        good(("The train leaves at 9:45.", "Le train part à 9h45."), langs=("en", "fr")),
        good(("Der Zug fährt um 20.15 Uhr.", "The train leaves at 8:15 pm."), langs=("de", "en")),
        good(("下午3点30分开会", "The meeting is at 15:30."), langs=("zh", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report clock times that the source has others for."""
    return found(pair, "time-mismatch")
