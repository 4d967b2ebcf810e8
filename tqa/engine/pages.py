"""A page in the target language on which source lines may stand among their translations."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from tqa.engine.pairing import merged
from tqa.engine.result import Recognised
from tqa.language.tags import UNDETERMINED, base_language
from tqa.model import Problem, Segment

if TYPE_CHECKING:
    from tqa.alignment.link import Link

# The languages of a page are told from its beginning: one that is in a single language need not be held whole.
_BEGINNING = 600


def read_page(
    items: Iterator[Segment | Problem],
    source_lang: str,
    *,
    recognise: bool,
    recognised: list[Recognised],
) -> Iterator[Segment | Problem]:
    """Yield the segments of a page in its order, source lines beside their translations.

    items: the page's texts, as they are read. source_lang: their source language. recognise: whether languages that
    nobody named are to be told from the texts; what was told is added to `recognised`. A line that has no counterpart
    is the target of a segment whose source isn't known, whatever its language. Where it is likelier than not that two
    lines don't belong together, they aren't checked against each other.
    """
    first = list(islice(items, _BEGINNING))
    segments = [item for item in first if isinstance(item, Segment)]
    langs = source_lang, next((item.target_lang for item in segments), UNDETERMINED)
    if recognise and segments and UNDETERMINED in langs:
        known, langs = langs, _recognised(segments, *langs)
        if langs != known:
            recognised.append(Recognised(segments[0].location.file, *langs))
    if not _are_told_apart(*langs):
        yield from (_in_languages(item, *langs) for item in chain(first, items))
        return
    held: list[Segment] = []
    problems: list[Problem] = []
    for item in chain(first, items):
        if isinstance(item, Segment):
            held.append(item._replace(source_lang=langs[0], target_lang=langs[1]))
        else:
            problems.append(item)
    yield from _paired(held, *langs)
    yield from problems


def _in_languages(item: Segment | Problem, source_lang: str, target_lang: str) -> Segment | Problem:
    return item if isinstance(item, Problem) else item._replace(source_lang=source_lang, target_lang=target_lang)


def _are_told_apart(*langs: str) -> bool:
    languages = set(map(base_language, langs))
    return len(languages) == 2 and UNDETERMINED not in languages


def _recognised(segments: Sequence[Segment], source_lang: str, target_lang: str) -> tuple[str, str]:
    from tqa.engine.recognition import languages_of_page

    lines, _ = _laid_out(segments)
    source, target = languages_of_page(lines, source_lang, target_lang)
    if source != source_lang and not _links(lines, source, target):
        source = source_lang  # a quotation, perhaps
    return source, target


def _paired(items: Sequence[Segment], source_lang: str, target_lang: str) -> Iterator[Segment]:
    lines, places = _laid_out(items)
    at = dict(zip(places, items, strict=True))
    partners: dict[int, Link] = {}
    taken: set[int] = set()
    for link in _links(lines, source_lang, target_lang):
        partners[link.target[0]] = link
        taken.update(link.source, link.target)
    for place, item in at.items():
        if place in partners:
            link = partners[place]
            original, translation = (merged([at[line] for line in side]) for side in (link.source, link.target))
            where = translation.location._replace(source_line=original.location.line)
            yield translation._replace(source=original.target, location=where)
        elif place not in taken:
            yield item


def _laid_out(items: Sequence[Segment]) -> tuple[list[str], list[int]]:
    """The lines of a page, blank ones where its text has them, and the index of each item's line among them."""
    lines: list[str] = []
    places: list[int] = []
    above: int | None = None
    for item in items:
        line = item.location.line
        if line is not None and above is not None and line > above + 1:
            lines.append("")
        places.append(len(lines))
        lines.append(item.target)
        above = line
    return lines, places


def _links(lines: Sequence[str], source_lang: str, target_lang: str) -> "list[Link]":
    """The lines of a page that are likelier than not each other's translations."""
    from tqa.alignment.link import LIKELY
    from tqa.alignment.mixed import align_mixed

    found = align_mixed(lines, source_lang, target_lang)
    return [link for link in found if link.source and link.target and link.score >= LIKELY]
