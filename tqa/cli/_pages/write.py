"""What the commands with pages have in common: arguments, and where a page goes."""

import argparse
import importlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tqa.cli._pages.page import Page


def add_output_arguments(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """Declare the format and the file."""
    parser.add_argument("--output-format", choices=formats, default="console", help="default: console")
    parser.add_argument("--output", metavar="FILE", help="write there instead of to standard output")


def write_page(options: argparse.Namespace, page: Callable[[], Page], record: Callable[[], Mapping[str, Any]]) -> None:
    """Write the page, or for json the record, as the arguments ask. Raises `ConfigError` for an unwritable file."""
    if options.output_format == "json":
        chunks = _json(record())
    else:
        chunks = importlib.import_module(f"tqa.cli._pages.{options.output_format}").render(page())
    write_chunks(options, chunks)


def write_chunks(options: argparse.Namespace, chunks: Iterable[str]) -> None:
    """Write text to where the arguments say."""
    from tqa.reporters.output import write_file, write_stream

    if options.output:
        write_file(Path(options.output), chunks)
    else:
        write_stream(chunks, sys.stdout)


def _json(record: Mapping[str, Any]) -> Iterator[str]:
    from tqa.reporters.records import dumps

    yield dumps(record) + "\n"


def count(least: int) -> Callable[[str], int]:
    """A type of argument: a whole number that isn't under `least`."""

    def number(text: str) -> int:
        value = int(text)
        if value < least:
            raise ValueError(text)
        return value

    number.__name__ = f"whole number from {least} up"
    return number
