"""Translation memories (TMX 1.4): each variant of a unit in another language is the translation of its source.

With a target language named only variants in that language are read. A unit without an id is numbered.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from tqa.language.tags import UNDETERMINED, base_language
from tqa.model import Location, Problem, Segment
from tqa.readers.reader import Reader, Settings, tag_or
from tqa.readers.source import Input
from tqa.readers.xml import Shown, XmlReader, declared_encoding, root_of, xml_codec
from tqa.readers.xml_units import ATTRIBUTES, TEXT, attributes_in, decoded

# The language, the text, its line and its place.
_Variant = tuple[str, str, int, tuple[int, ...]]

# A named tuple's own way to be made is several times slower.
_new = tuple.__new__

_CODES = frozenset({"ph", "bpt", "ept", "it", "ut"})
_ALL = "*all*"

_MARKED = TEXT + rb"(?:<(bpt|ept|ph|it)" + ATTRIBUTES + rb"(?:/>|>" + TEXT + rb"</\%d>)" + TEXT + rb")*+"
_VARIANT = rb"\s*+<tuv(" + ATTRIBUTES + rb")>\s*+<seg>(" + _MARKED + rb")</seg>\s*+</tuv>"
_UNIT = re.compile(
    rb"\s*+<tu("
    + ATTRIBUTES
    + rb")>((?:\s*+<(prop|note)"
    + ATTRIBUTES
    + rb">"
    + TEXT
    + rb"</\3>)*+)"
    + _VARIANT % 6
    + _VARIANT % 9
    + rb"\s*+</tu>"
)
_NOTE = re.compile(rb"<note[^>]*>([^<]*)</note>")


def inline(name: str, attributes: Mapping[str, str]) -> Shown:
    """Codes as tags with their number; highlighting invisible."""
    if name in _CODES:
        return f'<{name} id="{attributes.get("i") or attributes.get("x", "")}">', f"</{name}>", False
    return "", "", True


class TmxReader(XmlReader):
    """Reads one file."""

    inline = staticmethod(inline)
    roots = frozenset({"tmx"})
    shortcut = _UNIT
    unit_end = b"</tu>"

    def __init__(self, entry: Input, settings: Settings) -> None:
        super().__init__(entry, settings)
        self.number = 0
        self.source_lang = settings.source_lang
        self._unit_id = ""
        self._unit_source = ""
        self._unit_line = 0
        self._notes: list[str] = []
        self._lang = UNDETERMINED
        self._variants: list[_Variant] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "tuv":
            self._lang = _tag(attributes.get("xml:lang") or attributes.get("lang") or "")
        elif name == "seg":
            self.begin(self._segment)
        elif name == "tu":
            self._begin_unit(attributes, self.line_now)
            self._variants = []
        elif name == "note":
            self.begin(lambda text: self._notes.append(text.strip()))
        elif name == "header":
            declared = attributes.get("srclang", "")
            if declared != _ALL and self.source_lang == UNDETERMINED:
                self.source_lang = _tag(declared)

    def _begin_unit(self, attributes: Mapping[str, str], line: int) -> None:
        self.number += 1
        self._unit_id = attributes.get("tuid") or str(self.number)
        self._unit_source = attributes.get("srclang", "")
        self._unit_line = line
        self._notes = []

    def _segment(self, text: str) -> None:
        self._variants.append((self._lang, text, self.line, self.place))

    def end(self, name: str) -> None:
        if name == "tu":
            self.unit_ended()
            self._emit(self._variants)

    def take(self, match: re.Match[bytes], at: int, line: int) -> bool:
        try:
            first, second = _marked(match[5]), _marked(match[8])
            notes = [decoded(note).strip() for note in _NOTE.findall(match[2])] if b"<note" in match[2] else []
        except ValueError:
            return False
        self._begin_unit(_NOTHING if match[1][:7] == b' tuid="' else attributes_in(match[1]), line)
        if match[1][:7] == b' tuid="':
            end = match[1].index(b'"', 7)
            self._unit_id = match[1][7:end].decode() or self._unit_id
            if b" srclang" in match[1]:
                self._unit_source = attributes_in(match[1]).get("srclang", "")
        self._notes = notes
        data, start = match.string, match.start()
        first_tag, second_tag = match.start(5) - 5, match.start(8) - 5
        self._unit_line = line + data.count(b"\n", start, match.start(1))
        first_line = line + data.count(b"\n", start, first_tag)
        second_line = first_line + data.count(b"\n", first_tag, second_tag)
        offset = at - start
        langs = _variant_lang(match[4]), _variant_lang(match[7])
        one: _Variant = (langs[0], first, first_line, (offset + first_tag, offset + match.end(5)))
        two: _Variant = (langs[1], second, second_line, (offset + second_tag, offset + match.end(8)))
        is_plain = langs[0] == self.source_lang and not self._unit_source
        if is_plain and self.settings.target_lang == UNDETERMINED:
            self._add(one, *two, "\n".join(notes) or None)
        else:
            self._emit([one, two])
        return True

    def _emit(self, variants: list[_Variant]) -> None:
        if len(variants) < 2:
            problem = f"the unit '{self._unit_id}' has no translation"
            self.found.append(Problem(problem, self.entry.name, self._unit_line))
            return
        wanted = self.source_lang
        if self._unit_source and self._unit_source != _ALL:
            wanted = _tag(self._unit_source)
        source = next((variant for variant in variants if variant[0] == wanted), None)
        if source is None:
            base = base_language(wanted)
            source = next((variant for variant in variants if base_language(variant[0]) == base), variants[0])
        only = base_language(self.settings.target_lang)
        note = "\n".join(self._notes) or None
        for variant in variants:
            if variant is source or (only != UNDETERMINED and base_language(variant[0]) != only):
                continue
            lang, text, line, place = variant
            self._add(source, lang, text, line, place, note)

    def _add(self, source: _Variant, lang: str, text: str, line: int, place: tuple[int, ...], note: str | None) -> None:
        location = _new(Location, (self.entry.name, line, None, source[2]))
        head = (self._unit_id, text, source[1], source[0], lang, location, None, note, None, None, None, None)
        self.found.append(_new(Segment, (*head, "char", None, place)))


class _ShownCodes(dict[bytes, bytes]):
    """What is shown for a start tag, without its first bracket, and what it holds; the same few occur again and again.

    Raises `ValueError` for an entity that the parser must judge.
    """

    def __missing__(self, code: bytes) -> bytes:
        tag, _, held = code.partition(b">")
        decoded(held)
        attributes = attributes_in(tag)
        name = tag.rstrip(b"/").split(None, 1)[0]
        shown = b'<%s id="%s"/>' % (name, (attributes.get("i") or attributes.get("x", "")).encode())
        if len(self) < _MOST_CODES:
            self[code] = shown
        return shown


_NOTHING: dict[str, str] = {}
_MOST_CODES = 10_000
_codes = _ShownCodes()


def _marked(text: bytes) -> str:
    """The text of a `seg`, as `_UNIT` matches it, with its codes as tags.

    Raises `ValueError` for what the parser must judge.
    """
    if b"<" not in text:
        return decoded(text)
    first, *parts = text.split(b"<")
    shown = [first]
    for part in parts:
        if part[:1] == b"/":
            shown.append(part[part.index(b">") + 1 :])
            continue
        tag, _, rest = part.partition(b">")
        if tag[-1:] == b"/":
            shown += (_codes[tag], rest)
        else:
            shown.append(_codes[part])
    return decoded(b"".join(shown))


@lru_cache(maxsize=1024)
def _variant_lang(tag: bytes) -> str:
    attributes = attributes_in(tag)
    return _tag(attributes.get("xml:lang") or attributes.get("lang") or "")


@lru_cache(maxsize=256)
def _tag(name: str) -> str:
    return tag_or(name, UNDETERMINED)


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the segments, unit by unit."""
    return TmxReader(entry, settings).read()


def sniff(head: str) -> bool:
    """Whether the root element is `tmx`."""
    return root_of(head) == "tmx"


READER = Reader("tmx", (".tmx",), sniff, read, bitext=True, codec=xml_codec(inline), settle=declared_encoding)
