"""One run: segments in, result out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import MappingProxyType

from tqa.config.schema import Suppression
from tqa.engine.chunks import Findings, Only, check_groups, check_segments
from tqa.engine.neighbours import MOST, with_neighbours
from tqa.engine.plan import Job
from tqa.engine.result import Result, Run, Summary
from tqa.model import Issue, Problem, Segment
from tqa.registry import rules
from tqa.scores.words import count_words
from tqa.triage.baseline import Baseline, stale_entries
from tqa.triage.comments import MARK, Comment, comments_of, suppress_by_comments, unknown_rules, unused_comments
from tqa.triage.fingerprints import count_repeats
from tqa.triage.precedence import drop_outranked
from tqa.triage.suppressions import suppress, unused

Progress = Callable[[int], None]


class _Counts:
    """Counts segments on their way to the rules, and takes out what could not be read."""

    def __init__(self, only: Only | None) -> None:
        self._only = only
        self.segments: Counter[str] = Counter()
        self.words: Counter[str] = Counter()
        self.langs: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self.comments: list[Comment] = []
        self.first: list[Segment] = []

    def through(self, items: Iterable[Segment | Problem], progress: Progress | None) -> Iterator[Segment]:
        for item in items:
            if isinstance(item, Problem):
                self.problems.append(item)
                continue
            if self._only is None or self._only(item):
                self._count(item)
            if item.note is not None and MARK in item.note:
                self.comments += comments_of(item)
            if len(self.first) < MOST:
                self.first.append(item)
            if progress is not None:
                progress(1)
            yield item

    def _count(self, segment: Segment) -> None:
        words = count_words(segment.source or "", segment.target) if segment.target.strip() else 0
        self.segments[segment.location.file] += 1
        self.words[segment.location.file] += words
        self.langs[segment.target_lang] += words


def run_jobs(
    items: Iterable[Segment | Problem],
    jobs: tuple[Job, ...],
    run: Run,
    *,
    known: Baseline = MappingProxyType({}),
    suppressions: Sequence[Suppression] = (),
    only: Only | None = None,
    progress: Progress | None = None,
) -> Result:
    """Check segments with `jobs` and return the result, issues in the order of the input.

    items: segments, and problems met in reading them. known, suppressions: issues not to be reported. only: which
    segments are to be reported and counted; the others only stand to be compared with.
    progress: called with the number of segments done since the last call.
    """
    counts = _Counts(only)
    findings = check_segments(jobs, counts.through(items, progress), only)
    check_groups(jobs, findings, only)
    yields_to = {job.rule.id: job.rule.yields_to for job in jobs if job.rule.yields_to}
    ordered = _in_input_order(findings, list(counts.segments))
    issues = list(count_repeats(drop_outranked(ordered, yields_to)))
    wanted, commented, heeded = suppress_by_comments(issues, counts.comments)
    sifted = suppress(with_neighbours(wanted, counts.first), suppressions)
    held = tuple(issue for issue in sifted.issues if issue.fingerprint in known)
    files = list(counts.segments)
    ran = {job.rule.id for job in jobs}
    summary = Summary(
        files=len(counts.segments),
        segments=counts.segments.total(),
        words=counts.words.total(),
        known=len(held),
        segments_by_file=dict(counts.segments),
        words_by_file=dict(counts.words),
        words_by_lang=dict(counts.langs),
    )
    return Result(
        run,
        summary,
        tuple(issue for issue in sifted.issues if issue.fingerprint not in known),
        (*counts.problems, *unknown_rules(counts.comments, rules() if counts.comments else ()), *findings.problems),
        held,
        (*commented, *sifted.suppressed),
        () if only else stale_entries(known, {issue.fingerprint for issue in issues}, files, ran),
        ()
        if only
        else (
            *(one.where for one in unused(suppressions, sifted.used, files, ran)),
            *unused_comments(counts.comments, heeded, ran),
        ),
    )


def _in_input_order(findings: Findings, files: list[str]) -> list[Issue]:
    order = {file: n for n, file in enumerate(files)}

    def place(issue: Issue) -> tuple[int, int, int]:
        # A source file of its own isn't among the files checked; its issues go last, together.
        return order.get(issue.file, len(order)), issue.line or 0, issue.spans[0].start if issue.spans else -1

    return sorted(findings.issues, key=place)
