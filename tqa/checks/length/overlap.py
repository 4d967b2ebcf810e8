"""Two subtitles are shown at the same time.

Why it matters: a player puts one over the other, moves it about, or drops it.

How to fix: end the first before the second begins. Subtitles with the very same times, and those of different speakers
or places in a format that names these, are meant to stand together and aren't reported.
"""

from collections.abc import Hashable, Iterator, Sequence

from tqa.rule import Found, Member, Pair, bad, good, rule

# Rounded times of one and the same frame.
_ROUNDED = 2


def gather(pair: Pair) -> Iterator[tuple[Hashable, tuple[int, int]]]:
    """Yield the times of subtitles, by file and speaker."""
    timing = pair.segment.timing
    if timing is not None and timing[0] < timing[1]:
        yield (pair.segment.location.file, pair.segment.context), timing


@rule(
    "design/layout",
    "minor",
    gather=gather,
    examples=[
        bad("Where are you?", "Over here.", timing=[(0, 2000), (1500, 3000)]),
        bad("All along the river", "Where are you?", "Over here.", timing=[(0, 9000), (1000, 2000), (3000, 4000)]),
        good("Where are you?", "Over here.", timing=[(0, 2000), (2000, 3000)]),
        good("- Where are you?", "- Over here.", timing=[(0, 2000), (0, 2000)]),
        good("Where are you?", "Over here."),
    ],
)
def check(group: Sequence[Member[tuple[int, int]]]) -> Iterator[Found]:
    """Report subtitles that begin before an earlier one has ended."""
    last: Member[tuple[int, int]] | None = None
    for member in sorted(group, key=lambda item: item.value):
        start, end = member.value
        if last is not None and start < last.value[1] - _ROUNDED and member.value != last.value:
            seconds = (min(end, last.value[1]) - start) / 1000
            message = f"begins while subtitle {last.segment.id} is shown, and overlaps it by {seconds:.2f} seconds"
            yield Found(message, segment=member.segment)
        if last is None or end > last.value[1]:
            last = member
