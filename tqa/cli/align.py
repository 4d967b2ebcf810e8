"""`tqa align`: put two texts, or a mixed page's lines, side by side."""

import argparse
import sys

from tqa.align.output import FORMATS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("source", metavar="SRC|MIXED", help="the source, or a page that holds both languages")
    parser.add_argument("target", metavar="TGT", nargs="?", help="the translation")
    parser.add_argument("--source-lang", metavar="TAG", required=True, help="language of the source, such as vi")
    parser.add_argument("--target-lang", metavar="TAG", required=True, help="language of the translation")
    parser.add_argument("--encoding", metavar="NAME", help="encoding of the files (default: UTF-8)")
    parser.add_argument("--output-format", choices=tuple(FORMATS), default="tsv", help="default: tsv")


def run(options: argparse.Namespace) -> int:
    """Print the alignment; a text in which nothing could be aligned gives a header alone."""
    from tqa.api import align

    rows = align(
        options.source,
        options.target,
        source_lang=options.source_lang,
        target_lang=options.target_lang,
        encoding=options.encoding,
    )
    sys.stdout.writelines(FORMATS[options.output_format](rows))
    return 0
