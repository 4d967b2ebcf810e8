"""HTML. A segment is the text of a block, with the inline tags in it, or an attribute that is shown (`alt`, `title`).

Segments are numbered in the order of the page; an attribute's id is that of the tag's place with its name. Scripts,
styles, code blocks and what is marked as not to be translated aren't read; a comment is the note of the block that it
stands in or before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from tqa.model import Location, Problem, Segment
from tqa.readers.pieces import Codec, Piece, joined
from tqa.readers.reader import Reader, Settings, bounded, languages_of
from tqa.readers.source import Input
from tqa.readers.tree import LineCounter

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]*+>"
    r"|<(?P<close>/)?(?P<name>[a-zA-Z][\w:-]*+)(?P<attributes>(?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++)")
_STEP = re.compile(
    r"\s*+<!--.*?(?:-->\s*+|\Z)|</?[a-zA-Z][^<>]*+>|&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);?|\s++|[^<&\s]++|.", re.DOTALL
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark meter nobr"
    " output picture progress q ruby rb rp rt s samp small source span strike strong sub sup time tt"
    " u var wbr".split()
)
_HIDDEN = frozenset({"script", "style", "pre", "noscript", "template", "svg", "math", "textarea", "iframe", "object"})
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SHOWN = frozenset({"alt", "title", "placeholder", "aria-label", "aria-description", "label"})
_META = frozenset({"description", "keywords", "og:title", "og:description", "twitter:title", "twitter:description"})


def pieces(raw: str) -> list[Piece]:
    """Take a block apart: tags as they are, entities, white space as one blank; comments are no text."""
    found = []
    for step in _STEP.finditer(raw):
        token = step[0]
        if token.isspace():
            token = "\xa0" * len(token) if token.strip("\xa0") == "" else " "
        elif token[0] == "&":
            token = unescape(token)
        elif token.lstrip().startswith("<!--"):
            token = " " if token[0].isspace() or token[-1].isspace() else ""
        found.append(Piece(step.start(), step.end(), token))
    return found


def quote(text: str, raw: str, at: int) -> str:
    """Escape what would be markup."""
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;" if _in_tag(raw, at) else '"')
    )


def _in_tag(raw: str, at: int) -> bool:
    return raw.rfind("<", 0, at) > raw.rfind(">", 0, at)


@dataclass(slots=True)
class _Page:
    """Reads one page."""

    text: str
    # Of each text: its place, the attribute that it is the value of, and what comments say of it.
    found: list[tuple[int, int, str | None, str | None]] = field(default_factory=list)
    language: str | None = None
    _start: int = 0
    _notes: list[str] = field(default_factory=list)
    # The elements that hide what is in them, and how often each is open.
    _hiding: list[tuple[str, int]] = field(default_factory=list)

    def read(self) -> None:
        for tag in _TAG.finditer(self.text):
            name = (tag["name"] or "").lower()
            if not name:
                if tag[0].startswith("<!--") and not self._hiding:
                    self._notes.append(tag[0].removeprefix("<!--").removesuffix("-->").strip())
                continue
            is_closing = tag["close"] is not None
            is_break = name not in _INLINE
            if is_break and not self._hiding:
                self._block(tag.start())
            if self._hiding:
                self._inside_hidden(name, is_closing, tag["attributes"])
                if not self._hiding:
                    self._start = tag.end()
                continue
            if not is_closing:
                self._attributes(name, tag)
            if is_break:
                self._start = tag.end()
        if not self._hiding:
            self._block(len(self.text))

    def _inside_hidden(self, name: str, is_closing: bool, attributes: str) -> None:
        hidden, depth = self._hiding[-1]
        if name == hidden and not attributes.endswith("/"):
            depth += -1 if is_closing else 1
            self._hiding.pop()
            if depth:
                self._hiding.append((hidden, depth))

    def _block(self, end: int) -> None:
        start = self._start
        self._start = end
        raw = self.text[start:end]
        stripped = raw.strip()
        if stripped and re.sub(r"<!--.*?(?:-->|\Z)|<[^<>]*+>", "", stripped, flags=re.DOTALL).strip():
            start += len(raw) - len(raw.lstrip())
            self.found.append((start, start + len(stripped), None, "\n".join(self._notes) or None))
            self._notes = []

    def _attributes(self, name: str, tag: re.Match[str]) -> None:
        inside = tag["attributes"]
        values = {}
        for match in _ATTRIBUTE.finditer(inside):
            key, value = match[1].lower(), match[2]
            quoted = value[0] in "\"'"
            start = tag.start("attributes") + match.start(2) + quoted
            values[key] = (start, start + len(value) - 2 * quoted)
        texts = {key: self.text[start:end] for key, (start, end) in values.items()}
        if name == "html" and "lang" in texts:
            self.language = texts["lang"]
        is_hidden = texts.get("translate") == "no" or "notranslate" in texts.get("class", "").split()
        if (is_hidden or name in _HIDDEN) and name not in _VOID and not inside.endswith("/"):
            self._block(tag.start())
            self._hiding.append((name, 1))
        if is_hidden:
            return
        for key, place in values.items():
            is_meta = name == "meta" and key == "content" and texts.get("name", texts.get("property", "")) in _META
            is_button = name == "input" and key == "value" and texts.get("type") in ("submit", "button", "reset")
            if (key in _SHOWN or is_meta or is_button) and texts[key].strip():
                self.found.append((*place, key, None))


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the texts of a page in its order."""
    text = entry.text()
    page = _Page(text)
    page.read()
    langs = languages_of(entry, settings, page.language)
    lines = LineCounter(text)
    for number, (start, end, attribute, note) in enumerate(sorted(page.found, key=lambda item: item[0]), 1):
        target = joined(pieces(text[start:end]))
        place = Location(entry.name, lines.line_of(start))
        name = f"{number}@{attribute}" if attribute else str(number)
        yield Segment(name, target, None, *langs, place, note=note, raw=(start, end))


def sniff(head: str) -> bool:
    """Whether it begins as an HTML page."""
    return re.match(r"\s*<(?:!doctype\s+html|html)\b", head, re.IGNORECASE) is not None


READER = Reader(
    "html",
    (".html", ".htm", ".xhtml"),
    sniff,
    bounded(read),
    bitext=False,
    codec=Codec(pieces, quote),
    walked="language",
)
