r"""The line breaks aren't those of the source.

Why it matters: messages that end with a line break run into each other without it, and paragraphs or the lines of an
address melt into one.

How to fix: start and end with as many line breaks as the source, and keep its blank lines. The breaks inside of a
paragraph, and in subtitles, may stand elsewhere.
"""

import re
from collections.abc import Iterator

from tqa.rule import Found, Pair, Trait, bad, good, rule

_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_BLANK = re.compile(r"\n[ \t\r]*\n\s*")
_SUBTITLES = (".srt", ".vtt", ".ass", ".ssa", ".sbv")
_SHORT_LINE = 40


@rule(
    "design/layout",
    "minor",
    bilingual=True,
    when=Trait.NEWLINE,
    yields_to=(
        "escape-mismatch",
        "markdown-mismatch",
        "whitespace-only",
        "missing-translation",
        "truncated",
        "omission",
    ),
    examples=[
        bad(("Done.\n", "Fertig."), marks=".", suggestion=".\n", langs=("en", "de")),
        bad(("Done.", "Xong.\n"), marks="\n", suggestion="", langs=("en", "vi")),
        bad(("One.\n\nTwo.", "Eins. Zwei."), marks="Zwei", langs=("en", "de")),
        bad(("Name\nStreet\nTown", "Tên\nĐường, Thành phố"), langs=("en", "vi")),
        good(("One.\n\nTwo.\n", "Eins.\n\nZwei.\n"), langs=("en", "de")),
        good(
            ("A line that is long enough to be broken here\nor there.", "Eine Zeile, die lang genug ist."),
            langs=("en", "de"),
        ),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report line breaks at the ends, and blank lines or lines of a list inside, that one side alone has."""
    source, target = pair.source.text, pair.target.text
    core, ours = target.strip(), source.strip()
    if not core or not ours or pair.segment.location.file.endswith(_SUBTITLES) or pair.source.is_key:
        return
    yield from _edges(pair, source, ours, target, core)
    blank, wanted = len(_BLANK.findall(core)), len(_BLANK.findall(ours))
    lines, our_lines = _BREAK.split(core), _BREAK.split(ours)
    if blank != wanted:
        message = f"{wanted} blank line{'s' * (wanted != 1)} in the source, {blank} here"
    elif len(lines) != len(our_lines) and len(our_lines) > 1 and max(map(len, our_lines)) <= _SHORT_LINE:
        message = f"{len(our_lines)} lines in the source, {len(lines)} here"
    else:
        return
    breaks = list(_BREAK.finditer(target))
    last = pair.target.words[-1:] or None
    if len(breaks) and blank > wanted:
        yield Found(message, [pair.target.span(*breaks[-1].span())])
    elif last:
        yield Found(message, [pair.target.span(last[0].start, last[0].end)])


def _edges(pair: Pair, source: str, ours: str, target: str, core: str) -> Iterator[Found]:
    at, our_at = target.index(core), source.index(ours)
    end, our_end = at + len(core), our_at + len(ours)
    heads = (source[:our_at], target[:at], 0, at)
    tails = (source[our_end:], target[end:], end, len(target))
    for name, (wanted, had, first, last) in (("start", heads), ("end", tails)):
        number, count = len(_BREAK.findall(wanted)), len(_BREAK.findall(had))
        if number == count:
            continue
        message = f"{number} line break{'s' * (number != 1)} at the {name} of the source, {count} here"
        if had:
            yield Found(message, [pair.target.span(first, last)], wanted, "safe")
        elif name == "start":
            yield Found(message, [pair.target.span(0, 1)], wanted + target[0], "safe")
        else:
            yield Found(message, [pair.target.span(last - 1, last)], target[-1] + wanted, "safe")
