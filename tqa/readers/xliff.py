"""XLIFF 1.2 and 2.0 to 2.2, and the dialects of Trados (SDLXLIFF), memoQ (MQXLIFF) and Phrase (MXLIFF).

A segment is a `segment` (2.x), a `mrk` of the type seg, or else a unit; its id is the unit's, with that of the segment
after a colon where a unit has several. Inline codes are shown as tags with their id alone, annotations not at all; a
subflow in a code is a segment of its own. What is marked as not to be translated, alternative translations and
matches aren't read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tqa.language.tags import UNDETERMINED
from tqa.model import LengthUnit, Location, Problem, Segment
from tqa.readers.reader import Reader, Settings, languages_of, tag_or
from tqa.readers.source import Input
from tqa.readers.xml import Shown, XmlReader, declared_encoding, local, root_of, xml_codec
from tqa.readers.xml_units import ATTRIBUTES, TEXT, attributes_in, decoded

_SKIPPED = frozenset({"alt-trans", "matches", "glossary", "revisions", "changeTrack", "originalData", "metadata"})
_CODES = frozenset({"x", "bx", "ex", "ph", "bpt", "ept", "it", "sc", "ec"})
_PAIRED = frozenset({"g", "pc"})
_UNTRANSLATED = frozenset({"new", "needs-translation", "initial"})
_new = tuple.__new__  # a named tuple's own way to be made is several times slower
_MARKED = TEXT + rb"(?:</?(?:g|x|bx|ex)" + ATTRIBUTES + rb"/?>" + TEXT + rb")*+"
_UNIT = re.compile(
    rb"\s*+<trans-unit(" + ATTRIBUTES + rb")>\s*+<source" + ATTRIBUTES + rb">(" + _MARKED + rb")</source>\s*+"
    rb"(?:<target(" + ATTRIBUTES + rb")>(" + _MARKED + rb")</target>\s*+)?"
    rb"((?:<note" + ATTRIBUTES + rb">" + TEXT + rb"</note>\s*+)*+)</trans-unit>"
)
_NOTE = re.compile(rb"<note[^>]*>([^<]*)</note>")
_Limit = tuple[int | None, LengthUnit]
_UNITS: Mapping[str, LengthUnit] = {"char": "char", "byte": "byte", "pixel": "pixel"}
_NUMBER = re.compile(r"(?:\d+\s*,\s*)?(\d{1,9})")


def inline(name: str, attributes: Mapping[str, str]) -> Shown:
    """Codes as tags with their id; annotations invisible; other elements (as of HTML) as they are."""
    name = local(name)
    if name in _CODES:
        return f'<{name} id="{attributes.get("id", attributes.get("startRef", ""))}">', f"</{name}>", False
    if name in _PAIRED:
        return f'<{name} id="{attributes.get("id", "")}">', f"</{name}>", True
    if name == "cp":
        return _character(attributes.get("hex", "")), "", True
    return "", "", True


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


@dataclass(slots=True)
class _Side:
    """A text, its line and place, and the texts of its subflows."""

    text: str
    line: int
    place: tuple[int, ...]
    subs: list[str] = field(default_factory=list)
    state: str | None = None


@dataclass(slots=True)
class _Unit:
    """A unit as it is being read. `sources` and `targets` are by the id of the segment, "" for the unit's own."""

    id: str
    attributes: Mapping[str, str]
    line: int
    sources: dict[str, _Side] = field(default_factory=dict)
    targets: dict[str, _Side] = field(default_factory=dict)
    parts: dict[str, _Side] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    segment: str = ""


