"""Fits the estimate of quality to human MQM scores, and tells how well it does on documents that it hasn't seen.

    python benchmarks/estimate.py mqm.jsonl [--write]

A line of the data is a segment: id (the document is what stands between its last two hyphens), source_lang,
target_lang, source, target, system, and score, the penalty points that people gave. Printed are Kendall's tau-b with
these scores, the mean over the language pairs: of the plain sum of the findings' penalties, of the length, and of the
estimate, cross-validated by document, by system and by language pair; then of the estimate without each feature, and
with others that were tried. `--write` fits to all of the data and writes `tqa/scores/estimate/model.toml`.
"""

import argparse
import json
import math
import zlib
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from tqa.alignment.evidence import Evidence
from tqa.alignment.profile import profile
from tqa.api import check
from tqa.facts import Pair
from tqa.language.fold import lower
from tqa.language.lexicon import lexicon
from tqa.model import Issue, Location, Segment, Severity
from tqa.mqm import PENALTY
from tqa.scores.estimate.features import NAMES, features, issues_of

FOLDS = 10
# Of the ridge; in segments. Larger ones do no better, smaller ones a little worse.
RIDGE = 1000.0
# Pairs of languages weigh the same, but for those of fewer segments than this.
FEWEST = 60
MODEL = Path(__file__).parents[1] / "tqa/scores/estimate/model.toml"


class Data(NamedTuple):
    """All segments: the features, the human scores, the plain sum of penalties, and what they are grouped by."""

    names: list[str]
    x: Any
    y: Any
    penalty: Any
    pairs: Any
    documents: Any
    systems: Any


def read(path: Path) -> Data:
    """Check the segments, each system's by themselves, and take their features and those that were tried besides."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    groups: defaultdict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for record in records:
        groups[record["system"], record["source_lang"], record["target_lang"]].append(record)
    rows, scores, penalties, pairs, documents, systems = [], [], [], [], [], []
    for (system, *languages), group in groups.items():
        segments = [
            Segment(str(n), one["target"], one["source"], *languages, Location(system, n))
            for n, one in enumerate(group)
        ]
        found = check(segments, source_lang=languages[0], target_lang=languages[1])
        issues = issues_of(segments, found.issues)
        others = tried(segments, issues)
        for record, segment, own, other in zip(group, segments, issues, others, strict=True):
            rows.append({**features(segment, own), **other})
            scores.append(record["score"])
            penalties.append(sum(PENALTY[issue.severity] for issue in own))
            pairs.append("-".join(languages))
            documents.append(record["id"].rsplit("-", 2)[1])
            systems.append(system)
    names = [*NAMES, *(name for name in rows[0] if name not in NAMES)]
    table = np.array([[row.get(name, math.nan) for name in names] for row in rows])
    # What nothing is known of is as usual, as the model has it.
    table = np.where(np.isnan(table), np.nanmean(table, axis=0), table)
    return Data(names, table, *map(np.array, (scores, penalties, pairs, documents, systems)))


def tried(segments: Sequence[Segment], issues: Sequence[Sequence[Issue]]) -> Iterator[dict[str, float]]:
    """Features that the model does without: see the figures."""
    sides = [(profile(s.source or "", s.source_lang), profile(s.target, s.target_lang)) for s in segments]
    evidence = Evidence(segments[0].source_lang, segments[0].target_lang, [target for _, target in sides])
    for segment, found, (source, target) in zip(segments, issues, sides, strict=True):
        pair = Pair(segment)
        guess = pair.target_guess
        yield {
            "alignment": -evidence.score(source, target) / math.sqrt(len(source.terms) + 1),
            "identification": 0.0 if guess.language == segment.target_lang else guess.confidence,
            "added": math.log1p(sum(one.is_backed is False for one in pair.backing.of(pair.target.words))),
            "copied": math.log1p(sum(len(word) > 3 for word in pair.target.lower_words & pair.source.lower_words)),
            "numbers": math.log1p(sum(char.isdigit() for char in segment.source or "")),
            "rarity": rarity(pair),
            "hints": math.log1p(sum(issue.severity is Severity.NEUTRAL for issue in found)),
            "consistency": math.log1p(sum(issue.category.startswith("terminology") for issue in found)),
        }


def rarity(pair: Pair) -> float:
    """The mean of the target words' rarity."""
    known = lexicon(pair.target.language)
    if known is None or not pair.target.words:
        return 0.0
    shares = [min(max(known.frequency(lower(word.text)), 1e-8), 1e-4) for word in pair.target.words]
    return sum(-math.log(share) for share in shares) / len(shares)


