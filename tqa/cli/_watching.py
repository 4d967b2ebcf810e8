"""Checks again whenever a file changes, for people at work."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from tqa.errors import ConfigError, TqaError


def watch(files: Iterable[str | Path], written: Iterable[Path], check: Callable[[], int]) -> int:
    """Run `check` now and after each change of the files and folders, until interrupted; return its last status.

    written: what `check` itself writes, whose changes are nobody's. Raises `ConfigError` where the package watchfiles
    isn't installed, or for a file that isn't there.
    """
    try:
        from watchfiles import DefaultFilter
        from watchfiles import watch as changes
    except ImportError:
        raise ConfigError("--watch needs the package watchfiles: pip install 'tqa[watch]'") from None
    paths = [Path(file) for file in files]
    for path in paths:
        if not path.exists():
            raise ConfigError(f"{path}: there is no such file; --watch needs files and folders that are there")
    own = {str(path.absolute()) for path in written}
    wanted = DefaultFilter()
    status = _checked(check)
    try:
        # Editors put a new file in the place of the old one, which is why folders are watched, not files.
        for changed in changes(
            *{path if path.is_dir() else path.absolute().parent for path in paths},
            watch_filter=lambda change, name: wanted(change, name) and name not in own and _is_among(name, paths),
        ):
            _announce(changed)
            status = _checked(check)
    except KeyboardInterrupt:
        pass
    return status


def _is_among(name: str, paths: Iterable[Path]) -> bool:
    changed = Path(name)
    return any(changed == path.absolute() or path.absolute() in changed.parents for path in paths)


def _announce(changed: Iterable[tuple[object, str]]) -> None:
    names = sorted({Path(name).name for _, name in changed})
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    if sys.stdout.isatty():
        print("\x1b[2J\x1b[H", end="")
    print(f"tqa: {names[0]}{more} changed", file=sys.stderr, flush=True)


def _checked(check: Callable[[], int]) -> int:
    """The status of a check; what is wrong half-way through somebody's edit doesn't end the watch."""
    try:
        status = check()
    except TqaError as error:
        print(f"tqa: {error}", file=sys.stderr)
        status = 2
    sys.stdout.flush()
    return status
