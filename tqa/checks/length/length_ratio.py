"""The translation is far longer or shorter than such a translation ever is.

Why it matters: a length that the two languages don't explain comes of a missing or doubled part, of a note that slipped
into the text, or of another text altogether; and a label of twice the length may not fit its place.

How to fix: compare the two. How long a translation is expected to be comes from the languages' usual lengths;
`deviations` says how many standard deviations are too many, and `shortest` and `longest` set limits of your own, as
shares of the source's length (`longest = 1.3`: at most 30 % more), blanks not counted.
"""

from collections.abc import Iterator

from tqa.language.lengths import expected_ratio, length_deviation
from tqa.language.traits import LETTER
from tqa.rule import Found, Pair, bad, good, rule

_LONG = "Der Bürgermeister eröffnete gestern nach langem Streit endlich die neue Brücke über den Fluss."

# A label is hardly evidence, but not for a paragraph: how long the longer side is at least, and how many times as long
# as expected.
_LONG_TEXT, _SHORT_TEXT, _TIMES = 60, 50, (0.13, 10.0)


@rule(
    "design/length",
    "minor",
    bilingual=True,
    when_source=LETTER,
    when_target=LETTER,
    yields_to=(
        *("untranslated", "missing-translation", "truncated", "omission", "addition", "repetition"),
        *("sentence-count", "shuffled-translation", "wrong-language"),
    ),
    examples=[
        bad((_LONG + _LONG, "Bridge open."), langs=("de", "en")),
        bad(("Brücke offen.", "The mayor yesterday at last opened the new bridge, which took years." * 2)),
        bad(
            (
                "Opslaan",
                "Click here to keep all the changes for good that you have made to this document on your computer",
            )
        ),
        bad((_LONG, "Er."), langs=("de", "en")),
        bad(("Speichern", "Save the changes"), langs=("de", "en"), options={"longest": 1.5}),
        bad(("Speichern", "Save"), langs=("de", "en"), options={"shortest": 0.5}),
        good((_LONG, "After much dispute the mayor opened the new bridge across the river."), langs=("de", "en")),
        good(("Speichern", "Save"), langs=("de", "en")),
        good(("OK", "All right, go on"), langs=("de", "en")),
        good((_LONG, ""), langs=("de", "en")),
    ],
)
def check(pair: Pair, *, deviations: float = 4.0, shortest: float = 0.0, longest: float = 0.0) -> Iterator[Found]:
    """Report targets whose length their source doesn't explain. shortest, longest: shares of the source's length."""
    source, target = pair.source.length, pair.target.length
    if not source or not target:
        return
    ratio = target / source
    if (longest and ratio > longest) or ratio < shortest:
        limit = longest if longest and ratio > longest else shortest
        yield Found(f"{ratio:.0%} of the source's length, where {limit:.0%} is the limit", [pair.target.whole])
        return
    expected = expected_ratio(pair.source.base, pair.target.base) or 1.0
    off = length_deviation(source, target, expected)
    if abs(off) > deviations or _is_extreme(source, target, expected):
        word = "longer" if off > 0 else "shorter"
        yield Found(
            f"{ratio:.0%} of the source's length, where about {expected:.0%} is usual: far {word} than expected",
            [pair.target.whole],
        )


def _is_extreme(source: int, target: int, expected: float) -> bool:
    """Whether a label stands for a text or the other way round, however few its characters are."""
    times, (low, high) = target / (source * expected), _TIMES
    return (times >= high and target >= _LONG_TEXT and source > 2) or (times <= low and source >= _SHORT_TEXT)
