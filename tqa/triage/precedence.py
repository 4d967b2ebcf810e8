"""Drops an issue where a rule that says more about the same place has one too."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tqa.model import Issue


def drop_outranked(issues: Iterable[Issue], yields_to: Mapping[str, frozenset[str]]) -> Iterator[Issue]:
    """Yield the issues but those whose rule yields to another one with an issue on an overlapping primary span.

    yields_to: for each rule id the ids of the rules that it yields to.
    """
    issues = list(issues)
    stronger = frozenset().union(*yields_to.values())
    places: defaultdict[tuple[str, str, str], list[Issue]] = defaultdict(list)
    for issue in issues:
        if issue.rule in stronger and issue.spans:
            places[issue.rule, issue.file, issue.segment].append(issue)

    def is_outranked(issue: Issue) -> bool:
        rivals = yields_to.get(issue.rule, frozenset())
        return any(_overlap(issue, other) for rule in rivals for other in places[rule, issue.file, issue.segment])

    return (issue for issue in issues if not issue.spans or not is_outranked(issue))


def _overlap(one: Issue, other: Issue) -> bool:
    a, b = one.spans[0], other.spans[0]
    return a.side == b.side and a.start < b.end and b.start < a.end
