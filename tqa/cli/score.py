"""`tqa score`: score a translation against references."""

import argparse
from dataclasses import asdict

from tqa.scores.reference import METRICS, Score


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("hypothesis", metavar="HYP", help="the translation, one segment a line or a bitext")
    parser.add_argument("--ref", metavar="FILE", action="append", required=True, help="a reference; may be repeated")
    parser.add_argument("--source", metavar="FILE", help="the source, whose segments must be as many")
    parser.add_argument("--target-lang", metavar="TAG", default="und", help="language of the translation")
    parser.add_argument("--metrics", metavar="NAMES", default="bleu,chrf,ter", help=f"of {', '.join(METRICS)}")
    parser.add_argument("--output-format", choices=("console", "json"), default="console", help="default: console")


def run(options: argparse.Namespace) -> int:
    """Print the scores with their signatures."""
    from tqa.api import score

    scores = score(
        options.hypothesis,
        options.ref,
        source=options.source,
        target_lang=options.target_lang,
        metrics=tuple(filter(None, options.metrics.split(","))),
    )
    if options.output_format == "json":
        import json

        print(json.dumps({"version": 1, "scores": [asdict(one) for one in scores]}, indent=1))
    else:
        print("\n".join(map(_line, scores)))
    return 0


def _line(score: Score) -> str:
    return f"{score.metric:<7}{score.value:8.2f}   {score.signature}"
