"""`tqa history`: the runs that tqa check --record kept, and how they change."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tqa.cli._pages.write import add_output_arguments, count, write_page

if TYPE_CHECKING:
    from tqa.cli._pages.page import Page, Table
    from tqa.engine.result import Result
    from tqa.gate import Verdict
    from tqa.scores.history import Entry, Trend

FORMATS = ("console", "json", "html")
_STEPS = "▁▂▃▄▅▆▇█"
# How many rules' changes are shown.
_SHOWN = 15


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("history", metavar="FILE", help="what tqa check --record wrote")
    parser.add_argument("--last", metavar="N", type=count(1), help="only the last N runs")
    add_output_arguments(parser, FORMATS)


def run(options: argparse.Namespace) -> int:
    """Print the runs, oldest first; return 0."""
    from tqa.scores.history import read_history, trend

    found = trend(read_history(Path(options.history), options.last))
    write_page(options, lambda: _page(found), lambda: _record(found))
    return 0


def record_run(path: Path, result: "Result", verdict: "Verdict", label: str = "") -> None:
    """Add a run, as of now, to a history. Raises `ConfigError` for a file that can't be one."""
    from collections import Counter
    from datetime import UTC, datetime

    from tqa.scores.history import Entry, record

    run, summary = result.run, result.summary
    entry = Entry(
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        version=run.version,
        rules=run.rules,
        source_lang=run.source_lang,
        target_lang=run.target_lang,
        files=summary.files,
        segments=summary.segments,
        words=summary.words,
        problems=len(result.problems),
        passed=verdict.passed,
        label=label,
        found=Counter((issue.rule, issue.severity) for issue in result.issues),
    )
    record(path, entry)


def _page(found: "Trend") -> "Page":
    from tqa.cli._pages.page import Page

    facts = [("runs", f"{len(found.entries):,}")]
    scores = [entry.score for entry in found.entries if entry.score is not None]
    if scores:
        facts.append(("MQM score", f"{_line(scores)} {scores[-1]:.2f}"))
    if found.score_change is not None:
        facts.append(("since the run before", f"{found.score_change:+.2f}"))
    tables = [_runs_table(found.entries)]
    if found.rule_changes:
        tables.append(_changes_table(found))
    return Page("History", tuple(facts), tuple(tables), tuple(_notes(found)))


def _runs_table(entries: "Sequence[Entry]") -> "Table":
    from tqa.cli._pages.page import Cell, Table, cells

    rows = []
    for entry in entries:
        severities = [number for severity, number in entry.by_severity().items() if severity.rank]
        score = entry.score
        bar = None if score is None else (0.0, max(score, 0.0) / 100, 0.0)
        row = [entry.at, entry.label or "–", "passed" if entry.passed else "failed", entry.segments, entry.words]
        shown = Cell("–" if score is None else f"{score:.2f}", bar=bar)
        rows.append(cells(*row, *severities, entry.per_1000_words, shown))
    columns = ("Run", "Label", "Gate", "segments", "words", "critical", "major", "minor", "points/1,000", "MQM score")
    return Table("Runs", columns, rows, labels=3)


def _changes_table(found: "Trend") -> "Table":
    from tqa.cli._pages.page import Table, cells

    before, now = found.entries[-2].by_rule(), found.entries[-1].by_rule()
    rows = [
        cells(rule, before.get(rule, 0), now.get(rule, 0), f"{change:+,}")
        for rule, change in found.rule_changes[:_SHOWN]
    ]
    more = len(found.rule_changes) - len(rows)
    note = f"and {more:,} rules more with smaller changes" if more else ""
    return Table("Issues by rule, the last two runs", ("Rule", "before", "now", "change"), rows, note)


def _notes(found: "Trend") -> list[str]:
    changes = (("only the last run has", found.rules_added), ("only the run before has", found.rules_removed))
    return [f"The last two runs aren't of the same rules: {who} {', '.join(rules)}" for who, rules in changes if rules]


def _line(values: "Sequence[float]") -> str:
    """The values as a line of bars, the lowest and the highest one a step each."""
    low, high = min(values), max(values)
    top = len(_STEPS) - 1
    return "".join(_STEPS[round(top * (value - low) / (high - low)) if high > low else top] for value in values[-60:])


def _record(found: "Trend") -> dict[str, Any]:
    return {
        "version": 1,
        "score_change": found.score_change,
        "rule_changes": dict(found.rule_changes),
        "rules_added": list(found.rules_added),
        "rules_removed": list(found.rules_removed),
        "runs": [_run_record(entry) for entry in found.entries],
    }


def _run_record(entry: "Entry") -> dict[str, Any]:
    return {
        "at": entry.at,
        "label": entry.label or None,
        "version": entry.version,
        "source_lang": entry.source_lang,
        "target_lang": entry.target_lang,
        "files": entry.files,
        "segments": entry.segments,
        "words": entry.words,
        "problems": entry.problems,
        "passed": entry.passed,
        "penalty": entry.penalty,
        "per_1000_words": entry.per_1000_words,
        "score": entry.score,
        "by_severity": {severity.value: number for severity, number in entry.by_severity().items()},
        "by_rule": entry.by_rule(),
    }
