"""A line of a subtitle is too long.

Why it matters: what doesn't fit the width of the picture is cut off or broken wherever the player likes.

How to fix: break the line at a better place, or shorten the text. The option `profile` names the broadcaster whose
limit holds (netflix, bbc, ebu), `characters` sets another.
"""

from collections.abc import Iterator

from tqa.language import subtitles
from tqa.language.subtitles import ProfileName
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "design/length",
    "minor",
    examples=[
        bad("He walked across the whole city and then back again.", timing=[(0, 5000)], marks="ack again."),
        bad("He walked\nacross the whole city.", timing=[(0, 5000)], options={"characters": 20}, marks="y."),
        bad("昨天他走过了整个城市然后又走回来了吧", timing=[(0, 5000)], langs=("en", "zh"), marks="了吧"),
        good("He walked across the whole city\nand then back again.", timing=[(0, 5000)]),
        good("<i>He walked across the whole city and back</i>", timing=[(0, 5000)]),
        good("He walked across the whole city and then back again."),
    ],
)
def check(pair: Pair, *, profile: ProfileName = "netflix", characters: int = 0) -> Iterator[Found]:
    """Report lines of subtitles over the limit. characters: of a line at most, instead of the profile's."""
    if pair.segment.timing is None:
        return
    target = pair.target
    most = characters or subtitles.profile(profile, target.language).characters
    start = 0
    for line in target.text.split("\n"):
        length = subtitles.size(subtitles.shown(line), target.language)
        if length > most:
            end = start + len(line.rstrip())
            over = _kept(line, most, target.language)
            message = f"a line of {length:g} characters, where {most} are allowed"
            yield Found(message, [target.span(min(start + over, end - 1), end)])
        start += len(line) + 1


def _kept(line: str, most: int, language: str) -> int:
    """How many code points of `line`, tags among them, fit."""
    return next(at for at in range(len(line) + 1) if subtitles.size(subtitles.shown(line[: at + 1]), language) > most)
