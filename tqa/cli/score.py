"""`tqa score`: score a translation against references, by errors that people or the checks found, or without either."""

import argparse

from tqa.cli._pages.write import add_output_arguments, count, write_page

FORMATS = ("console", "json", "latex", "html")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "hypotheses",
        metavar="HYP",
        nargs="*",
        help="a translation: one segment a line, any other format, or a folder; of several the first is the baseline",
    )
    parser.add_argument("--source", metavar="FILE", help="the source, whose segments must be as many")
    parser.add_argument("--source-lang", metavar="TAG", help="language of the source")
    parser.add_argument("--target-lang", metavar="TAG", default="und", help="language of the translation")
    _add_reference_arguments(parser.add_argument_group("against references"))
    _add_mqm_arguments(parser.add_argument_group("by errors that people marked, or the checks (MQM)"))
    _add_estimate_arguments(parser.add_argument_group("without a reference"))
    add_output_arguments(parser, FORMATS)
    parser.add_argument("--digits", metavar="N", type=count(0), default=2, help="decimals that are shown (2)")


def _add_reference_arguments(group: "argparse._ArgumentGroup") -> None:
    group.add_argument(
        "--ref", metavar="FILE", action="append", help="a reference; may be repeated (or a column 'reference' in HYP)"
    )
    group.add_argument("--metrics", metavar="NAMES", default="bleu,chrf,ter", help="of bleu, chrf, chrf++, ter")
    group.add_argument("--tokenize", metavar="NAME", help="BLEU's tokenizer (default: by --target-lang)")
    group.add_argument(
        "--level", metavar="LEVELS", default="corpus", help="of corpus, document, segment (default: corpus)"
    )
    group.add_argument("--documents", metavar="FILE", help="the document of each segment, one a line")
    group.add_argument("--confidence", action="store_true", help="give 95 %% intervals by bootstrap resampling")
    group.add_argument(
        "--paired",
        choices=("bs", "ar", "both", "none"),
        help="test differences: bootstrap (default for several systems), approximate randomisation, or both",
    )
    group.add_argument("--resamples", metavar="N", type=count(2), default=1000, help="bootstrap resamples (1000)")
    group.add_argument("--trials", metavar="N", type=count(2), default=10_000, help="randomisation trials (10000)")
    group.add_argument("--seed", metavar="N", type=count(0), default=12345, help="of the resampling (12345)")
    group.add_argument("--jobs", metavar="N", type=count(1), help="processes (default: one for each processor)")


def _add_mqm_arguments(group: "argparse._ArgumentGroup") -> None:
    group.add_argument(
        "--annotations",
        metavar="FILE",
        action="append",
        help="WMT's MQM TSV, a table (CSV, TSV), or XLIFF with quality issues of ITS; may be repeated",
    )
    group.add_argument("--run", metavar="FILE", help="what tqa check --save wrote: the score of its findings")
    group.add_argument("--profile", metavar="NAME", default="mqm", help="mqm, mqm-calibrated, wmt or a .toml file")
    group.add_argument("--checks", action="store_true", help="run the checks on the same texts, and say how they agree")


def _add_estimate_arguments(group: "argparse._ArgumentGroup") -> None:
    group.add_argument(
        "--estimate", action="store_true", help="estimate the quality of each segment of HYP, a bitext or with --source"
    )
    group.add_argument(
        "--judge",
        metavar="NAME",
        action="append",
        default=[],
        help="ask a judge too: llm (sends the texts to an endpoint, at its cost), comet (a model on disk), a plug-in",
    )
    group.add_argument(
        "--judge-option", metavar="NAME=VALUE", action="append", default=[], help="a setting of the judge, such as url"
    )


def run(options: argparse.Namespace) -> int:
    """Print the scores. Annotations that their profile fails give 1, all else 0."""
    if options.annotations or options.run or options.checks:
        from tqa.cli._score_mqm import Annotations

        annotations = Annotations(options)
        write_page(options, annotations.page, annotations.record)
        return 1 if annotations.passed is False else 0
    if options.estimate or options.judge:
        from tqa.cli._score_estimate import Estimated

        estimated = Estimated(options)
        write_page(options, estimated.page, estimated.record)
        return 0
    from tqa.cli._score_reference import Scored
    from tqa.errors import ConfigError

    if not options.hypotheses:
        raise ConfigError(
            "which translation is to be scored? tqa score HYP --ref REF, or --annotations FILE, --run FILE"
        )
    scored = Scored(options)
    write_page(options, scored.page, scored.record)
    return 0
