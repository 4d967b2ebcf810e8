"""Reads what an earlier run has saved, compressed or not."""

from io import FileIO
from pathlib import Path

from tqa.errors import ConfigError
from tqa.readers.compression import CompressionError, unpacked

_PIECE = 1 << 20


def read_saved(path: Path, what: str) -> str:
    """The text of a UTF-8 file that may be compressed with gzip, bzip2 or zstd.

    what: the file's part in the run, for messages. Raises `ConfigError` where it can't be read or is no such text.
    """
    try:
        with FileIO(path) as file:
            read = unpacked(file)
            return b"".join(iter(lambda: read(_PIECE), b"")).decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: {what} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: {what} is not UTF-8") from error
    except CompressionError as error:
        raise ConfigError(f"{path}: {error}") from error
