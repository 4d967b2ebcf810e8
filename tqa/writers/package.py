"""A zip archive with some of its members changed: every other one stays byte for byte, in its place."""

import struct
import zlib
from collections.abc import Mapping

# See 4.3 and 4.4 of PKWARE's APPNOTE.
_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_DESCRIPTOR = struct.Struct("<4s3L")
_HAS_DESCRIPTOR = 0x8
_IS_ENCRYPTED = 0x1
_UNKNOWN = 0xFFFFFFFF
_STORED, _DEFLATED = 0, 8


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the archive `data` with the content of the members in `changed`, by name.

    They are compressed as they were. Raises `ValueError` for an archive that is laid out otherwise than Office
    programs do it: with gaps, in 64-bit form or encrypted.
    """
    end_at = data.rfind(b"PK\5\6")
    if end_at < 0 or len(data) - end_at < _END.size:
        raise ValueError("an archive without an end record")
    end = list(_END.unpack_from(data, end_at))
    count, directory_at = end[4], end[6]
    if directory_at == _UNKNOWN or count == 0xFFFF or directory_at + end[5] != end_at:
        raise ValueError("a 64-bit archive, or one with something between its parts")
    entries = _entries(data, directory_at, count)
    starts = sorted(entry[16] for entry, _, _ in entries)
    ends = dict(zip(starts, [*starts[1:], directory_at], strict=True))
    if starts[:1] != [0]:
        raise ValueError("an archive with something before its first part")
    out = bytearray()
    directory: dict[int, bytes] = {}
    for n, (entry, name, rest) in sorted(enumerate(entries), key=lambda item: item[1][0][16]):
        begun, entry[16] = entry[16], len(out)
        if name in changed:
            out += _member(data[begun : ends[begun]], entry, changed[name])
        else:
            out += data[begun : ends[begun]]
        directory[n] = _ENTRY.pack(*entry) + rest
    end[5:7] = sum(map(len, directory.values())), len(out)
    for n in sorted(directory):
        out += directory[n]
    return bytes(out) + _END.pack(*end) + data[end_at + _END.size :]


def _entries(data: bytes, at: int, count: int) -> list[tuple[list[int], str, bytes]]:
    """The entries of the directory: their fields, their name and what follows the fields."""
    found = []
    for _ in range(count):
        entry = list(_ENTRY.unpack_from(data, at))
        if entry[0] != b"PK\1\2":
            raise ValueError("a directory that is broken")
        length = sum(entry[10:13])
        rest = data[at + _ENTRY.size : at + _ENTRY.size + length]
        name = rest[: entry[10]].decode("utf-8" if entry[3] & 0x800 else "cp437")
        found.append((entry, name, rest))
        at += _ENTRY.size + length
    return found


def _member(old: bytes, entry: list[int], content: bytes) -> bytes:
    """The member with another content; its fields in the directory are changed to fit."""
    flags, method = entry[3], entry[4]
    if flags & _IS_ENCRYPTED or method not in (_STORED, _DEFLATED) or _UNKNOWN in entry[8:10]:
        raise ValueError("a part that is encrypted, or packed in an unusual way")
    packed = content
    if method == _DEFLATED:
        packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = packer.compress(content) + packer.flush()
    entry[7:10] = zlib.crc32(content), len(packed), len(content)
    header = list(_LOCAL.unpack_from(old))
    names = old[_LOCAL.size : _LOCAL.size + sum(header[9:11])]
    descriptor = b""
    if flags & _HAS_DESCRIPTOR:
        descriptor = _DESCRIPTOR.pack(b"PK\7\x08", *entry[7:10])
    else:
        header[6:9] = entry[7:10]
    return _LOCAL.pack(*header) + names + packed + descriptor
