"""The gap between two subtitles is too short.

Why it matters: without a moment of empty screen the eye doesn't see that the text has changed; a gap too short for
that is a flicker.

How to fix: end the first a little earlier, or, where the broadcaster wants that, let the two follow each other at once.
The option `profile` names the broadcaster whose limit holds (netflix, bbc, ebu), `shortest` (in seconds) sets another.
"""

from collections.abc import Hashable, Iterator, Sequence

from tqa.language import subtitles
from tqa.language.subtitles import ProfileName
from tqa.rule import Found, Member, Pair, bad, good, rule

# A frame more or less comes of rounding.
_ROUNDED = 4


def gather(pair: Pair) -> Iterator[tuple[Hashable, tuple[int, int]]]:
    """Yield the times of subtitles by file."""
    timing = pair.segment.timing
    if timing is not None and timing[0] < timing[1]:
        yield pair.segment.location.file, timing


@rule(
    "design/layout",
    "minor",
    gather=gather,
    preview=True,
    examples=[
        bad("Where are you?", "Over here.", timing=[(0, 2000), (2040, 3000)]),
        bad("Where are you?", "Over here.", timing=[(0, 2000), (2000, 3000)]),
        bad("Where are you?", "Here.", timing=[(0, 2000), (2500, 3000)], options={"profile": "bbc"}),
        good("Where are you?", "Here.", timing=[(0, 2000), (2000, 3000)], options={"profile": "bbc"}),
        good("Where are you?", "Over here.", timing=[(0, 2000), (2083, 3000)]),
        good("Where are you?", "Over here.", timing=[(0, 2000), (1500, 3000)]),
        good("Where are you?", "Over here."),
    ],
)
def check(
    group: Sequence[Member[tuple[int, int]]], *, profile: ProfileName = "netflix", shortest: float = 0.0
) -> Iterator[Found]:
    """Report subtitles that follow too closely. shortest: the least gap in seconds, instead of the profile's."""
    limits = subtitles.profile(profile, group[0].segment.target_lang)
    least = shortest * 1000 or limits.gap
    end = None
    for member in sorted(group, key=lambda item: item.value):
        empty = None if end is None else member.value[0] - end
        if empty is not None and 0 <= empty < least - _ROUNDED and not (empty <= _ROUNDED and limits.may_touch):
            message = f"{empty / 1000:.2f} seconds after the one before, where {least / 1000:.2f} is the least"
            yield Found(message, segment=member.segment)
        end = max(member.value[1], end or 0)
