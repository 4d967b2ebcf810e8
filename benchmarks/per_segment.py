#!/usr/bin/env python3
"""What a segment costs, beside a floor that no checker can beat: read, NFC-normalise, one regular expression.

    python benchmarks/per_segment.py [--segments 20000]

`dispatch` is the engine with 100 rules none of which could fire on a plain segment; `default` are tqa's default rules.
Both are given as a multiple of the floor measured in the same run, on the project's own Vietnamese-English sentences.
"""

import argparse
import re
import time
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from tqa import Segment
from tqa.config.selection import select_rules
from tqa.engine.plan import make_jobs
from tqa.engine.result import Run
from tqa.engine.run import run_jobs
from tqa.language.traits import Trait
from tqa.registry import rules

CORPORA = Path(__file__).parents[1] / "corpora"


def sample(count: int) -> list[Segment]:
    """`count` sentence pairs of the project's corpora, over and over where there are fewer."""
    rows = [
        line.split("\t")
        for path in sorted((CORPORA / "vi-en").glob("*.tsv")) or sorted((CORPORA / "bitexts").glob("*.vi-en.tsv"))
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
    ]
    return [Segment(str(n), row[2], row[1], "vi", "en") for n, row in enumerate(islice(cycle(rows), count), 1)]


def floor(segments: list[Segment]) -> int:
    """The least that a checker does."""
    digits = re.compile(r"\d+")
    found = 0
    for segment in segments:
        for text in (segment.source or "", segment.target):
            found += len(digits.findall(unicodedata.normalize("NFC", text)))
    return found


def engine(segments: list[Segment], jobs: tuple) -> int:
    """A run of the engine."""
    return len(run_jobs(segments, jobs, Run("", (), "vi", "en")).issues)


def idle_jobs() -> tuple:
    """A hundred rules that are for characters which hardly a sentence has."""
    template = rules()["untranslated"]
    idle = [
        replace(template, id=f"idle-{n}", when=0, when_source=0, when_target=int(Trait.INVISIBLE)) for n in range(100)
    ]
    return make_jobs(idle, {}, {})


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The best of some runs."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--segments", type=int, default=20000)
    options = parser.parse_args()
    segments = sample(options.segments)
    base = seconds(lambda: floor(segments))
    print(f"{len(segments):,} segments\n{'':10} {'µs/segment':>11} {'x floor':>9}")
    default = make_jobs(select_rules([], [], False), {}, {})
    for name, time_taken in (
        ("floor", base),
        ("dispatch", seconds(lambda: engine(segments, idle_jobs()))),
        ("default", seconds(lambda: engine(segments, default))),
    ):
        print(f"{name:10} {time_taken / len(segments) * 1e6:11.1f} {time_taken / base:9.1f}")


if __name__ == "__main__":
    main()
