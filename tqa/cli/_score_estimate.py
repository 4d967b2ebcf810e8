"""`tqa score --estimate`: what quality is to be expected of each segment, without a reference."""

import argparse
import os
from collections.abc import Mapping, Sequence
from typing import Any

from tqa.cli._pages.page import Cell, Page, Table, cells
from tqa.errors import ConfigError, ReadError
from tqa.model import Issue, Problem, Segment
from tqa.scores.estimate.features import NAMES, features, issues_of
from tqa.scores.estimate.model import Estimate, load_model
from tqa.scores.judges.judge import Item, Verdicts, ask
from tqa.scores.words import count_words

# How many segments are shown, the worst first; JSON has them all.
_SHOWN = 50
# What a feature must add to the sum to be named: a fifth of what a major finding adds.
_WORTH_SAYING = 0.1
_KEY = "TQA_LLM_API_KEY"


class Estimated:
    """The segments with their estimates, and what the judges say of them."""

    def __init__(self, options: argparse.Namespace) -> None:
        if len(options.hypotheses) != 1:
            raise ConfigError("--estimate takes one translation: a bitext, or a text with its --source")
        self.segments = _read(options)
        numbered = [segment._replace(id=str(n)) for n, segment in enumerate(self.segments)]
        self.issues = issues_of(numbered, _check(numbered, options))
        model = load_model()
        pairs = zip(numbered, self.issues, strict=True)
        self.estimates: list[Estimate] = [model.estimate(features(segment, found)) for segment, found in pairs]
        self.judged: dict[str, Verdicts] = {}
        items = [Item(one.source or "", one.target, one.source_lang, one.target_lang) for one in self.segments]
        for name in dict.fromkeys(options.judge):
            self.judged[name] = ask(name, items, _settings(name, options))

    @property
    def words(self) -> int:
        """The words of all segments."""
        return sum(count_words(one.source or "", one.target) for one in self.segments)

    def page(self) -> Page:
        """The segments that are expected to be worst."""
        order = sorted(range(len(self.segments)), key=lambda n: -self.estimates[n].points)
        columns = ("Segment", "Why", "points", *self.judged)
        rows = [self._row(n) for n in order[:_SHOWN]]
        total = sum(one.points for one in self.estimates)
        facts = [("segments", f"{len(self.segments):,}"), ("words", f"{self.words:,}")]
        facts.append(("points to be expected", f"{total:,.1f}"))
        if self.words:
            facts.append(("in 1,000 words", f"{1000 * total / self.words:,.1f}"))
        for name, verdicts in self.judged.items():
            facts += [(f"{name}: {cost}", f"{value:,.0f}") for cost, value in verdicts.costs.items()]
        shown = f"the {_SHOWN} worst of {len(order):,} segments" if len(order) > _SHOWN else "all segments, worst first"
        note = (
            "points: the MQM penalty (minor 1, major 5, critical 25) that people would give on average. An estimate "
            "ranks segments better than chance and no more: see docs/scores.md"
        )
        return Page("Estimate without a reference", tuple(facts), (Table(shown, columns, rows, labels=2),), (note,))

    def _row(self, n: int) -> list[Cell]:
        segment, estimate = self.segments[n], self.estimates[n]
        place = segment.location
        where = place.file if place.line is None else f"{place.file}:{place.line}"
        judged = [verdicts.scores[n] for verdicts in self.judged.values()]
        return cells(f"{where} ({segment.id})", self._why(n), round(estimate.points, 2), *judged)

    def _why(self, n: int) -> str:
        """The rules that found something, or else the feature that adds most."""
        rules = list(dict.fromkeys(issue.rule for issue in self.issues[n]))
        if rules:
            return ", ".join(rules[:3])
        parts = self.estimates[n].parts
        most = max(parts, key=lambda name: parts[name])
        return NAMES[most] if parts[most] > _WORTH_SAYING else "–"

    def record(self) -> dict[str, Any]:
        """All segments as JSON, in their order."""
        return {
            "version": 1,
            "words": self.words,
            "points": sum(one.points for one in self.estimates),
            "judges": {name: {"costs": dict(verdicts.costs)} for name, verdicts in self.judged.items()},
            "segments": [self._segment(n) for n in range(len(self.segments))],
        }

    def _segment(self, n: int) -> dict[str, Any]:
        segment, estimate = self.segments[n], self.estimates[n]
        record: dict[str, Any] = {
            "segment": segment.id,
            "file": segment.location.file,
            "line": segment.location.line,
            "points": estimate.points,
            "share": estimate.share,
            "parts": dict(estimate.parts),
            "rules": [issue.rule for issue in self.issues[n]],
        }
        for name, verdicts in self.judged.items():
            record[name] = {"score": verdicts.scores[n]}
            if verdicts.comments:
                record[name]["comment"] = verdicts.comments[n]
        return record


def _read(options: argparse.Namespace) -> list[Segment]:
    from tqa.api import load

    loaded = load(
        options.hypotheses,
        source=options.source,
        source_lang=options.source_lang,
        target_lang=options.target_lang,
    )
    segments = []
    for item in loaded.items:
        if isinstance(item, Problem):
            raise ReadError(item.message, item.file or options.hypotheses[0], item.line)
        segments.append(item)
    if not any(segment.source for segment in segments):
        raise ConfigError("an estimate compares with the source: give a bitext, or name the source with --source")
    return segments


def _check(segments: Sequence[Segment], options: argparse.Namespace) -> tuple[Issue, ...]:
    from tqa.api import check

    return check(segments, source_lang=options.source_lang, target_lang=options.target_lang).issues


def _settings(judge: str, options: argparse.Namespace) -> Mapping[str, str]:
    settings = {}
    for option in options.judge_option:
        name, equals, value = option.partition("=")
        if not equals:
            raise ConfigError(f"--judge-option is NAME=VALUE, not '{option}'")
        settings[name] = value
    if "key" in settings:
        raise ConfigError(f"a key doesn't belong on a command line, where others see it: set {_KEY}")
    if judge == "llm" and (key := os.environ.get(_KEY)):
        settings["key"] = key
    return settings
