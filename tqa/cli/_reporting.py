"""What the commands that report have in common: the outputs, and what goes to standard error beside them."""

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tqa.engine.result import Result
from tqa.gate import Verdict
from tqa.model import Problem
from tqa.registry import rules
from tqa.reporters.output import Output, write
from tqa.reporters.reporter import MetricScore, Report

if TYPE_CHECKING:
    from tqa.scores.history import Entry


def report_to(
    targets: Sequence[Output],
    result: Result,
    verdict: Verdict,
    history: "tuple[Entry, ...]" = (),
    scores: tuple[MetricScore, ...] = (),
) -> None:
    """Write a result in each of the formats. history, scores: for the reports that show them (see `Report`)."""
    width = shutil.get_terminal_size((100, 24)).columns
    report = Report(result, verdict, rules(), _wants_color(), width, history, scores)
    for target in targets:
        beside = write(target, report, sys.stdout)
        if beside:
            files = "file" if len(beside) == 1 else f"{len(beside):,} files"
            print(
                f"tqa: too many issues for one file: {target.path} needs the {files} in {beside[0].parent} beside it",
                file=sys.stderr,
            )
        if target.path is not None and sys.stderr.isatty():
            print(f"tqa: {target.reporter.name} written to {target.path}", file=sys.stderr)
        most, count = target.reporter.limit, len(result.issues)
        if most is not None and count > most:
            print(f"tqa: {target.reporter.name} holds the {most:,} worst of {count:,} issues", file=sys.stderr)


def tell_problems(problems: Iterable[Problem]) -> None:
    """Say on standard error what kept tqa from its job."""
    for problem in problems:
        print(f"tqa: {problem}", file=sys.stderr)


def _wants_color() -> bool:
    # https://no-color.org; FORCE_COLOR is its counterpart for CI logs that show colour without being a terminal.
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
