"""`tqa check`: find what went wrong in translated files."""

import argparse
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
        help="console, jsonl, json or html; may be given several times (default: console)",
    )
    output.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    gate = parser.add_argument_group("gate")
    gate.add_argument("--fail-on", metavar="SEVERITY", choices=SEVERITIES, help="exit with 1 from here on (minor)")
    gate.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are issues")
    gate.add_argument("--baseline", metavar="FILE", help="a saved run (json or jsonl): its issues aren't reported")
    gate.add_argument("--config", metavar="FILE", help="settings (default: the nearest tqa.toml or pyproject.toml)")


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
    verdict = judge(result, Severity(options.fail_on) if options.fail_on else config.fail_on)
    width = shutil.get_terminal_size((100, 24)).columns
    report = Report(result, verdict, rules(), color=_wants_color(), width=width)
    for target in targets:
        write(target, report, sys.stdout)
        if target.path is not None and sys.stderr.isatty():
            print(f"tqa: {target.reporter.name} written to {target.path}", file=sys.stderr)
    for problem in result.problems:
        print(f"tqa: {problem}", file=sys.stderr)
    if result.problems:
        return 2
    return 0 if verdict.passed or options.exit_zero else 1


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
