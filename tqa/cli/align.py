"""`tqa align`: put two texts, or a mixed page's lines, side by side."""

import argparse
import sys
from collections.abc import Sequence

from tqa import __version__
from tqa.alignment.output import FORMATS, About, Aligned
from tqa.alignment.units import SEGMENTS
from tqa.errors import AlignError
from tqa.language.tags import parse_tag


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("source", metavar="SRC|MIXED", help="the source, or a page that holds both languages")
    parser.add_argument("target", metavar="TGT", nargs="?", help="the translation")
    parser.add_argument("--source-lang", metavar="TAG", required=True, help="language of the source, such as vi")
    parser.add_argument("--target-lang", metavar="TAG", required=True, help="language of the translation")
    parser.add_argument(
        "--memory",
        metavar="FILE",
        action="append",
        default=[],
        help="a translation memory that teaches words: .tsv with the columns source and target, .tmx, or a folder",
    )
    parser.add_argument(
        "--termbase", metavar="FILE", action="append", default=[], help="a termbase, whose terms count as words known"
    )
    parser.add_argument(
        "--segment",
        choices=tuple(SEGMENTS),
        default="line",
        help="what is aligned (default: line; in a document a paragraph or heading, in subtitles a cue)",
    )
    parser.add_argument("--format", metavar="NAME", help="format of the files (default: told from each)")
    parser.add_argument("--encoding", metavar="NAME", help="encoding of the files (default: UTF-8)")
    parser.add_argument("--output-format", choices=tuple(FORMATS), default="tsv", help="default: tsv")


def run(options: argparse.Namespace) -> int:
    """Print the alignment. Where nothing could be aligned that is a header alone, and standard error says why."""
    from tqa.api import align

    try:
        rows = align(
            options.source,
            options.target,
            source_lang=options.source_lang,
            target_lang=options.target_lang,
            memory=options.memory,
            termbase=options.termbase,
            segment=options.segment,
            format=options.format,
            encoding=options.encoding,
        )
        trouble = ""
    except AlignError as error:
        rows, trouble = [], str(error)
    if options.target is not None and not any(row.source and row.target for row in rows):
        print(f"tqa: nothing aligned: {trouble or _why_nothing(options, rows)}", file=sys.stderr)
        rows = []
    tags = parse_tag(options.source_lang), parse_tag(options.target_lang)
    about = About(*tags, options.source, options.segment, __version__)
    sys.stdout.writelines(FORMATS[options.output_format](rows, about))
    return 0


def _why_nothing(options: argparse.Namespace, rows: Sequence[Aligned]) -> str:
    if not any(row.source for row in rows):
        return f"there is no text in {options.source}"
    return "no line has a counterpart" if any(row.target for row in rows) else f"there is no text in {options.target}"
