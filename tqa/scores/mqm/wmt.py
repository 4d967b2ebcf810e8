"""The TSV of WMT's MQM annotations: a row for each error, the erroneous text between `<v>` and `</v>`.

The columns are those of github.com/google/wmt-mqm-human-evaluation: system, doc, doc_id, seg_id, rater, source, target,
category, severity; later years have docSegId and globalSegId instead of the two numbers.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from tqa.errors import ReadError
from tqa.model import Side, Span
from tqa.scores.mqm.annotations import Annotated, Annotation, Row, category, severity

_MARK = re.compile(r"</?v>")
_NEEDED = ("system", "rater", "source", "target", "category", "severity")
_SEGMENT = ("seg_id", "segid", "globalsegid", "segment_id", "docsegid")
_DOCUMENT = ("doc", "document", "doc_id")


def is_header(names: Sequence[str]) -> bool:
    """Whether these are the names of WMT's columns."""
    return set(_NEEDED) <= set(names)


def read(names: Sequence[str], rows: Iterable[Row], file: str) -> Iterator[Annotated]:
    """Yield the segments in the order in which they come first, one for each system and rater."""
    column = {name: index for index, name in enumerate(names)}
    segment = next((name for name in _SEGMENT if name in column), None)
    if segment is None:
        raise ReadError("the header has no column 'seg_id'", file, 1)
    document = next((name for name in _DOCUMENT if name in column), segment)
    found: dict[tuple[str, ...], tuple[str, str, list[Annotation]]] = {}
    for line, row in rows:
        if len(row) < len(names):
            raise ReadError(f"{len(row)} columns where the header has {len(names)}", file, line)
        value = {name: row[index] for name, index in column.items()}
        key = (value["system"], value[document], value[segment], value["rater"])
        source, source_spans = _marked(value["source"], "source")
        target, target_spans = _marked(value["target"], "target")
        annotations = found.setdefault(key, (source, target, []))[2]
        level = severity(value["severity"], file, line)
        if level is not None and category(value["category"]) != "no-error":
            annotations.append(Annotation(category(value["category"]), level, (*target_spans, *source_spans)))
    for (system, name, number, rater), (source, target, annotations) in found.items():
        yield Annotated(number, source, target, tuple(annotations), system, name, rater)


def _marked(text: str, side: Side) -> tuple[str, list[Span]]:
    """The text without its marks, and what was between them."""
    plain, spans, begun, at = "", [], None, 0
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        if mark[0] == "<v>":
            begun = len(plain)
        elif begun is not None:
            if begun < len(plain):
                spans.append(Span(side, begun, len(plain)))
            begun = None
    return plain + text[at:], spans
