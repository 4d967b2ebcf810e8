"""A table of annotations, CSV or TSV with a header: a row for each error, and one without a severity for none.

Columns: `id` (or `segment`), `source`, `target`, `category` (or `type`), `severity`; where the error is by `start` and
`end` (in characters, end exclusive) or by `span`, the text itself, and `side`, target unless it says source; and
`comment`, `system`, `document`, `annotator`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tqa.errors import ReadError
from tqa.model import Side, Span
from tqa.scores.mqm.annotations import Annotated, Annotation, Row, category, severity

_OTHER_NAMES = {"segment": "id", "type": "category", "error_type": "category", "rater": "annotator", "doc": "document"}


def read(names: Sequence[str], rows: Iterable[Row], file: str) -> Iterator[Annotated]:
    """Yield the segments in the order in which they come first, one for each system and annotator."""
    known = [_OTHER_NAMES.get(name, name) for name in names]
    for needed in ("id", "target", "category", "severity"):
        if needed not in known:
            raise ReadError(f"the header has no column '{needed}'; annotations need one", file, 1)
    found: dict[tuple[str, ...], tuple[str, str, list[Annotation]]] = {}
    for line, row in rows:
        if len(row) != len(known):
            raise ReadError(f"{len(row)} columns where the header has {len(known)}", file, line)
        value = dict(zip(known, row, strict=True))
        key = tuple(value.get(name, "") for name in ("system", "document", "id", "annotator"))
        source, target, annotations = found.setdefault(key, (value.get("source", ""), value["target"], []))
        if (value.get("source", ""), value["target"]) != (source, target):
            raise ReadError(f"segment '{value['id']}' has other texts than in a row before", file, line)
        level = severity(value["severity"], file, line) if value["severity"].strip() else None
        if level is not None:
            comment = value.get("comment", "")
            annotations.append(Annotation(category(value["category"]), level, _spans(value, file, line), comment))
    for (system, document, number, annotator), (source, target, annotations) in found.items():
        yield Annotated(number, source, target, tuple(annotations), system, document, annotator)


def _spans(value: Mapping[str, str], file: str, line: int) -> tuple[Span, ...]:
    side: Side = "source" if value.get("side", "").strip().lower() == "source" else "target"
    text = value.get(side, "")
    if marked := value.get("span", ""):
        start = text.find(marked)
        if start < 0:
            raise ReadError(f"'{marked}' is not in the {side}", file, line)
        return (Span(side, start, start + len(marked)),)
    if not value.get("start", "").strip():
        return ()
    try:
        start, end = int(value["start"]), int(value["end"])
    except (KeyError, ValueError):
        raise ReadError("'start' and 'end' are to be whole numbers", file, line) from None
    if not 0 <= start < end <= len(text):
        raise ReadError(f"{start} to {end} is outside of the {side}, which has {len(text)} characters", file, line)
    return (Span(side, start, end),)
