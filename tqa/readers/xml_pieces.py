"""How texts are written in XML: which stretch of an element's source stands for which part of its text."""

from collections.abc import Callable
from functools import partial
from xml.parsers import expat
from xml.sax.saxutils import escape

from tqa.readers.pieces import Codec, Piece
from tqa.readers.reader import Settings
from tqa.readers.source import Input
from tqa.readers.xml import ROOT, Inline, XmlReader

_CDATA = "<![CDATA["


class _Pieces(XmlReader):
    """Takes the source of one element apart."""

    def __init__(self, inline: Inline) -> None:
        super().__init__(Input("-", None), Settings())
        self.inline = inline
        self.events: list[tuple[int, str]] = []
        self._depth = 0

    def of(self, raw: str) -> list[Piece]:
        root = ROOT.match(raw)
        if root is None:
            return []
        data = raw.encode()
        parser = self.parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._met
        parser.EndElementHandler = self._closed
        parser.CharacterDataHandler = self._text
        parser.StartCdataSectionHandler = parser.EndCdataSectionHandler = self._mark
        # So an entity that the file declares is one that isn't known, not one that can't be.
        parser.UseForeignDTD(True)
        parser.ExternalEntityRefHandler = lambda *_: 1
        parser.SkippedEntityHandler = self._entity
        try:
            parser.Parse(data + f"</{root[1]}>".encode(), True)
        except expat.ExpatError:
            return []
        offset_of = _character_offsets(raw, data)
        ends = [*(start for start, _ in self.events[1:]), len(data)]
        return [
            Piece(offset_of(start), offset_of(end), text)
            for (start, text), end in zip(self.events, ends, strict=True)
            if text
        ]

    def _note(self, text: str) -> None:
        self.events.append((self.parser.CurrentByteIndex, text))

    def _text(self, data: str) -> None:
        self._note("" if self._hidden else data)

    def _mark(self) -> None:
        self._note("")

    def _entity(self, name: str, is_parameter: bool) -> None:
        self._text(f"&{name};")

    def _met(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            self._note("")
            return
        shown = self.inline(name, attributes)
        self._open.append(shown)
        self._note("" if self._hidden else shown[0])
        self._hidden += not shown[2]

    def _closed(self, name: str) -> None:
        self._depth -= 1
        if not self._depth:
            self._note("")
            return
        opening, closing, is_shown = self._open.pop()
        self._hidden -= not is_shown
        if self._hidden:
            self._note("")
        elif closing and (start := self._empty_since(opening)) is not None:
            self.events[start] = (self.events[start][0], f"{opening[:-1]}/>")
            del self.events[start + 1 :]  # one piece, from its start tag to what follows its end tag
        else:
            self._note(closing)

    def _empty_since(self, opening: str) -> int | None:
        """Where the tag `opening` was noted, if nothing has been shown since."""
        for n in range(len(self.events) - 1, -1, -1):
            if self.events[n][1]:
                return n if self.events[n][1] == opening else None
        return None


def _character_offsets(raw: str, data: bytes) -> Callable[[int], int]:
    if len(data) == len(raw):
        return lambda offset: offset
    return lambda offset: len(data[:offset].decode("utf-8", "ignore"))


def _pieces(inline: Inline, raw: str) -> list[Piece]:
    return _Pieces(inline).of(raw)


def _quote(text: str, raw: str, at: int) -> str:
    if raw.rfind(_CDATA, 0, at) > raw.rfind("]]>", 0, at):
        if "]]>" in text:
            raise ValueError("the end of the section")
        return text
    return escape(text)


def xml_codec(inline: Inline) -> Codec:
    """How texts are written in an XML format that shows elements inside texts as `inline` says."""
    return Codec(partial(_pieces, inline), _quote, in_bytes=True)
