"""Translation memories (TMX 1.4): each variant of a unit in another language is the translation of its source.

With a target language named only variants in that language are read. A unit without an id is numbered.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tqa.language.tags import UNDETERMINED, base_language
from tqa.model import Location, Problem, Segment
from tqa.readers.reader import Reader, Settings, tag_or
from tqa.readers.source import Input
from tqa.readers.xml import Shown, XmlReader, declared_encoding, root_of
from tqa.readers.xml_pieces import xml_codec
from tqa.readers.xml_units import ATTRIBUTES, TEXT, ShownCodes, any_of, attributes_in, decoded, decoded_texts

# The language, the text, its line and its place.
_Variant = tuple[str, str, int, tuple[int, ...]]

# A named tuple's own way to be made is several times slower.
_new = tuple.__new__

_CODES = frozenset({"ph", "bpt", "ept", "it", "ut"})
_ALL = "*all*"

# The tags and what they hold are looked at more closely where the unit is taken.
_CODE = rb"[a-z]++[^>]*+(?:(?<=/)>|(?<!/)>[^<]*+</[a-z]++>)"
_VARIANT = rb"\s*+<tuv([^>]*+)>\s*+<seg>([^<]*+(?:<" + _CODE + rb"[^<]*+)*+)</seg>\s*+</tuv>"
_UNIT = re.compile(
    rb'\s*+<tu(?: tuid="([^"<&\t\n\r]*+)")?(' + ATTRIBUTES + rb")>"
    rb"((?:\s*+<(?:prop"
    + ATTRIBUTES
    + rb">"
    + TEXT
    + rb"</prop>|note"
    + ATTRIBUTES
    + rb">"
    + TEXT
    + rb"</note>))*+)"
    + _VARIANT
    + _VARIANT
    + rb"\s*+</tu>"
)
_ANY_CODE = any_of(_CODE)
_STRICT_CODE = re.compile(rb"<(bpt|ept|ph|it)(" + ATTRIBUTES + rb")(?:/>|>(" + TEXT + rb")</\1>)")
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
        # Whether every unit's translations are wanted.
        self._is_usual = settings.target_lang == UNDETERMINED
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

    def take(self, matches: Sequence[re.Match[bytes]], offset: int, line: int) -> int:
        number = self.number
        try:
            return self._take_all(matches, offset, line)
        except ValueError:
            self.number = number
            raise

    def _take_all(self, matches: Sequence[re.Match[bytes]], offset: int, line: int) -> int:
        units = [match.groups() for match in matches]
        texts = decoded_texts([text for unit in units for text in (unit[4], unit[6])], _ANY_CODE, _codes)
        data, file, source_lang, add = matches[0].string, self.entry.name, self.source_lang, self.found.append
        for match, unit, first, second in zip(matches, units, texts[::2], texts[1::2], strict=True):
            own_id, attributes, said, first_tag, _, second_tag, _ = unit
            first_lang, second_lang = _lang_in(first_tag), _lang_in(second_tag)
            note = _notes_in(said) if said else None
            begun, end = match.span()
            second_at, second_end = match.span(7)
            first_line = line + data.count(b"\n", begun, match.start(5))
            after = line + data.count(b"\n", begun, end)
            second_line = after - data.count(b"\n", second_at, end)
            place = offset + second_at - 5, offset + second_end
            if own_id and not attributes and self._is_usual and first_lang == source_lang:
                self.number += 1
                location = _new(Location, (file, second_line, None, first_line))
                one, two, own = first_lang, second_lang, own_id.decode()
                said = (own, second, first, one, two, location, None, note, None, None, None, None, "char", None, place)
                add(_new(Segment, said))
            else:
                told = attributes_in(attributes)
                if own_id is not None:
                    told["tuid"] = own_id.decode()
                self._begin_unit(told, line + data.count(b"\n", begun, data.index(b"<tu", begun)))
                self._notes = [note] if note else []
                self._emit([(first_lang, first, first_line, ()), (second_lang, second, second_line, place)])
            line = after
        return line

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


def _shown(code: bytes) -> bytes:
    match = _STRICT_CODE.fullmatch(code)
    if match is None:
        raise ValueError(code)
    name, told, held = match.groups()
    decoded(held or b"")
    attributes = attributes_in(told)
    return b'<%s id="%s"/>' % (name, (attributes.get("i") or attributes.get("x", "")).encode())


_codes = ShownCodes(_shown)


def _notes_in(elements: bytes) -> str | None:
    return "\n".join([decoded(note).strip() for note in _NOTE.findall(elements)]) or None


@lru_cache(maxsize=1024)
def _lang_in(tag: bytes) -> str:
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
