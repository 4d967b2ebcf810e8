"""The values that flow through tqa. Frozen, and free of everything else in the package."""

from dataclasses import dataclass, field
from enum import Enum
from functools import total_ordering
from typing import Literal, NamedTuple

Side = Literal["source", "target"]
Applicability = Literal["safe", "unsafe"]
LengthUnit = Literal["char", "byte", "pixel"]
"""What a segment's greatest length counts: code points, bytes of UTF-8, or pixels on the screen."""


@total_ordering
class Severity(Enum):
    """How bad an issue is, as MQM has it. `neutral` is a hint that neither gate nor score counts."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for neutral up to 3 for critical."""
        return _RANKS[self]

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, Severity) else NotImplemented


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Span(NamedTuple):
    """A part of a segment's source or target: offsets in code points into that text as given, end exclusive."""

    side: Side
    start: int
    end: int


class Edit(NamedTuple):
    """A replacement for a part of a text, with the probability (0 to 1) that it is right."""

    side: Side
    start: int
    end: int
    text: str
    confidence: float


class Location(NamedTuple):
    """Where a segment stands: the file as the user named it and 1-based lines (None where there is no such side).

    `file` and `line` are the target's, or the unit's in a format that holds both sides. The source's are given where
    they differ: another line of a mixed page, or another file.
    """

    file: str
    line: int | None = None
    source_file: str | None = None
    source_line: int | None = None

    def of(self, side: Side) -> tuple[str, int | None]:
        """The file and line of one side."""
        if side == "source":
            return self.source_file or self.file, self.source_line if self.source_line is not None else self.line
        return self.file, self.line


class Segment(NamedTuple):
    """A translation unit to check. A line of a mixed page whose source isn't known has the source None.

    `context`, `note`, `state` and `max_length` (in `length_unit`) are what the file says of it. A format's words for a
    state are kept, but for these of tqa: `untranslated` (the file itself calls it so), `missing` (the key stands in
    the source file only), `obsolete` (in the translation only), `unpaired` (the first of a file that shares no keys
    with its source), `omitted` and `added` (of texts aligned: without counterpart). `plural` is the number category
    (CLDR's, or `0`, `1` ... where the file counts forms) of one form of a plural. `syntax` names the placeholder
    dialect where the file declares one. `timing` is when a subtitle is shown: start and end in milliseconds. `raw`
    says where the target stands in the text of its file: start and end of the stretch, several such pairs where its
    lines lie apart; what the offsets count is the format's matter. It has no part in comparisons.

    A named tuple, as `Location` is: millions are made, and a dataclass takes ten times as long.
    """

    id: str
    target: str
    source: str | None = None
    source_lang: str = "und"
    target_lang: str = "und"
    location: Location = Location("-")
    context: str | None = None
    note: str | None = None
    state: str | None = None
    max_length: int | None = None
    plural: str | None = None
    syntax: str | None = None
    length_unit: LengthUnit = "char"
    timing: tuple[int, int] | None = None
    raw: tuple[int, ...] = ()

    def __eq__(self, other: object) -> bool:
        return self[:-1] == other[:-1] if isinstance(other, Segment) else NotImplemented

    def __ne__(self, other: object) -> bool:
        return self[:-1] != other[:-1] if isinstance(other, Segment) else NotImplemented

    def __hash__(self) -> int:
        return hash(self[:-1])

    def text(self, side: Side) -> str:
        """The text of one side; an unknown source is empty."""
        return self.target if side == "target" else self.source or ""


class Neighbour(NamedTuple):
    """A segment that stands beside one with an issue: its id and its texts."""

    segment: str
    source: str | None
    target: str


@dataclass(frozen=True, slots=True)
class Issue:
    """A potential error, with all that a reporter needs to show it. The fields are those of the JSON output.

    The last two are for people and have no part in comparisons: the segments before and after in the same file, where
    they are known, and the number of the group, for a rule over several segments: its issues in one group belong
    together.
    """

    rule: str
    category: str
    severity: Severity
    message: str
    file: str
    line: int | None
    segment: str
    source_lang: str
    target_lang: str
    language: str | None
    source: str | None
    target: str
    spans: tuple[Span, ...]
    suggestion: str | None
    applicability: Applicability | None
    edits: tuple[Edit, ...]
    fingerprint: str
    neighbours: tuple[Neighbour | None, Neighbour | None] = field(default=(None, None), compare=False)
    group: int | None = field(default=None, compare=False)

    def text(self, side: Side) -> str:
        """The text of one side; an unknown source is empty."""
        return self.target if side == "target" else self.source or ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that kept tqa from doing its job on a part of the input: a run with one never passes."""

    message: str
    file: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        if self.file is None:
            return self.message
        return f"{self.file}: {self.message}" if self.line is None else f"{self.file}:{self.line}: {self.message}"
