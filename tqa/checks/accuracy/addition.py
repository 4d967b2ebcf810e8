"""The translation is much too long: it says what the source doesn't.

Why it matters: what a translator or a machine adds, a note, a guess, a repetition, the author never wrote.

How to fix: take out what is marked, for which no word of the source accounts, unless the reader needs it. How long a
translation is expected to be comes from the languages' usual lengths.
"""

from collections.abc import Iterator

from tqa.language.lengths import expected_ratio, length_deviation
from tqa.language.support import longest_gap
from tqa.language.traits import LETTER
from tqa.rule import Found, Pair, bad, good, rule

# Standard deviations over the usual length, and characters of a target that is long enough to tell.
_TOO_LONG, _FEWEST = 3.2, 40
# A label of a word or two may be explained.
_WORDS = 3


@rule(
    "accuracy/addition",
    "minor",
    bilingual=True,
    when_source=LETTER,
    when_target=LETTER,
    yields_to=("untranslated", "sentence-count", "shuffled-translation", "repetition"),
    examples=[
        bad(
            (
                "Der Bürgermeister eröffnete die neue Brücke.",
                "The mayor opened the new bridge, which after three years of work and a long quarrel about money has at"
                " last been finished.",
            ),
            langs=("de", "en"),
        ),
        good(
            ("Der Bürgermeister eröffnete gestern die neue Brücke.", "The mayor opened the new bridge yesterday."),
            langs=("de", "en"),
        ),
        good(("OK", "Press the button to go on with the installation"), langs=("de", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report targets that are too long for their source."""
    source, target = pair.source, pair.target
    ratio = expected_ratio(source.base, target.base)
    size = target.length
    if ratio is None or size < _FEWEST or len(source.words) < _WORDS or source.base == target.base:
        return
    if length_deviation(source.length, size, ratio) <= _TOO_LONG:
        return
    gap = longest_gap(list(pair.backing.of(target.words)))
    if gap is not None:
        yield Found("much longer than the source, which says nothing of this", [target.span(*gap)])
