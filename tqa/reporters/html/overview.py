"""The figures of the page's upper half: what costs most, and how the issues are spread."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tqa.model import Issue, Severity
from tqa.mqm import PENALTY
from tqa.reporters.html.links import link
from tqa.reporters.html.segments import Bucket, Group, Worst, groups, histogram, worst
from tqa.reporters.html.trend import Trend, trend
from tqa.reporters.reporter import Report
from tqa.reporters.visible import safe
from tqa.scores.mqm.confidence import interval

SEVERITIES = sorted(Severity, reverse=True)


@dataclass(frozen=True, slots=True)
class Cell:
    """A number that filters the table by its link; `heat` is 0 to 4."""

    count: int
    link: str
    severity: str
    heat: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """The issues of one rule, type or file. `penalty` is in MQM points, `bar` the share of each severity in them.

    A piece of the bar is (severity, start, width) in percent of the row that costs most.
    """

    name: str
    link: str
    note: str
    count: int
    penalty: int
    cells: tuple[Cell, ...]
    bar: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """The MQM score as the gate has it, 100 for no fault, and the limits of its interval at 90 %."""

    score: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Overview:
    """All figures. `penalty_rate` is in points per 1,000 words, None without words; `failing_segments` have issues."""

    severities: tuple[Cell, ...]
    bar: tuple[tuple[str, float, float], ...]
    penalty: int
    penalty_rate: float | None
    failing_segments: int
    pairs: tuple[str, ...]
    rules: tuple[Row, ...]
    types: tuple[Row, ...]
    files: tuple[Row, ...]
    quality: Quality | None
    histogram: tuple[Bucket, ...]
    worst: tuple[Worst, ...]
    groups: tuple[Group, ...]
    group_count: int
    trend: Trend | None


def overview(report: Report) -> Overview:
    """Count the issues of `report` by rule, type and file."""
    result = report.result
    counts = result.by_severity()
    penalty = _penalty(counts)
    consistency, group_count = groups(result.issues)
    words, segments = result.summary.words, result.summary.segments_by_file
    summaries = {name: rule.summary for name, rule in report.rules.items()}
    extents = {safe(name): f"{count:,} segments" for name, count in segments.items()}
    return Overview(
        severities=tuple(Cell(counts[s], link(severity=s.value), s.value) for s in SEVERITIES),
        bar=_bar(counts, sum(counts.values())),
        penalty=penalty,
        penalty_rate=1000 * penalty / words if words else None,
        failing_segments=len({(issue.file, issue.segment) for issue in result.issues}),
        pairs=tuple(dict.fromkeys(f"{issue.source_lang} → {issue.target_lang}" for issue in result.issues)),
        rules=_rows("rule", result.issues, lambda issue: issue.rule, summaries),
        types=_rows("type", result.issues, lambda issue: issue.category, {}),
        files=_rows("file", result.issues, lambda issue: safe(issue.file), extents),
        quality=_quality(counts, words),
        histogram=histogram(result.issues),
        worst=worst(result.issues),
        groups=consistency,
        group_count=group_count,
        trend=trend(report.history),
    )


def _rows(
    facet: str, issues: Iterable[Issue], key: Callable[[Issue], str], notes: Mapping[str, str]
) -> tuple[Row, ...]:
    """A row for each value of `key`, those that cost most first."""
    groups: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
    for issue in issues:
        groups[key(issue)][issue.severity] += 1
    most_points = max((_penalty(counts) for counts in groups.values()), default=0)
    most_issues = max((count for counts in groups.values() for count in counts.values()), default=0)
    rows = []
    for name, counts in groups.items():
        cells = tuple(
            Cell(counts[s], link(severity=s.value, **{facet: name}), s.value, _heat(counts[s], most_issues))
            for s in SEVERITIES
        )
        points = {s: counts[s] * PENALTY[s] for s in SEVERITIES}
        bar = _bar(points, most_points)
        rows.append(
            Row(name, link(**{facet: name}), notes.get(name, ""), counts.total(), sum(points.values()), cells, bar)
        )
    return tuple(sorted(rows, key=lambda row: (-row.penalty, -row.count, row.name)))


def _quality(counts: Mapping[Severity, int], words: int) -> Quality | None:
    if not words:
        return None
    points = [PENALTY[severity] for severity, count in counts.items() for _ in range(count)]
    low, high = interval(points, max(PENALTY.values()))
    return Quality(*(100 * (1 - one / words) for one in (sum(points), high, low)))


def _penalty(counts: Mapping[Severity, int]) -> int:
    return sum(count * PENALTY[severity] for severity, count in counts.items())


def _bar(parts: Mapping[Severity, int], whole: int) -> tuple[tuple[str, float, float], ...]:
    pieces, start = [], 0.0
    for severity in SEVERITIES:
        width = round(100 * parts[severity] / whole, 2) if whole else 0.0
        if width:
            pieces.append((severity.value, round(start, 2), width))
        start += width
    return tuple(pieces)


def _heat(count: int, most: int) -> int:
    """How strongly a cell is tinted: in quarters of the fullest one, so that any issue shows."""
    return -(-4 * count // most) if most else 0
