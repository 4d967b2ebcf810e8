"""Two documents as their readers give them: which segments belong together, and how sure one may be."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tqa.alignment.link import SURE, Link
from tqa.model import Segment

if TYPE_CHECKING:
    from tqa.alignment.timing import Shown

# From how sure on it is said that a text has no counterpart: on texts with gaps made in them 98 in 100 are right.
_SURE_ALONE = 0.9


class Linked(NamedTuple):
    """Segments that belong together, by their 0-based numbers; one side is empty where there is no counterpart.

    `is_sure`: whether it may be said aloud. What isn't linked counts as sure only between sure links.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    is_sure: bool


def link_segments(
    originals: Sequence[Segment],
    translations: Sequence[Segment],
    source_lang: str,
    target_lang: str,
    *,
    is_text: tuple[bool, bool] = (False, False),
    memory: Iterable[tuple[str, str]] = (),
) -> list[Linked]:
    """Align the targets of two lists of segments, by their times too where these are subtitles.

    is_text: whether a list holds the lines of a plain text, where lines left out are blank ones between paragraphs.
    Languages (BCP 47 tags), `memory` and errors as of `align_documents`.
    """
    from tqa.alignment.documents import align_documents

    source, target = _Side.of(originals, is_text[0]), _Side.of(translations, is_text[1])
    links = align_documents(
        source.texts, target.texts, source_lang, target_lang, memory=memory, times=(source.times, target.times)
    )
    found = [Link(source.numbers(link.source), target.numbers(link.target), link.score) for link in links]
    return list(_judged([link for link in found if link.source or link.target]))


class _Side(NamedTuple):
    """The texts of one side, with blank ones between paragraphs, when they are shown, and which segments they are."""

    texts: list[str]
    times: "list[Shown | None]"
    places: list[int | None]

    @classmethod
    def of(cls, segments: Sequence[Segment], is_text: bool) -> "_Side":
        side, last = cls([], [], []), None
        for number, segment in enumerate(segments):
            line = segment.location.line if is_text else None
            if line is not None and last is not None and line - last > 1:
                side._add("", None, None)
            side._add(segment.target, segment.timing, number)
            last = line
        return side

    def _add(self, text: str, shown: "Shown | None", number: int | None) -> None:
        self.texts.append(text)
        self.times.append(shown)
        self.places.append(number)

    def numbers(self, places: Iterable[int]) -> tuple[int, ...]:
        """The numbers of the segments at some places."""
        return tuple(number for at in places if (number := self.places[at]) is not None)


def _judged(links: Sequence[Link]) -> Iterator[Linked]:
    pairs_sure = [link.score >= SURE for link in links if link.source and link.target]
    passed = 0
    for link in links:
        if link.source and link.target:
            yield Linked(link.source, link.target, pairs_sure[passed])
            passed += 1
        else:
            between = all(pairs_sure[max(0, passed - 1) : passed + 1])
            yield Linked(link.source, link.target, bool(pairs_sure) and between and link.score >= _SURE_ALONE)
