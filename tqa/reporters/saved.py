"""A saved run: a result with its verdict as JSON Lines, from which any report can be made again, elsewhere, later.

The first line has the run, the summary and the gates, each further one an issue, a known or suppressed issue or a
problem. A saved run serves as a baseline, too, compressed or not.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tqa.engine.result import Result, Run, Summary
from tqa.errors import ConfigError
from tqa.gate import Gate, Verdict
from tqa.model import Edit, Issue, Neighbour, Problem, Severity, Span
from tqa.reporters.records import dumps, issue_record, problem_record, run_record, summary_record
from tqa.reporters.reporter import MetricScore
from tqa.triage.baseline import Entry
from tqa.triage.saved_text import read_saved
from tqa.triage.suppressions import Suppressed

VERSION = 1


def saved_lines(result: Result, verdict: Verdict) -> Iterator[str]:
    """Yield the lines."""
    summary = result.summary
    words = {"words_by_file": dict(summary.words_by_file), "words_by_lang": dict(summary.words_by_lang)}
    head = {
        "saved_run": VERSION,
        "run": run_record(result.run),
        "summary": {**summary_record(result, verdict), **words},
    }
    yield dumps(head) + "\n"
    for issue in result.issues:
        yield dumps(_record(issue)) + "\n"
    for issue in result.known:
        yield dumps({**_record(issue), "status": "known"}) + "\n"
    for one in result.suppressed:
        yield dumps({**_record(one.issue), "status": "suppressed", "reason": one.reason}) + "\n"
    for problem in result.problems:
        yield dumps({"problem": problem_record(problem)}) + "\n"


def _record(issue: Issue) -> dict[str, Any]:
    """The record of the JSON output, and what stands beside the issue, where it is known."""
    beside = {"neighbours": issue.neighbours} if any(issue.neighbours) else {}
    return {**issue_record(issue), **beside, **({} if issue.group is None else {"group": issue.group})}


def read_run(path: Path) -> tuple[Result, Verdict]:
    """Read a saved run. Raises `ConfigError` that names file and line for what is none."""
    records = _records(path)
    try:
        head = next(records)
    except StopIteration:
        raise ConfigError(f"{path}: empty, so not a saved run; tqa check --save writes one") from None
    version = head.get("saved_run")
    if version != VERSION:
        what = "not a saved run" if version is None else f"a saved run of version {version}, which isn't known"
        raise ConfigError(f"{path}: {what}; tqa check --save writes one")
    try:
        return _result(head, list(records))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ConfigError(f"{path}: a saved run that is damaged: {error!r}") from error


def read_scores(path: Path) -> tuple[MetricScore, ...]:
    """Read the scores of one translation from the JSON of `tqa score`. Raises `ConfigError` for what is none."""
    try:
        document = json.loads(read_saved(path, "the scores"))
        return tuple(map(_score, document["scores"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        message = f"{path}: no scores of one translation: tqa score HYP --ref REF --output-format json writes them"
        raise ConfigError(message) from error


def _score(record: Mapping[str, Any]) -> MetricScore:
    low = high = None
    if interval := record.get("interval"):
        low, high = (interval["mean"] + sign * interval["half_width"] for sign in (-1, 1))
    return MetricScore(str(record["metric"]), float(record["value"]), str(record["signature"]), low, high)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(read_saved(path, "the saved run").removesuffix("\n").split("\n"), 1):
        try:
            record = json.loads(line) if line else None
        except (json.JSONDecodeError, RecursionError) as error:
            raise ConfigError(f"{path}:{number}: not a saved run, or a damaged one: {error}") from error
        if record is None and number == 1:
            return
        if not isinstance(record, dict):
            raise ConfigError(f"{path}:{number}: not a saved run; tqa check --save writes one")
        yield record


def _result(head: Mapping[str, Any], records: list[dict[str, Any]]) -> tuple[Result, Verdict]:
    issues: dict[str, list[Issue]] = {"new": [], "known": []}
    suppressed: list[Suppressed] = []
    problems: list[Problem] = []
    for record in records:
        if "problem" in record:
            problems.append(Problem(**record["problem"]))
            continue
        status, reason = record.pop("status", "new"), record.pop("reason", "")
        if status == "suppressed":
            suppressed.append(Suppressed(_issue(record), reason))
        else:
            issues[status].append(_issue(record))
    run, summary = head["run"], head["summary"]
    result = Result(
        Run(**{**run, "rules": tuple(run["rules"])}),
        Summary(**{name: summary[name] for name in Summary.__slots__}),
        tuple(issues["new"]),
        tuple(problems),
        tuple(issues["known"]),
        tuple(suppressed),
        tuple(Entry(**entry) for entry in summary["stale"]),
        tuple(summary["unused_suppressions"]),
    )
    return result, _verdict(summary["verdict"])


def _issue(record: Mapping[str, Any]) -> Issue:
    before, after = (one and Neighbour(*one) for one in record.get("neighbours", (None, None)))
    return Issue(
        **{
            **record,
            "severity": Severity(record["severity"]),
            "spans": tuple(Span(**span) for span in record["spans"]),
            "edits": tuple(Edit(**edit) for edit in record["edits"]),
            "neighbours": (before, after),
        }
    )


def _verdict(record: Mapping[str, Any]) -> Verdict:
    gates = tuple(
        Gate(
            gate["gate"],
            gate["allowed"],
            gate["actual"],
            gate["passed"],
            Severity(gate["severity"]),
            gate["rule"],
            gate["files"],
            gate["language"],
        )
        for gate in record["gates"]
    )
    return Verdict(Severity(record["fail_on"] or "minor"), record["failing"], record["problems"], gates)
