"""`tqa score --annotations` and `--run`: the MQM score of what people marked, and of what the checks found."""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqa.cli._pages.page import Cell, Page, Table, cells
from tqa.engine.result import Result
from tqa.errors import ConfigError
from tqa.model import Severity
from tqa.reporters.saved import read_run
from tqa.scores.mqm.agreement import Agreement, Findings, agreement
from tqa.scores.mqm.annotations import Annotated, read_annotations
from tqa.scores.mqm.profile import load_profile
from tqa.scores.mqm.scoring import Error, MqmScore, score

_SEVERITIES = sorted(Severity, reverse=True)


@dataclass(frozen=True, slots=True)
class Judged:
    """What one judge, people or the checks, found in one system's segments."""

    system: str
    judge: str
    score: MqmScore


class Annotations:
    """The scores of what people marked and of what the checks found, by system, and how the two agree."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.profile = load_profile(options.profile)
        if options.hypotheses or options.ref:
            raise ConfigError("annotations and saved runs hold the texts themselves; leave out HYP and --ref")
        if options.checks and not options.annotations and not options.run:
            raise ConfigError("--checks goes with --annotations; tqa check checks a translation by itself")
        if options.checks and options.run:
            raise ConfigError("--checks runs the checks, --run takes what they found before: give one of them")
        units = [unit for path in options.annotations or () for unit in read_annotations(path)]
        self.judged: list[Judged] = []
        self.agreement: Agreement | None = None
        automatic: list[list[Found]] | None = None
        if options.run:
            result, _ = read_run(Path(options.run))
            self.judged.append(self._of_run(options.run, result))
            automatic = _from_run(units, result) if units else None
        elif options.checks:
            automatic = _checked(units, options)
        systems: defaultdict[str, list[int]] = defaultdict(list)
        for n, unit in enumerate(units):
            systems[unit.system].append(n)
        for system, rows in systems.items():
            chosen = [units[n] for n in rows]
            errors = [(one.category, one.severity) for unit in chosen for one in unit.annotations]
            self.judged.append(self._judged(system, "people", errors, chosen))
            if automatic is not None and options.checks:
                found = [error for n in rows for error, _ in automatic[n]]
                self.judged.append(self._judged(system, "checks", found, chosen))
        if automatic is not None:
            self.agreement = agreement(
                (_findings(automatic[n]), [(one.severity, one.spans) for one in unit.annotations])
                for n, unit in enumerate(units)
            )

    def _judged(self, system: str, judge: str, errors: Sequence[Error], units: Sequence[Annotated]) -> Judged:
        words = sum(unit.words for unit in units)
        return Judged(system, judge, score(errors, words, len(units), self.profile))

    def _of_run(self, name: str, result: Result) -> Judged:
        """The score of a saved run. Issues that a baseline holds back are errors of the text all the same."""
        errors = [(issue.category, issue.severity) for issue in (*result.issues, *result.known)]
        return Judged(name, "checks", score(errors, result.summary.words, result.summary.segments, self.profile))

    @property
    def passed(self) -> bool | None:
        """Whether what people found passes, or without them what the checks did; None where there is no verdict."""
        by_people = [one.score.passed for one in self.judged if one.judge == "people"]
        verdicts = by_people or [one.score.passed for one in self.judged]
        return None if None in verdicts else all(verdicts)

    def page(self) -> Page:
        """The scores, the errors by type and severity, and the agreement."""
        profile = self.profile
        facts = [("profile", f"{profile.name}: {profile.title}")]
        limits = dict.fromkeys(f"{one.score.allowed:,.4g}" for one in self.judged if one.score.allowed is not None)
        if limits:
            facts.append(("passes", f"up to {' or '.join(limits)} points in {profile.reference_words:,} words"))
        tables = [self._scores_table(), *(_errors_table(one) for one in self.judged if one.score.counts)]
        if self.agreement is not None:
            tables.append(_agreement_table(self.agreement))
        passed = self.passed
        return Page(
            "MQM score",
            tuple(facts),
            tuple(tables),
            tuple(self._notes()),
            None if passed is None else "passed" if passed else "failed",
        )

    def _scores_table(self) -> Table:
        profile = self.profile
        unit = "segment" if profile.unit == "segment" else f"{profile.reference_words:,} words"
        columns = ["System", "Judge", "segments", "words", "points", f"points a {unit}", "90 % interval"]
        if profile.unit == "words":
            columns[5] = f"points in {unit}"
            columns += ["quality", "verdict", "words for a sure pass"]
        rows = []
        for one in self.judged:
            found = one.score
            row = [one.system or "–", one.judge, found.segments, found.words, found.penalty, found.per_unit]
            row.append("–" if found.interval is None else "{:.2f} to {:.2f}".format(*found.interval))
            if profile.unit == "words":
                row += [found.quality, _verdict(found), found.words_needed]
            rows.append(cells(*row))
        return Table("Scores", tuple(columns), rows, labels=2)

    def _notes(self) -> Iterator[str]:
        if any(one.score.sure is False for one in self.judged):
            yield (
                "not sure: the sample is too small for its verdict to hold for the text that it is from; the interval "
                "reaches to the other side of the limit"
            )
        if self.profile.critical_fails:
            yield "one critical error fails, whatever the score"

    def record(self) -> dict[str, Any]:
        """The same as JSON."""
        profile = self.profile
        record: dict[str, Any] = {
            "version": 1,
            "profile": {"name": profile.name, "title": profile.title, "source": profile.source},
            "passed": self.passed,
            "scores": [_record(one) for one in self.judged],
        }
        if self.agreement is not None:
            names = type(self.agreement).__slots__
            record["agreement"] = {name: getattr(self.agreement, name) for name in names}
        return record


Found = tuple[Error, Any]


def _checked(units: Sequence[Annotated], options: argparse.Namespace) -> list[list[Found]]:
    """What the checks find in each unit.

    Each system is checked by itself, lest its translations be held against the others' of the same source. A text that
    several people annotated is checked once.
    """
    found: dict[tuple[str, ...], list[Found]] = {}
    for system in dict.fromkeys(unit.system for unit in units):
        texts = list(dict.fromkeys(_text(unit) for unit in units if unit.system == system))
        found.update(zip(texts, _check(texts, options), strict=True))
    return [found[_text(unit)] for unit in units]


def _from_run(units: Sequence[Annotated], result: Result) -> list[list[Found]]:
    """What the run found in each unit, which is known by its id and its text."""
    found: defaultdict[tuple[str, str], list[Found]] = defaultdict(list)
    for issue in (*result.issues, *result.known):
        found[issue.segment, issue.target].append(((issue.category, issue.severity), issue.spans))
    return [found[unit.id, unit.target] for unit in units]


def _text(unit: Annotated) -> tuple[str, ...]:
    return unit.system, unit.document, unit.id, unit.source, unit.target


def _check(texts: Sequence[tuple[str, ...]], options: argparse.Namespace) -> list[list[Found]]:
    from tqa.api import check
    from tqa.model import Location, Segment

    languages = {"source_lang": options.source_lang or "und", "target_lang": options.target_lang}
    segments = [
        Segment(str(n), target, source or None, location=Location(document or "-", n), **languages)
        for n, (_, document, _, source, target) in enumerate(texts)
    ]
    found: list[list[Found]] = [[] for _ in texts]
    for issue in check(segments, **languages).issues:
        found[int(issue.segment)].append(((issue.category, issue.severity), issue.spans))
    return found


def _findings(found: Sequence[Found]) -> Findings:
    return [(severity, spans) for (_, severity), spans in found]


def _verdict(found: MqmScore) -> str:
    if found.passed is None:
        return "–"
    return f"{found.verdict}{'' if found.sure else ', not sure'}"


def _errors_table(one: Judged) -> Table:
    found = one.score
    types = sorted(found.penalties, key=lambda name: (-found.penalties[name], name))
    rows = [
        cells(name, *(found.counts.get((name, severity), 0) for severity in _SEVERITIES), found.penalties[name])
        for name in types
    ]
    total = [sum(found.counts.get((name, severity), 0) for name in types) for severity in _SEVERITIES]
    rows.append([Cell("all"), *cells(*total, found.penalty)])
    title = f"Errors found by {one.judge}" + (f" in {one.system}" if one.system else "")
    return Table(title, ("Type", *(severity.value for severity in _SEVERITIES), "points"), rows)


def _agreement_table(found: Agreement) -> Table:
    rows = [
        cells("Cohen's kappa, segments with any error", found.kappa_any),
        cells("Cohen's kappa, segments with a major or critical error", found.kappa_serious),
        cells("marked characters of the checks that people marked, %", found.precision),
        cells("characters that people marked that the checks found, %", found.recall),
        cells("F1 of the two, %", found.f1),
        cells("segments with errors by both", found.both),
        cells("by the checks only", found.only_first),
        cells("by people only", found.only_second),
        cells("by neither", found.neither),
    ]
    return Table("Agreement of the checks with people", ("", ""), rows)


def _record(one: Judged) -> dict[str, Any]:
    found = one.score
    return {
        "system": one.system or None,
        "judge": one.judge,
        "segments": found.segments,
        "words": found.words,
        "penalty": found.penalty,
        "per_unit": found.per_unit,
        "quality": found.quality,
        "verdict": found.verdict,
        "sure": found.sure,
        "interval": found.interval,
        "level": found.level,
        "words_needed": found.words_needed,
        "errors": [
            {"category": category, "severity": severity.value, "count": count}
            for (category, severity), count in sorted(found.counts.items(), key=lambda item: (item[0][0], -item[1]))
        ],
    }
