"""Suppressions that stand in the files themselves: a comment or note on a segment, in the format's own way.

tqa: ignore spelling, end-punctuation -- the name of a brand

A single hyphen between blanks, or a dash, does as well: an XML comment can't hold two hyphens.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from tqa.errors import near_miss
from tqa.model import Issue, Problem, Segment
from tqa.triage.suppressions import Suppressed

MARK = "tqa:"
_COMMENT = re.compile(
    r"\btqa:[ \t]*ignore\b[ \t]*([\w, \t-]*?)(?:[ \t]*(?:--|[—–]|(?<=\s)-(?=\s))[ \t]*([^\n]*?)[ \t]*)?(?:-->|$)", re.M
)
# One issue's segment: the file, the segment's id, its target.
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Comment:
    """What a segment's comment suppresses: these rules, or all."""

    key: _Key
    line: int | None
    rules: frozenset[str]
    reason: str

    @property
    def where(self) -> str:
        """The place and the rules, for whoever has to take the comment out."""
        place = self.key[0] if self.line is None else f"{self.key[0]}:{self.line}"
        return f"{place}: tqa: ignore {', '.join(sorted(self.rules))}".rstrip()


def comments_of(segment: Segment) -> Iterable[Comment]:
    """Yield the suppressions in a segment's note."""
    if segment.note is None or MARK not in segment.note:
        return
    location = segment.location
    for match in _COMMENT.finditer(segment.note):
        names = frozenset(match[1].replace(",", " ").split())
        yield Comment((location.file, segment.id, segment.target), location.line, names, match[2] or "a comment")


def suppress_by_comments(
    issues: Iterable[Issue], comments: Sequence[Comment]
) -> tuple[list[Issue], list[Suppressed], set[Comment]]:
    """Sort out the issues that a comment on their segment names; and return the comments that named any."""
    by_key: dict[tuple[str, str], list[Comment]] = {}
    for comment in comments:
        by_key.setdefault(comment.key[1:], []).append(comment)
    kept, out, used = [], [], set()
    for issue in issues:
        # By the segment, not by the file: an issue on a source of its own stands in another file.
        found = [
            comment
            for comment in by_key.get((issue.segment, issue.target), ())
            if not comment.rules or issue.rule in comment.rules
        ]
        used.update(found)
        if found:
            out.append(Suppressed(issue, found[0].reason))
        else:
            kept.append(issue)
    return kept, out, used


def unknown_rules(comments: Iterable[Comment], known: Collection[str]) -> Iterable[Problem]:
    """Yield what is wrong with comments: the rules that there aren't."""
    for comment in comments:
        for name in sorted(comment.rules - set(known)):
            message = f"unknown rule '{name}' in the comment 'tqa: ignore'{near_miss(name, known)}"
            yield Problem(message, comment.key[0], comment.line)


def unused_comments(comments: Iterable[Comment], used: Collection[Comment], ran: Collection[str]) -> tuple[str, ...]:
    """The places of comments that suppressed nothing, though their rules ran."""
    rules = set(ran)
    return tuple(
        comment.where for comment in comments if comment not in used and (not comment.rules or comment.rules & rules)
    )
