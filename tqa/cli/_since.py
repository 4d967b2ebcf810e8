"""Which segments changed since a git revision: those whose source or translation that revision doesn't have."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tqa.errors import ConfigError
from tqa.model import Location, Problem, Segment

if TYPE_CHECKING:
    from tqa.config.schema import Config

Texts = frozenset[tuple[str | None, str]]
Load = Callable[[str, str | None, "Config"], Iterator[Segment | Problem]]


@contextmanager
def changed_since(revision: str, config: "Config", load: Load) -> Iterator[Callable[[Segment], bool]]:
    """Give a function that says of a segment whether it changed since the git `revision` (`A...` is the merge base).

    load: reads a file, and the source file of it that was named if any, under a configuration, as the check does.

    Raises `ConfigError` where there is no repository or no such revision.
    """
    root = Path(_git(Path.cwd(), "rev-parse", "--show-toplevel", why="--since needs a git repository").decode().strip())
    if revision.endswith("..."):
        revision = _git(root, "merge-base", revision[:-3], "HEAD", why=_unknown(revision)).decode().strip()
    commit = _git(root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}", why=_unknown(revision))
    with TemporaryDirectory(prefix="tqa-since-") as folder:
        yield _Changes(root, commit.decode().strip(), Path(folder), config, load)


def _unknown(revision: str) -> str:
    return f"--since: there is no revision '{revision}' here; if it is a branch of the server, fetch it first"


def _git(folder: Path, *arguments: str, why: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise ConfigError("--since needs the program git") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ConfigError(f"{why} ({said[0]})" if said else why)
    return done.stdout


class _Changes:
    """Reads a file's old version, with its source's beside it, when the first of its segments is asked for."""

    def __init__(self, root: Path, commit: str, folder: Path, config: "Config", load: Load) -> None:
        self._root, self._commit, self._folder, self._load = root, commit, folder, load
        self._config = replace(config, folder=folder / self._inside(config.folder))
        changed = _git(root, "diff", "--name-only", "-z", "--no-renames", commit, why="--since: git diff failed")
        new = _git(root, "ls-files", "-o", "-z", "--full-name", why="--since: git ls-files failed")
        self._names = {name for name in (changed + new).decode("utf-8", "surrogateescape").split("\0") if name}
        self._texts: dict[tuple[str, str | None], Texts | None] = {}

    def __call__(self, segment: Segment) -> bool:
        """Whether the segment's texts are new or changed."""
        place = segment.location
        key = place.file, place.source_file
        if key not in self._texts:
            self._texts[key] = self._old_texts(place)
        old = self._texts[key]
        return old is not None and (segment.source, segment.target) not in old

    def _old_texts(self, place: Location) -> Texts | None:
        """The sources and translations of a file as it was; None where it is the same today."""
        names = [self._inside(Path(name)) for name in (place.file, place.source_file) if name]
        if not any(name.as_posix() in self._names for name in names):
            return None
        own, *source = [self._write(name) for name in names]
        if own is None:
            return frozenset()
        original = next(map(str, filter(None, source)), None)
        return frozenset(
            (item.source, item.target)
            for item in self._load(str(own), original, self._config)
            if isinstance(item, Segment)
        )

    def _inside(self, path: Path) -> Path:
        """A path from the root of the repository."""
        try:
            return path.resolve().relative_to(self._root.resolve())
        except ValueError:
            raise ConfigError(f"--since: {path} isn't in the git repository {self._root}") from None

    def _write(self, name: Path) -> Path | None:
        """Where the old version of a file is put; None where there was none."""
        try:
            content = _git(self._root, "cat-file", "blob", f"{self._commit}:{name.as_posix()}", why="")
        except ConfigError:
            return None
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path
