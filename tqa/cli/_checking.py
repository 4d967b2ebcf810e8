"""What the commands that check files have in common: settings, the run itself, and a sign of life."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tqa.errors import ConfigError

if TYPE_CHECKING:
    from rich.progress import Progress

    from tqa.config.schema import Config
    from tqa.engine.chunks import Only
    from tqa.engine.result import Result
    from tqa.model import Problem, Segment


def config_for(files: Sequence[str], named: str | None = None) -> "Config":
    """The configuration in the file that is named, else in the one that governs the files, if any."""
    from tqa.config.load import find_config, load_config
    from tqa.config.schema import Config

    path = Path(named) if named else find_config(files)
    return load_config(path) if path is not None else Config()


def configured(options: argparse.Namespace) -> "Config":
    """The configuration for the files, with the baseline and the termbases of the command line."""
    config = config_for(options.files, options.config)
    termbases = (*map(Path, getattr(options, "termbase", ())), *config.termbases)
    memories = (*map(Path, getattr(options, "memory", ())), *config.memories)
    baseline = Path(options.baseline) if options.baseline else config.baseline
    return replace(config, baseline=baseline, termbases=termbases, memories=memories)


def checked(options: argparse.Namespace, config: "Config") -> "Result":
    """Check the files, or what changed in them since a revision."""
    from tqa.api import check

    with progress() as advance, _only(options, config) as only:
        return check(
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
            only=only,
            progress=advance,
        )


@contextmanager
def _only(options: argparse.Namespace, config: "Config") -> Iterator["Only | None"]:
    """Which segments the user wants to hear of; None: all."""
    if getattr(options, "since", None) is None:
        yield None
        return
    if "-" in (*options.files, options.source):
        raise ConfigError("--since needs files: git knows nothing of standard input")
    from tqa.api import load
    from tqa.cli._since import changed_since

    def read(path: str, source: str | None, config: "Config") -> "Iterator[Segment | Problem]":
        return load(
            [path],
            source=source if options.source else None,
            align=bool(source and options.align),
            source_lang=options.source_lang,
            target_lang=options.target_lang,
            format=options.format,
            encoding=options.encoding,
            config=config,
        ).items

    with changed_since(options.since, config, read) as only:
        yield only


@contextmanager
def progress(what: str = "checked") -> Iterator[Callable[[int], None] | None]:
    """A count of segments on standard error for runs of more than a second or two, where somebody is watching.

    what: what is done to them.
    """
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
            shown = _start_bar(done, what)
        if shown is not None:
            shown.update(shown.task_ids[0], completed=done)

    try:
        yield advance
    finally:
        if shown is not None:
            shown.stop()


def _start_bar(done: int, what: str) -> "Progress":
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(f"{{task.completed:,}} segments {what}"), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("check", total=None, completed=done)
    bar.start()
    return bar
