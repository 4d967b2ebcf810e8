"""The translation is wider on the screen than the file allows.

Why it matters: a label of thirty letters "i" fits where ten "W" don't; what is too wide is cut off or runs into its
neighbour.

How to fix: shorten the text. The limit in pixels is that of the format (`maxwidth` with `size-unit="pixel"` in XLIFF);
the option `limit` sets one for segments without. `size` is the size of the font in pixels and `font` the path of the
font's file (needs the extra `tqa[fonts]`); without it the widths are those of Arial, Helvetica and Liberation Sans.
"""

from collections.abc import Iterator
from pathlib import Path

from tqa.language.pixels import width
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "design/length",
    "major",
    examples=[
        bad(("Ende", "WWWWW"), limit=(60, "pixel"), marks="WW", langs=("de", "en")),
        bad(("Save", "保存更改"), options={"limit": 50}, marks="改", langs=("en", "zh")),
        bad(("Ende", "The end"), options={"limit": 60, "size": 24.0}, langs=("de", "en")),
        good(("Ende", "iiiiiiiiiiiiii"), limit=(60, "pixel"), langs=("de", "en")),
        good(("Ende", "WWWWW"), limit=(3, "char"), langs=("de", "en")),
        good(("Ende", "WWWWW"), langs=("de", "en")),
    ],
)
def check(pair: Pair, *, limit: int = 0, size: float = 16.0, font: Path | None = None) -> Iterator[Found]:
    """Report targets over the limit. limit: pixels, for segments whose file names none; size, font: of the letters."""
    segment = pair.segment
    if segment.max_length is not None and segment.length_unit == "pixel":
        limit = segment.max_length
    if not limit or not segment.target:
        return
    wide = width(segment.target, size, font)
    if wide > limit:
        kept = next(at for at in range(len(segment.target)) if width(segment.target[: at + 1], size, font) > limit)
        span = pair.target.span(kept, len(segment.target))
        yield Found(f"{wide:.0f} pixels wide, where {limit} are allowed", [span])
