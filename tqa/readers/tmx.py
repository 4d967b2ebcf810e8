"""Translation memories (TMX 1.4): each variant of a unit in another language is the translation of its source.

With a target language named only variants in that language are read. A unit without an id is numbered.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from tqa.language.tags import UNDETERMINED, base_language
from tqa.model import Location, Problem, Segment
from tqa.readers.reader import Reader, Settings, tag_or
from tqa.readers.source import Input
from tqa.readers.xml import Shown, XmlReader, declared_encoding, root_of, xml_codec

_CODES = frozenset({"ph", "bpt", "ept", "it", "ut"})
_ALL = "*all*"


def inline(name: str, attributes: Mapping[str, str]) -> Shown:
    """Codes as tags with their number; highlighting invisible."""
    if name in _CODES:
        return f'<{name} id="{attributes.get("i") or attributes.get("x", "")}">', f"</{name}>", False
    return "", "", True


class TmxReader(XmlReader):
    """Reads one file."""

    inline = staticmethod(inline)
    roots = frozenset({"tmx"})

    def __init__(self, entry: Input, settings: Settings) -> None:
        super().__init__(entry, settings)
        self.number = 0
        self.source_lang = settings.source_lang
        self._unit_id = ""
        self._unit_source = ""
        self._unit_line = 0
        self._notes: list[str] = []
        self._lang = UNDETERMINED
        self._variants: list[tuple[str, str, int, tuple[int, ...]]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "tuv":
            self._lang = _tag(attributes.get("xml:lang") or attributes.get("lang") or "")
        elif name == "seg":
            self.begin(self._segment)
        elif name == "tu":
            self.number += 1
            self._unit_id = attributes.get("tuid") or str(self.number)
            self._unit_source = attributes.get("srclang", "")
            self._unit_line = self.parser.CurrentLineNumber
            self._notes = []
            self._variants = []
        elif name == "note":
            self.begin(lambda text: self._notes.append(text.strip()))
        elif name == "header":
            declared = attributes.get("srclang", "")
            if declared != _ALL and self.source_lang == UNDETERMINED:
                self.source_lang = _tag(declared)

    def _segment(self, text: str) -> None:
        self._variants.append((self._lang, text, self.line, self.place))

    def end(self, name: str) -> None:
        if name != "tu":
            return
        variants = self._variants
        if len(variants) < 2:
            self.found.append(
                Problem(f"the unit '{self._unit_id}' has no translation", self.entry.name, self._unit_line)
            )
            return
        wanted = self.source_lang
        if self._unit_source and self._unit_source != _ALL:
            wanted = _tag(self._unit_source)
        source = next((v for v in variants if v[0] == wanted), None)
        if source is None:
            base = base_language(wanted)
            source = next((v for v in variants if base_language(v[0]) == base), variants[0])
        only = base_language(self.settings.target_lang)
        note = "\n".join(self._notes) or None
        for variant in variants:
            if variant is source or (only != UNDETERMINED and base_language(variant[0]) != only):
                continue
            lang, text, line, place = variant
            self.found.append(
                Segment(
                    self._unit_id,
                    text,
                    source[1],
                    source[0],
                    lang,
                    Location(self.entry.name, line, None, source[2]),
                    None,
                    note,
                    raw=place,
                )
            )


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
