"""`tqa report`: make reports of a saved run, without checking anything again."""

import argparse
from pathlib import Path


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


def run(options: argparse.Namespace) -> int:
    """Report, with the verdict as it was, and return 0: the gate is `tqa check`'s."""
    from tqa.cli._reporting import report_to
    from tqa.reporters.output import outputs
    from tqa.reporters.saved import read_run

    targets = outputs(options.output_format or ["console"], options.output)
    report_to(targets, *read_run(Path(options.run)))
    return 0
