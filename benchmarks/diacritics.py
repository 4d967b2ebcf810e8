#!/usr/bin/env python3
"""What lost diacritics cost: to look for them in a sound segment, beside all default checks, and to put them back.

    python benchmarks/diacritics.py [--segments 4000]

On the project's own Vietnamese-English sentences. Processor time, so that other work on the machine counts less; the
first round, in which words are looked up for the first time, is given apart.
"""

import argparse
import time
from collections.abc import Callable
from functools import partial

from per_segment import engine, sample

from tqa.config.selection import select_rules
from tqa.engine.plan import make_jobs
from tqa.language.diacritics import detect, restore
from tqa.language.fold import fold


def seconds(work: Callable[[], object]) -> float:
    """Processor time of `work`."""
    start = time.process_time()
    work()
    return time.process_time() - start


def look(texts: list[tuple[str, str]]) -> float:
    """Processor time of a look at each text."""
    return seconds(lambda: [detect(text, lang) for text, lang in texts])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--segments", type=int, default=4000)
    options = parser.parse_args()
    segments = sample(options.segments)
    sides = [(segment.source or "", "vi") for segment in segments], [(segment.target, "en") for segment in segments]
    detect("một", "vi")
    print(f"{len(segments):,} segments; µs a segment")
    for name, side in (("Vietnamese", sides[0]), ("English", sides[1])):
        first, again = (look(side) / len(side) * 1e6 for _ in range(2))
        print(f"  {name:12} first {first:8.1f}  again {again:8.1f}")
    rules = select_rules([], [], False)
    without = [rule for rule in rules if rule.id != "diacritic-loss"]
    for name, chosen in (("all defaults", rules), ("without", without)):
        jobs = make_jobs(chosen, {}, {})
        engine(segments, jobs)
        spent = seconds(partial(engine, segments, jobs))
        print(f"  {name:12} {spent / len(segments) * 1e6:8.1f}")
    stripped = [fold(text) for text, _ in sides[0][:1000]]
    words = sum(len(text.split()) for text in stripped)
    spent = seconds(lambda: [restore(text, "vi", 1.0) for text in stripped])
    print(f"restoration: {words / spent:,.0f} words a second")


if __name__ == "__main__":
    main()
