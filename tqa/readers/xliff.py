"""XLIFF 1.2 and 2.0 to 2.2, and the dialects of Trados (SDLXLIFF), memoQ (MQXLIFF) and Phrase (MXLIFF).

A segment is a `segment` (2.x), a `mrk` of the type seg, or else a unit; its id is the unit's, with that of the segment
after a colon where a unit has several. Inline codes are shown as tags with their id alone, annotations not at all; a
subflow in a code is a segment of its own. What is marked as not to be translated, alternative translations and
matches aren't read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tqa.language.tags import UNDETERMINED
from tqa.model import LengthUnit, Location, Problem, Segment
from tqa.readers.reader import Reader, Settings, languages_of, tag_or
from tqa.readers.source import Input
from tqa.readers.tree import CATEGORIES
from tqa.readers.xml import Shown, XmlReader, declared_encoding, local, root_of
from tqa.readers.xml_pieces import xml_codec
from tqa.readers.xml_units import ATTRIBUTES, TEXT, ShownCodes, any_of, attributes_in, decoded, decoded_texts

_SKIPPED = frozenset({"alt-trans", "matches", "glossary", "revisions", "changeTrack", "originalData", "metadata"})
_CODES = frozenset({"x", "bx", "ex", "ph", "bpt", "ept", "it", "sc", "ec"})
_PAIRED = frozenset({"g", "pc"})
_UNTRANSLATED = frozenset({"new", "needs-translation", "initial"})
_NOTHING: Mapping[str, str] = {}
_new = tuple.__new__  # a named tuple's own way to be made is several times slower
# What stands in the tags is looked at more closely where the unit is taken. An element without content is shown as an
# empty one, which the parser's way does.
_EMPTY = rb"(?:x|bx|ex)\b[^>]*+(?<=/)>"
_MARKED = rb"[^<]*+(?:<" + _EMPTY + rb"[^<]*+)*+"
for _ in range(4):  # so deep may they stand in each other
    _MARKED = rb"[^<]*+(?:<(?:" + _EMPTY + rb"|g\b[^>]*+(?<!/)>(?!</g>)" + _MARKED + rb"</g>)[^<]*+)*+"
_UNIT = re.compile(
    rb'\s*+<trans-unit(?: id="([^"<&\t\n\r]*+)")?(' + ATTRIBUTES + rb")>\s*+"
    rb"<source" + ATTRIBUTES + rb">(" + _MARKED + rb")</source>\s*+"
    rb"(?:<target(" + ATTRIBUTES + rb")>(" + _MARKED + rb")</target>\s*+)?"
    rb"((?:<note" + ATTRIBUTES + rb">" + TEXT + rb"</note>\s*+)*+)</trans-unit>"
)
_ANY_TAG = any_of(rb"[^>]++>")
_STRICT_TAG = re.compile(rb"<(?:/g|(g|x|bx|ex)(" + ATTRIBUTES + rb")(/?))>")
_NOTE = re.compile(rb"<note[^>]*>([^<]*)</note>")
_Limit = tuple[int | None, LengthUnit]
_UNITS: Mapping[str, LengthUnit] = {"char": "char", "glyph": "char", "col": "char", "byte": "byte", "pixel": "pixel"}
# What says how long a target may be, without prefix: XLIFF's own, and that of memoQ and Phrase.
_LIMITS: Mapping[str, LengthUnit] = {
    "maxwidth": "pixel",
    "maxbytes": "byte",
    "sizeRestriction": "char",
    "maxlengthchars": "char",
    "max-len": "char",
}
_PLURALS = "x-gettext-plurals"
_NUMBERED = re.compile(r"\[(\d)\]$")
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
        self.plurals: list[bool] = [False]
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
        self.plurals.append(attributes.get("restype") == _PLURALS)

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
                plural = _form(self.unit, is_one_of=self.plurals[-2])
                self.found += _segments(self.unit, self.entry.name, self.langs, self.limits[-1], plural)
            self.unit = None
            self._close_scope()
            self.unit_ended()
        elif name in ("file", "group", "xliff"):
            self._close_scope()

    def take(self, matches: Sequence[re.Match[bytes]], offset: int, line: int) -> int:
        if self.skipped or self.plurals[-1]:
            raise ValueError("what only the parser knows")
        units = [match.groups() for match in matches]
        texts = iter(decoded_texts([text for unit in units for text in (unit[2], unit[4] or b"")], _ANY_TAG, _codes))
        is_hidden, (usual_limit, usual_unit) = self.untranslatable[-1], self.limits[-1]
        for match, (own_id, more, _, target_tag, _, noted) in zip(matches, units, strict=True):
            source, target = next(texts), next(texts)
            data = match.string
            begun, end = match.span()
            source_line = target_line = line + data.count(b"\n", begun, match.start(3))
            line += data.count(b"\n", begun, end)
            attributes = attributes_in(more) if more else _NOTHING
            if (is_hidden or more) and attributes.get("translate", "no" if is_hidden else "yes") == "no":
                continue
            place: tuple[int, ...] = ()
            state = None
            if target_tag is not None:
                target_at, target_end = match.span(5)
                target_line = line - data.count(b"\n", target_at, end)
                place = (offset + match.start(4) - 7, offset + target_end)
                state = _state(target_tag) if target_tag else None
            name, limit, unit = None, usual_limit, usual_unit
            if more:
                name, state = attributes.get("resname"), state or _unit_state(attributes)
                limit, unit = _limit(attributes) or (limit, unit)
            if not target and (state is None or state in _UNTRANSLATED):
                state = "untranslated"
            key = attributes.get("id", "") if own_id is None else own_id.decode()
            location = _new(Location, (self.entry.name, target_line, None, source_line))
            head = (key, target, source, *self.langs, location, name if name != key else None)
            note = _notes_in(noted) if noted else None
            self.found.append(_new(Segment, (*head, note, state, limit, None, None, unit, None, place)))
        return line

    def _close_scope(self) -> None:
        self.untranslatable.pop()
        self.limits.pop()
        self.plurals.pop()


def _shown(tag: bytes) -> bytes:
    match = _STRICT_TAG.fullmatch(tag)
    if match is None:
        raise ValueError(tag)
    name, told, end = match.groups()
    return tag if name is None else b'<%s id="%s"%s>' % (name, attributes_in(told).get("id", "").encode(), end)


_codes = ShownCodes(_shown)


def _notes_in(elements: bytes) -> str | None:
    return "\n".join([decoded(note).strip() for note in _NOTE.findall(elements)]) or None


@lru_cache(maxsize=1024)
def _state(tag: bytes) -> str | None:
    return attributes_in(tag).get("state")


def _limit(attributes: Mapping[str, str]) -> _Limit | None:
    """How long a unit may be; None where it doesn't say. What is said in a unit that isn't known is no limit."""
    for name, value in attributes.items():
        unit = _LIMITS.get(local(name))
        if unit is None:
            continue
        if name == "maxwidth":
            # Without a unit the standard means pixels and most programs characters: it is no limit.
            unit = _UNITS.get(attributes.get("size-unit", ""))
        match = _NUMBER.fullmatch(value.strip()) if unit else None
        return (int(match[1]) or None, unit or "char") if match else (None, "char")
    return None


def _form(unit: _Unit, *, is_one_of: bool) -> str | None:
    """Which form of a plural a unit is: by the module for plurals (2.2), or as converters of PO files number them."""
    for name, value in unit.attributes.items():
        if name.endswith(":case") and value in CATEGORIES:
            return value
    number = _NUMBERED.search(unit.id) if is_one_of else None
    return number[1] if number else None


def _segments(
    unit: _Unit, file: str, langs: tuple[str, str], limit: _Limit, plural: str | None
) -> list[Segment | Problem]:
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
                plural,
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
