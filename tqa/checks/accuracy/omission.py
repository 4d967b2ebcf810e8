"""Part of the source is missing in the translation, which is much too short or lacks a word by its grammar.

Why it matters: a clause that was left out is invisible to whoever reads the translation alone.

How to fix: compare with the part of the source that is marked, for which no word of the translation accounts. How long
a translation is expected to be comes from the languages' usual lengths. Where a word was left out behind one that must
be followed (`in the.`), or of brackets and quotes only the marks are left, put it back.
"""

import re
from collections.abc import Iterator

from tqa.language.gaps import gaps
from tqa.language.lengths import expected_ratio, length, length_deviation
from tqa.language.support import Backing, longest_gap
from tqa.language.traits import LETTER
from tqa.rule import Found, Pair, bad, good, rule

# Standard deviations under the usual length, and characters of a source that is long enough to tell.
_TOO_SHORT, _FEWEST = -3.0, 40
# A source that speaks of nothing, or of a blank, in quotes.
_NOTHING = re.compile(r"(?<!\w)(?:' ?'|\" ?\"|“ ?”|‘ ?’)(?!\w)")


@rule(
    "accuracy/omission",
    "minor",
    bilingual=True,
    when_source=LETTER,
    when_target=LETTER,
    yields_to=("untranslated", "truncated", "sentence-count", "shuffled-translation", "missing-translation"),
    examples=[
        bad(
            (
                "Der Bürgermeister eröffnete gestern die neue Brücke, die nach drei Jahren Bauzeit und einem langen"
                " Streit um die Kosten endlich fertig geworden ist.",
                "The mayor opened the new bridge.",
            ),
            langs=("de", "en"),
        ),
        bad(
            ("Sie reisten im Herbst durch Norwegen.", "In autumn they travelled through the."),
            marks="the.",
            langs=("de", "en"),
        ),
        bad(
            ("Das Ministerium (MfG) lehnte ab.", "The ministry () declined."),
            marks="()",
            langs=("de", "en"),
        ),
        bad(
            (
                "Der Sender meldete am Abend, dass niemand verletzt wurde.",
                "Said in the evening that nobody had been hurt.",
            ),
            marks="Said",
            langs=("de", "en"),
        ),
        good(('Call f() with "" first.', 'Rufe zuerst f() mit "" auf.'), langs=("en", "de")),
        good(
            ("Was war los, und wer war dabei?", "Was it loud, and who was there with you all that time?"),
            langs=("de", "en"),
        ),
        good(("Er ist der Mann, von dem ich sprach.", "He is the man I told you of."), langs=("de", "en")),
        good(
            ("Der Bürgermeister eröffnete gestern die neue Brücke.", "The mayor opened the new bridge yesterday."),
            langs=("de", "en"),
        ),
        good(("Bitte drücken Sie eine beliebige Taste, um fortzufahren.", "Press any key."), langs=("de", "en")),
        good(("Gửi", "S"), langs=("vi", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report targets that are too short for their source, and gaps in them."""
    source, target = pair.source, pair.target
    for gap in gaps(target.text, target.base):
        if target.text[gap.start : gap.end] not in source.text and not _NOTHING.search(source.text):
            yield Found(gap.message, [target.span(gap.start, gap.end)])
            return
    ratio = expected_ratio(source.base, target.base)
    size = source.length - sum(length(tag.text) for tag in source.tags if tag.is_certain)
    if ratio is None or size < _FEWEST or not target.words or source.base == target.base or _is_key(source.text):
        return
    if length_deviation(size, target.length, ratio) >= _TOO_SHORT:
        return
    silence = longest_gap(list(Backing(target.words, target.language, source.language).of(source.words)))
    if silence is not None:
        last = target.words[-1]
        spans = [target.span(last.start, last.end), source.span(*silence)]
        yield Found("much shorter than the source: nothing here says what is marked there", spans)


def _is_key(text: str) -> bool:
    """Whether a text is the key of a message, which stands where the message should."""
    return text.isascii() and " " not in text.strip()
