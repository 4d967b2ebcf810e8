"""`tqa restore`: put lost diacritics back."""

import argparse
import sys
from pathlib import Path

from tqa.errors import ConfigError, ReadError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", metavar="FILE", help="a file, or - for standard input")
    parser.add_argument(
        "--source-lang", metavar="TAG", help="language of the source, if its texts stand in the file too"
    )
    parser.add_argument("--target-lang", metavar="TAG", help="language of the text (default: told from the text)")
    parser.add_argument("--format", metavar="NAME", help="format of the file, whatever it is called")
    parser.add_argument(
        "--encoding", metavar="NAME", help="encoding of the file (default: UTF-8, or by byte-order mark)"
    )
    parser.add_argument("--output", metavar="FILE", help="write there instead of to standard output")


def run(options: argparse.Namespace) -> int:
    """Write the file with its texts restored and all else as it was; one without losses byte for byte."""
    from tqa.language.tags import UNDETERMINED, parse_tag
    from tqa.readers.reader import Settings
    from tqa.readers.source import Input, find_encoding
    from tqa.writers.restored import restored

    if options.encoding is not None:
        find_encoding(options.encoding)
    settings = Settings(
        parse_tag(options.source_lang or UNDETERMINED),
        parse_tag(options.target_lang or UNDETERMINED),
        options.format,
        options.encoding,
    )
    new = restored(Input.of(options.file, options.encoding), settings)
    if options.output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(new.after)
        sys.stdout.buffer.flush()
    else:
        try:
            Path(options.output).write_bytes(new.after)
        except OSError as error:
            raise ConfigError(f"{options.output}: can't be written: {error.strerror or error}") from None
    if new.missed:
        count = f"{len(new.missed):,} text{'' if len(new.missed) == 1 else 's'}"
        raise ReadError(f"{count} couldn't be restored in place; can {new.encoding} hold their letters?", options.file)
    return 0
