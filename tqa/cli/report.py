"""`tqa report`: make reports of a saved run, without checking anything again."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tqa.scores.history import Entry

# How many recorded runs a report shows.
RUNS = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("run", metavar="RUN", help="what tqa check --save wrote")
    parser.add_argument(
        "--output-format",
        metavar="NAME[:FILE]",
        action="append",
        default=[],
        help="a format of tqa check; may be given several times (default: console)",
    )
    parser.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    parser.add_argument("--history", metavar="FILE", help="what tqa check --record wrote, for the trend (html)")
    parser.add_argument("--scores", metavar="FILE", help="what tqa score --output-format json wrote (html)")


def run(options: argparse.Namespace) -> int:
    """Report, with the verdict as it was, and return 0: the gate is `tqa check`'s."""
    from tqa.cli._reporting import report_to
    from tqa.reporters.output import outputs
    from tqa.reporters.saved import read_run, read_scores

    targets = outputs(options.output_format or ["console"], options.output)
    history: tuple[Entry, ...] = ()
    if options.history:
        from tqa.scores.history import read_history

        history = read_history(Path(options.history), RUNS)
    scores = read_scores(Path(options.scores)) if options.scores else ()
    report_to(targets, *read_run(Path(options.run)), history, scores)
    return 0
