"""`tqa baseline`: take what is found today as known, so that only what is new fails a run."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tqa.cli.check import add_rule_arguments, add_text_arguments
from tqa.errors import ConfigError

if TYPE_CHECKING:
    from tqa.triage.baseline import Baseline

DEFAULT = "tqa-baseline.jsonl"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, summary in (
        ("write", "take all that is found as known"),
        ("update", "take out what is no longer found, and add nothing"),
    ):
        action = actions.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        action.add_argument("files", nargs="+", metavar="FILE", help="a file, or a folder")
        add_text_arguments(action)
        add_rule_arguments(action)
        action.add_argument("--baseline", metavar="FILE", help=f"the baseline (default: the configured, or {DEFAULT})")
        action.add_argument("--config", metavar="FILE", help="settings (default: the nearest tqa.toml)")
    show = actions.add_parser("show", help="list what is known")
    show.add_argument("baseline", metavar="FILE", nargs="?", help=f"default: the configured, or {DEFAULT}")


def run(options: argparse.Namespace) -> int:
    """Do what is asked for; 2, and nothing written, where not everything could be checked."""
    if options.action == "show":
        return _show(_path_to_show(options.baseline))
    return _write(options)


def _write(options: argparse.Namespace) -> int:
    from tqa.cli._checking import checked, configured
    from tqa.cli._reporting import tell_problems
    from tqa.reporters.output import write_file
    from tqa.triage.baseline import baseline_lines, entry_lines, read_baseline

    config = configured(options)
    path = _from_here(config.baseline or Path(DEFAULT))
    is_update = options.action == "update"
    result = checked(options, replace(config, baseline=path if is_update else None))
    if result.problems:
        tell_problems(result.problems)
        return 2
    if not is_update:
        write_file(path, baseline_lines(result.issues))
        print(f"tqa: {len(result.issues):,} issues are known from now on: {path}", file=sys.stderr)
        return 0
    known = read_baseline(path)
    found = {issue.fingerprint for issue in result.known}
    gone = {entry.fingerprint for entry in result.stale} | (_without_file(known) - found)
    write_file(path, entry_lines(entry for entry in known.values() if entry.fingerprint not in gone))
    print(f"tqa: {len(gone):,} of {len(known):,} known issues taken out: {path}", file=sys.stderr)
    return 0


def _from_here(path: Path) -> Path:
    """A path as short as the user would write it."""
    here = Path.cwd()
    return path.absolute().relative_to(here) if path.absolute().is_relative_to(here) else path


def _without_file(known: "Baseline") -> set[str]:
    """The fingerprints of entries whose file has been removed, so that no run would call them stale."""
    exists = {entry.file: entry.file in ("", "-") or Path(entry.file).exists() for entry in known.values()}
    return {entry.fingerprint for entry in known.values() if not exists[entry.file]}


def _path_to_show(given: str | None) -> Path:
    from tqa.config.load import find_config, load_config

    if given:
        return Path(given)
    path = find_config([])
    configured = load_config(path).baseline if path is not None else None
    chosen = configured or Path(DEFAULT)
    if not chosen.exists():
        raise ConfigError(f"{chosen}: there is no baseline yet; tqa baseline write FILE... makes one")
    return chosen


def _show(path: Path) -> int:
    from tqa.triage.baseline import read_baseline

    sys.stdout.writelines(_lines(read_baseline(path)))
    return 0


def _lines(known: "Baseline") -> Iterator[str]:
    from tqa.reporters.visible import safe

    entries = sorted(known.values(), key=lambda entry: (entry.file, entry.rule, entry.fingerprint))
    file = None
    for entry in entries:
        if entry.file != file:
            file = entry.file
            yield f"{'' if entry is entries[0] else chr(10)}{safe(file) or '(no file)'}\n"
        mark = f"  ({safe(entry.mark)})" if entry.mark else ""
        yield f"  {entry.severity:<8}  {safe(entry.rule)}  {safe(entry.segment)}  {safe(entry.message)}{mark}\n"
    counts = Counter(entry.rule for entry in entries)
    by_rule = ", ".join(f"{count:,} {safe(rule)}" for rule, count in counts.most_common())
    yield f"\n{len(entries):,} known issues{f': {by_rule}' if by_rule else ''}\n" if entries else "0 known issues\n"
