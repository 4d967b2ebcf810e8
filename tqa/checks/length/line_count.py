"""A subtitle has too many lines.

Why it matters: a third line hides the picture, and many players cut it off.

How to fix: join lines or spread the text over two subtitles. The option `profile` names the broadcaster whose limit
holds (netflix, bbc, ebu), `lines` sets another.
"""

from collections.abc import Iterator

from tqa.language import subtitles
from tqa.language.subtitles import ProfileName
from tqa.language.traits import Trait
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "design/length",
    "minor",
    when_target=Trait.NEWLINE,
    examples=[
        bad("He walked\nacross the city\nand back.", timing=[(0, 5000)], marks="and back."),
        bad("He walked\nback.", timing=[(0, 5000)], options={"lines": 1}, marks="back."),
        good("He walked\nacross the city.", timing=[(0, 5000)]),
        good("He walked\nacross the city\nand back.", timing=[(0, 5000)], options={"profile": "bbc"}),
        good("He walked\nacross the city\nand back."),
    ],
)
def check(pair: Pair, *, profile: ProfileName = "netflix", lines: int = 0) -> Iterator[Found]:
    """Report subtitles of too many lines. lines: how many there may be, instead of the profile's."""
    if pair.segment.timing is None:
        return
    target = pair.target
    most = lines or subtitles.profile(profile, target.language).lines
    text = target.text.rstrip()
    found = text.split("\n")
    if len(found) > most:
        start = sum(len(line) + 1 for line in found[:most])
        span = target.span(start, len(text))
        yield Found(f"{len(found)} lines, where {most} are allowed", [span])
