"""The translation is longer than the file allows.

Why it matters: what is over the limit is cut off on a button, refused by a database or an app store, or breaks a
layout.

How to fix: shorten the text. The limit is that of the format (`maxwidth` of XLIFF, a column `max_length`, a comment of
a message catalogue); the option `limit` sets one for segments without. Code points of the text as
given count.
"""

from collections.abc import Iterator

from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "design/length",
    "major",
    examples=[
        bad(("Speichern", "Save all changes"), limit=(10, "char"), marks="hanges", langs=("de", "en")),
        bad(("Speichern", "Save all changes"), options={"limit": 15}, marks="s", langs=("de", "en")),
        bad(("Lưu", "Kaydet"), limit=(4, "char"), options={"limit": 90}, langs=("vi", "tr")),
        good(("Speichern", "Save all changes"), limit=(16, "char"), langs=("de", "en")),
        good(("Speichern", "Save all changes"), limit=(10, "pixel"), langs=("de", "en")),
        good(("Speichern", "Save all changes"), langs=("de", "en")),
    ],
)
def check(pair: Pair, *, limit: int = 0) -> Iterator[Found]:
    """Report targets over the limit. limit: characters, for segments whose file names none."""
    segment = pair.segment
    if segment.max_length is not None:
        limit = segment.max_length if segment.length_unit == "char" else 0
    length = len(segment.target)
    if 0 < limit < length:
        yield Found(f"{length} characters, where {limit} are allowed", [pair.target.span(limit, length)])
