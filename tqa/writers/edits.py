"""Which changes the issues of a run ask for, segment by segment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tqa.model import Issue, Segment

# The probability from which on a part of an unsafe suggestion is sure enough to be applied alone.
SURE = 0.9

# Start, end (offsets into the target) and the new text.
Change = tuple[int, int, str]


@dataclass(slots=True)
class Plan:
    """The changes by segment (its index); how many issues they mend, are left for `--unsafe`, or offer no change."""

    changes: dict[int, list[Change]] = field(default_factory=dict)
    fixed: int = 0
    unsafe: int = 0
    without: int = 0


def changes_of(issue: Issue, *, unsafe: bool) -> list[Change]:
    """The changes that an issue asks for in its target: the safe ones, or with `unsafe` all."""
    is_on_target = bool(issue.spans) and issue.spans[0].side == "target"
    if issue.suggestion is not None and is_on_target and (unsafe or issue.applicability == "safe"):
        span = issue.spans[0]
        return [(span.start, span.end, issue.suggestion)]
    edits = [edit for edit in issue.edits if edit.side == "target" and (unsafe or edit.confidence >= SURE)]
    return [(edit.start, edit.end, edit.text) for edit in edits]


def plan(issues: Iterable[Issue], segments: Sequence[Segment], *, unsafe: bool) -> Plan:
    """Say what is to change in which segment. Where changes overlap the first holds; those of an issue go together."""
    places: dict[tuple[str, str, str], list[int]] = {}
    for index, segment in enumerate(segments):
        places.setdefault((segment.location.file, segment.id, segment.target), []).append(index)
    made = Plan()
    for issue in issues:
        wanted = changes_of(issue, unsafe=unsafe)
        if not wanted:
            has_any = not unsafe and bool(changes_of(issue, unsafe=True))
            made.unsafe += has_any
            made.without += not has_any
            continue
        found = places.get((issue.file, issue.segment, issue.target), [])
        lines = [index for index in found if segments[index].location.line == issue.line] or found
        added = [_add(made.changes.setdefault(index, []), wanted) for index in lines]
        made.fixed += any(added)
        made.without += not any(added)
    for changes in made.changes.values():
        changes.sort()
    return made


def _add(changes: list[Change], wanted: Sequence[Change]) -> bool:
    """Add what isn't there yet, unless it overlaps with what is; whether it is in `changes` now."""
    fresh = [change for change in wanted if change not in changes]
    if any(_overlap(change, other) for change in fresh for other in changes):
        return False
    changes += fresh
    return True


def _overlap(one: Change, other: Change) -> bool:
    return (one[0] < other[1] and other[0] < one[1]) or one[:2] == other[:2]
