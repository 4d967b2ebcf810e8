"""A subtitle is gone before it can be read.

Why it matters: who is still reading misses the picture, and the next subtitle pushes this one away.

How to fix: shorten the text, or show it longer where the next one leaves room. The option `profile` names the
broadcaster whose limit holds (netflix, bbc, ebu), `characters_per_second` or `words_per_minute` set another.
"""

from collections.abc import Iterator

from tqa.language import subtitles
from tqa.language.subtitles import ProfileName, shown, size
from tqa.language.tokens import words
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "design/length",
    "minor",
    examples=[
        bad("He walked across the whole city and back again in one day.", timing=[(0, 1500)]),
        bad("He walked across the city.", timing=[(0, 1000)], options={"characters_per_second": 12.0}),
        bad("昨天他走过了整个城市然后又回来了", timing=[(0, 1200)], langs=("en", "zh")),
        good("He walked across the whole city and back again in one day.", timing=[(0, 4000)]),
        good("<i>He walked.</i>", timing=[(0, 900)]),
        good("He walked across the whole city and back again in one day."),
    ],
)
def check(
    pair: Pair,
    *,
    profile: ProfileName = "netflix",
    characters_per_second: float = 0.0,
    words_per_minute: float = 0.0,
) -> Iterator[Found]:
    """Report subtitles to be read too fast. The speeds, where given, hold instead of the profile's."""
    timing = pair.segment.timing
    limits = subtitles.profile(profile, pair.target.language)
    if timing is None or timing[1] - timing[0] < limits.shortest:  # too short for any text: `duration` says so
        return
    seconds = (timing[1] - timing[0]) / 1000
    is_given = bool(characters_per_second or words_per_minute)
    most_characters = characters_per_second if is_given else limits.characters_per_second
    most_words = words_per_minute if is_given else limits.words_per_minute
    text = shown(pair.target.text)
    if most_characters and (speed := size(text, pair.target.language) / seconds) > most_characters:
        yield Found(f"{speed:.1f} characters a second, where {most_characters:g} can be read")
    elif most_words and (speed := len(words(text)) * 60 / seconds) > most_words:
        yield Found(f"{speed:.0f} words a minute, where {most_words:g} can be read")