class XliffReader(XmlReader):
    """Reads one file."""

    inline = staticmethod(inline)
    roots = frozenset({"xliff"})
    shortcut = _UNIT
    unit_end = b"</trans-unit>"

    def __init__(self, entry: Input, settings: Settings) -> None:
        super().__init__(entry, settings)
        self.langs = settings.source_lang, settings.target_lang
        self.version = ""
        self.unit: _Unit | None = None
        # How deep we are in what isn't read, and in what isn't to be translated.
        self.skipped = 0
        self.untranslatable: list[bool] = [False]
        self.limits: list[_Limit] = [(None, "char")]
        self._marks: list[tuple[str, int, int, int]] = []
        self._splits: dict[str, _Side] = {}
        self._subs: list[list[str]] = []
        self._elements = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if self.skipped or name in _SKIPPED:
            self.skipped += 1
            return
        unit = self.unit
        if unit is not None:
            self._start_in_unit(unit, name, attributes)
        elif name in ("trans-unit", "unit"):
            self._open_scope(attributes)
            self.unit = _Unit(attributes.get("id", ""), attributes, self.line_now)
        elif name in ("file", "group", "xliff"):
            self._open_scope(attributes)
            if name == "xliff" and not self.version:
                self.version = attributes.get("version", "1.2")
                self._languages(attributes.get("srcLang"), attributes.get("trgLang"))
            elif name == "file" and self.version[:1] != "2":
                self._languages(attributes.get("source-language"), attributes.get("target-language"))

    def _open_scope(self, attributes: Mapping[str, str]) -> None:
        said = attributes.get("translate")
        self.untranslatable.append(said == "no" if said else self.untranslatable[-1])
        self.limits.append(_limit(attributes) or self.limits[-1])

    def _languages(self, source: str | None, target: str | None) -> None:
        given = self.settings
        found_source = tag_or(source, UNDETERMINED)
        target_lang = tag_or(target, UNDETERMINED)
        if target_lang == UNDETERMINED:
            target_lang = languages_of(self.entry, given)[1]
        self.langs = found_source if found_source != UNDETERMINED else given.source_lang, target_lang

    def _start_in_unit(self, unit: _Unit, name: str, attributes: dict[str, str]) -> None:
        if name == "source":
            self._begin_side(unit.sources)
        elif name == "target":
            if state := attributes.get("state"):
                unit.states[unit.segment] = state
            self._begin_side(unit.targets)
        elif name == "seg-source":
            self._begin_side(unit.parts)
        elif name in ("segment", "ignorable"):
            unit.segment = attributes.get("id", f"{len(unit.sources) + 1}") if name == "segment" else "ignorable"
            if state := attributes.get("state"):
                unit.states[unit.segment] = state
        elif name == "note":
            self.begin(lambda text: unit.notes.append(text.strip()))
        elif name == "seg" and (state := attributes.get("conf")):
            unit.states[attributes.get("id", "")] = state

    def _begin_side(self, sides: dict[str, _Side]) -> None:
        unit = self.unit
        if unit is None:
            return
        self._marks, self._splits, self._subs = [], {}, []

        def finished(text: str) -> None:
            sides[unit.segment] = _Side(text, self.line, self.place, ["".join(parts) for parts in self._subs])
            if self._splits:
                sides.update(self._splits)

        self.begin(finished)

    def inside(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        self._elements += 1
        if name == "mrk" and attributes.get("mtype") == "seg":
            at = self._elements, len(self.parts), self.byte
            self._marks.append((attributes.get("mid", ""), *at))
        elif name == "sub":
            self._subs.append([])
            self.parser.CharacterDataHandler = self._subs[-1].append

    def left(self, name: str) -> None:
        name = local(name)
        self._elements -= 1
        if name == "mrk" and self._marks and self._marks[-1][1] == self._elements + 1:
            mid, _, first, start = self._marks.pop()
            text = "".join(self.parts[first:])
            self._splits[mid] = _Side(text, self.line_now, (start, self.byte))
        elif name == "sub" and self._hidden:
            self.parser.CharacterDataHandler = None

    def end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        name = local(name)
        if name in ("segment", "ignorable"):
            if self.unit is not None:
                self.unit.segment = ""
        elif name in ("trans-unit", "unit"):
            if self.unit is not None and not self.untranslatable[-1]:
                self.found += _segments(self.unit, self.entry.name, self.langs, self.limits[-1])
            self.unit = None
            self._close_scope()
            self.unit_ended()
        elif name in ("file", "group", "xliff"):
            self._close_scope()

    def take(self, match: re.Match[bytes], at: int, line: int) -> bool:
        if self.skipped:
            return False
        tag, source_text, target_tag, target_text, notes = match.groups()
        try:
            is_plain = tag[:5] == b' id="' and tag.count(b"=") == 1 and tag[-1:] == b'"'
            attributes = {"id": tag[5:-1].decode()} if is_plain else attributes_in(tag)
            source = _shown(source_text)
            target = _shown(target_text) if target_text else ""
            note = "\n".join([decoded(text).strip() for text in _NOTE.findall(notes)]) if notes else ""
        except ValueError:
            return False
        if attributes.get("translate", "no" if self.untranslatable[-1] else "yes") == "no":
            return True
        data, start = match.string, match.start()
        begun = match.start(2)
        source_line = target_line = line + data.count(b"\n", start, begun)
        place: tuple[int, ...] = ()
        state = None
        if target_tag is not None:
            opened = match.start(3) - 7
            target_line += data.count(b"\n", begun, opened)
            place = (at + opened - start, at + match.end(4) - start)
            state = _state(target_tag) if target_tag else None
        if not is_plain:
            state = state or _unit_state(attributes)
        if not target and (state is None or state in _UNTRANSLATED):
            state = "untranslated"
        name = attributes.get("resname")
        own_id = attributes.get("id", "")
        limit, unit = self.limits[-1] if is_plain else _limit(attributes) or self.limits[-1]
        location = _new(Location, (self.entry.name, target_line, None, source_line))
        head = (own_id, target, source, *self.langs, location, name if name != own_id else None)
        self.found.append(_new(Segment, (*head, note or None, state, limit, None, None, unit, None, place)))
        return True

    def _close_scope(self) -> None:
        self.untranslatable.pop()
        self.limits.pop()


class _ShownCodes(dict[bytes, bytes]):
    """What is shown for a start tag (without its brackets); the same few occur again and again."""

    def __missing__(self, tag: bytes) -> bytes:
        name = tag.rstrip(b"/").split(None, 1)[0]
        end = b"/" if tag[-1:] == b"/" else b""
        shown = b'<%s id="%s"%s>' % (name, attributes_in(tag).get("id", "").encode(), end)
        if len(self) < _MOST_CODES:
            self[tag] = shown
        return shown


_MOST_CODES = 10_000
_codes = _ShownCodes()


def _shown(text: bytes) -> str:
    """A text with its codes as tags with their id. Raises `ValueError` for what the parser must judge."""
    if b"<" not in text:
        return decoded(text)
    first, *parts = text.split(b"<")
    shown = [first]
    depth = 0
    was_open = False
    for part in parts:
        tag, _, rest = part.partition(b">")
        if tag == b"/g":
            depth -= 1
            # An element without content is shown as an empty one, which the parser's way does.
            if depth < 0 or was_open:
                raise ValueError(tag)
            shown += (b"</g>", rest)
        elif tag[-1:] == b"/":
            shown += (_codes[tag], rest)
        elif tag[:2] == b"g " or tag == b"g":
            depth += 1
            shown += (_codes[tag], rest)
        else:
            raise ValueError(tag)
        was_open = tag[-1:] != b"/" and tag[:1] == b"g" and not rest
    if depth:
        raise ValueError(text)
    return decoded(b"".join(shown))


@lru_cache(maxsize=1024)
def _state(tag: bytes) -> str | None:
    return attributes_in(tag).get("state")


def _limit(attributes: Mapping[str, str]) -> _Limit | None:
    """How long a unit may be: a width in a unit that is named (1.2) or a size restriction, in characters (2.x)."""
    unit = _UNITS.get(attributes.get("size-unit", ""))
    text = attributes.get("maxwidth", "") if unit else ""
    for name in () if text else attributes:
        if name.endswith("sizeRestriction"):
            text = attributes[name]
    match = _NUMBER.fullmatch(text.strip())
    return (int(match[1]), unit or "char") if match and int(match[1]) else None


def _segments(unit: _Unit, file: str, langs: tuple[str, str], limit: _Limit) -> list[Segment | Problem]:
    sources = {key: side for key, side in unit.sources.items() if key != "ignorable"}
    if len(unit.parts) > 1:  # the whole, and the segments in it
        sources = {key: side for key, side in unit.parts.items() if key}
    if not sources:
        if not unit.sources:
            return [Problem(f"the unit '{unit.id}' has no source", file, unit.line)]
        return []
    attributes = unit.attributes
    name = attributes.get("resname") or attributes.get("name")
    note = "\n".join(filter(None, unit.notes)) or None
    found: list[Segment | Problem] = []
    for key, source in sources.items():
        target = unit.targets.get(key)
        own_id = unit.id if len(sources) == 1 else f"{unit.id}:{key}"
        state = unit.states.get(key) or _unit_state(attributes)
        if (target is None or not target.text) and (state is None or state in _UNTRANSLATED):
            state = "untranslated"
        found.append(
            Segment(
                own_id,
                target.text if target else "",
                source.text,
                *langs,
                Location(file, target.line if target else source.line, None, source.line),
                name if name != unit.id else None,
                note,
                state,
                limit[0],
                length_unit=limit[1],
                raw=target.place if target else (),
            )
        )
        subs = target.subs if target else []
        for n, text in enumerate(source.subs):
            other = subs[n] if n < len(subs) else ""
            place = Location(file, target.line if target else source.line, None, source.line)
            found.append(Segment(f"{own_id}/sub{n + 1}", other, text, *langs, place, note=note, state=state))
    return found


def _unit_state(attributes: Mapping[str, str]) -> str | None:
    for name, value in attributes.items():
        if name.endswith((":status", ":confirmed")):
            return value if name.endswith(":status") else ("confirmed" if value == "1" else "unconfirmed")
    return "approved" if attributes.get("approved") == "yes" else None


def read(entry: Input, settings: Settings) -> Iterator[Segment | Problem]:
    """Yield the segments, unit by unit."""
    return XliffReader(entry, settings).read()


def sniff(head: str) -> bool:
    """Whether the root element is `xliff`."""
    return local(root_of(head)) == "xliff"


READER = Reader(
    "xliff",
    (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".xlf2"),
    sniff,
    read,
    bitext=True,
    codec=xml_codec(inline),
    settle=declared_encoding,
)
