"""A term of the termbase stands in the translation, and its source term not in the source.

Why it matters: a term with a fixed meaning that the source doesn't have may say more than the author did, or show that
the translation belongs to another segment.

How to fix: check what the source says. This is a preview rule: a translator may rightly name what the source only
points at ("it").
"""

from collections.abc import Iterator
from pathlib import Path

from tqa.checks.terminology._terms import OPTIONS, SegmentTerms, listed, terms_of
from tqa.resources.termbase.known import Match
from tqa.resources.termbase.presence import place_of
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "terminology/wrong-term",
    "minor",
    bilingual=True,
    preview=True,
    needs="termbases",
    examples=[
        bad(
            ("Das Museum schließt.", "The tax office closes."), marks="tax office", langs=("de", "en"), options=OPTIONS
        ),
        good(("Das Finanzamt schließt.", "The tax office closes."), langs=("de", "en"), options=OPTIONS),
        good(("Die Finanzamtsleitung tagt.", "The tax office's heads meet."), langs=("de", "en"), options=OPTIONS),
    ],
)
def check(pair: Pair, *, termbases: tuple[Path, ...] = ()) -> Iterator[Found]:
    """Report terms of the target without their source term. termbases: files, the first one wins."""
    if not termbases or not pair.source.text.strip():
        return
    terms = terms_of(pair, termbases)
    for match in terms.target:
        if any(not known.term.is_allowed or known.entry.keep for known in match.known):
            continue
        sources = [term for known in match.known for term in terms.matcher.sources(known.entry)]
        if sources and not _is_backed(match, terms):
            span = terms.target_span(match.start, match.end)
            yield Found(f"'{terms.marked(span)}' stands for {listed(sources)}, which isn't in the source", [span])


def _is_backed(match: Match, terms: SegmentTerms) -> bool:
    """Whether the source has a term of one of the entries, in whatever form."""
    return any(
        id(known.entry) in terms.concepts or place_of(term, terms.source_passage)
        for known in match.known
        for term in terms.matcher.sources(known.entry)
    )
