"""A number is written with the separators of another language.

Why it matters: "1,234" is one and a bit to a German reader, and "3.5" looks like a date; a sum that is right for the
translator is wrong for those who read it.

How to fix: take the suggestion, which has the signs of the target's locale as the CLDR gives them. Give a region in the
language tag (`es-MX`, `de-CH`) where that one's signs hold. Versions, sections, clock times and names (Web 2.0) aren't
reported.
"""

from collections.abc import Iterator

from tqa.checks._numbers import found
from tqa.rule import Found, Pair, Trait, bad, good, rule


@rule(
    "locale-conventions/number-format",
    "minor",
    bilingual=True,
    when_source=Trait.DIGIT,
    when_target=Trait.DIGIT,
    examples=[
        bad(("It weighs 3.5 kg.", "Es wiegt 3.5 kg."), marks="3.5", suggestion="3,5", langs=("en", "de")),
        bad(("Có 30.000 học sinh.", "There are 30.000 pupils."), marks="30.000", langs=("vi", "en")),
        bad(("There are 30,000 pupils.", "Có 30,000 học sinh."), suggestion="30.000", langs=("en", "vi")),
        bad(("Um 12,5 % gestiegen", "Up by 12,5 %"), marks="12,5", suggestion="12.5", langs=("de", "en")),
        good(("It weighs 3.5 kg.", "Es wiegt 3,5 kg."), langs=("en", "de")),
        good(("There are 30,000 pupils.", "Es sind 30 000 Schüler."), langs=("en", "de")),
        good(("Version 3.5 is out.", "Version 3.5 ist da."), langs=("en", "de")),
        good(("Python 3.11 is fast.", "Python 3.11 ist schnell."), langs=("en", "de")),
        good(("It costs 3.50 francs.", "Es kostet 3.50 Franken."), langs=("en", "de-CH")),
        good(("Wir öffnen um 9.30 Uhr.", "We open at 9.30 am."), langs=("de", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report numbers whose decimal or grouping sign isn't that of the target's locale."""
    return found(pair, "number-format")
