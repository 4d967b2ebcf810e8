"""Data that ship compressed: with LZMA, or with zlib where they are needed in most runs and must unpack fast."""

import lzma
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

# The first byte of a zlib stream; no raw LZMA2 stream begins with it.
_ZLIB = 0x78


def unpack(data: bytes, filters: Sequence[Mapping[str, Any]]) -> bytes:
    """Return what was packed: by zlib, or by raw LZMA with `filters`. Raises `lzma.LZMAError` or `zlib.error`."""
    if data[:1] == bytes([_ZLIB]):
        return zlib.decompress(data)
    return lzma.decompress(data, format=lzma.FORMAT_RAW, filters=list(filters))
