"""Time and memory of `tqa score` beside sacrebleu's own command: the same files, metrics and resamples.

    python benchmarks/scores_speed.py [--segments 100000] [--resamples 1000] [--jobs 1]

The texts are made up of random words. Both commands run one after the other; what they find must be the same.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path

METRICS = ("bleu", "chrf", "ter")


def write_texts(folder: Path, segments: int) -> None:
    """Write `ref.txt` and `hyp.txt`: a translation in which one word in four is another and some are reordered."""
    rng = random.Random(5)
    words = ["".join(rng.choices("aeioubcdfglmnprstv", k=rng.randint(2, 9))) for _ in range(8000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    with (folder / "ref.txt").open("w") as references, (folder / "hyp.txt").open("w") as translations:
        for _ in range(segments):
            reference = rng.choices(words, weights, k=rng.randint(8, 30))
            translation = [rng.choice(words) if rng.random() < 0.25 else word for word in reference]
            if rng.random() < 0.3:
                at = rng.randrange(len(translation))
                translation = translation[at:] + translation[:at]
            references.write(" ".join(reference) + ".\n")
            translations.write(" ".join(translation) + ".\n")


def timed(name: str, command: list[str], output: Path) -> list[dict[str, object]]:
    """Run a command and print what it took; return the JSON that it writes to its standard output."""
    start = time.monotonic()
    child = os.posix_spawn(
        command[0],
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, str(output), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)],
    )
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit(f"{name} failed")
    wall, cpu = time.monotonic() - start, usage.ru_utime + usage.ru_stime
    print(
        f"{name:<10} {wall:8.1f} s {cpu:8.1f} s CPU {usage.ru_maxrss / 2**20:6.2f} GB at most in one process",
        flush=True,
    )
    return json.loads(output.read_text())


def main() -> None:
    """Compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--resamples", type=int, default=1000)
    parser.add_argument("--jobs", default="1", help="processes of tqa; sacrebleu has one")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_texts(folder, options.segments)
        hyp, ref = str(folder / "hyp.txt"), str(folder / "ref.txt")
        resamples = str(options.resamples)
        python = [sys.executable, "-m"]
        own = [*python, "tqa", "score", hyp, "--ref", ref, "--confidence", "--resamples", resamples]
        ours = timed("tqa", [*own, "--jobs", options.jobs, "--output-format", "json"], folder / "ours.json")
        own = [*python, "sacrebleu", ref, "-i", hyp, "-m", *METRICS, "-ci", "-cin", resamples, "-w", "4"]
        theirs = timed("sacrebleu", own, folder / "theirs.json")
    for one, other in zip(ours["scores"], theirs, strict=True):
        interval = one["interval"]
        figures = [round(value, 4) for value in (one["value"], interval["mean"], interval["half_width"])]
        same = figures == [other["score"], other["confidence_mean"], other["confidence_var"]]
        print(f"{other['name']:<6} {figures} {'same' if same else other} {one['signature'] == other['signature']}")


if __name__ == "__main__":
    main()
