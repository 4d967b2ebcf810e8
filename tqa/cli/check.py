"""`tqa check`: find what went wrong in translated files."""

import argparse
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tqa.errors import ConfigError
from tqa.model import Severity

if TYPE_CHECKING:
    from tqa.config.schema import Limits
    from tqa.engine.result import Result
    from tqa.gate import Verdict
    from tqa.scores.history import Entry

SEVERITIES = [severity.value for severity in Severity]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, a folder, or - for standard input")
    add_text_arguments(parser)
    add_rule_arguments(parser)
    resources = parser.add_argument_group("resources")
    resources.add_argument("--termbase", metavar="FILE", action="append", default=[], help="CSV, TSV, TBX or XLSX")
    resources.add_argument("--memory", metavar="FILE", action="append", default=[], help="a translation memory (TMX)")
    output = parser.add_argument_group("output")
    output.add_argument(
        "--output-format",
        metavar="NAME[:FILE]",
        action="append",
        default=[],
        help="console, json, jsonl, html, sarif, junit, github, gitlab, markdown, csv, xlsx or xliff",
    )
    output.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    output.add_argument("--save", metavar="FILE", help="keep the run, for tqa report and tqa compare (.jsonl)")
    output.add_argument("--record", metavar="FILE", help="add the run to a history, for tqa history (SQLite)")
    output.add_argument("--record-label", metavar="TEXT", default="", help="a name for the run in there")
    output.add_argument("--watch", action="store_true", help="check again whenever a file changes, until Ctrl-C")
    gate = parser.add_argument_group("gate")
    gate.add_argument("--fail-on", metavar="SEVERITY", choices=SEVERITIES, help="exit with 1 from here on (minor)")
    gate.add_argument("--max-issues", metavar="N", type=_limit(int), help="allow N issues (instead of --fail-on minor)")
    gate.add_argument("--max-per-1000-words", metavar="N", type=_limit(float), help="allow N issues in 1,000 words")
    gate.add_argument("--min-mqm-score", metavar="N", type=_score, help="ask for an MQM score of N (100: no fault)")
    gate.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are issues")
    gate.add_argument("--since", metavar="REV", help="report only segments changed since this git revision")
    gate.add_argument("--baseline", metavar="FILE", help="known issues, which aren't reported (tqa baseline)")
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
    texts.add_argument(
        "--source-lang",
        metavar="TAG",
        help="language of the source, such as vi (default: what the file says or its text shows; und leaves it open)",
    )
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
    """Check, once or at each change, and return 0 (passed), 1 (issues at or over the threshold) or 2 (trouble)."""
    if not options.watch:
        return _run(options)
    from tqa.cli._watching import watch
    from tqa.reporters.output import outputs

    if "-" in options.files:
        raise ConfigError("--watch needs files: standard input can be read but once")
    named = (options.source, options.config, *options.termbase, *options.memory)
    targets = outputs(options.output_format or ["console"], options.output)
    written = [target.path for target in targets if target.path is not None]
    if options.save:
        written.append(Path(options.save))
    if options.record:
        written.append(Path(options.record))
    return watch([*options.files, *filter(None, named)], written, lambda: _run(options))


def _run(options: argparse.Namespace) -> int:
    from tqa.cli._checking import checked, configured
    from tqa.cli._dictionaries import tell_unchecked_spelling
    from tqa.cli._reporting import report_to, tell_problems
    from tqa.gate import judge
    from tqa.reporters.output import outputs, write_file
    from tqa.reporters.saved import saved_lines

    targets = outputs(options.output_format or ["console"], options.output)
    config = configured(options)
    config = replace(config, gate=_limits(options, config.gate))
    result = checked(options, config)
    verdict = judge(result, Severity(options.fail_on) if options.fail_on else config.fail_on, config)
    report_to(targets, result, verdict, _history(options, result, verdict))
    tell_unchecked_spelling(result, targets, config)
    if options.save:
        write_file(Path(options.save), saved_lines(result, verdict))
    tell_problems(result.problems)
    if result.problems:
        return 2
    return 0 if verdict.passed or options.exit_zero else 1


def _history(options: argparse.Namespace, result: "Result", verdict: "Verdict") -> "tuple[Entry, ...]":
    """The recorded runs, with this one as the last; none where none are recorded."""
    if not options.record:
        return ()
    from tqa.cli.history import record_run
    from tqa.cli.report import RUNS
    from tqa.scores.history import read_history

    path = Path(options.record)
    record_run(path, result, verdict, options.record_label)
    return read_history(path, RUNS)


def _limits(options: argparse.Namespace, configured: "Limits") -> "Limits":
    """The configured limits, and those of the command line in their place."""
    names = ("max_issues", "max_per_1000_words", "min_mqm_score")
    given = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    return replace(configured, **given)
