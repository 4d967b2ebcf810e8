"""`tqa compare A B --ref R`: what two translations of one source differ in, and which is the better by what."""

import argparse
import os
from typing import Any

from tqa.cli._pages.page import Cell, Page, Table, cells
from tqa.errors import ConfigError
from tqa.scores.comparison import Bucket, Comparison, Difference, compare_translations, marked
from tqa.scores.evaluation import Tests
from tqa.scores.metrics import scorers
from tqa.scores.texts import matched, read_side

_ALPHA = 0.05


class Compared:
    """The two translations as they were read, and how they compare."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.first, second = read_side(options.old), read_side(options.new)
        self.names = (options.old, options.new)
        self.texts = (self.first.texts, matched(second, self.first))
        self.references = [matched(read_side(path), self.first) for path in options.ref]
        self.sources = self._sources(options.source)
        self.shown: int = options.examples
        if self.names[0] == self.names[1]:
            raise ConfigError("the two translations are the same file")
        language = options.target_lang
        self.found: Comparison = compare_translations(
            self.names,
            self.texts,
            self.references,
            scorers(tuple(filter(None, options.metrics.split(","))), language, options.tokenize),
            language=language,
            tests=Tests(paired=("bs", "ar"), seed=options.seed),
            jobs=os.cpu_count() or 1,
        )

    def _sources(self, path: str | None) -> list[str]:
        if path is not None:
            return matched(read_side(path), self.first)
        return [unit.source or "" for unit in self.first.units]

    def page(self) -> Page:
        """The scores, the buckets, and the segments that differ most."""
        found = self.found
        first, second = self.names
        facts = (
            ("segments", f"{found.evaluation.segments:,}"),
            (f"{first} is better", f"{found.better_first:,}"),
            (f"{second} is better", f"{found.better_second:,}"),
            ("about equal", f"{found.ties:,}, of which {found.identical:,} are the same"),
            ("length, of the reference's", "{:.3f} and {:.3f}".format(*found.ratios)),
        )
        frequency = "in a million words of the language" if found.by_language else "in the references"
        tables = (
            self._scores(),
            self._buckets("chrF by length of the reference in words", "Words", "segments", found.lengths),
            self._buckets(f"F1 of words by how often they occur {frequency}", "Occurs", "words", found.frequencies),
            self._examples(f"Better in {first}", [one for one in found.differences if one.gain < 0]),
            self._examples(f"Better in {second}", [one for one in found.differences if one.gain > 0]),
        )
        signatures = [f"{one.title:<7} {one.signature}" for one in found.evaluation.metrics]
        notes = (f"* p < {_ALPHA} by both tests: the difference is unlikely to be chance", *signatures)
        return Page(f"{first} and {second}", facts, tuple(table for table in tables if table.rows), notes)

    def _scores(self) -> Table:
        rows = []
        for metric in self.found.evaluation.metrics:
            first, second = metric.systems
            star = all(p < _ALPHA for p in second.p.values())
            change = second.value - first.value
            gain = -change if metric.lower_is_better else change
            p = [Cell(f"{second.p[test]:.4f}") for test in ("bs", "ar")]
            row = [Cell(metric.title), Cell(f"{first.value:.2f}", strong=gain < 0)]
            row.append(Cell(f"{second.value:.2f}", strong=gain > 0))
            rows.append([*row, Cell(f"{change:+.2f}", star=star), *p])
        return Table("Scores", ("Metric", *self.names, "change", "p bootstrap", "p randomisation"), rows)

    def _buckets(self, title: str, name: str, unit: str, buckets: tuple[Bucket, ...]) -> Table:
        rows = []
        for one in buckets:
            bars = [Cell(f"{value:.2f}", bar=(0, value / 100, 0)) for value in (one.first, one.second)]
            rows.append([*cells(one.name, one.size), *bars, Cell(f"{one.second - one.first:+.2f}")])
        return Table(title, (name, unit, *self.names, "change"), rows)

    def _examples(self, title: str, differences: list[Difference]) -> Table:
        rows = []
        for one in differences[: self.shown]:
            texts = [side[one.index] for side in self.texts]
            rows.append(
                [
                    Cell(f"{self.first.units[one.index].id}, chrF {one.first:.1f} and {one.second:.1f}"),
                    Cell(self.sources[one.index]),
                    Cell(self.references[0][one.index]),
                    *(Cell(own, pieces=marked(own, other)) for own, other in (texts, texts[::-1])),
                ]
            )
        note = "" if len(differences) <= self.shown else f"the {self.shown:,} with most of {len(differences):,}"
        return Table(title, ("segment", "source", "reference", *self.names), rows, note, stacked=True)

    def record(self) -> dict[str, Any]:
        """The same as JSON, with all differences."""
        found = self.found
        return {
            "version": 1,
            "systems": list(self.names),
            "segments": found.evaluation.segments,
            "scores": [
                {
                    "metric": one.metric,
                    "signature": one.signature,
                    "values": [score.value for score in one.systems],
                    "p": dict(one.systems[1].p),
                }
                for one in found.evaluation.metrics
            ],
            "better": [found.better_first, found.better_second],
            "ties": found.ties,
            "identical": found.identical,
            "length_ratios": list(found.ratios),
            "by_length": [_bucket(one) for one in found.lengths],
            "by_frequency": [_bucket(one) for one in found.frequencies],
            "frequency_of": "language" if found.by_language else "references",
            "differences": [self._difference(one) for one in found.differences],
        }

    def _difference(self, one: Difference) -> dict[str, Any]:
        return {
            "segment": self.first.units[one.index].id,
            "chrf": [one.first, one.second],
            "source": self.sources[one.index] or None,
            "reference": self.references[0][one.index],
            "translations": [side[one.index] for side in self.texts],
        }


def _bucket(one: Bucket) -> dict[str, Any]:
    return {"range": one.name, "size": one.size, "scores": [one.first, one.second]}
