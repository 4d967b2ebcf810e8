#!/usr/bin/env python3
"""What a segment costs, beside a floor that no checker can beat: read, NFC-normalise, one regular expression.

    python benchmarks/per_segment.py [--segments 20000] [--rules 10]

`dispatch` is the engine with 100 rules none of which could fire on a plain segment; `default` are tqa's default rules.
Both are given as a multiple of the floor measured in the same run, on the project's own Vietnamese-English sentences,
in seconds of the processor, so that other programs count little. Then come the dearest rules, as a Markdown table: what
each costs by itself, on segments whose shared facts (words, numbers, lost diacritics ...) are known already; `facts` is
what these cost, with the engine.
"""

import argparse
import re
import time
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain, cycle, islice
from pathlib import Path

from tqa import Segment
from tqa.config.selection import select_rules
from tqa.engine.plan import Dispatcher, Job, make_jobs
from tqa.engine.result import Run
from tqa.engine.run import run_jobs
from tqa.facts import Pair
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
    """The best of some runs, in seconds of the processor."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def by_rule(segments: list[Segment], jobs: tuple[Job, ...]) -> dict[str, float]:
    """What each rule costs by itself, in seconds, once what the rules share is known of each segment."""
    dispatcher = Dispatcher(jobs)
    calls: dict[str, tuple[Callable[[Pair], Iterable], list[Pair]]] = {}
    for pair in map(Pair, segments):
        for job, work in chain(*dispatcher.jobs_for(pair)):
            run_rule(work, [pair])
            calls.setdefault(job.rule.id, (work, []))[1].append(pair)
    return {
        rule: seconds(lambda work=work, pairs=pairs: run_rule(work, pairs)) for rule, (work, pairs) in calls.items()
    }


def run_rule(work: Callable[[Pair], Iterable], pairs: list[Pair]) -> None:
    """Let a rule look at, or gather from, each of the pairs."""
    for pair in pairs:
        for _ in work(pair):
            pass


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--segments", type=int, default=20000)
    parser.add_argument("--rules", type=int, default=10, help="how many of the dearest rules to show")
    options = parser.parse_args()
    segments = sample(options.segments)
    base = seconds(lambda: floor(segments))
    print(f"{len(segments):,} segments\n{'':10} {'µs/segment':>11} {'x floor':>9}")
    default = make_jobs(select_rules([], [], False), {}, {})
    whole = seconds(lambda: engine(segments, default))
    for name, time_taken in (
        ("floor", base),
        ("dispatch", seconds(lambda: engine(segments, idle_jobs()))),
        ("default", whole),
    ):
        print(f"{name:10} {time_taken / len(segments) * 1e6:11.1f} {time_taken / base:9.1f}")
    costs = by_rule(segments[: len(segments) // 4], default)
    share = {rule: 4 * cost for rule, cost in costs.items()}
    dearest = sorted(share, key=share.__getitem__, reverse=True)[: options.rules]
    share["facts"] = whole - sum(share.values())
    print("\n| rule | µs/segment | share |\n| :-- | --: | --: |")
    for name in (*dearest, "facts"):
        print(f"| {name} | {share[name] / len(segments) * 1e6:.1f} | {share[name] / whole:.0%} |")


if __name__ == "__main__":
    main()
