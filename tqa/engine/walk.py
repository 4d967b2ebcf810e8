"""The files in a folder, without those that version control or the user leaves out."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tqa.errors import ConfigError
from tqa.model import Problem
from tqa.readers.source import why_unreadable

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_VCS = frozenset({"CVS", "RCS", "SCCS", "_darcs"})  # the others are hidden anyway


@dataclass(frozen=True, slots=True)
class Exclude:
    """Globs that mean what they would in a .gitignore in `folder`, which is resolved."""

    folder: Path
    spec: "GitIgnoreSpec | None"

    @classmethod
    def of(cls, globs: Sequence[str], folder: Path | None) -> "Exclude":
        """The `globs` of a configuration in `folder` (None: the current one).

        Raises `ConfigError` for an ill-formed one.
        """
        bad = next((glob for glob in globs if not _spec([glob]).patterns), None)
        if bad is not None:
            raise ConfigError(
                f"exclude: '{bad}' is no pattern; write one as in a .gitignore, such as drafts/ or *.bak.txt"
            )
        return cls((folder or Path()).resolve(), _spec(globs) if globs else None)

    def excludes(self, path: Path, root: Path, is_folder: bool) -> bool:
        """Whether `path` is left out. In a walk from a `root` that lies elsewhere, globs start at that root."""
        if self.spec is None:
            return False
        base = self.folder if path.is_relative_to(self.folder) else root
        return bool(_match(self.spec, path, base, is_folder))


@dataclass(frozen=True, slots=True)
class _GitIgnore:
    """The .gitignore files that count in a folder, outermost first, each with the folder it stands in."""

    specs: tuple[tuple[Path, "GitIgnoreSpec"], ...] = ()

    def within(self, folder: Path) -> "_GitIgnore":
        try:
            text = (folder / ".gitignore").read_text("utf-8", "surrogateescape")
        except OSError:
            return self
        return _GitIgnore((*self.specs, (folder, _spec(text.split("\n")))))

    def ignores(self, path: Path, is_folder: bool) -> bool:
        """Whether the last pattern that has a say on `path` leaves it out."""
        says = (_match(spec, path, folder, is_folder) for folder, spec in reversed(self.specs))
        return bool(next((said for said in says if said is not None), False))

    @classmethod
    def above(cls, folder: Path) -> "_GitIgnore":
        """The files that count in `folder` because they stand above it in the same repository.

        If they leave out `folder` itself none of them counts: the user named it, so it is to be walked.
        """
        ancestors = (folder, *folder.parents)
        top = next((n for n, ancestor in enumerate(ancestors) if (ancestor / ".git").exists()), 0)
        ignored = cls()
        for ancestor in reversed(ancestors[1 : top + 1]):
            ignored = ignored.within(ancestor)
        return cls() if ignored.ignores(folder, is_folder=True) else ignored


def _match(spec: "GitIgnoreSpec", path: Path, base: Path, is_folder: bool) -> bool | None:
    """Whether `spec`, patterns that stand in `base`, leaves `path` out (True), keeps it in (False) or says nothing."""
    return spec.check_file(path.relative_to(base).as_posix() + "/" * is_folder).include


def _spec(lines: Iterable[str]) -> "GitIgnoreSpec":
    """The patterns among `lines`. As with git, one that is ill-formed matches nothing."""
    from pathspec import GitIgnoreSpec

    patterns = []
    for line in lines:
        try:
            patterns += [
                pattern for pattern in GitIgnoreSpec.from_lines([line]).patterns if pattern.include is not None
            ]
        except ValueError:
            continue
    return GitIgnoreSpec(patterns)


def walk(folder: Path, is_wanted: Callable[[Path], bool], exclude: Exclude) -> list[Path | Problem]:
    """Return the files under `folder` that `is_wanted`, sorted, and a problem for each folder that can't be read.

    Left out are hidden entries, those of version control, and what a .gitignore or `exclude` names. Links are followed,
    but a file or folder that was met already under another name isn't met again: so loops end.
    """
    root = folder.resolve()

    def named(path: Path) -> Path:
        return folder / path.relative_to(root)

    # Names are judged as the user would see them: what stands above the folder named says nothing.
    walked = _Walk(root, lambda path: is_wanted(named(path)), exclude).all()
    found = [(named(path), problem) for path, problem in walked]
    return [
        Problem(problem, str(path)) if problem else path for path, problem in sorted(found, key=lambda item: item[0])
    ]


class _Walk:
    """One walk. Paths in it begin with the resolved root, but links below that aren't resolved."""

    def __init__(self, root: Path, is_wanted: Callable[[Path], bool], exclude: Exclude) -> None:
        self._root = root
        self._is_wanted = is_wanted
        self._exclude = exclude
        self._seen: set[tuple[int, int]] = set()
        self._found: list[tuple[Path, str | None]] = []
        self._folders = deque([(root, _GitIgnore.above(root))])
        # Links wait until all else is known, so that what has a name of its own goes by it.
        self._links: deque[tuple[Path, _GitIgnore]] = deque()

    def all(self) -> list[tuple[Path, str | None]]:
        """The files, and the folders and links that can't be read, each with what is wrong."""
        while self._folders or self._links:
            path, ignored = (self._folders or self._links).popleft()
            try:
                self._visit(path, ignored)
            except OSError as error:
                self._found.append((path, why_unreadable(error, path)))
        return self._found

    def _visit(self, path: Path, ignored: _GitIgnore) -> None:
        status = path.stat()
        key = (status.st_dev, status.st_ino)
        if key in self._seen:
            return
        self._seen.add(key)
        if not path.is_dir():
            self._found.append((path, None))
            return
        ignored = ignored.within(path)
        for entry in sorted(path.iterdir()):
            if not entry.name.startswith(".") and entry.name not in _VCS:
                self._meet(entry, ignored)

    def _meet(self, path: Path, ignored: _GitIgnore) -> None:
        """Put an entry of a folder where its turn will come, if it is to have one."""
        is_folder = path.is_dir()
        if not is_folder and not self._is_wanted(path):
            return
        if ignored.ignores(path, is_folder) or self._exclude.excludes(path, self._root, is_folder):
            return
        (self._links if path.is_symlink() else self._folders).append((path, ignored))
