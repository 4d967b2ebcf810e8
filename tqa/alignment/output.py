"""Alignments as text."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from tqa.alignment.link import SURE


class Aligned(NamedTuple):
    """Lines that belong together: 1-based numbers (of one file for a mixed page), confidence 0 to 1, joined texts."""

    source_lines: tuple[int, ...]
    target_lines: tuple[int, ...]
    score: float
    source: str
    target: str

    @property
    def is_sure(self) -> bool:
        """Whether the link needs no one to look at it again."""
        return self.score >= SURE


class About(NamedTuple):
    """What a file of pairs says of itself: BCP 47 tags, the source's name, what is a segment, tqa's version."""

    source_lang: str
    target_lang: str
    source_name: str
    segment: str
    version: str


def as_tsv(rows: Iterable[Aligned], about: About) -> Iterator[str]:
    """Yield lines of tab-separated values under a header; tabs in the texts become spaces."""
    yield "source_lines\ttarget_lines\tscore\tsource\ttarget\n"
    for row in rows:
        numbers = (",".join(map(str, row.source_lines)), ",".join(map(str, row.target_lines)))
        texts = (row.source.replace("\t", " "), row.target.replace("\t", " "))
        yield "\t".join((*numbers, f"{row.score:.3f}", *texts)) + "\n"


def as_jsonl(rows: Iterable[Aligned], about: About) -> Iterator[str]:
    """Yield one JSON object a line; `sure` is false for a link that someone should look at."""
    for row in rows:
        yield (
            json.dumps({**row._asdict(), "score": round(row.score, 3), "sure": row.is_sure}, ensure_ascii=False) + "\n"
        )


def as_tmx(rows: Iterable[Aligned], about: About) -> Iterator[str]:
    """Yield TMX 1.4: a unit for each link that has both sides."""
    from tqa.alignment.markup import tmx

    return tmx(rows, about)


def as_xliff(rows: Iterable[Aligned], about: About) -> Iterator[str]:
    """Yield XLIFF 1.2: a unit for each link that has a source."""
    from tqa.alignment.markup import xliff

    return xliff(rows, about)


FORMATS: Mapping[str, Callable[[Iterable[Aligned], About], Iterator[str]]] = {
    "tsv": as_tsv,
    "tmx": as_tmx,
    "xliff": as_xliff,
    "jsonl": as_jsonl,
}
