"""Android string resources: strings, plurals and arrays.

A segment's id is the resource's name, of plurals with the quantity (`files.other`), of arrays with the index
(`days.0`). Escapes, quotation marks and white space are read as Android reads them; what `xliff:g` encloses stands in
the text without the element. Resources that aren't translatable and references to others aren't read.
"""

import re
from collections.abc import Iterator, Mapping

from tqa.model import Location, Problem, Segment
from tqa.readers.pieces import Codec, Piece, compose, joined
from tqa.readers.reader import Reader, Settings, languages_of
from tqa.readers.remarks import note_of
from tqa.readers.source import Input
from tqa.readers.xml import Shown, XmlReader, as_written, declared_encoding, local, root_of
from tqa.readers.xml_pieces import xml_codec

# Stands for the quotation marks in tags while those of Android are taken away.
_TAG_QUOTE = "\ue0ff"
_STEP = re.compile(rf'\\u[0-9a-fA-F]{{4}}|\\.|"|\s+|{_TAG_QUOTE}|[^\\"\s{_TAG_QUOTE}]+', re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t"}
_REFERENCE = re.compile(r"[@?](?:\+?[\w.]+:)?[\w.]+/[\w.]+")


def inline(name: str, attributes: Mapping[str, str]) -> Shown:
    """Styling as it is written; marked placeholders without their mark."""
    if name == "xliff:g":
        return "", "", True
    opening, closing, is_shown = as_written(local(name), attributes)
    return opening.replace('"', _TAG_QUOTE), closing, is_shown


def unescaped(text: str) -> list[Piece]:
    """Take a resource's text apart."""
    found: list[Piece] = []
    is_quoted = False
    is_blank = True  # nothing but white space so far
    for step in _STEP.finditer(text):
        token = step[0]
        if token == '"':
            is_quoted = not is_quoted
            continue
        if token.isspace() and not is_quoted:
            shown = "" if is_blank or step.end() == len(text) else " "
        elif token[0] == "\\":
            shown = _escaped(token)
        else:
            shown = '"' if token == _TAG_QUOTE else token
        is_blank = is_blank and not shown
        found.append(Piece(step.start(), step.end(), shown))
    return found


def _escaped(token: str) -> str:
    if token[1] == "u" and len(token) == 6:
        code = int(token[2:], 16)
        return chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"
    return _ESCAPES.get(token[1], token[1])


_XML = xml_codec(inline)


def _pieces(raw: str) -> list[Piece]:
    outer = _XML.pieces(raw)
    return compose(outer, unescaped(joined(outer)))


def _quote(text: str, raw: str, at: int) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace('"', '\\"').replace("\n", "\\n")
    return _XML.quote(escaped, raw, at)


class AndroidReader(XmlReader):
    """Reads one file."""

    inline = staticmethod(inline)
    roots = frozenset({"resources"})
    keeps_comments = True

    def __init__(self, entry: Input, settings: Settings) -> None:
        super().__init__(entry, settings)
        self.langs = languages_of(entry, settings)
        self._name = ""
        self._count = 0
        self._is_read = True
        self._note = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        is_read = attributes.get("translatable") != "false"
        if name == "string" or (name == "item" and attributes.get("type") == "string" and not self._name):
            key = attributes.get("name", "")
            self._note = ""
            self.begin(lambda text: self._text(key, text, None, is_read))
        elif name == "resources":
            self.remark()  # of the whole file
        elif name in ("plurals", "string-array"):
            self._name, self._count, self._is_read = attributes.get("name", ""), 0, is_read
            self._note = self.remark() or ""
        elif name == "item" and self._name:
            category = attributes.get("quantity")
            key = f"{self._name}.{category or self._count}"
            self._count += 1
            self.begin(lambda text: self._text(key, text, category, self._is_read))

    def end(self, name: str) -> None:
        if name in ("plurals", "string-array"):
            self._name = ""

    def _text(self, key: str, raw: str, category: str | None, is_read: bool) -> None:
        note = self.remark() or ""
        if not is_read or _REFERENCE.fullmatch(raw.strip()):
            return
        text = joined(unescaped(raw))
        self.found.append(
            Segment(
                key,
                text,
                None,
                *self.langs,
                Location(self.entry.name, self.line),
                note=note_of(self._note, note),
                state=None if text else "untranslated",
                plural=category,
                syntax="java",
                raw=self.place,
            )
        )


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the resources."""
    return AndroidReader(entry, settings).read()


def sniff(head: str) -> bool:
    """Whether the root element is `resources`."""
    return root_of(head) == "resources"


READER = Reader(
    "android",
    (".xml",),
    sniff,
    read,
    bitext=False,
    keyed=True,
    codec=Codec(_pieces, _quote, in_bytes=True),
    walked="content",
    settle=declared_encoding,
)
