"""One document uses several of a term's admitted translations.

Why it matters: a reader who meets "lawsuit" here and "legal action" there looks for the difference.

How to fix: keep to one, best the preferred one. Only terms that the termbase gives the status preferred or admitted are
compared: those without a status may take each other's place.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path

from tqa.checks.terminology._terms import OPTIONS, terms_of
from tqa.model import Span
from tqa.resources.termbase.model import Status
from tqa.rule import Found, Member, Pair, bad, good, rule

Used = tuple[str, bool, Span]
"""The approved term that is used, whether it is the preferred one, and where."""


def gather(pair: Pair, *, termbases: tuple[Path, ...] = ()) -> Iterator[tuple[Hashable, Used]]:
    """Yield the approved terms that the target uses for the source's terms, by file and entry."""
    if not termbases:
        return
    terms = terms_of(pair, termbases)
    for known in (known for match in terms.source for known in match.known):
        ranked = [term for term in terms.matcher.translations(known.entry) if term.status is not Status.APPROVED]
        if len(ranked) < 2:
            continue
        entry = known.entry
        for match in terms.target:
            for one in match.known:
                if one.entry is entry and one.term in ranked:
                    key = (pair.segment.location.file, entry.file, entry.id or entry.line)
                    used = (
                        one.term.text,
                        one.term.status is Status.PREFERRED,
                        terms.target_span(match.start, match.end),
                    )
                    yield key, used


@rule(
    "terminology/inconsistent-use",
    "minor",
    gather=gather,
    bilingual=True,
    needs="termbases",
    examples=[
        bad(
            ("Die Klage ist zulässig.", "The lawsuit is admissible."),
            ("Er zog die Klage zurück.", "He withdrew the legal action."),
            marks="legal action",
            langs=("de", "en"),
            options=OPTIONS,
        ),
        good(
            ("Die Klage ist zulässig.", "The lawsuit is admissible."),
            ("Er zog beide Klagen zurück.", "He withdrew both lawsuits."),
            langs=("de", "en"),
            options=OPTIONS,
        ),
        good(
            ("Die Klage ist zulässig.", "The lawsuit is admissible."),
            ("Er droht mit rechtlichen Schritten.", "He threatens legal action."),
            langs=("de", "en"),
            options=OPTIONS,
        ),
    ],
)
def check(group: Sequence[Member[Used]], *, termbases: tuple[Path, ...] = ()) -> Iterator[Found]:
    """Report uses of another approved term than the document's main one. termbases: files, the first one wins."""
    counts = Counter(member.value[0] for member in group)
    if len(counts) < 2:
        return
    preferred = {member.value[0] for member in group if member.value[1]}
    main = max(counts, key=lambda term: (term in preferred, counts[term]))
    summary = ", ".join(f"'{term}' {count}×" for term, count in counts.most_common())
    for member in group:
        term, _, span = member.value
        if term != main:
            kind = "preferred" if main in preferred else "more frequent"
            yield Found(
                f"'{term}' here, and '{main}' ({kind}) elsewhere in this document: {summary}",
                [span],
                segment=member.segment,
            )
