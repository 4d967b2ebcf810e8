"""The Markdown of source and target differs, or is broken.

Why it matters: `[text] (address)` is no link and `** bold **` isn't bold: the page shows the signs, and readers can't
follow. Translated `code` names something that isn't there.

How to fix: no blank between `]` and `(` nor inside of `**`, ASCII brackets and signs also in Chinese and Japanese, code
as the source has it, as many links, images, references and headings as there.
"""

from collections.abc import Iterator, Sequence

from tqa.language.markup.markdown import (
    Markdown,
    broken_headings,
    broken_links,
    broken_strong,
    has_markdown,
    mended_link,
    parse,
)
from tqa.language.placeholders.dialects import has_branches
from tqa.model import Severity
from tqa.rule import Found, Pair, Trait, bad, good, rule

Part = tuple[int, int, str]


@rule(
    "design/markup",
    "minor",
    bilingual=True,
    when_source=Trait.BRACKET | Trait.QUOTE | Trait.PUNCTUATION,
    yields_to=("url-mismatch", "unsafe-markup", "placeholder-mismatch", "path-mismatch"),
    examples=[
        bad(
            ("Read [the guide](/guide).", "Lies [die Anleitung] (/guide)."),
            marks="[die Anleitung] (/guide)",
            suggestion="[die Anleitung](/guide)",
            langs=("en", "de"),
        ),
        bad(
            ("Read [the guide](/guide).", "请阅读【指南】（/guide）。"), suggestion="[指南](/guide)", langs=("en", "zh")
        ),
        bad(("Read [the guide](/guide).", "Lies die Anleitung."), marks="[the guide](/guide)", langs=("en", "de")),
        bad(("Read [the guide](/guide).", "Lies [das](/anleitung)."), marks="[das](/anleitung)", langs=("en", "de")),
        bad(("A **big** step", "Ein ** großer ** Schritt"), marks="** großer **", langs=("en", "de")),
        bad(("A **big** step", "Ein **großer Schritt"), langs=("en", "de")),
        bad(("Run `git push` now", "Führe `git schieben` aus"), marks="`git schieben`", langs=("en", "de")),
        bad(("## Install", "##Cài đặt"), marks="##", langs=("en", "vi")),
        bad(("## Install", "# Cài đặt"), marks="#", suggestion="##", langs=("en", "vi")),
        bad(("As shown[^1]", "Wie gezeigt"), marks="[^1]", langs=("en", "de")),
        bad(("![A dog](dog.png) barks", "Ein Hund bellt"), marks="![A dog](dog.png)", langs=("en", "de")),
        good(("A **big** [step](/a)", "Ein [Schritt](/a), ein **großer**"), langs=("en", "de")),
        good(
            ("[Dog](https://en.wikipedia.org/wiki/Dog)", "[Chó](https://vi.wikipedia.org/wiki/Chó)"), langs=("en", "vi")
        ),
        good(("See [below](#install)", "Siehe [unten](#installation)"), langs=("en", "de")),
        good(("He [the mayor] (65) left", "Er [der Bürgermeister] (65) ging"), langs=("en", "de")),
        good(("2 ** 3 and a * b * c", "2 ** 3 und a * b * c"), langs=("en", "de")),
        good(("The #1 song", "Das Lied Nr. 1"), langs=("en", "de")),
        good(("`one` and `two`", "`two` và `one`"), langs=("en", "vi")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report links, images, references, code, bold text and headings that are broken, missing or changed."""
    if not has_markdown(pair.source.text) or not pair.target.text.strip():
        return
    ours = parse(pair.source.text)
    if not ours or has_branches(pair.source.text) or has_branches(pair.target.text):
        return
    theirs = parse(pair.target.text)
    yield from _links(pair, ours, theirs)
    for one, other in ((ours.images, theirs.images), (ours.references, theirs.references), (ours.code, theirs.code)):
        yield from _parts(pair, one, other)
    yield from _strong(pair, ours, theirs)
    yield from _headings(pair, ours, theirs)


def _links(pair: Pair, ours: Markdown, theirs: Markdown) -> Iterator[Found]:
    text = pair.target.text
    missing = len(ours.links) - len(theirs.links)
    for start, end in broken_links(text)[: max(missing, 0)]:
        missing -= 1
        link = mended_link(text[start:end])
        yield Found("the link is broken", [pair.target.span(start, end)], link, "unsafe")
    if missing > 0:
        there = [one[2] for one in theirs.links]
        gone = [one for one in ours.links if one[2] not in there] or ours.links
        for start, end, where in gone[:missing]:
            yield Found(f"the link to '{where}' is missing", [pair.source.span(start, end)])
    elif len(ours.links) == len(theirs.links):
        # Whole addresses are compared by url-mismatch; headings get names of their own in each language.
        yield from _parts(pair, *([one for one in side if _is_local(one[2])] for side in (ours.links, theirs.links)))


def _is_local(destination: str) -> bool:
    return bool(destination) and "://" not in destination and not destination.startswith(("#", "mailto:"))


def _parts(pair: Pair, ours: Sequence[Part], theirs: Sequence[Part]) -> Iterator[Found]:
    """Parts whose content the other side lacks, each beside the one that stands in its place."""
    contents = {one[2] for one in theirs}
    known = {one[2] for one in ours}
    added = [one for one in theirs if one[2] not in known]
    missing = [one for one in ours if one[2] not in contents]
    for start, end, what in missing:
        spans = [pair.source.span(start, end)]
        if len(added) >= len(missing) and len(ours) == len(theirs):
            other = added.pop(0)
            spans.insert(0, pair.target.span(other[0], other[1]))
            yield Found(f"the source has '{what}' here", spans)
        elif len(theirs) < len(ours):
            # Code that lost no more than its signs can still be read.
            severity = Severity.NEUTRAL if what in pair.target.text and "`" in pair.source.text[start] else None
            yield Found(f"'{pair.source.text[start:end]}' is missing", spans, severity=severity)


def _strong(pair: Pair, ours: Markdown, theirs: Markdown) -> Iterator[Found]:
    missing = len(ours.strong) - len(theirs.strong)
    for start, end in broken_strong(pair.target.text)[: max(missing, 0)]:
        missing -= 1
        bold = f"**{pair.target.text[start:end].strip('*＊ ')}**"
        yield Found("the bold text is broken", [pair.target.span(start, end)], bold, "unsafe")
    for start, end in ours.strong[: max(missing, 0)]:
        yield Found(f"'{pair.source.text[start:end]}' is bold in the source", [pair.source.span(start, end)])


def _headings(pair: Pair, ours: Markdown, theirs: Markdown) -> Iterator[Found]:
    glued = broken_headings(pair.target.text) if len(theirs.headings) < len(ours.headings) else []
    for start, end in glued:
        yield Found("the heading's signs are no heading's", [pair.target.span(start, end)])
    if not glued and len(theirs.headings) < len(ours.headings):
        for start, end, _ in ours.headings[len(theirs.headings) :]:
            yield Found("the heading's signs are missing", [pair.source.span(start, end)])
    elif len(theirs.headings) == len(ours.headings):
        for one, other in zip(ours.headings, theirs.headings, strict=True):
            if one[2] != other[2]:
                spans = [pair.target.span(other[0], other[1]), pair.source.span(one[0], one[1])]
                yield Found("the heading is of another level", spans, one[2], "unsafe")
