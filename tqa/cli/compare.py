"""`tqa compare`: what two saved runs differ in."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tqa.engine.compare import Comparison
    from tqa.model import Issue

FORMATS = ("console", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("old", metavar="OLD", help="a run that tqa check --save wrote")
    parser.add_argument("new", metavar="NEW", help="a later run")
    parser.add_argument("--output-format", choices=FORMATS, default="console", help="default: console")


def run(options: argparse.Namespace) -> int:
    """Print what is new, what is fixed and how the score changed; return 0."""
    from tqa.engine.compare import compare
    from tqa.reporters.output import write_stream
    from tqa.reporters.saved import read_run

    (old, _), (new, _) = read_run(Path(options.old)), read_run(Path(options.new))
    found = compare(old, new)
    write_stream((_json if options.output_format == "json" else _console)(found), sys.stdout)
    return 0


def _json(found: "Comparison") -> Iterator[str]:
    from tqa.reporters.records import dumps, issue_record

    lists = {
        name: [issue_record(issue) for issue in getattr(found, name)]
        for name in ("new", "fixed", "unchecked", "unchanged")
    }
    scores = {"old": found.old_score, "new": found.new_score}
    rules = {"added": list(found.rules_added), "removed": list(found.rules_removed)}
    yield dumps({"version": 1, "mqm_score": scores, "rules": rules, **lists}) + "\n"


def _console(found: "Comparison") -> Iterator[str]:
    yield from _listed("New", found.new)
    yield from _listed("Fixed", found.fixed)
    yield from _listed("No longer checked", found.unchecked)
    for what, rules in (("only the new run has", found.rules_added), ("only the old run has", found.rules_removed)):
        if rules:
            yield f"The runs aren't of the same rules: {what} {', '.join(rules)}\n"
    counts = [f"{len(found.new):,} new", f"{len(found.fixed):,} fixed", f"{len(found.unchanged):,} unchanged"]
    if found.unchecked:
        counts.append(f"{len(found.unchecked):,} no longer checked")
    yield ", ".join(counts) + _scores(found) + "\n"


def _scores(found: "Comparison") -> str:
    if found.old_score is None or found.new_score is None:
        return ""
    change = round(found.new_score, 2) - round(found.old_score, 2)
    return f"; MQM score {found.old_score:.2f} → {found.new_score:.2f} ({change:+.2f})"


def _listed(title: str, issues: "Sequence[Issue]") -> Iterator[str]:
    from tqa.reporters.findings import said
    from tqa.reporters.visible import safe

    if not issues:
        return
    yield f"{title} ({len(issues):,})\n"
    for issue in issues:
        place = issue.file if issue.line is None else f"{issue.file}:{issue.line}"
        yield f"  {safe(place)}  {issue.severity.value}  {issue.rule}  {said(issue)}\n"
    yield "\n"
