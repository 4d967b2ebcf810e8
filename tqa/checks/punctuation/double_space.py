"""Two spaces stand where one belongs.

Why it matters: the gap shows in print and in interfaces, and searching for the phrase fails.

How to fix: keep one. Indentation, columns, spaces that the source has too and two spaces after each full stop aren't
reported.
"""

import re
from collections.abc import Iterator

from tqa.language.traits import LETTER, Trait
from tqa.rule import Found, Pair, bad, good, rule

# Beside a tag spaces don't show, and beside | they stand in a table.
_GAP = re.compile(r"(?<=[^\s|>])  +(?=[^\s|<])")
_AFTER_STOP = re.compile(r"(?<=[.!?:])  +(?=\S)")
_COLUMNS = 3
_ANGLE = int(Trait.ANGLE)


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    when_target=LETTER,
    yields_to=("tokenized", "placeholder-mismatch"),
    examples=[
        bad("The train  stops here.", marks="  ", suggestion=" "),
        bad(("Tàu dừng ở đây.", "The train  stops here."), suggestion=" ", langs=("vi", "en")),
        bad("Tàu dừng  ở đây.", suggestion=" ", langs=("en", "vi")),
        bad(("It rains. We stay.", "Es regnet.  Wir bleiben."), suggestion=" ", langs=("en", "de")),
        good(("It  rains.", "Es  regnet."), langs=("en", "de")),
        good(("It rains.  We stay.", "Es regnet.  Wir bleiben."), langs=("en", "de")),
        good("It rains.  We stay.  They go.  All is well."),
        good("Name    Age    Town"),
        good("<ul>  <li>One</li>  <li  class='x'>Two</li></ul>"),
        good("  - an indented item"),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report runs of spaces inside of a line."""
    target = pair.target
    if "  " not in target.text or "  " in pair.source.text.strip():
        return
    gaps = [match.span() for match in _GAP.finditer(target.text)]
    if not pair.bilingual and _AFTER_STOP.search(target.text):
        gaps = [gap for gap in gaps if target.text[gap[0] - 1] not in ".!?:"]
    if gaps and target.traits & _ANGLE:
        tags = target.protected
        gaps = [gap for gap in gaps if not any(start < gap[0] < end for start, end in tags)]
    # Several wide gaps are a table.
    if not gaps or (not pair.bilingual and max(end - start for start, end in gaps) >= _COLUMNS):
        return
    for start, end in gaps:
        yield Found(f"{end - start} spaces in a row", [target.span(start, end)], " ", "safe")
