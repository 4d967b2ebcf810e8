"""The command line. Each command is one module here; nothing heavy is imported before a command runs."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from tqa import __version__
from tqa.errors import ConfigError, TqaError, near_miss

# Listed, not walked: `tqa --help` shows them in the order in which one meets them.
COMMANDS = {
    "check": "find what went wrong in translated files",
    "align": "put two texts, or a mixed page's lines, side by side",
    "score": "score a translation against references",
    "fix": "apply the suggestions that are safe",
    "restore": "put lost diacritics back",
    "terms": "propose, check and convert termbases",
    "baseline": "take what is found as known, list it, let it shrink",
    "report": "make reports of a saved run",
    "compare": "say what differs between two saved runs, or two translations",
    "history": "show the runs that tqa check --record kept, and their trend",
    "rules": "list all rules",
    "explain": "show a rule's documentation and examples",
    "lsp": "show issues in an editor (a language server)",
}


# Lexicons and segments are kept, not garbage: looking through them over and over costs 6 % of a short run.
_COLLECT = 200_000, 20, 100


def main(argv: Sequence[str] | None = None) -> int:
    """Run tqa with `argv` (the process's arguments by default) and return the exit status.

    0: passed. 1: issues at or over the threshold. 2: anything else, said in one line on standard error.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    gc.set_threshold(*_COLLECT)
    _use_utf8()
    try:
        status: int = _parse(arguments)
        sys.stdout.flush()
        return status
    except TqaError as error:
        print(f"tqa: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of our output has left, as `head` does; what it did not read is nobody's loss.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except KeyboardInterrupt:
        print("tqa: interrupted", file=sys.stderr)
        return 2


def _use_utf8() -> None:
    """Results are UTF-8 wherever they go; a lone surrogate from a broken input must not end the run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with the arguments, as every other error is said."""

    def error(self, message: str) -> NoReturn:
        raise ConfigError(f"{message} ({self.prog} --help tells more)")


def _parse(arguments: list[str]) -> int:
    parser = _Parser(
        prog="tqa",
        description="A linter, aligner and scorer for translated content.",
        epilog="tqa COMMAND --help tells more of each.",
    )
    parser.add_argument("--version", action="version", version=f"tqa {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    named = next((word for word in arguments if not word.startswith("-")), None)
    if named is not None and named not in COMMANDS:
        raise ConfigError(f"there is no command '{named}'{near_miss(named, COMMANDS)} (tqa --help lists all)")
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        if name == named:
            import_module(f"tqa.cli.{name}").add_arguments(command)
    options = parser.parse_args(arguments)
    status: int = import_module(f"tqa.cli.{options.command}").run(options)
    return status
