"""`tqa fix`: apply the suggestions that are safe, and change nothing else."""

import argparse
import difflib
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tqa.cli._checking import config_for
from tqa.cli.check import add_rule_arguments, add_text_arguments
from tqa.errors import ReadError
from tqa.model import Problem, Segment
from tqa.readers.reader import Settings, choose_reader
from tqa.readers.source import Input
from tqa.writers.edits import Change, plan
from tqa.writers.files import replace_content
from tqa.writers.rewrite import Rewritten, rewrite

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file or a folder")
    parser.add_argument("--unsafe", action="store_true", help="apply the suggestions that may be wrong too")
    parser.add_argument("--diff", action="store_true", help="print what would change, and change nothing")
    add_text_arguments(parser)
    add_rule_arguments(parser)
    parser.add_argument("--config", metavar="FILE", help="settings (default: the nearest tqa.toml or pyproject.toml)")


def run(options: argparse.Namespace) -> int:
    """Fix, say what was done, and return 0, or 2 where something went wrong; the rest is fixed nevertheless."""
    from tqa.api import check, load

    texts = {
        "source_lang": options.source_lang,
        "target_lang": options.target_lang,
        "config": config_for(options.files, options.config),
    }
    files = load(
        options.files,
        source=options.source,
        align=options.align,
        format=options.format,
        encoding=options.encoding,
        **texts,
    )
    segments, problems = _sorted_out(files.items)
    before = _contents({segment.location.file for segment in segments})
    result = check(segments, select=options.select, ignore=options.ignore, preview=options.preview, **texts)
    made = plan(result.issues, segments, unsafe=options.unsafe)
    by_file: dict[str, dict[int, list[Change]]] = {}
    for index, wanted in made.changes.items():
        if wanted:
            by_file.setdefault(segments[index].location.file, {})[index] = wanted
    done = missed = 0
    for file, changes in by_file.items():
        try:
            new = _rewritten(file, before, files.settings(Input.of(file)), segments, changes)
            missed += len(new.missed)
            if new.after == new.before:
                continue
            done += 1
            if options.diff:
                sys.stdout.writelines(_diff(file, new))
            else:
                replace_content(Path(file), new.before, new.after)
        except ReadError as error:
            problems.append(Problem(error.message, error.file, error.line))
    problems += result.problems
    for problem in problems:
        print(f"tqa: {problem}", file=sys.stderr)
    print(_summary(made.fixed, done, made.unsafe, made.without, missed, options), file=sys.stderr)
    return 2 if problems else 0


def _sorted_out(items: Iterable[Segment | Problem]) -> tuple[list[Segment], list[Problem]]:
    segments: list[Segment] = []
    problems: list[Problem] = []
    for item in items:
        if isinstance(item, Problem):
            problems.append(item)
        else:
            segments.append(item)
    return segments, problems


def _contents(files: Iterable[str]) -> dict[str, bytes]:
    """The bytes of the files before they are checked; what can't be read any more has none."""
    found = {}
    for file in files:
        try:
            found[file] = Path(file).read_bytes()
        except (OSError, ValueError):
            continue
    return found


def _rewritten(
    file: str,
    before: dict[str, bytes],
    settings: Settings,
    segments: Sequence[Segment],
    changes: dict[int, list[Change]],
) -> Rewritten:
    if file not in before:
        raise ReadError("only a file can be fixed", file)
    reader, entry = choose_reader(Input.of(file, settings.encoding), settings)
    return rewrite(entry, before[file], reader, settings, {index: segments[index] for index in changes}, changes)


def _diff(file: str, new: Rewritten) -> Iterator[str]:
    """A unified diff. Lines end at LF only, as everywhere in tqa."""
    old_lines, new_lines = map(_LINE.findall, new.texts())
    for line in difflib.unified_diff(old_lines, new_lines, file, file):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _summary(fixed: int, files: int, unsafe: int, without: int, missed: int, options: argparse.Namespace) -> str:
    verb = "would fix" if options.diff else "fixed"
    parts = [f"{verb} {_count(fixed - missed, 'issue')} in {_count(files, 'file')}"]
    if missed:
        parts.append(f"{missed:,} couldn't be written in place")
    if unsafe:
        parts.append(f"{unsafe:,} more with --unsafe")
    if without:
        parts.append(f"{without:,} to be mended by hand")
    return "tqa: " + "; ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
