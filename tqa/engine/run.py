"""One run: segments in, result out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from tqa.engine.chunks import Findings, check_groups, check_segments
from tqa.engine.plan import Job
from tqa.engine.result import Result, Run, Summary
from tqa.model import Issue, Problem, Segment
from tqa.triage.fingerprints import count_repeats
from tqa.triage.precedence import drop_outranked

Progress = Callable[[int], None]


class _Counts:
    """Counts segments on their way to the rules, and takes out what could not be read."""

    def __init__(self) -> None:
        self.segments: Counter[str] = Counter()
        self.words: Counter[str] = Counter()
        self.problems: list[Problem] = []

    def through(self, items: Iterable[Segment | Problem], progress: Progress | None) -> Iterator[Segment]:
        for item in items:
            if isinstance(item, Problem):
                self.problems.append(item)
                continue
            self.segments[item.location.file] += 1
            self.words[item.location.file] += len(item.target.split())
            if progress is not None:
                progress(1)
            yield item


def run_jobs(
    items: Iterable[Segment | Problem],
    jobs: tuple[Job, ...],
    run: Run,
    *,
    known: frozenset[str] = frozenset(),
    progress: Progress | None = None,
) -> Result:
    """Check segments with `jobs` and return the result, issues in the order of the input.

    items: segments, and problems met in reading them. known: fingerprints of issues not to be reported.
    progress: called with the number of segments done since the last call.
    """
    counts = _Counts()
    findings = check_segments(jobs, counts.through(items, progress))
    check_groups(jobs, findings)
    yields_to = {job.rule.id: job.rule.yields_to for job in jobs if job.rule.yields_to}
    ordered = _in_input_order(findings, list(counts.segments))
    issues = list(count_repeats(drop_outranked(ordered, yields_to)))
    fresh = tuple(issue for issue in issues if issue.fingerprint not in known)
    summary = Summary(
        files=len(counts.segments),
        segments=counts.segments.total(),
        words=counts.words.total(),
        known=len(issues) - len(fresh),
        segments_by_file=dict(counts.segments),
        words_by_file=dict(counts.words),
    )
    return Result(run, summary, fresh, (*counts.problems, *findings.problems))


def _in_input_order(findings: Findings, files: list[str]) -> list[Issue]:
    order = {file: n for n, file in enumerate(files)}

    def place(issue: Issue) -> tuple[int, int, int]:
        # A source file of its own isn't among the files checked; its issues go last, together.
        return order.get(issue.file, len(order)), issue.line or 0, issue.spans[0].start if issue.spans else -1

    return sorted(findings.issues, key=place)
