"""`tqa check`: find what went wrong in translated files."""

import argparse
import math
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tqa.model import Severity

if TYPE_CHECKING:
    from rich.progress import Progress

    from tqa.config.schema import Limits
    from tqa.reporters.reporter import Reporter

SEVERITIES = [severity.value for severity in Severity]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, a folder, or - for standard input")
    add_text_arguments(parser)
    add_rule_arguments(parser)
    output = parser.add_argument_group("output")
    output.add_argument(
        "--output-format",
        metavar="NAME[:FILE]",
        action="append",
        default=[],
        help="console, json, jsonl, html, sarif, junit, github, gitlab, markdown or csv; may be given several times",
    )
    output.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    gate = parser.add_argument_group("gate")
    gate.add_argument("--fail-on", metavar="SEVERITY", choices=SEVERITIES, help="exit with 1 from here on (minor)")
    gate.add_argument("--max-issues", metavar="N", type=_limit(int), help="allow N issues (instead of --fail-on minor)")
    gate.add_argument("--max-per-1000-words", metavar="N", type=_limit(float), help="allow N issues in 1,000 words")
    gate.add_argument("--min-mqm-score", metavar="N", type=_score, help="ask for an MQM score of N (100: no fault)")
    gate.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are issues")
    gate.add_argument("--baseline", metavar="FILE", help="a saved run (json or jsonl): its issues aren't reported")
    gate.add_argument("--config", metavar="FILE", help="settings (default: the nearest tqa.toml or pyproject.toml)")


def _limit(kind: type[int] | type[float]) -> Callable[[str], float]:
    def number(text: str) -> float:
        value = kind(text)
        if not 0 <= value < math.inf:
            raise ValueError(text)
        return value

    number.__name__ = f"{'number' if kind is float else 'whole number'} from 0 up"
    return number


def _score(text: str) -> float:
    value = float(text)
    if not value <= 100:
        raise argparse.ArgumentTypeError(f"an MQM score is at most 100, not {text}")
    return value


def add_text_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments that say how the files are to be read."""
    texts = parser.add_argument_group("texts")
    texts.add_argument(
        "--source", metavar="FILE", help="the file that FILE is a translation of: by key, or line by line"
    )
    texts.add_argument("--align", action="store_true", help="align FILE with --source first")
    texts.add_argument("--source-lang", metavar="TAG", help="language of the source, such as vi (default: und)")
    texts.add_argument("--target-lang", metavar="TAG", help="language of the translation, such as en-GB")
    texts.add_argument("--format", metavar="NAME", help="format of the files, whatever they are called")
    texts.add_argument(
        "--encoding", metavar="NAME", help="encoding of the files (default: UTF-8, or by byte-order mark)"
    )


def add_rule_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments that choose the rules."""
    rules = parser.add_argument_group("rules")
    rules.add_argument("--select", metavar="RULES", action="append", default=[], help="run only these (see tqa rules)")
    rules.add_argument("--ignore", metavar="RULES", action="append", default=[], help="leave these out")
    rules.add_argument("--preview", action="store_true", help="run preview rules too")


def run(options: argparse.Namespace) -> int:
    """Check, report, and return 0 (passed), 1 (issues at or over the threshold) or 2 (something went wrong)."""
    from tqa.api import check
    from tqa.config.load import find_config, load_config
    from tqa.config.schema import Config
    from tqa.gate import judge
    from tqa.registry import rules
    from tqa.reporters.output import outputs, write
    from tqa.reporters.reporter import Report

    targets = outputs(options.output_format or ["console"], options.output)
    path = Path(options.config) if options.config else find_config(options.files)
    config = load_config(path) if path is not None else Config()
    if options.baseline:
        config = replace(config, baseline=Path(options.baseline))
    config = replace(config, gate=_limits(options, config.gate))
    with _progress() as progress:
        result = check(
            options.files,
            source=options.source,
            align=options.align,
            source_lang=options.source_lang,
            target_lang=options.target_lang,
            format=options.format,
            encoding=options.encoding,
            select=options.select,
            ignore=options.ignore,
            preview=options.preview,
            config=config,
            progress=progress,
        )
    verdict = judge(result, Severity(options.fail_on) if options.fail_on else config.fail_on, config)
    width = shutil.get_terminal_size((100, 24)).columns
    report = Report(result, verdict, rules(), color=_wants_color(), width=width)
    for target in targets:
        write(target, report, sys.stdout)
        if target.path is not None and sys.stderr.isatty():
            print(f"tqa: {target.reporter.name} written to {target.path}", file=sys.stderr)
        _tell_of_limit(target.reporter, len(result.issues))
    for problem in result.problems:
        print(f"tqa: {problem}", file=sys.stderr)
    if result.problems:
        return 2
    return 0 if verdict.passed or options.exit_zero else 1


def _limits(options: argparse.Namespace, configured: "Limits") -> "Limits":
    """The configured limits, and those of the command line in their place."""
    names = ("max_issues", "max_per_1000_words", "min_mqm_score")
    given = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    return replace(configured, **given)


def _tell_of_limit(reporter: "Reporter", count: int) -> None:
    if reporter.limit is not None and count > reporter.limit:
        print(f"tqa: {reporter.name} holds the {reporter.limit:,} worst of {count:,} issues", file=sys.stderr)


def _wants_color() -> bool:
    # https://no-color.org; FORCE_COLOR is its counterpart for CI logs that show colour without being a terminal.
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


@contextmanager
def _progress() -> Iterator[Callable[[int], None] | None]:
    """A count of segments on standard error for runs of more than a second or two, where somebody is watching."""
    if not sys.stderr.isatty():
        yield None
        return
    from time import monotonic

    start = monotonic()
    done = 0
    shown = None

    def advance(count: int) -> None:
        nonlocal done, shown
        done += count
        if done % 500:
            return
        if shown is None and monotonic() - start > 1.5:
            shown = _start_bar(done)
        if shown is not None:
            shown.update(shown.task_ids[0], completed=done)

    try:
        yield advance
    finally:
        if shown is not None:
            shown.stop()


def _start_bar(done: int) -> "Progress":
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,} segments checked"), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("check", total=None, completed=done)
    bar.start()
    return bar
