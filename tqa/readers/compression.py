"""gzip, bzip2 and zstd, told by the first bytes, whatever the file is called."""

from collections.abc import Callable
from io import FileIO

EXTENSIONS = (".gz", ".bz2", ".zst")

# How many times larger than packed a file may be when it is large, in bytes.
MAX_RATIO = 250
_SMALL = 16 * 2**20

_MAGIC = ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\x28\xb5\x2f\xfd", "zstd"))


class CompressionError(Exception):
    """What is wrong with the compressed data."""


def bare_name(name: str) -> str:
    """The name of a file without the extension that says how it is compressed."""
    lower = name.lower()
    return next((name[: -len(extension)] for extension in EXTENSIONS if lower.endswith(extension)), name)


def compression_of(head: bytes) -> str | None:
    """How the data that begins with `head` is compressed: gzip, bzip2, zstd or None."""
    return next((name for magic, name in _MAGIC if head.startswith(magic)), None)


def unpacked(file: FileIO) -> Callable[[int], bytes]:
    """The function that reads at most so many bytes of what is in `file`, uncompressed.

    `file` stands at its start. The function raises `CompressionError` where the data is broken or cut off.
    """
    kind = compression_of(file.read(4))
    file.seek(0)
    if kind is None:
        return file.read
    read, errors = _opener(kind, file)
    done = 0

    def checked(size: int) -> bytes:
        nonlocal done
        try:
            part = read(size)
        except EOFError:
            raise CompressionError(f"the {kind} data is cut off; fetch or compress the file anew") from None
        except errors as error:
            raise CompressionError(f"broken {kind} data ({error}); fetch or compress the file anew") from None
        done += len(part)
        if done > _SMALL and done > MAX_RATIO * file.tell():
            raise CompressionError(f"unpacks to more than {MAX_RATIO} times its size; refused, unpack it yourself")
        return part

    return checked


def _opener(kind: str, file: FileIO) -> tuple[Callable[[int], bytes], tuple[type[Exception], ...]]:
    if kind == "gzip":
        import gzip
        import zlib

        return gzip.GzipFile(fileobj=file, mode="rb").read, (OSError, zlib.error)
    if kind == "bzip2":
        import bz2

        return bz2.BZ2File(file, mode="rb").read, (OSError, ValueError)
    try:
        import zstandard
    except ImportError:
        raise CompressionError("zstd needs the package zstandard: pip install 'tqa[zstd]'") from None
    reader = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
    return reader.read, (zstandard.ZstdError,)
