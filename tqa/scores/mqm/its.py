"""Localisation quality issues of ITS 2.0 in XLIFF 1.2 and 2: on `mrk`, on a unit or its text, or standing off.

W3C, Internationalization Tag Set 2.0, section 8.17. Its severity is a number from 0 to 100 without a meaning of its
own; by the thresholds here 0 is neutral, below 50 minor, below 90 major, and critical from there on.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqa.errors import ReadError
from tqa.model import Severity, Side, Span
from tqa.scores.mqm.annotations import Annotated, Annotation

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ITS = "{http://www.w3.org/2005/11/its}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_STEPS = ((50.0, Severity.MINOR), (90.0, Severity.MAJOR))

# The types of ITS as those of MQM, by the mapping that the MQM definition gives (qt21.eu, 2015, section on ITS).
_TYPES = {
    "terminology": "terminology/wrong-term",
    "mistranslation": "accuracy/mistranslation",
    "omission": "accuracy/omission",
    "untranslated": "accuracy/untranslated",
    "addition": "accuracy/addition",
    "duplication": "accuracy/addition",
    "inconsistency": "terminology/inconsistent-use",
    "grammar": "linguistic-conventions/grammar",
    "legal": "audience-appropriateness/legal",
    "register": "style/register",
    "locale-specific-content": "audience-appropriateness/locale-specific-content",
    "locale-violation": "locale-conventions",
    "style": "style",
    "characters": "linguistic-conventions/character-encoding",
    "misspelling": "linguistic-conventions/spelling",
    "typographical": "linguistic-conventions/punctuation",
    "formatting": "design/layout",
    "inconsistent-entities": "accuracy/mistranslation",
    "numbers": "accuracy/mistranslation",
    "markup": "design/markup",
    "pattern-problem": "other",
    "whitespace": "linguistic-conventions/punctuation",
    "internationalization": "other",
    "length": "design/length",
    "non-conformance": "linguistic-conventions/unintelligible",
}


def read(path: str) -> list[Annotated]:
    """Read the units of an XLIFF file that have a target. Raises `ReadError` for what isn't XML, or has no units."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.parse(path, parser).getroot()
    except OSError as error:
        raise ReadError(f"can't be read: {error}", path) from error
    except etree.XMLSyntaxError as error:
        raise ReadError(f"not XML: {error.msg}", path, error.lineno) from error
    apart = {key: element for element in root.iter(f"{ITS}locQualityIssues") if (key := element.get(_XML_ID))}
    found = [unit for element in root.iter("{*}trans-unit", "{*}segment") for unit in _unit(element, apart, path)]
    if not found:
        raise ReadError("no translated unit of XLIFF in it", path)
    return found


def _unit(element: "Element", apart: dict[str, "Element"], path: str) -> Iterator[Annotated]:
    source, target = element.find("{*}source"), element.find("{*}target")
    if target is None:
        return
    holders = [element]
    if _name(element) == "segment" and (parent := element.getparent()) is not None:
        holders.append(parent)
    number = next((key for holder in holders if (key := holder.get("id"))), str(element.sourceline))
    texts = {"source": "", "target": ""}
    annotations: list[Annotation] = []
    for side, text in _sides(source, target):
        texts[side], places = _flat(text)
        for place, start, end in places:
            annotations += _of(place, (Span(side, start, end),) if start < end else (), apart, path)
    for holder in holders:
        annotations += _of(holder, (), apart, path)
    yield Annotated(number, texts["source"], texts["target"], tuple(annotations))


def _sides(source: "Element | None", target: "Element") -> Iterator[tuple[Side, "Element"]]:
    if source is not None:
        yield "source", source
    yield "target", target


def _flat(element: "Element") -> tuple[str, list[tuple["Element", int, int]]]:
    """The text of an element, and where each element in it (and it itself) begins and ends."""
    parts: list[str] = []
    places: list[tuple[Element, int, int]] = []

    def add(node: "Element", begun: int) -> int:
        if not isinstance(node.tag, str):  # a comment, whose text is none of the segment's
            return begun
        text = _character(node) if _name(node) == "cp" else node.text or ""
        parts.append(text)
        at = begun + len(text)
        for child in node:
            at = add(child, at)
            parts.append(child.tail or "")
            at += len(child.tail or "")
        places.append((node, begun, at))
        return at

    add(element, 0)
    return "".join(parts), places


def _character(element: "Element") -> str:
    """What XML can't hold, by its code (XLIFF 2, `cp`)."""
    try:
        return chr(int(element.get("hex") or "FFFD", 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def _of(element: "Element", spans: tuple[Span, ...], apart: dict[str, "Element"], path: str) -> Iterator[Annotation]:
    reference = element.get(f"{ITS}locQualityIssuesRef")
    if reference is not None:
        # `#its=key` in XLIFF 2, whose fragments name the module.
        holder = apart.get(reference.rpartition("#")[2].removeprefix("its="))
        if holder is None:
            raise ReadError(f"locQualityIssuesRef '{reference}' leads nowhere", path, _line(element))
        for issue in holder.iter(f"{ITS}locQualityIssue"):
            yield _annotation(issue, "", spans, path)
    elif element.get(f"{ITS}locQualityIssueType") or element.get(f"{ITS}locQualityIssueComment"):
        yield _annotation(element, ITS, spans, path)


def _annotation(element: "Element", prefix: str, spans: tuple[Span, ...], path: str) -> Annotation:
    type_ = (element.get(f"{prefix}locQualityIssueType") or "uncategorized").strip()
    if element.get(f"{prefix}locQualityIssueEnabled") == "no":
        return Annotation(_TYPES.get(type_, "other"), Severity.NEUTRAL, spans)
    comment = element.get(f"{prefix}locQualityIssueComment") or ""
    given = element.get(f"{prefix}locQualityIssueSeverity")
    try:
        value = float(given) if given is not None else 1.0
    except ValueError:
        raise ReadError(f"the severity '{given}' is no number from 0 to 100", path, _line(element)) from None
    return Annotation(_TYPES.get(type_, "other"), _severity(value), spans, comment)


def _severity(value: float) -> Severity:
    if value <= 0:
        return Severity.NEUTRAL
    return next((severity for limit, severity in _STEPS if value < limit), Severity.CRITICAL)


def _line(element: "Element") -> int | None:
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def _name(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]
