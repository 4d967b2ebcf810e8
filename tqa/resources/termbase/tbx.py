"""Termbases in TBX (ISO 30042): version 2 (martif) and 3, the latter in both styles, DCA and DCT.

Of the data categories those of TBX-Basic are read, wherever an exporter put them. What tqa knows besides (case,
matching, scope, priority, do-not-translate) is written as notes of the types in `EXTRA` and read back.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tqa.errors import ConfigError, ReadError
from tqa.language.tags import parse_tag
from tqa.model import Problem
from tqa.resources.termbase.model import Entry, Status, Term
from tqa.resources.termbase.tabular import SEPARATOR

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_ENTRIES = ("termEntry", "conceptEntry")
_LANGUAGES = ("langSet", "langSec")
_TERMS = ("tig", "ntig", "termSec")
_STATUS = {
    "preferredTerm": Status.PREFERRED,
    "preferred": Status.PREFERRED,
    "standardizedTerm": Status.PREFERRED,
    "admittedTerm": Status.ADMITTED,
    "admitted": Status.ADMITTED,
    "legalTerm": Status.ADMITTED,
    "regulatedTerm": Status.ADMITTED,
    "deprecatedTerm": Status.FORBIDDEN,
    "deprecated": Status.FORBIDDEN,
    "supersededTerm": Status.FORBIDDEN,
    "superseded": Status.FORBIDDEN,
    "forbidden": Status.FORBIDDEN,
    "obsolete": Status.FORBIDDEN,
}
_SUFFIX = "-admn-sts"
_STATUS_CATEGORIES = ("administrativeStatus", "normativeAuthorization", "usageStatus")
EXTRA = ("caseSensitive", "termMatching", "translate", "fileScope", "contextScope", "priority")


def read_tbx(path: Path) -> tuple[list[Entry], list[Problem]]:
    """Read a TBX file: its entries, and a problem for each that can't be used.

    Entities of the file's own aren't resolved and nothing outside of it is looked up. Raises `ReadError` for what isn't
    well-formed or holds no entry.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        with path.open("rb") as file:
            root = etree.parse(file, parser).getroot()
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror or error}", str(path)) from error
    except etree.XMLSyntaxError as error:
        raise ReadError(f"not well-formed XML: {error.msg}", str(path), error.lineno or None) from error
    elements = [element for name in _ENTRIES for element in root.iter("{*}" + name)]
    if not elements:
        raise ReadError("no TBX: there is neither a termEntry nor a conceptEntry in it", str(path))
    entries, problems = [], []
    for element in elements:
        terms: list[Term] = []
        for language in _children(element, _LANGUAGES):
            for section in _children(language, _TERMS):
                try:
                    terms.append(_term(section, parse_tag(language.get(_XML_LANG) or language.get("lang") or "")))
                except (ConfigError, ValueError) as error:
                    problems.append(Problem(str(error), str(path), _line(section)))
        if terms:
            entries.append(_entry(element, terms, str(path)))
        else:
            problems.append(Problem("an entry without a term", str(path), _line(element)))
    return entries, problems


def _children(element: "_Element", names: tuple[str, ...]) -> Iterator["_Element"]:
    for child in element:
        if isinstance(child.tag, str) and _local(child) in names:
            yield child


def _line(element: "_Element") -> int | None:
    line = element.sourceline
    return line if isinstance(line, int) else None


def _local(element: "_Element") -> str:
    tag = str(element.tag)
    return tag.rpartition("}")[2]


def _entry(element: "_Element", terms: list[Term], file: str) -> Entry:
    about = dict(_categories(element, _LANGUAGES))
    for language in _children(element, _LANGUAGES):
        # A definition may stand with the language instead of the entry.
        for name, value in _categories(language, _TERMS):
            about.setdefault(name, value)
    priority = about.get("priority", "")
    return Entry(
        id=element.get("id") or element.get(_XML_ID) or "",
        terms=tuple(terms),
        keep=about.get("translate") == "no",
        domain=about.get("subjectField", ""),
        definition=about.get("definition", ""),
        note=about.get("note", ""),
        files=tuple(filter(None, about.get("fileScope", "").split(SEPARATOR))),
        contexts=tuple(filter(None, about.get("contextScope", "").split(SEPARATOR))),
        priority=int(priority) if priority.lstrip("-").isdigit() else 0,
        file=file,
        line=_line(element),
    )


def _term(section: "_Element", language: str) -> Term:
    element = next(section.iter("{*}term"), None)
    text = " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""
    if not text:
        raise ValueError("a term without text")
    about = dict(_categories(section, ()))
    status = next((about[name] for name in _STATUS_CATEGORIES if name in about), "")
    case = about.get("caseSensitive")
    return Term(
        text=text,
        language=language,
        status=_STATUS.get(status.removesuffix(_SUFFIX), Status.APPROVED),
        case_sensitive=None if case is None else case == "yes",
        exact=about.get("termMatching") == "exact",
        pos=about.get("partOfSpeech", ""),
        note=about.get("note", ""),
    )


def _categories(element: "_Element", stop: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The data categories of an element with their values, but for those of the elements named by `stop`."""
    for child in element:
        if not isinstance(child.tag, str) or _local(child) in stop:
            continue
        name = child.get("type") or _local(child)
        if name != "term" and child.text and child.text.strip():
            yield name, " ".join("".join(map(str, child.itertext())).split()) if not len(child) else child.text.strip()
        yield from _categories(child, stop)


def tbx(entries: list[Entry]) -> Iterator[str]:
    """The lines of a TBX-Basic file (version 3, DCA) with these entries."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n'
    yield "<tbxHeader><fileDesc><sourceDesc><p>Written by tqa</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n"
    for number, entry in enumerate(entries, 1):
        yield from _written(entry, number)
    yield "</body></text>\n</tbx>\n"


def _written(entry: Entry, number: int) -> Iterator[str]:
    yield f"<conceptEntry id={_quoted(entry.id or f'c{number}')}>\n"
    for name, value in (("subjectField", entry.domain), ("definition", entry.definition)):
        if value:
            yield f'  <descrip type="{name}">{_escaped(value)}</descrip>\n'
    extras = {
        "translate": "no" if entry.keep else "",
        "fileScope": SEPARATOR.join(entry.files),
        "contextScope": SEPARATOR.join(entry.contexts),
        "priority": str(entry.priority or ""),
    }
    for name, value in extras.items():
        if value:
            yield f'  <admin type="{name}">{_escaped(value)}</admin>\n'
    if entry.note:
        yield f"  <note>{_escaped(entry.note)}</note>\n"
    for language in dict.fromkeys(term.language for term in entry.terms):
        yield f"  <langSec xml:lang={_quoted(language)}>\n"
        for term in entry.terms:
            if term.language == language:
                yield "    <termSec>" + "".join(_written_term(term)) + "</termSec>\n"
        yield "  </langSec>\n"
    yield "</conceptEntry>\n"


_WRITTEN_STATUS = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",
}


def _written_term(term: Term) -> Iterator[str]:
    yield f"<term>{_escaped(term.text)}</term>"
    notes = {
        "partOfSpeech": term.pos,
        "administrativeStatus": _WRITTEN_STATUS.get(term.status, ""),
        "caseSensitive": {None: "", True: "yes", False: "no"}[term.case_sensitive],
        "termMatching": "exact" if term.exact else "",
    }
    for name, value in notes.items():
        if value:
            yield f'<termNote type="{name}">{_escaped(value)}</termNote>'
    if term.note:
        yield f"<note>{_escaped(term.note)}</note>"


def _escaped(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(text)


def _quoted(text: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(text)
