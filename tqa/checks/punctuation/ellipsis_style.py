"""An ellipsis is written in another way than elsewhere in the file.

Why it matters: "Save…" beside "Open..." shows in a menu, and the two don't compare as the same.

How to fix: write all of them as most are written, or as `style` says. One that is written as in the source isn't
reported.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import Literal, NamedTuple

from tqa.model import Span
from tqa.rule import Found, Member, Pair, Trait, bad, good, rule

_DOTS = re.compile(r"(?<![.\w/])\.{3}(?![./\w])|(?<=\w)\.{3}(?![./])|…")
_ENOUGH, _MOST = 8, 0.9


class _Use(NamedTuple):
    """The ellipses of a text that the source doesn't have in the same form, and how many there are of each form."""

    places: tuple[Span, ...]
    counts: Counter[str]


def gather(pair: Pair) -> Iterator[tuple[Hashable, _Use]]:
    """Yield the ellipses of each text by file and language."""
    text = pair.target.text
    if "..." not in text and "…" not in text:
        return
    found = list(_DOTS.finditer(text))
    if found and "……" not in text:
        counts = Counter(match[0] for match in found)
        places = tuple(pair.target.span(*match.span()) for match in found if match[0] not in pair.source.text)
        yield (pair.segment.location.file, pair.target.language), _Use(places, counts)


@rule(
    "style/inconsistent-style",
    "minor",
    gather=gather,
    when_target=Trait.SENTENCE_END,
    yields_to=("repeated-punctuation", "placeholder-mismatch"),
    examples=[
        bad(*["Mở…"] * 9, "Lưu...", marks="...", suggestion="…", langs=("en", "vi")),
        bad("Lưu...", marks="...", suggestion="…", langs=("en", "vi"), options={"style": "…"}),
        good("Mở…", "Lưu...", langs=("en", "vi")),
        good(*[("Open…", "Mở…")] * 9, ("Save...", "Lưu..."), langs=("en", "vi")),
    ],
)
def check(group: Sequence[Member[_Use]], *, style: Literal["auto", "…", "..."] = "auto") -> Iterator[Found]:
    """Report the ellipses that aren't of the expected form. style: the form to expect."""
    counts = sum((member.value.counts for member in group), Counter[str]())
    usual, number = counts.most_common(1)[0]
    if style != "auto":
        usual = style
    elif counts.total() < _ENOUGH or number < _MOST * counts.total():
        return
    for member in group:
        for span in member.value.places:
            form = member.segment.target[span.start : span.end]
            if form != usual:
                yield Found(f"'{form}' where '{usual}' is usual", [span], usual, "safe", segment=member.segment)
