"""`tqa compare`: what two saved runs differ in, or two translations of one source."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tqa.cli._pages.write import add_output_arguments, count, write_chunks, write_page

if TYPE_CHECKING:
    from tqa.engine.compare import Comparison
    from tqa.model import Issue

FORMATS = ("console", "json", "latex", "html")
_OF_RUNS = ("console", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("old", metavar="OLD", help="a run that tqa check --save wrote; with --ref a translation")
    parser.add_argument("new", metavar="NEW", help="a later run; with --ref another translation of the same source")
    add_output_arguments(parser, FORMATS)
    group = parser.add_argument_group("two translations")
    group.add_argument("--ref", metavar="FILE", action="append", help="a reference for both; may be repeated")
    group.add_argument("--source", metavar="FILE", help="the source, to be shown beside them")
    group.add_argument("--target-lang", metavar="TAG", default="und", help="language of the translations")
    group.add_argument("--metrics", metavar="NAMES", default="bleu,chrf,ter", help="of bleu, chrf, chrf++, ter")
    group.add_argument("--tokenize", metavar="NAME", help="BLEU's tokenizer (default: by --target-lang)")
    group.add_argument("--examples", metavar="N", type=count(0), default=10, help="segments to show a side (10)")
    group.add_argument("--seed", metavar="N", type=count(0), default=12345, help="of the resampling (12345)")


def run(options: argparse.Namespace) -> int:
    """Print what is new, what is fixed and how the score changed, or how two translations compare; return 0."""
    if options.ref:
        from tqa.cli._compare_translations import Compared

        compared = Compared(options)
        write_page(options, compared.page, compared.record)
        return 0
    return _compare_runs(options)


def _compare_runs(options: argparse.Namespace) -> int:
    from tqa.engine.compare import compare
    from tqa.errors import ConfigError
    from tqa.reporters.saved import read_run

    if options.output_format not in _OF_RUNS:
        raise ConfigError(f"two saved runs are compared as {' or '.join(_OF_RUNS)}; two translations need --ref FILE")

    (old, _), (new, _) = read_run(Path(options.old)), read_run(Path(options.new))
    found = compare(old, new)
    write_chunks(options, (_json if options.output_format == "json" else _console)(found))
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
