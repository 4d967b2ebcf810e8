"""Runs jobs over segments: a pure function from segments to what was found and gathered in them."""

import hashlib
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any

from tqa.engine.plan import Dispatcher, Job
from tqa.errors import TqaError
from tqa.facts import Member, Pair
from tqa.model import Issue, Problem, Segment, Severity
from tqa.rule import Found

# gettext's guess from a similar message, left out when catalogues are compiled.
_UNUSED = "fuzzy"


@dataclass(slots=True)
class Crash:
    """A rule's crash, at the first segment where it happened."""

    job: Job
    segment: Segment
    error: Exception
    count: int = 0

    def problem(self) -> Problem:
        """What to tell the user."""
        if isinstance(
            self.error, TqaError
        ):  # not the rule's fault: a broken marker pack, a pattern that takes too long
            return Problem(str(self.error))
        place = self.segment.location
        more = f" and {self.count - 1:,} more" if self.count > 1 else ""
        return Problem(
            f"rule '{self.job.rule.id}' crashed on segment {self.segment.id}{more}: {self.error!r}; this is a bug in"
            f" the rule: report it, or go on with --ignore {self.job.rule.id}",
            place.file,
            place.line,
        )


@dataclass(slots=True)
class Findings:
    """What a chunk of segments gave: issues, rule crashes, and the members of groups yet to be compared."""

    issues: list[Issue] = field(default_factory=list)
    crashes: dict[str, Crash] = field(default_factory=dict)
    groups: dict[tuple[str, Hashable], list[Member[Any]]] = field(default_factory=dict)

    def add_crash(self, job: Job, segment: Segment, error: Exception) -> None:
        """Note that a rule crashed; one that does so on every segment is told once, with a count."""
        crash = self.crashes.setdefault(f"{job.rule.id}: {error!r}", Crash(job, segment, error))
        crash.count += 1

    @property
    def problems(self) -> list[Problem]:
        """The crashes as what to tell the user."""
        return [crash.problem() for crash in self.crashes.values()]


Only = Callable[[Segment], bool]


def check_segments(jobs: tuple[Job, ...], segments: Iterable[Segment], only: Only | None = None) -> Findings:
    """Run the jobs over the segments; rules over several segments only gather (see `check_groups`).

    only: of which segments issues are wanted; from the others rules gather what they compare with.
    """
    findings = Findings()
    dispatcher = Dispatcher(jobs)
    for segment in segments:
        pair = Pair(segment)
        checks, gathers = dispatcher.jobs_for(pair)
        for job, check in checks if only is None or only(segment) else ():
            try:
                for found in check(pair):
                    findings.issues.append(make_issue(job, found, segment))
            except Exception as error:
                findings.add_crash(job, segment, error)
        for job, gather in gathers:
            try:
                for key, value in gather(pair):
                    findings.groups.setdefault((job.rule.id, key), []).append(Member(key, segment, value))
            except Exception as error:
                findings.add_crash(job, segment, error)
    return findings


def check_groups(jobs: tuple[Job, ...], findings: Findings, only: Only | None = None) -> None:
    """Run the rules over several segments on what was gathered, and add their issues to `findings`.

    only: of which segments issues are wanted.
    """
    by_id = {job.rule.id: job for job in jobs}
    for number, ((rule_id, _), members) in enumerate(findings.groups.items(), 1):
        job = by_id[rule_id]
        try:
            for found in job.check(members, **job.check_options):
                segment = found.segment or members[0].segment
                if only is None or only(segment):
                    findings.issues.append(make_issue(job, found, segment, number))
        except Exception as error:
            findings.add_crash(job, members[0].segment, error)
    findings.groups.clear()


def make_issue(job: Job, found: Found, segment: Segment, group: int | None = None) -> Issue:
    """Complete what a rule found with the rule's and the segment's part."""
    file, line = segment.location.of(found.spans[0].side if found.spans else "target")
    applicability = found.applicability
    if found.suggestion is not None and applicability is None:
        applicability = "unsafe"
    return Issue(
        rule=job.rule.id,
        category=job.rule.category,
        severity=_severity(job, found, segment),
        message=found.message,
        file=file,
        line=line,
        segment=segment.id,
        source_lang=segment.source_lang,
        target_lang=segment.target_lang,
        language=found.language,
        source=segment.source,
        target=segment.target,
        spans=tuple(found.spans),
        suggestion=found.suggestion,
        applicability=applicability,
        edits=tuple(found.edits),
        fingerprint=_digest(job.rule.id, segment),
        group=group,
    )


def _severity(job: Job, found: Found, segment: Segment) -> Severity:
    """The user's severity, else the finding's, else the rule's; a hint in a fuzzy entry, which no program shows."""
    if job.is_severity_set:
        return job.severity
    return Severity.NEUTRAL if segment.state == _UNUSED else found.severity or job.severity


def _digest(rule_id: str, segment: Segment) -> str:
    """A hash of what identifies an issue wherever its segment moves; repeats are counted when results are merged."""
    parts = (rule_id, segment.source or "", segment.target, segment.context or "")
    text = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=10).hexdigest()
