"""Putting a new content into the place of an old one, all of it or nothing."""

import os
import shutil
import tempfile
from pathlib import Path

from tqa.errors import ReadError


def replace_content(path: Path, before: bytes, after: bytes) -> None:
    """Write `after` into the file `path`, which must still hold `before`.

    The new file takes the old one's place at once, with its mode; a symbolic link stays one. Raises `ReadError` where
    the file was changed meanwhile or can't be written.
    """
    target = path.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tqa")
        new = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(after)
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(target, new)
            if target.read_bytes() != before:
                raise ReadError("changed since it was checked; nothing was written, run tqa fix again", str(path))
            new.replace(target)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ReadError(f"can't be written: {error.strerror or error}", str(path)) from None
