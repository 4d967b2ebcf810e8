"""A subtitle is shown too briefly or too long.

Why it matters: what flashes up for half a second is noticed but not read; what stays for ten seconds is read twice.

How to fix: move its times, split it, or join it with its neighbour. The option `profile` names the broadcaster whose
limits hold (netflix, bbc, ebu), `shortest` and `longest` (in seconds) set others.
"""

from collections.abc import Iterator

from tqa.language import subtitles
from tqa.language.subtitles import ProfileName
from tqa.model import Severity
from tqa.rule import Found, Pair, bad, good, rule

# A frame more or less comes of rounding.
_FRAME = 0.02


@rule(
    "design/layout",
    "minor",
    examples=[
        bad("Stop!", timing=[(0, 400)]),
        bad("Stop!", timing=[(0, 9000)]),
        bad("Stop!", timing=[(4000, 3000)]),
        bad("Stop!", timing=[(0, 1200)], options={"shortest": 1.5}),
        good("Stop!", timing=[(0, 1200)]),
        good("Stop!", timing=[(0, 9000)], options={"profile": "bbc"}),
        good("Stop!"),
    ],
)
def check(
    pair: Pair, *, profile: ProfileName = "netflix", shortest: float = 0.0, longest: float = 0.0
) -> Iterator[Found]:
    """Report subtitles shown too briefly or too long. shortest, longest: in seconds, instead of the profile's."""
    if pair.segment.timing is None:
        return
    start, end = pair.segment.timing
    limits = subtitles.profile(profile, pair.target.language)
    least = shortest or limits.shortest / 1000
    most = longest or limits.longest / 1000
    seconds = (end - start) / 1000
    if seconds <= 0:
        yield Found("it ends before it begins and is never shown", severity=Severity.MAJOR)
    elif seconds < least - _FRAME:
        yield Found(f"shown for {seconds:.2f} seconds, where {least:.2f} is the least")
    elif seconds > most + _FRAME:
        yield Found(f"shown for {seconds:.2f} seconds, where {most:g} is the most")
