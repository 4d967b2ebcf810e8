"""What an editor shows of a document that is being written: each issue's place in it, and what would mend it."""

from dataclasses import dataclass
from pathlib import Path

from tqa.api import check, load
from tqa.cli._checking import config_for
from tqa.errors import TqaError
from tqa.model import Issue, Problem, Segment
from tqa.readers.reader import choose_reader
from tqa.readers.source import Input
from tqa.writers.edits import changes_of
from tqa.writers.rewrite import Body

# Start and end, as offsets in the document.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fix:
    """What to put where, to mend an issue; `is_safe` where nobody needs to look."""

    edits: tuple[tuple[Place, str], ...]
    is_safe: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """An issue and its place in the document; what kept tqa from its job is one with no issue."""

    place: Place
    message: str
    issue: Issue | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Languages:
    """What the user says of the languages of all documents, where neither the configuration nor the document does."""

    source: str | None = None
    target: str | None = None


def findings(path: Path, text: str, languages: Languages) -> list[Finding]:
    """Check the document `text`, which will be the content of the file `path`.

    The configuration is the one that `tqa check` would use. What is wrong with it, or with the document, is a finding.
    """
    try:
        return _findings(path, text, languages)
    except TqaError as error:
        return [Finding((0, _line_end(text, 0)), str(error))]


def _findings(path: Path, text: str, languages: Languages) -> list[Finding]:
    config = config_for([str(path)])
    # With the encoding said, a byte-order mark or another encoding on the disk makes no difference.
    entry = Input(str(path), path, "utf-8").holding(text.encode("utf-8", "replace"))
    loaded = load([entry], source_lang=languages.source, target_lang=languages.target, config=config)
    segments: list[Segment] = []
    out: list[Finding] = []
    for item in loaded.items:
        if isinstance(item, Problem):
            out.append(Finding(_line(text, item.line), item.message))
        else:
            segments.append(item)
    result = check(segments, source_lang=languages.source, target_lang=languages.target, config=config)
    out += [Finding((0, _line_end(text, 0)), problem.message) for problem in result.problems]
    reader, _ = choose_reader(entry, loaded.settings(entry))
    document = _Document(text, Body(text, "utf-8", reader.codec) if reader.codec else None, str(path), segments)
    return out + [document.finding(issue) for issue in result.issues]


class _Document:
    def __init__(self, text: str, body: Body | None, name: str, segments: list[Segment]) -> None:
        self._text, self._body, self._name = text, body, name
        self._segments: dict[tuple[str, str], list[Segment]] = {}
        for segment in segments:
            self._segments.setdefault((segment.id, segment.target), []).append(segment)

    def finding(self, issue: Issue) -> Finding:
        known = self._segments.get((issue.segment, issue.target), [])
        segment = next((one for one in known if one.location.line == issue.line), known[0] if known else None)
        return Finding(self._place(issue, segment), _message(issue), issue, self._fix(issue, segment))

    def _place(self, issue: Issue, segment: Segment | None) -> Place:
        """The first span on the target; where the issue has none, or it can't be told, the line."""
        line = issue.line if issue.file == self._name else segment and segment.location.line
        span = next((span for span in issue.spans if span.side == "target"), None)
        if segment is None or self._body is None or span is None:
            return _line(self._text, line)
        place = self._body.place(segment, span.start, span.end)
        if place is None:
            return _line(self._text, line)
        return self._body.offset(place[0]), self._body.offset(place[1])

    def _fix(self, issue: Issue, segment: Segment | None) -> Fix | None:
        wanted = changes_of(issue, unsafe=True)
        if not wanted or segment is None or self._body is None:
            return None
        stretches = self._body.changed(segment, sorted(wanted))
        if stretches is None:
            return None
        edits = tuple(((self._body.offset(start), self._body.offset(end)), new) for start, end, new in stretches)
        return Fix(edits, changes_of(issue, unsafe=False) == wanted)


def _message(issue: Issue) -> str:
    return issue.message if issue.suggestion is None else f"{issue.message}: “{issue.suggestion}”?"


def _line(text: str, number: int | None) -> Place:
    """A line by its 1-based number, without the blanks before it; None is the first."""
    start = 0
    for _ in range((number or 1) - 1):
        start = text.find("\n", start) + 1
        if start == 0:
            return len(text), len(text)
    end = _line_end(text, start)
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
