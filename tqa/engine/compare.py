"""What two runs differ in."""

from dataclasses import dataclass

from tqa.engine.result import Result
from tqa.gate import mqm_score
from tqa.model import Issue


@dataclass(frozen=True, slots=True)
class Comparison:
    """The issues of two runs, known ones included, and the MQM scores (None without words).

    `fixed` were in the old run and the new one, which looked, has them no more; for `unchecked` it didn't look: their
    file wasn't checked or their rule wasn't run. `rules_added` and `rules_removed` are rules that only one of them ran.
    """

    new: tuple[Issue, ...]
    fixed: tuple[Issue, ...]
    unchecked: tuple[Issue, ...]
    unchanged: tuple[Issue, ...]
    old_score: float | None
    new_score: float | None
    rules_added: tuple[str, ...]
    rules_removed: tuple[str, ...]


def compare(old: Result, new: Result) -> Comparison:
    """Compare by fingerprint: an issue that has moved is unchanged."""
    before, after = _all(old), _all(new)
    here = {issue.fingerprint for issue in after} | {one.issue.fingerprint for one in new.suppressed}
    there = {issue.fingerprint for issue in before} | {one.issue.fingerprint for one in old.suppressed}
    gone = [issue for issue in before if issue.fingerprint not in here]
    rules, files = frozenset(new.run.rules), new.summary.segments_by_file
    return Comparison(
        new=tuple(issue for issue in after if issue.fingerprint not in there),
        fixed=tuple(issue for issue in gone if issue.rule in rules and issue.file in files),
        unchecked=tuple(issue for issue in gone if not (issue.rule in rules and issue.file in files)),
        unchanged=tuple(issue for issue in after if issue.fingerprint in there),
        old_score=_score(old, before),
        new_score=_score(new, after),
        rules_added=tuple(rule for rule in new.run.rules if rule not in old.run.rules),
        rules_removed=tuple(rule for rule in old.run.rules if rule not in rules),
    )


def _all(result: Result) -> tuple[Issue, ...]:
    return (*result.issues, *result.known)


def _score(result: Result, issues: tuple[Issue, ...]) -> float | None:
    return mqm_score(issues, result.summary.words) if result.summary.words else None