def kendall(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Kendall's tau-b."""
    groups = defaultdict(list)
    for x, y in zip(xs, ys, strict=True):
        groups[x].append(y)
    seen: list[float] = []
    balance = 0
    for x in sorted(groups):
        balance += sum(bisect_left(seen, y) + bisect_right(seen, y) - len(seen) for y in groups[x])
        for y in groups[x]:
            insort(seen, y)

    def untied(values: Sequence[float]) -> float:
        return math.comb(len(values), 2) - sum(math.comb(count, 2) for count in Counter(values).values())

    spread = math.sqrt(untied(xs) * untied(ys))
    return balance / spread if spread else 0.0


def by_pair(data: Data, found: Any) -> dict[str, float]:
    """The tau-b of each language pair."""
    return {
        str(pair): kendall(found[data.pairs == pair].tolist(), data.y[data.pairs == pair].tolist())
        for pair in sorted(set(data.pairs))
    }


def tau(data: Data, found: Any) -> float:
    """The mean over the language pairs."""
    return float(np.mean(list(by_pair(data, found).values())))


def ranks(values: Any) -> Any:
    """The rank of each value as a share, the same for ties."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - counts / 2)[place] / len(values)


def fit(x: Any, y: Any, pairs: Any) -> Any:
    """Weights from 0 up that give the ranks of the scores within each language pair: ridge regression.

    No weight is below 0: what makes an error likelier doesn't make it less likely in another text.
    """
    centred, wanted, weight = x.astype(float), np.zeros(len(y)), np.zeros(len(y))
    for pair in set(pairs):
        rows = pairs == pair
        centred[rows] -= x[rows].mean(0)
        wanted[rows] = ranks(y[rows]) - 0.5
        weight[rows] = 1 / max(rows.sum(), FEWEST)
    wanted /= wanted.std()
    weight /= weight.mean()
    spread = centred.std(0) + 1e-9
    scaled = centred / spread
    matrix = (scaled * weight[:, None]).T @ scaled + RIDGE * np.eye(x.shape[1])
    aim = (scaled * weight[:, None]).T @ wanted
    found = np.zeros(x.shape[1])
    for _ in range(200):  # coordinate descent
        for n in range(len(found)):
            found[n] = max(0.0, (aim[n] - matrix[n] @ found + matrix[n, n] * found[n]) / matrix[n, n])
    return found / spread


def validated(data: Data, names: Sequence[str], folds: Any) -> Any:
    """The sum for each segment by weights fitted to the other folds."""
    chosen = data.x[:, [data.names.index(name) for name in names]]
    found = np.zeros(len(data.y))
    for fold in set(folds):
        rows = folds == fold
        found[rows] = chosen[rows] @ fit(chosen[~rows], data.y[~rows], data.pairs[~rows])
    return found


def calibrate(sums: Any, y: Any) -> tuple[float, float]:
    """The offset and scale by which exp(offset + scale × sum) are the points to be expected: Poisson regression."""
    found = np.array([math.log(y.mean()), 0.0])
    design = np.stack([np.ones_like(sums), sums], axis=1)
    for _ in range(100):
        expected = np.exp(design @ found)
        found += np.linalg.solve((design * expected[:, None]).T @ design, design.T @ (y - expected))
    return float(found[0]), float(found[1])


def write(data: Data) -> None:
    """Fit to all of the data and write the model."""
    names = list(NAMES)
    chosen = data.x[:, [data.names.index(name) for name in names]]
    weights, usual = fit(chosen, data.y, data.pairs), chosen.mean(0)
    sums = (chosen - usual) @ weights
    offset, scale = calibrate(sums, data.y)
    lines = ["# Made by benchmarks/estimate.py --write. Don't edit.", "", "[weights]"]
    lines += [f"{name} = {value:.6f}" for name, value in zip(names, weights, strict=True)]
    lines += ["", "[usual]", *(f"{name} = {value:.6f}" for name, value in zip(names, usual, strict=True))]
    lines += ["", "[points]", f"offset = {offset:.6f}", f"scale = {scale:.6f}"]
    quantiles = ", ".join(f"{value:.4f}" for value in np.quantile(sums, np.arange(0.5, 100) / 100))
    MODEL.write_text(f"quantiles = [{quantiles}]\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


def report(data: Data) -> None:
    """Print the figures."""
    folds: dict[str, Any] = {
        "document": np.array([zlib.crc32(name.encode()) % FOLDS for name in data.documents]),
        "system": data.systems,
        "language pair": data.pairs,
    }
    names = list(NAMES)
    print(f"{len(data.y):,} segments, {len(set(data.documents))} documents, {len(set(data.pairs))} language pairs\n")
    print("mean tau-b over the language pairs")
    print(f"  sum of penalties                   {tau(data, data.penalty):6.3f}")
    print(f"  length alone                       {tau(data, data.x[:, data.names.index('length')]):6.3f}")
    for name, fold in folds.items():
        print(f"  estimate, unseen {name:17} {tau(data, validated(data, names, fold)):6.3f}")
    base = validated(data, names, folds["document"])
    print("\nwithout one (unseen document, unseen language pair)")
    changes(data, names, folds, lambda name: [one for one in names if one != name], names)
    print("\nwith one more that was tried")
    changes(data, names, folds, lambda name: [*names, name], [name for name in data.names if name not in names])
    print("\nby language pair: sum of penalties, estimate (unseen document)")
    penalties = by_pair(data, data.penalty)
    for pair, value in by_pair(data, base).items():
        print(f"  {pair:8} {penalties[pair]:6.3f} {value:6.3f}")
    calibration(data, base)


def changes(
    data: Data, names: list[str], folds: dict[str, Any], chosen: Callable[[str], list[str]], of: Sequence[str]
) -> None:
    """Print by how much tau changes with other features."""
    kinds = ("document", "language pair")
    base = [tau(data, validated(data, names, folds[kind])) for kind in kinds]
    for name in of:
        found = [tau(data, validated(data, chosen(name), folds[kind])) for kind in kinds]
        print(f"  {name:15}", *(f"{value - before:+.3f}" for value, before in zip(found, base, strict=True)))


def calibration(data: Data, sums: Any) -> None:
    """Print the points expected and given, in fifths of the segments by their estimate."""
    offset, scale = calibrate(sums, data.y)
    expected = np.exp(offset + scale * sums)
    print("\nfifth of the segments: points expected, points given, segments with an error")
    for n, rows in enumerate(np.array_split(np.argsort(expected, kind="stable"), 5), 1):
        given = data.y[rows]
        print(f"  {n}  {expected[rows].mean():5.2f}  {given.mean():5.2f}  {100 * (given > 0).mean():3.0f} %")


def main() -> None:
    """Report, or write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="fit to all of it and write the model")
    options = parser.parse_args()
    data = read(options.data)
    report(data)
    if options.write:
        write(data)


if __name__ == "__main__":
    main()
