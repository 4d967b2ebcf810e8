"""What is to run on a segment, known before the run and looked up, not decided, for each segment."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from tqa.facts import Pair
from tqa.language.tags import base_language
from tqa.model import Severity
from tqa.rule import Check, Gather, Rule, accepts


@dataclass(frozen=True, slots=True)
class Job:
    """A rule with its severity and options bound for a run. A severity that the user set holds for all it finds."""

    rule: Rule
    severity: Severity
    is_severity_set: bool
    check: Check
    check_options: Mapping[str, Any]
    gather: Gather | None
    gather_options: Mapping[str, Any]


def make_jobs(
    rules: list[Rule], severities: Mapping[str, Severity], options: Mapping[str, Mapping[str, Any]]
) -> tuple[Job, ...]:
    """Bind each rule to its severity and options; a rule without the option that it needs is left out."""
    jobs = []
    for rule in rules:
        given = options.get(rule.id, {})
        if rule.needs and not given.get(rule.needs):
            continue
        jobs.append(
            Job(
                rule,
                severities.get(rule.id, rule.severity),
                rule.id in severities,
                rule.check,
                accepts(rule.check, given),
                rule.gather,
                accepts(rule.gather, given) if rule.gather else {},
            )
        )
    return tuple(jobs)


Work = tuple[Job, Callable[[Pair], Iterable[Any]]]
"""A job, and its check or its gather with the options bound."""


class Dispatcher:
    """Picks the jobs that could find something in a segment.

    Segments of the same languages whose texts have the same traits get the same jobs, so the choice is made once for
    each such kind of segment and a segment pays for one look-up, however many rules there are.
    """

    def __init__(self, jobs: tuple[Job, ...]) -> None:
        self._jobs = jobs
        self._chosen: dict[tuple[str, bool, int, int], tuple[tuple[Work, ...], tuple[Work, ...]]] = {}

    def jobs_for(self, pair: Pair) -> tuple[tuple[Work, ...], tuple[Work, ...]]:
        """The jobs to run on `pair`: those that check it, and those that only gather from it."""
        key = (pair.target.language, pair.bilingual, pair.source.traits, pair.target.traits)
        jobs = self._chosen.get(key)
        if jobs is None:
            chosen = [job for job in self._jobs if _could_fire(job.rule, *key)]
            jobs = self._chosen[key] = (
                tuple((job, _bound(job.check, job.check_options)) for job in chosen if job.gather is None),
                tuple((job, _bound(job.gather, job.gather_options)) for job in chosen if job.gather is not None),
            )
        return jobs


def _bound(work: Callable[..., Iterable[Any]], options: Mapping[str, Any]) -> Callable[[Pair], Iterable[Any]]:
    return partial(work, **options) if options else work


def _could_fire(rule: Rule, target_lang: str, bilingual: bool, source: int, target: int) -> bool:
    if rule.bilingual and not bilingual:
        return False
    if rule.languages is not None and base_language(target_lang) not in rule.languages:
        return False
    if rule.when and not rule.when & (source | target):
        return False
    if rule.when_source and not rule.when_source & source:
        return False
    return not rule.when_target or bool(rule.when_target & target)
