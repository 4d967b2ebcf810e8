"""From documents to the rows of `tqa align`."""

from collections.abc import Iterable, Sequence

from tqa.alignment.documents import align_documents
from tqa.alignment.inputs import Document
from tqa.alignment.link import Link
from tqa.alignment.mixed import align_mixed
from tqa.alignment.output import Aligned
from tqa.alignment.units import Unit


def document_rows(
    source: Document, target: Document, source_lang: str, target_lang: str, memory: Iterable[tuple[str, str]] = ()
) -> list[Aligned]:
    """Align two documents unit by unit; blank ones are left out. Raises `AlignError` as `align_documents` does."""
    texts = ([unit.text for unit in source.units], [unit.text for unit in target.units])
    times = None if source.times is None or target.times is None else (source.times, target.times)
    links = align_documents(*texts, source_lang, target_lang, memory=memory, times=times)
    rows = (_row(link, source.units, target.units) for link in links)
    return [row for row in rows if row.source.strip() or row.target.strip()]


def page_rows(
    page: Document, source_lang: str, target_lang: str, memory: Iterable[tuple[str, str]] = ()
) -> list[Aligned]:
    """Align the units of a mixed page: a row for each one in the source language, with or without its translation."""
    links = align_mixed([unit.text for unit in page.units], source_lang, target_lang, memory=memory)
    return [_row(link, page.units, page.units) for link in links if link.source]


def _row(link: Link, sources: Sequence[Unit], targets: Sequence[Unit]) -> Aligned:
    return Aligned(
        _numbers(link.source, sources),
        _numbers(link.target, targets),
        link.score,
        " ".join(sources[at].text for at in link.source),
        " ".join(targets[at].text for at in link.target),
    )


def _numbers(side: Sequence[int], units: Sequence[Unit]) -> tuple[int, ...]:
    """The 1-based numbers of the lines that the units are from, each once."""
    return tuple(dict.fromkeys(line + 1 for at in side for line in units[at].lines))
