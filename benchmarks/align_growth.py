#!/usr/bin/env python3
"""How time and memory of aligning two documents grow with their length.

    align_growth.py [--lines 1000,10000,100000]

The texts are made up, the same at every run: words of two invented languages that translate each other one to one most
of the time, numbers and names that are kept, and one line in ten merged, split, left out or put in. For each length it
prints seconds, those of the processor, the peak of memory of a process that does this alone, and the F1 of the links
against what was made.
"""

import argparse
import random
import resource
import sys
import time
from multiprocessing import get_context

_SYLLABLES = ("ba", "ko", "ri", "tu", "ne", "sa", "lo", "mi", "va", "du", "pe", "ho", "gi", "fa", "zu")
_OTHERS = ("and", "erk", "iol", "ust", "ep", "orn", "ath", "uv", "ysk", "elm", "igg", "och", "urb", "aft", "osp")
_WORDS, _NAMES, _SENTENCE = 30_000, 4_000, (4, 30)
_KNOWN = 0.75

Bead = tuple[tuple[int, ...], tuple[int, ...]]


def make_words(parts: tuple[str, ...], count: int) -> list[str]:
    """Distinct words, the shortest first."""
    found: list[str] = []
    longer = list(parts)
    while len(found) < count:
        longer = [word + part for word in longer for part in parts]
        found += longer
    return found[:count]


def make_documents(count: int, seed: int = 1) -> tuple[list[str], list[str], list[Bead]]:
    """Two documents of about `count` lines, and which of their lines belong together (0-based)."""
    chance = random.Random(seed)
    source_words, target_words = make_words(_SYLLABLES, _WORDS), make_words(_OTHERS, _WORDS)
    source: list[str] = []
    target: list[str] = []
    beads: list[Bead] = []

    def sentence() -> tuple[str, str]:
        left, right = [], []
        for _ in range(chance.randint(*_SENTENCE)):
            # Zipf's law, roughly: the rank is spread evenly on a logarithmic scale.
            rank = int(_WORDS ** chance.random()) - 1
            if chance.random() < 0.03:
                kept = str(chance.randint(2, 3000)) if chance.random() < 0.5 else f"Q{chance.randint(0, _NAMES)}"
                left.append(kept)
                right.append(kept)
                continue
            left.append(source_words[rank])
            other = rank if chance.random() < _KNOWN else int(_WORDS ** chance.random()) - 1
            right.insert(max(0, len(right) - chance.randint(0, 2)), target_words[other])
        return " ".join(left).capitalize() + ".", " ".join(right).capitalize() + "."

    def put(left: list[str], right: list[str]) -> None:
        beads.append(
            (
                tuple(range(len(source), len(source) + len(left))),
                tuple(range(len(target), len(target) + len(right))),
            )
        )
        source.extend(left)
        target.extend(right)

    while len(source) < count:
        one, other = sentence(), sentence()
        kind = chance.random()
        if kind < 0.025:
            put([one[0] + " " + other[0]], [one[1], other[1]])
        elif kind < 0.05:
            put([one[0], other[0]], [one[1] + " " + other[1]])
        elif kind < 0.075:
            put([one[0]], [])
        elif kind < 0.1:
            put([], [one[1]])
        else:
            put([one[0]], [one[1]])
    return source, target, beads


def measure(count: int) -> tuple[float, float, float, float]:
    """Seconds, those of the processor, MiB at the peak, and F1 over linked beads, for documents of `count` lines."""
    from tqa.alignment.documents import align_documents

    source, target, gold = make_documents(count)
    start, worked = time.perf_counter(), time.process_time()
    links = align_documents(source, target, "und", "und")
    seconds, worked = time.perf_counter() - start, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = {(link.source, link.target) for link in links if link.source and link.target}
    true = {bead for bead in gold if bead[0] and bead[1]}
    return seconds, worked, peak, 2 * len(found & true) / (len(found) + len(true))


def main() -> int:
    """Measure each length in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--lines", default="1000,10000,100000", help="comma-separated numbers of lines")
    options = parser.parse_args()
    print(f"{'lines':>8} {'seconds':>8} {'cpu':>8} {'ms/line':>8} {'MiB':>6} {'F1':>7}")
    for count in map(int, options.lines.split(",")):
        with get_context("spawn").Pool(1) as pool:
            seconds, worked, peak, f1 = pool.apply(measure, (count,))
        print(f"{count:8,} {seconds:8.1f} {worked:8.1f} {1000 * worked / count:8.2f} {peak:6.0f} {f1:7.4f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
