"""The translation has fewer or more sentences than the source.

Why it matters: a sentence may be missing, or one that the source hasn't was added. Translators join and split sentences
for good reasons, too, so where the lengths agree this is a hint only.

How to fix: compare sentence by sentence.
"""

from collections.abc import Iterator

from tqa.language.lengths import expected_ratio, length_deviation
from tqa.language.sentences import has_inner_end, sentence_count
from tqa.language.traits import LETTER, Trait
from tqa.model import Severity
from tqa.rule import Found, Pair, bad, good, rule

# How many standard deviations the length must be off to the same side for the difference to be taken as real.
_OFF = 2.2
# Written without marks between sentences.
_UNMARKED = frozenset({"th", "lo", "km", "my"})


@rule(
    "accuracy/omission",
    "minor",
    bilingual=True,
    when=Trait.SENTENCE_END,
    when_target=LETTER,
    yields_to=("untranslated", "truncated", "missing-translation", "shuffled-translation"),
    examples=[
        bad(
            (
                "Der Zug fährt um neun. Er hält nicht in Bonn. Fahrkarten gibt es am Schalter.",
                "The train leaves at nine.",
            ),
            langs=("de", "en"),
        ),
        bad(
            ("The train leaves at nine.", "Tàu khởi hành lúc chín giờ. Tàu không dừng ở Bonn. Vé bán tại quầy."),
            langs=("en", "vi"),
        ),
        good(
            ("Er kam um 9 Uhr z. B. mit dem Bus. Sie nicht.", "He came at 9, e.g. by bus. She didn't."),
            langs=("de", "en"),
        ),
        good(("Mr. Smith met Dr. Jones.", "Ông Smith gặp bác sĩ Jones."), langs=("en", "vi")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report targets with another number of sentences."""
    source, target = pair.source, pair.target
    if not source.words or not target.words or not _UNMARKED.isdisjoint((source.base, target.base)):
        return
    if not (has_inner_end(source.text) or has_inner_end(target.text)):
        return
    ours, theirs = sentence_count(source.text), sentence_count(target.text)
    if ours == theirs:
        return
    ratio = expected_ratio(source.base, target.base)
    off = length_deviation(source.length, target.length, ratio) if ratio else 0.0
    is_real = (off < -_OFF) if theirs < ours else (off > _OFF)
    message = f"{ours} sentence{'s' * (ours != 1)} in the source, {theirs} here"
    last = target.words[-1]
    yield Found(message, [target.span(last.start, last.end)], severity=None if is_real else Severity.NEUTRAL)
