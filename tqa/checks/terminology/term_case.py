"""A term is written in another case than the termbase has it.

Why it matters: "Github" and "ipad" look careless, and an acronym in small letters is another word.

How to fix: take the suggestion. Only terms are held to their case that the termbase marks as case-sensitive, that are
not to be translated, or that have capitals inside; capitals at the start of a sentence and in a heading are fine.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tqa.checks.terminology._terms import OPTIONS, SegmentTerms, terms_of
from tqa.resources.termbase.known import Known
from tqa.resources.termbase.model import Term
from tqa.resources.termbase.presence import Place, kept_place
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "terminology/inconsistent-with-resource",
    "minor",
    bilingual=True,
    needs="termbases",
    examples=[
        bad(
            ("Open Fjordnet.", "Öffnen Sie FjordNet."),
            marks="FjordNet",
            suggestion="Fjordnet",
            langs=("en", "de"),
            options=OPTIONS,
        ),
        bad(
            ("Die Schnittstelle ist stabil.", "The Api is stable."),
            marks="Api",
            suggestion="API",
            langs=("de", "en"),
            options=OPTIONS,
        ),
        good(("Open Fjordnet.", "FJORDNET ÖFFNEN"), langs=("en", "de"), options=OPTIONS),
        good(("Die Schnittstelle ist stabil.", "The API is stable."), langs=("de", "en"), options=OPTIONS),
        good(("Das Finanzamt schließt.", "Tax Office closes"), langs=("de", "en"), options=OPTIONS),
    ],
)
def check(pair: Pair, *, termbases: tuple[Path, ...] = ()) -> Iterator[Found]:
    """Report approved terms of the target in a wrong case. termbases: files, the first one wins."""
    if not termbases:
        return
    terms = terms_of(pair, termbases)
    for match in terms.source:
        for known in match.known:
            for term, place in _places(known, terms):
                span = terms.target_span(*place)
                marked = terms.marked(span)
                if not _is_fine(marked, term.text, pair.target.text):
                    yield Found(f"'{marked}' is written '{term.text}'", [span], term.text, "safe")


def _places(known: Known, terms: SegmentTerms) -> Iterator[tuple[Term, Place]]:
    """The terms that are held to their case, where the target has them letter by letter."""
    if known.entry.keep:
        place = kept_place(known, terms.passage)
        if place is not None:
            yield known.term, place
        return
    for term in terms.matcher.translations(known.entry):
        if term.case_sensitive or (term.case_sensitive is None and _has_inner_capital(term.text)):
            place = terms.place(term)
            if place is not None:
                yield term, place


def _has_inner_capital(text: str) -> bool:
    return any(char.isupper() and before.islower() for before, char in pairwise(text))


def _is_fine(marked: str, wanted: str, text: str) -> bool:
    if marked.lower() != wanted.lower() or marked == wanted:
        return True  # another form of it, whose case can't be told by letters
    if marked.isupper() and (text.isupper() or wanted.istitle()):
        return True
    return marked[1:] == wanted[1:] and marked[0].isupper() and text.lstrip("\"'“„«([ ").startswith(marked)
