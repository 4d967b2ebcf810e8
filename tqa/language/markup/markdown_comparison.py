"""How the Markdown of a translation differs from that of its source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqa.language.markup.markdown import (
    Markdown,
    Part,
    Place,
    broken_headings,
    broken_links,
    broken_strong,
    mended_link,
    parse,
)


@dataclass(frozen=True, slots=True)
class MarkdownDifference:
    """One difference. source: (start, end) in the source, target: in the target; one of them at least is given.

    suggestion: what should stand at the target's place. is_hint: readers can do without.
    """

    message: str
    source: Place | None = None
    target: Place | None = None
    suggestion: str | None = None
    is_hint: bool = False


def compare_markdown(source: str, target: str) -> Iterator[MarkdownDifference]:
    """Yield what is broken, missing or changed of the source's links, images, references, code, bold and headings."""
    ours = parse(source)
    if not ours:
        return
    theirs = parse(target)
    yield from _links(source, target, ours, theirs)
    for one, other in ((ours.images, theirs.images), (ours.references, theirs.references), (ours.code, theirs.code)):
        yield from _parts(source, target, one, other)
    yield from _strong(source, target, ours, theirs)
    yield from _headings(target, ours, theirs)


def _links(source: str, target: str, ours: Markdown, theirs: Markdown) -> Iterator[MarkdownDifference]:
    missing = len(ours.links) - len(theirs.links)
    for start, end in broken_links(target)[: max(missing, 0)]:
        missing -= 1
        link = mended_link(target[start:end])
        yield MarkdownDifference("the link is broken", target=(start, end), suggestion=link)
    if missing > 0:
        there = [one[2] for one in theirs.links]
        gone = [one for one in ours.links if one[2] not in there] or ours.links
        for start, end, where in gone[:missing]:
            yield MarkdownDifference(f"the link to '{where}' is missing", source=(start, end))
    elif len(ours.links) == len(theirs.links):
        # Whole addresses are compared by url-mismatch; headings get names of their own in each language.
        yield from _parts(
            source, target, *([one for one in side if _is_local(one[2])] for side in (ours.links, theirs.links))
        )


def _is_local(destination: str) -> bool:
    return bool(destination) and "://" not in destination and not destination.startswith(("#", "mailto:"))


def _parts(source: str, target: str, ours: Sequence[Part], theirs: Sequence[Part]) -> Iterator[MarkdownDifference]:
    """Parts whose content the other side lacks, each beside the one that stands in its place."""
    contents = {one[2] for one in theirs}
    known = {one[2] for one in ours}
    added = [one for one in theirs if one[2] not in known]
    missing = [one for one in ours if one[2] not in contents]
    for start, end, what in missing:
        if len(added) >= len(missing) and len(ours) == len(theirs):
            other = added.pop(0)
            yield MarkdownDifference(f"the source has '{what}' here", (start, end), (other[0], other[1]))
        elif len(theirs) < len(ours):
            # Code that lost no more than its signs can still be read.
            is_hint = what in target and "`" in source[start]
            yield MarkdownDifference(f"'{source[start:end]}' is missing", (start, end), is_hint=is_hint)


def _strong(source: str, target: str, ours: Markdown, theirs: Markdown) -> Iterator[MarkdownDifference]:
    missing = len(ours.strong) - len(theirs.strong)
    for start, end in broken_strong(target)[: max(missing, 0)]:
        missing -= 1
        bold = f"**{target[start:end].strip('*＊ ')}**"
        yield MarkdownDifference("the bold text is broken", target=(start, end), suggestion=bold)
    for start, end in ours.strong[: max(missing, 0)]:
        yield MarkdownDifference(f"'{source[start:end]}' is bold in the source", source=(start, end))


def _headings(target: str, ours: Markdown, theirs: Markdown) -> Iterator[MarkdownDifference]:
    glued = broken_headings(target) if len(theirs.headings) < len(ours.headings) else []
    for start, end in glued:
        yield MarkdownDifference("the heading's signs are no heading's", target=(start, end))
    if not glued and len(theirs.headings) < len(ours.headings):
        for start, end, _ in ours.headings[len(theirs.headings) :]:
            yield MarkdownDifference("the heading's signs are missing", source=(start, end))
    elif len(theirs.headings) == len(ours.headings):
        for one, other in zip(ours.headings, theirs.headings, strict=True):
            if one[2] != other[2]:
                message = "the heading is of another level"
                yield MarkdownDifference(message, (one[0], one[1]), (other[0], other[1]), one[2])
