"""The same source text is translated in different ways.

Why it matters: a button, heading or standing phrase that has two names makes readers look for two things, and one of
the translations may simply be wrong.

How to fix: choose one translation. Differences in numbers, case, spacing and final punctuation don't count. Where the
segments have different contexts (`msgctxt`, the column `context`), the difference may be meant and is a hint only.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from tqa.checks.consistency._alike import differing, digest, normalised, numbers
from tqa.language.traits import LETTER
from tqa.model import Segment, Severity, Span
from tqa.rule import Found, Member, Pair, bad, good, rule


def gather(pair: Pair) -> Iterator[tuple[Hashable, int]]:
    """Yield the normalised target under the normalised source, as digests."""
    target = normalised(pair.target.text)
    source = normalised(pair.source.text)
    if source and target:
        # The forms of a plural have one source and rightly differ.
        plural = str(pair.segment.plural)
        yield digest(pair.source.language, pair.target.language, source, plural), digest(target)


@rule(
    "terminology/inconsistent-use",
    "minor",
    gather=gather,
    bilingual=True,
    when_source=LETTER,
    when_target=LETTER,
    examples=[
        bad(
            ("Einstellungen speichern", "Save settings"),
            ("Einstellungen speichern", "Save settings"),
            ("Einstellungen speichern", "Store preferences"),
            marks="Store preferences",
            suggestion="Save settings",
            langs=("de", "en"),
        ),
        bad(
            ("Noch 3 Tage", "3 days left"),
            ("Noch 5 Tage", "5 days to go"),
            langs=("de", "en"),
        ),
        good(("Noch 3 Tage", "3 days left"), ("Noch 5 Tage", "5 days left"), langs=("de", "en")),
        good(("Speichern", "Save"), ("Speichern …", "Save…"), ("SPEICHERN", "SAVE"), langs=("de", "en")),
        good(("Noch 1 Tag", "1 day left"), ("Noch 2 Tage", "2 days left"), langs=("de", "en")),
    ],
)
def check(group: Sequence[Member[int]]) -> Iterator[Found]:
    """Report the segments whose translation isn't that of most segments with the same source."""
    counts = Counter(member.value for member in group)
    if len(counts) < 2:
        return
    # Of two alike the earlier one stands.
    main = max(counts, key=lambda target: counts[target])
    model = next(member.segment for member in group if member.value == main)
    in_contexts = {member.segment.context for member in group if member.value == main}
    for member in group:
        if member.value != main and not _only_counts(member.segment, model):
            is_elsewhere = member.segment.context not in in_contexts
            yield _found(member.segment, model, counts, member.value, Severity.NEUTRAL if is_elsewhere else None)


def _only_counts(one: Segment, other: Segment) -> bool:
    """Whether the numbers differ, so that the words around them may have to (1 day, 2 days)."""
    if numbers(one.target) == numbers(other.target):
        return False
    words, others = one.target.casefold().split(), other.target.casefold().split()
    if len(words) != len(others):
        return False
    apart = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1] and pair[0][:1].isalpha()]
    return all(first[:2] == second[:2] for first, second in apart)


def _found(segment: Segment, model: Segment, counts: Counter[int], own: int, severity: Severity | None) -> Found:
    most = counts.most_common(1)[0][1]
    where = f"segment {model.id}" + (
        f" of {model.location.file}" if model.location.file != segment.location.file else ""
    )
    times = f" ({most}×, this one {counts[own]}×)" if most > 1 else ""
    message = f"the same source is translated '{_short(model.target)}' in {where}{times}"
    suggestion = model.target if model.source == segment.source else None
    text = segment.target
    whole = len(text) - len(text.lstrip()), len(text.rstrip())
    span = Span("target", *(whole if suggestion else differing(text, model.target)))
    return Found(message, [span], suggestion, severity=severity, segment=segment)


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "…"
