"""A word or phrase is said over and over.

Why it matters: machine translation that got stuck loops ("the price of the price of the price of"), and what should
stand in its place is lost.

How to fix: translate the passage again. What the source repeats too isn't reported.
"""

import re
from collections.abc import Iterator, Sequence

from tqa.language.doubling import Chunk, Run, echoes, loop, may_double, runs
from tqa.language.traits import LETTER, Trait
from tqa.model import Severity
from tqa.rule import Found, Pair, bad, good, rule

_LOOPED = 3
# Two words twice may be meant ("it is it is"); a text without its source needs more to tell.
_LONG = 3
# "day after day after day", "on and on and on": a word, and what joins it to itself.
_JOINING = frozenset(
    "and after by und et y e en och og i a и й та та і και ve és ja și in to upon or of per à for на за по".split()
)

# Where a language has no name for them, a septillion is a million of milliards of milliards.
_SCALE = re.compile(r"(?:quadr|quint|sext|sept|oct|non|dec)illi(?:on|ard)", re.IGNORECASE)
_OPENS = frozenset("%{")


@rule(
    "linguistic-conventions/unintelligible",
    "major",
    when_target=LETTER,
    examples=[
        bad("The market closed on Friday Friday Friday.", marks="Friday Friday Friday", suggestion="Friday"),
        bad(
            "The cost of the roof of the cost of the roof of the house.",
            marks="The cost of the roof of the cost of the roof of",
        ),
        bad(
            ("屋根の費用です。", "It is the cost of the roof the roof."), marks="the roof the roof", langs=("ja", "en")
        ),
        bad(("The roof leaks.", "屋根が漏れ屋根が漏れ屋根が漏れ屋根が漏れ"), langs=("en", "ja")),
        good("Step by step by step, it got better and better and better."),
        good(("Nein nein nein!", "No no no!"), langs=("de", "en")),
        good("Ha ha ha, very very very funny. NOOOOOOOO!"),
        good("Location, location, location."),
        good(("Nhanh, nhanh, nhanh lên!", "Hurry hurry hurry!"), langs=("vi", "en")),
        good("Name: ________ ________ ________ ________ 0 0 0 0 0"),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report words and phrases that stand in a row again and again."""
    target = pair.target
    if (not target.may_repeat and not target.traits & Trait.UNCASED) or _SCALE.search(pair.source.text):
        return
    parts = target.chunks if target.may_repeat else ()
    found = [run for run in runs(parts) if _is_loop(run, parts, pair)]
    if found and not (pair.bilingual and echoes(pair.source.chunks)):
        for run in found:
            passage = parts[run.first : run.first + run.length * run.rounds]
            said = target.text[passage[0].start : passage[run.length - 1].end]
            severity = None if run.rounds >= _LOOPED or run.length >= _LONG else Severity.MINOR
            span = target.span(passage[0].start, passage[-1].end)
            yield Found(f"'{said}' is said {run.rounds} times in a row", [span], said, "unsafe", severity=severity)
    elif target.traits & Trait.UNCASED:
        looped = loop(target.text)
        if looped and not (pair.bilingual and (echoes(pair.source.chunks) or loop(pair.source.text))):
            yield Found("the same piece of text comes again and again", [target.span(*looped)])


def _is_loop(run: Run, parts: Sequence[Chunk], pair: Pair) -> bool:
    forms = [part.form for part in parts[run.first : run.first + run.length]]
    if any(part.lead[-1:] in _OPENS for part in parts[run.first : run.first + run.length] if part.lead):
        return False  # each round has another placeholder's value
    if not pair.bilingual and not any(form[0].isalpha() for form in forms):
        return False
    if run.length == 1:
        form = forms[0]
        if run.rounds < _LOOPED or len(form) == 1:
            return False
        return pair.source.text.count(form) < _LOOPED if pair.bilingual else not may_double(form, pair.target.base)
    if len(set(forms)) == 1 or (run.length == 2 and not _JOINING.isdisjoint(forms) and _is_joined(run, parts)):
        return False
    return pair.bilingual or run.length >= _LONG or run.rounds >= _LOOPED


def _is_joined(run: Run, parts: Sequence[Chunk]) -> bool:
    """Whether one of two words is what joins the other to itself, as far as the run's neighbours tell."""
    first, second = parts[run.first : run.first + 2]
    end = run.first + run.length * run.rounds
    after = parts[end].form if end < len(parts) else ""
    before = parts[run.first - 1].form if run.first else ""
    if first.form in _JOINING and second.form in _JOINING:
        return after == first.form or before == second.form
    return True
