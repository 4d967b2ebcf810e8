"""Patterns of files in the configuration: gitignore syntax, from the configuration's folder."""

from collections.abc import Callable
from functools import cache
from pathlib import Path


@cache
def file_matcher(pattern: str, folder: Path) -> Callable[[str], bool]:
    """A function that tells whether the pattern matches a file, given as the user named it (from the working folder).

    A file outside of `folder` is matched by nothing.
    """
    from pathspec import GitIgnoreSpec

    spec = GitIgnoreSpec.from_lines([pattern])
    root = folder.absolute()

    @cache
    def matches(file: str) -> bool:
        try:
            return spec.match_file(Path(file).absolute().relative_to(root).as_posix())
        except ValueError:
            return False

    return matches
