"""Different source texts have the same translation.

Why it matters: "Delete" and "Remove" that both became one word can't be told apart by the reader, and a translation
that stands twice may have been copied to the wrong place.

How to fix: check whether each source says what the translation says. This is a hint, since languages do merge words;
texts of several words that share little are more than that.
"""

from collections.abc import Hashable, Iterator, Sequence

from tqa.checks.consistency._alike import digest, normalised
from tqa.language.traits import LETTER
from tqa.model import Segment, Severity, Span
from tqa.rule import Found, Member, Pair, bad, good, rule

# Sources at least so long, in words, that are less alike than this, mean different things.
_LONG, _UNLIKE = 5, 0.35


def gather(pair: Pair) -> Iterator[tuple[Hashable, int]]:
    """Yield the normalised source under the normalised target, as digests."""
    if pair.segment.plural is not None:
        return  # a language without plural has one form for all
    target, source = normalised(pair.target.text), normalised(pair.source.text)
    if source and target:
        yield digest(pair.source.language, pair.target.language, target), digest(source)


@rule(
    "terminology/inconsistent-use",
    "neutral",
    gather=gather,
    bilingual=True,
    when_source=LETTER,
    when_target=LETTER,
    examples=[
        bad(("Löschen", "Delete"), ("Entfernen", "Delete"), marks="Delete", langs=("de", "en")),
        bad(
            ("Die Brücke wird am Montag gesperrt.", "The bridge closes on Monday."),
            ("Der Stadtrat hat den neuen Haushalt beschlossen.", "The bridge closes on Monday."),
            langs=("de", "en"),
        ),
        good(("Löschen", "Delete"), ("löschen!", "Delete"), langs=("de", "en")),
        good(("Noch 3 Tage", "3 days left"), ("Noch 5 Tage", "5 days left"), langs=("de", "en")),
    ],
)
def check(group: Sequence[Member[int]]) -> Iterator[Found]:
    """Report the segments whose source isn't the one that most segments with the same target have."""
    sources = [member.value for member in group]
    if len(set(sources)) < 2:
        return
    # Of two alike the earlier one stands.
    main = max(dict.fromkeys(sources), key=sources.count)
    model = next(member.segment for member in group if member.value == main)
    for member in group:
        if member.value != main:
            severity = Severity.MINOR if _differs(member.segment, model) else None
            text = member.segment.target
            span = Span("target", len(text) - len(text.lstrip()), len(text.rstrip()))
            message = f"segment {model.id} has the same translation for another source: '{model.source}'"
            yield Found(message, [span], severity=severity, segment=member.segment)


def _differs(segment: Segment, model: Segment) -> bool:
    from rapidfuzz.fuzz import ratio

    one, other = normalised(segment.source or ""), normalised(model.source or "")
    return min(len(one.split()), len(other.split())) >= _LONG and ratio(one, other) < 100 * _UNLIKE
