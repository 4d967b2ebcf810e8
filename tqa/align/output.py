"""Alignments as text."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple


class Aligned(NamedTuple):
    """Lines that belong together: 1-based numbers (of one file for a mixed page), confidence 0 to 1, joined texts."""

    source_lines: tuple[int, ...]
    target_lines: tuple[int, ...]
    score: float
    source: str
    target: str


def as_tsv(rows: Iterable[Aligned]) -> Iterator[str]:
    """Yield lines of tab-separated values under a header; tabs in the texts become spaces."""
    yield "source_lines\ttarget_lines\tscore\tsource\ttarget\n"
    for row in rows:
        numbers = (",".join(map(str, row.source_lines)), ",".join(map(str, row.target_lines)))
        texts = (row.source.replace("\t", " "), row.target.replace("\t", " "))
        yield "\t".join((*numbers, f"{row.score:.3f}", *texts)) + "\n"


def as_jsonl(rows: Iterable[Aligned]) -> Iterator[str]:
    """Yield one JSON object a line."""
    for row in rows:
        yield json.dumps({**row._asdict(), "score": round(row.score, 3)}, ensure_ascii=False) + "\n"


FORMATS: Mapping[str, Callable[[Iterable[Aligned]], Iterator[str]]] = {"tsv": as_tsv, "jsonl": as_jsonl}
