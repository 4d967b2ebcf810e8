"""From lines to the rows of `tqa align`."""

from collections.abc import Iterable, Sequence

from tqa.alignment.documents import align_documents
from tqa.alignment.link import Link
from tqa.alignment.mixed import align_mixed
from tqa.alignment.output import Aligned
from tqa.alignment.units import SEGMENTS, Unit
from tqa.errors import ConfigError, near_miss


def document_rows(
    source_lines: Sequence[str],
    target_lines: Sequence[str],
    source_lang: str,
    target_lang: str,
    segment: str = "line",
    memory: Iterable[tuple[str, str]] = (),
) -> list[Aligned]:
    """Align two documents by `segment` (of `SEGMENTS`); blank lines are left out.

    Raises `ConfigError` for an unknown segment, `AlignError` as `align_documents` does.
    """
    split = SEGMENTS.get(segment)
    if split is None:
        raise ConfigError(f"unknown segment '{segment}'{near_miss(segment, SEGMENTS)}; there are {', '.join(SEGMENTS)}")
    sources, targets = list(split(source_lines, source_lang)), list(split(target_lines, target_lang))
    texts = ([unit.text for unit in sources], [unit.text for unit in targets])
    links = align_documents(*texts, source_lang, target_lang, memory=memory)
    rows = (_row(link, sources, targets) for link in links)
    return [row for row in rows if row.source.strip() or row.target.strip()]


def page_rows(lines: Sequence[str], source_lang: str, target_lang: str) -> list[Aligned]:
    """Align the lines of a mixed page: a row for each source line, with or without its translation."""
    units = [Unit(line, (at,)) for at, line in enumerate(lines)]
    return [_row(link, units, units) for link in align_mixed(lines, source_lang, target_lang) if link.source]


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
