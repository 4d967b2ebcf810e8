"""What is made of the user's files once, and kept as long as these stay as they are."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain
from pathlib import Path
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")

_forget: list[Callable[[], None]] = []
_watched: list[Callable[[], Iterable[Path]]] = []
# Of each path as it was given: which file that was, when it was changed last, and its size.
_seen: dict[Path, tuple[str, int, int]] = {}


def kept(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """Keep what a function makes of files, by its arguments, until `refresh` sees that a file changed."""
    keeping = cache(make)
    _forget.append(keeping.cache_clear)
    # The type of a cache says that it takes anything hashable.
    return keeping  # type: ignore[return-value]


def when_forgotten(forget: Callable[[], None]) -> Callable[[], None]:
    """Have `forget` called whenever what was kept is forgotten."""
    _forget.append(forget)
    return forget


def watched(paths: Callable[[], Iterable[Path]]) -> None:
    """Have `refresh` look at further paths, too, which nobody names."""
    _watched.append(paths)


def refresh(paths: Iterable[Path]) -> None:
    """Forget what was kept if one of the files, or folders, isn't what it was at the last call, or is new."""
    now = {path: _stamp(path) for path in chain(paths, *(also() for also in _watched))}
    if any(_seen.get(path) != stamp for path, stamp in now.items()):
        for forget in _forget:
            forget()
    _seen.update(now)


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        about = path.stat()
    except OSError:
        return str(path.absolute()), 0, 0
    return str(path.absolute()), about.st_mtime_ns, about.st_size
