"""`tqa score` with references: the arguments as an evaluation, and what is shown of it."""

import argparse
import os
from collections.abc import Iterator, Sequence
from typing import Any

from tqa.cli._checking import progress
from tqa.cli._pages.page import Cell, Page, Table, cells
from tqa.errors import ConfigError
from tqa.scores.evaluation import Evaluation, MetricScores, SystemScore, Tests, evaluate
from tqa.scores.metrics import scorers
from tqa.scores.texts import Side, matched, read_documents, read_side

LEVELS = ("corpus", "document", "segment")
_TESTS = {"bs": ("bs",), "ar": ("ar",), "both": ("bs", "ar"), "none": ()}
_TEST_NAMES = {"bs": "paired bootstrap resampling", "ar": "paired approximate randomisation"}
# The level of significance that sacrebleu's own table marks.
_ALPHA = 0.05


class Scored:
    """The sides as they were read and what came of scoring them."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.digits: int = options.digits
        self.levels = _levels(options.level)
        sides = [read_side(path) for path in options.hypotheses]
        self.first = sides[0]
        names = _names(sides)
        references = list(self._references(options.ref, sides))
        self.documents = self._documents(options)
        if options.source is not None:
            matched(read_side(options.source), self.first)
        systems = {name: matched(side, self.first) for name, side in zip(names, sides, strict=True)}
        metrics = tuple(filter(None, options.metrics.split(",")))
        with progress("scored") as advance:
            self.evaluation: Evaluation = evaluate(
                systems,
                references,
                scorers(metrics, options.target_lang, options.tokenize),
                tests=_tests(options, len(sides)),
                documents=self.documents if "document" in self.levels else (),
                segments="segment" in self.levels,
                jobs=options.jobs or os.cpu_count() or 1,
                progress=advance,
            )

    def _references(self, paths: Sequence[str] | None, sides: Sequence[Side]) -> Iterator[Sequence[str | None]]:
        for path in paths or ():
            side = read_side(path)
            yield matched(side, self.first)
        yield from self.first.references
        if not paths and not self.first.references:
            raise ConfigError(
                f"no reference: give one with --ref FILE, or {sides[0].name} a column 'reference' (of a TSV or CSV)"
            )

    def _documents(self, options: argparse.Namespace) -> list[str]:
        if "document" not in self.levels:
            return []
        if options.documents is not None:
            return read_documents(options.documents, len(self.first.units))
        named = [unit.document for unit in self.first.units]
        if not any(named):
            raise ConfigError(
                "nothing says which document a segment is in: name them in a column 'document', score a folder of "
                "files, or give --documents FILE with a line for each segment"
            )
        return named

    def page(self) -> Page:
        """The scores, with their tests and signatures."""
        found = self.evaluation
        signatures = [f"{one.title:<7} {one.signature}" for one in found.metrics]
        tables = [self._systems()]
        if self.documents:
            tables.append(self._documents_table())
        if "segment" in self.levels:
            tables.append(self._segments_table())
        facts = (("segments", f"{found.segments:,}"),)
        return Page("Scores against references", facts, tuple(tables), (*_explained(found), *signatures))

    def _systems(self) -> Table:
        found = self.evaluation
        rows = []
        for n, name in enumerate(found.systems):
            baseline = " (baseline)" if n == 0 and found.tests.paired else ""
            rows.append([Cell(name + baseline), *(self._score(one, n) for one in found.metrics)])
        interval = " (μ ± 95 % CI)" if found.metrics[0].systems[0].mean is not None else ""
        return Table("", ("System", *(f"{one.title}{interval}" for one in found.metrics)), rows)

    def _score(self, metric: MetricScores, n: int) -> Cell:
        score = metric.systems[n]
        text = f"{score.value:.{self.digits}f}"
        if score.mean is not None:
            text += f" ({score.mean:.{self.digits}f} ± {score.half_width:.{self.digits}f})"
        tests = tuple(f"p{f' ({test})' if len(score.p) > 1 else ''} = {p:.4f}" for test, p in score.p.items())
        values = [one.value for one in metric.systems]
        best = min(values) if metric.lower_is_better else max(values)
        star = bool(score.p) and all(p < _ALPHA for p in score.p.values())
        return Cell(text, tests, len(values) > 1 and score.value == best, star, _bar(score))

    def _documents_table(self) -> Table:
        found = self.evaluation
        rows = [
            cells(document, *(self._number(s.documents[document]) for s in _all(found)))
            for document in dict.fromkeys(self.documents)
        ]
        return Table("Documents", ("Document", *_columns(found)), rows)

    def _segments_table(self) -> Table:
        found = self.evaluation
        rows = [
            cells(unit.id, *(self._number(s.segments[n]) for s in _all(found)))
            for n, unit in enumerate(self.first.units)
        ]
        return Table("Segments", ("Segment", *_columns(found)), rows)

    def _number(self, value: float) -> str:
        return f"{value:.{self.digits}f}"

    def record(self) -> dict[str, Any]:
        """The same as JSON: `scores` are those of the first system, `systems` all of them where there are several."""
        found = self.evaluation
        systems = [
            {"system": name, "scores": [_record(one, one.systems[n]) for one in found.metrics]}
            for n, name in enumerate(found.systems)
        ]
        record: dict[str, Any] = {"version": 1, "scores": systems[0]["scores"]}
        if len(systems) > 1:
            record["systems"] = systems
        if self.documents:
            record["documents"] = [
                {"document": name, **self._parts(lambda s, name=name: s.documents[name])}
                for name in dict.fromkeys(self.documents)
            ]
        if "segment" in self.levels:
            record["segments"] = [
                {"segment": unit.id, **self._parts(lambda s, n=n: s.segments[n])}
                for n, unit in enumerate(self.first.units)
            ]
        return record

    def _parts(self, of: Any) -> dict[str, dict[str, float]]:
        """By metric, the figure of each system."""
        found = self.evaluation
        return {
            one.metric: {name: of(score) for name, score in zip(found.systems, one.systems, strict=True)}
            for one in found.metrics
        }


def _record(metric: MetricScores, score: SystemScore) -> dict[str, Any]:
    record: dict[str, Any] = {"metric": metric.metric, "value": score.value, "signature": metric.signature}
    if score.mean is not None:
        record["interval"] = {"mean": score.mean, "half_width": score.half_width}
    if score.p:
        record["p"] = dict(score.p)
    return record


def _all(found: Evaluation) -> Iterator[SystemScore]:
    return (score for metric in found.metrics for score in metric.systems)


def _columns(found: Evaluation) -> Iterator[str]:
    several = len(found.systems) > 1
    return (f"{one.title} {name}" if several else one.title for one in found.metrics for name in found.systems)


def _bar(score: SystemScore) -> tuple[float, float, float]:
    low, high = 0.0, 0.0
    if score.mean is not None and score.half_width is not None:
        low, high = score.mean - score.half_width, score.mean + score.half_width
    first, value, last = (min(max(one / 100, 0.0), 1.0) for one in (low, score.value, high))
    return first, value, last


def _explained(found: Evaluation) -> Iterator[str]:
    tests = found.tests
    for test in tests.paired:
        number = tests.resamples if test == "bs" else tests.trials
        yield (
            f"p: {_TEST_NAMES[test]} with {number:,} {'resamples' if test == 'bs' else 'trials'}, each system against "
            f"{found.systems[0]}; * p < {_ALPHA}: the difference is unlikely to be chance"
        )


def _tests(options: argparse.Namespace, systems: int) -> Tests:
    kind = options.paired or ("bs" if systems > 1 else "none")
    if systems == 1 and kind != "none":
        raise ConfigError("--paired compares systems: name several translations, the baseline first")
    return Tests(options.confidence, _TESTS[kind], options.resamples, options.trials, options.seed)


def _levels(text: str) -> frozenset[str]:
    levels = frozenset(filter(None, text.split(",")))
    if unknown := sorted(levels.difference(LEVELS)):
        raise ConfigError(f"there is no level '{unknown[0]}'; there are {', '.join(LEVELS)}")
    return levels


def _names(sides: Sequence[Side]) -> list[str]:
    names = [side.name for side in sides]
    if len(set(names)) < len(names):
        raise ConfigError("a translation is named twice; each system is to be another file")
    return names
