"""Another date, month or day of the week than in the source.

Why it matters: a wrong day makes people miss the event, and a date whose day and month changed places looks right.

How to fix: put the date of the source in the order of the target language. Dates by name and by number, in any order,
and those that give the year or day on one side only, are compared by what both say.
"""

from collections.abc import Iterator

from tqa.checks._numbers import found
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "accuracy/mistranslation",
    "major",
    bilingual=True,
    examples=[
        bad(("Lễ khai mạc diễn ra vào tháng 5.", "The opening is in June."), marks="June", langs=("vi", "en")),
        bad(("Der Laden schließt am Montag.", "The shop closes on Tuesday."), marks="Tuesday", langs=("de", "en")),
        bad(("Due on April 3, 2021.", "Fällig am 04.03.2021."), marks="04.03.2021", langs=("en", "de")),
        bad(("Sinh ngày 12/8/1990.", "Born on August 21, 1990."), marks="August 21, 1990", langs=("vi", "en")),
        bad(("2020年5月4日", "May 5, 2020"), marks="May 5, 2020", langs=("zh", "en")),
        good(("Lễ khai mạc diễn ra vào tháng 5.", "The opening is in May."), langs=("vi", "en")),
        good(("Due on April 3, 2021.", "Fällig am 03.04.2021."), langs=("en", "de")),
        good(("Ngày 4 tháng 5 năm 2020", "May 4, 2020"), langs=("vi", "en")),
        good(("Họp vào thứ Ba.", "The meeting is on Tuesday."), langs=("vi", "en")),
        good(("You may march on.", "Ihr dürft im April weitermarschieren."), langs=("en", "de")),
        good(("12 июля 1998 года", "July 12, 1998"), langs=("ru", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report dates, months and days of the week that the source has others for."""
    return found(pair, "date-mismatch")
