"""Where reports go: reading `NAME[:FILE]`, and writing so that a file is either whole or untouched."""

import os
from collections.abc import Iterable, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from tqa.errors import ConfigError
from tqa.reporters.reporter import REPORTERS, Report, Reporter

STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True)
class Output:
    """A reporter and the file it writes; None is standard output."""

    reporter: Reporter
    path: Path | None = None


def output(spec: str, file: str | None = None) -> Output:
    """Read `NAME[:FILE]`; `file` is what the user named apart from it, `-` in either place is standard output.

    Raises `ConfigError` for an unknown name, an empty file name, or a file named in both places.
    """
    name, colon, named = spec.partition(":")
    chosen = REPORTERS.named(name)
    if colon and not named:
        raise ConfigError(f"no file is named after the colon in '{spec}'")
    if colon and file is not None:
        raise ConfigError(f"'{spec}' and --output {file} name a file both")
    place = named or file or chosen.default_file or STANDARD_OUTPUT
    return Output(chosen, None if place == STANDARD_OUTPUT else Path(place))


def outputs(specs: Sequence[str], file: str | None = None) -> tuple[Output, ...]:
    """Read several `NAME[:FILE]`; `file` goes to the one that names none.

    Raises `ConfigError` where two would write to one place, or where `file` has no or several formats to go to.
    """
    bare = [spec for spec in specs if ":" not in spec]
    if file is not None and len(bare) != 1:
        raise ConfigError(f"--output {file}: needs exactly one --output-format without a file, not {len(bare)}")
    found = tuple(output(spec, None if ":" in spec else file) for spec in specs)
    seen: dict[Path | None, Output] = {}
    for one in found:
        place = one.path and one.path.resolve()
        if place in seen:
            where = "standard output" if one.path is None else f"'{one.path}'"
            raise ConfigError(f"{seen[place].reporter.name} and {one.reporter.name} would both be written to {where}")
        seen[place] = one
    return found


def write(target: Output, report: Report, stdout: TextIO) -> tuple[Path, ...]:
    """Render `report` to the file of `target`, without colour, or to `stdout`.

    Return the files that had to be written beside it, which it can't do without.
    Raises `ConfigError` where a file can't be written.
    """
    if target.path is None:
        write_stream(target.reporter.render(report), stdout)
        return ()
    report = replace(report, color=False)
    is_pipe = target.path.exists() and not target.path.is_file()
    if target.reporter.parts is None or is_pipe:
        write_file(target.path, target.reporter.render(report))
        return ()
    written = []
    for name, chunks in target.reporter.parts(report, target.path.name):
        written.append(target.path.parent / name)
        write_file(written[-1], chunks)
    return tuple(written[:-1])


def write_stream(chunks: Iterable[str] | Iterable[bytes], stream: TextIO) -> None:
    """Write to a terminal in its encoding, escaping what it lacks, and to anything else in UTF-8; bytes as they are.

    Raises `ConfigError` for bytes where they can't go.
    """
    raw = getattr(stream, "buffer", None)
    encoding = (stream.encoding or "utf-8") if stream.isatty() else "utf-8"
    stream.flush()
    for chunk in chunks:
        if isinstance(chunk, bytes):
            if raw is None or stream.isatty():
                raise ConfigError("this format isn't text: name a file for it")
            raw.write(chunk)
        elif raw is None:
            stream.write(chunk)
        else:
            raw.write(chunk.encode(encoding, "backslashreplace"))
    (raw or stream).flush()


def write_file(path: Path, chunks: Iterable[str] | Iterable[bytes]) -> None:
    """Write all or nothing: to a file beside `path`, which then takes its place. A link stays one.

    A name that ends in `.gz` or `.zst` asks for compression.
    Raises `ConfigError` where the file can't be written.
    """
    try:
        _write_file(path, chunks)
    except OSError as error:
        raise ConfigError(f"{path}: can't be written: {error.strerror or error}") from error


def _write_file(path: Path, chunks: Iterable[str] | Iterable[bytes]) -> None:
    path = path.resolve()
    content = (chunk if isinstance(chunk, bytes) else chunk.encode() for chunk in chunks)
    if path.exists() and not path.is_file():  # a device or a pipe can't be replaced; a folder is the error that follows
        with path.open("wb") as file:
            file.writelines(content)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as raw, _packed(path.suffix, raw) as file:
            for chunk in content:
                file.write(chunk)
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _packed(suffix: str, raw: BinaryIO) -> Any:
    """The file to write to: the compressor that the suffix names, if any, before `raw`."""
    if suffix not in (".gz", ".zst"):
        return nullcontext(raw)
    if suffix == ".gz":
        import gzip

        return gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0)  # the same run gives the same file
    try:
        import zstandard
    except ImportError:
        raise ConfigError("zstd needs the package zstandard: pip install 'tqa[zstd]'") from None
    return zstandard.ZstdCompressor().stream_writer(raw, closefd=False)
