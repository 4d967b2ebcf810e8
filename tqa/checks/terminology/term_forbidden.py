"""A term that the termbase forbids is used.

Why it matters: a forbidden term was ruled out for a reason: it is wrong, outdated, offensive, or a competitor's word.

How to fix: use an approved term, which the message names. A term that is forbidden as the translation of another one is
only reported where the source has that; one that stands alone in its entry is reported everywhere.
"""

from collections.abc import Iterator
from pathlib import Path

from tqa.checks.terminology._terms import OPTIONS, SegmentTerms, listed, note_of, preferred, terms_of
from tqa.resources.termbase.known import Known, Match
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "terminology/wrong-term",
    "major",
    needs="termbases",
    yields_to=("untranslated",),
    examples=[
        bad(
            ("Mỏ có trữ lượng đất hiếm lớn.", "The mine has large reserves of rare soil."),
            marks="rare soil",
            suggestion="rare earth",
            langs=("vi", "en"),
            options=OPTIONS,
        ),
        bad(
            ("Seine Klagen blieben erfolglos.", "His complaints failed."),
            marks="complaints",
            langs=("de", "en"),
            options=OPTIONS,
        ),
        bad("Add the host to the blacklist.", marks="blacklist", options=OPTIONS),
        good(("Loài cây này cần loại đất lạ.", "The plant needs rare soil."), langs=("vi", "en"), options=OPTIONS),
        good(("Die Beschwerde liegt vor.", "The complaint is on file."), langs=("de", "en"), options=OPTIONS),
        good("Add the host to the blocklist.", options=OPTIONS),
    ],
)
def check(pair: Pair, *, termbases: tuple[Path, ...] = ()) -> Iterator[Found]:
    """Report forbidden terms of the target. termbases: files, the first one wins."""
    if not termbases:
        return
    terms = terms_of(pair, termbases)
    if not terms.matcher.has_forbidden:
        return
    for match in terms.target:
        known = next((known for known in match.known if _counts(known, terms)), None)
        # What another entry of the source's terms calls for is right here.
        if known is not None and not any(
            one.term.is_allowed and id(one.entry) in terms.concepts for one in match.known
        ):
            yield _found(match, known, terms)


def _counts(known: Known, terms: SegmentTerms) -> bool:
    if known.term.is_allowed:
        return False
    return id(known.entry) in terms.concepts or not terms.matcher.sources(known.entry) or _is_own(known, terms)


def _is_own(known: Known, terms: SegmentTerms) -> bool:
    """Whether source and target are one language, so that the term itself is all that there is to look for."""
    return terms.matcher.source.language == terms.matcher.target.language


def _found(match: Match, known: Known, terms: SegmentTerms) -> Found:
    span = terms.target_span(match.start, match.end)
    marked = terms.marked(span)
    approved = terms.matcher.translations(known.entry)
    best = preferred(approved)
    suggestion = None
    # In another form than that of the entry, the right one would have to be inflected, which nobody here can do.
    if best is not None and marked.lower() == known.term.text.lower():
        suggestion = best.text[:1].upper() + best.text[1:] if marked[:1].isupper() else best.text
    instead = f"; approved: {listed(approved)}" if approved else ""
    sources = [
        terms.source_span(place.start, place.end)
        for place in (terms.source if instead else ())
        if any(one.entry is known.entry for one in place.known)
    ]
    return Found(f"'{marked}' is a forbidden term{instead}{note_of(known.entry)}", [span, *sources], suggestion)
