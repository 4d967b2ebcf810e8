"""The translation belongs to another text.

Why it matters: rows that slipped in a spreadsheet or a memory put sound sentences under the wrong source; every
check of the sentence alone passes it, and the reader is told something else.

How to fix: look for the right translation in the rows above and below, or translate again. A free translation that
shares hardly a word with its source can be reported wrongly; numbers and names that both sides have speak against it.
"""

from collections.abc import Iterator

import regex

from tqa.facts import Text
from tqa.language.support import backs_plainly, units, weights
from tqa.language.tags import UNDETERMINED
from tqa.language.traits import LETTER, Trait
from tqa.language.writing import UNSPACED, scripts
from tqa.model import Severity
from tqa.rule import Found, Pair, bad, good, rule

# Evidence in nats that a translation goes with its source, under which it is reported, and reported as serious.
_DOUBTFUL, _CONTRADICTED = -3.2, -6.5
_NUMBER, _MOST_NUMBERS, _NUMBER_MISSING, _MOST_MISSING = 3.0, 3, -0.5, -1.0
_DIGITS = regex.compile(r"\p{Nd}{2,}")
# A source of fewer words can be put in words of which none is listed as a translation.
_FEWEST = 9
# Words longer than this on average have lost the blanks between them.
_WORD = 12


@rule(
    "accuracy/mistranslation",
    "minor",
    bilingual=True,
    when_source=LETTER,
    when_target=LETTER,
    yields_to=("untranslated", "scrambled"),
    examples=[
        bad(
            (
                "Der Bürgermeister eröffnete gestern die neue Brücke über den Fluss im Norden der Stadt.",
                "The committee will vote on the budget for schools and hospitals before the summer holidays.",
            ),
            langs=("de", "en"),
        ),
        bad(
            (
                "昨天市长为城市北部的新桥举行了开幕仪式，数千名居民参加。",
                "Butter and sugar are beaten until soft, then eggs and flour follow.",
            ),
            langs=("zh", "en"),
        ),
        good(
            (
                "Der Bürgermeister eröffnete gestern die neue Brücke über den Fluss im Norden der Stadt.",
                "Yesterday the mayor opened the new bridge across the river in the north of the city.",
            ),
            langs=("de", "en"),
        ),
        good(("Nichts zu danken, gern geschehen!", "You are most welcome, any time!"), langs=("de", "en")),
        good(("Hình minh họa", "Illustration"), langs=("vi", "en")),
        good(("Weiter", "Next"), langs=("de", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report targets that share too little with their source."""
    source, target = pair.source, pair.target
    if source.base == target.base or UNDETERMINED in (source.base, target.base):
        return
    if len(source.words) < _FEWEST and not source.traits & Trait.UNCASED:
        return
    backed, unbacked = weights(source.base, target.base)
    room = len(target.words) if not target.traits & Trait.UNCASED else len(target.text)
    evidence = _numbers(source.text, target.text) if (source.traits | target.traits) & Trait.DIGIT else 0.0
    if evidence + room * unbacked > _DOUBTFUL or _is_run_together(pair):
        return
    if backs_plainly(_units(source), source.base, _units(target), target.base, len(target.words)):
        return
    for support in pair.backing.of(target.words):
        room -= 1
        if support.is_backed is not None:
            evidence += backed if support.is_backed else unbacked
        if evidence + room * unbacked > _DOUBTFUL:
            return
    # Words without their marks are looked up as others that never had any.
    if evidence < _DOUBTFUL and source.loss is None and target.loss is None:
        severity = Severity.MAJOR if evidence < _CONTRADICTED else None
        message = "hardly a word here translates one of the source: does this belong to another segment?"
        yield Found(message, [target.whole], severity=severity)


def _units(text: Text) -> frozenset[str]:
    return units(text.words, text.base) if text.traits & Trait.UNCASED else text.lower_words


def _numbers(source: str, target: str) -> float:
    """The evidence of numbers of two digits or more, in whatever script's digits."""
    ours, theirs = ({str(int(number)) for number in _DIGITS.findall(text)} for text in (source, target))
    alike = min(len(ours & theirs), _MOST_NUMBERS)
    return alike * _NUMBER + max(_MOST_MISSING, len(ours ^ theirs) * _NUMBER_MISSING)


def _is_run_together(pair: Pair) -> bool:
    """Whether one side, in a script with blanks, has lost them."""
    return any(_has_lost_blanks(side) for side in (pair.source, pair.target))


def _has_lost_blanks(side: Text) -> bool:
    is_spaced = UNSPACED.isdisjoint(scripts(side.language))
    return is_spaced and sum(map(len, side.forms)) > _WORD * len(side.forms)
