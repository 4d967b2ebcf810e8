"""Issues that the configuration says aren't any, with the reason."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from tqa.config.patterns import file_matcher
from tqa.config.schema import Suppression
from tqa.model import Issue


@dataclass(frozen=True, slots=True)
class Suppressed:
    """An issue that isn't reported, and why."""

    issue: Issue
    reason: str


@dataclass(frozen=True, slots=True)
class Sifted:
    """Issues in their order: those to report, those suppressed, and the suppressions that suppressed any."""

    issues: tuple[Issue, ...]
    suppressed: tuple[Suppressed, ...]
    used: frozenset[Suppression]


def suppress(issues: Iterable[Issue], suppressions: Sequence[Suppression]) -> Sifted:
    """Sort out the issues that a suppression matches; of several, each counts as used."""
    kept: list[Issue] = []
    out: list[Suppressed] = []
    used: set[Suppression] = set()
    tests = [(suppression, _test(suppression)) for suppression in suppressions]
    for issue in issues:
        matching = [suppression for suppression, matches in tests if matches(issue)]
        used.update(matching)
        if matching:
            out.append(Suppressed(issue, matching[0].reason))
        else:
            kept.append(issue)
    return Sifted(tuple(kept), tuple(out), frozenset(used))


def unused(
    suppressions: Sequence[Suppression], used: Collection[Suppression], files: Collection[str], rules: Collection[str]
) -> tuple[Suppression, ...]:
    """The suppressions that suppressed nothing, though their rules ran and their files were checked."""

    def had_a_chance(suppression: Suppression) -> bool:
        if suppression.rules is not None and not suppression.rules & frozenset(rules):
            return False
        if suppression.pattern is None:
            return bool(files)
        return any(map(file_matcher(suppression.pattern, suppression.folder), files))

    return tuple(one for one in suppressions if one not in used and had_a_chance(one))


def _test(suppression: Suppression) -> Callable[[Issue], bool]:
    is_file = (lambda _: True) if suppression.pattern is None else file_matcher(suppression.pattern, suppression.folder)

    def matches(issue: Issue) -> bool:
        if suppression.rules is not None and issue.rule not in suppression.rules:
            return False
        return (suppression.text is None or _has_text(issue, suppression.text)) and is_file(issue.file)

    return matches


def _has_text(issue: Issue, text: str) -> bool:
    """Whether a span of the issue, or a side as a whole, is the text."""
    return text in (issue.source, issue.target) or any(
        issue.text(side)[start:end] == text for side, start, end in issue.spans
    )
