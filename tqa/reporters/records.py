"""Results as JSON, by the contract of the commands: the keys, their order, and text that any reader can take."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from tqa.engine.result import Result, Run
from tqa.gate import FAIL_ON, Gate, Verdict
from tqa.language.lazy import lazily
from tqa.model import Issue, Problem

# Lone surrogates can't be encoded, and many programs take the other three for the end of a line.
_NOT_AS_ITSELF = lazily(re.compile, "[\x85\u2028\u2029\ud800-\udfff]")
_encode = json.JSONEncoder(ensure_ascii=False).encode


def dumps(value: object) -> str:
    """`value` as JSON on one line, encodable in UTF-8."""
    return _NOT_AS_ITSELF.sub(lambda match: f"\\u{ord(match[0]):04x}", _encode(value))


def issue_record(issue: Issue) -> dict[str, Any]:
    """An issue with all its keys, in the contract's order."""
    return {
        "rule": issue.rule,
        "category": issue.category,
        "severity": issue.severity.value,
        "message": issue.message,
        "file": issue.file,
        "line": issue.line,
        "segment": issue.segment,
        "source_lang": issue.source_lang,
        "target_lang": issue.target_lang,
        "language": issue.language,
        "source": issue.source,
        "target": issue.target,
        "spans": [{"side": side, "start": start, "end": end} for side, start, end in issue.spans],
        "suggestion": issue.suggestion,
        "applicability": issue.applicability,
        "edits": [edit._asdict() for edit in issue.edits],
        "fingerprint": issue.fingerprint,
    }


def run_record(run: Run) -> dict[str, Any]:
    """The signature of a run."""
    return {
        "version": run.version,
        "rules": list(run.rules),
        "source_lang": run.source_lang,
        "target_lang": run.target_lang,
        "preview": run.preview,
        "config": run.config,
        "baseline": run.baseline,
    }


def summary_record(result: Result, verdict: Verdict) -> dict[str, Any]:
    """The counts and the gate's verdict. `words` are target words, `known` the issues that the baseline held back.

    `stale` are entries of the baseline that are no longer found, `unused_suppressions` places in the configuration.
    """
    return {
        "files": result.summary.files,
        "segments": result.summary.segments,
        "words": result.summary.words,
        "issues": len(result.issues),
        "known": result.summary.known,
        "suppressed": len(result.suppressed),
        "stale": [asdict(entry) for entry in result.stale],
        "unused_suppressions": list(result.unused),
        "by_severity": {severity.value: count for severity, count in result.by_severity().items()},
        "by_rule": result.by_rule(),
        "segments_by_file": dict(result.summary.segments_by_file),
        "verdict": verdict_record(verdict),
    }


def verdict_record(verdict: Verdict) -> dict[str, Any]:
    """What the gate decided and why: `failing` counts the issues at or over `fail_on`, null where that is no gate."""
    fails_on = any(gate.name == FAIL_ON and not gate.is_narrow for gate in verdict.gates)
    return {
        "passed": verdict.passed,
        "fail_on": verdict.threshold.value if fails_on else None,
        "failing": verdict.failing,
        "problems": verdict.problems,
        "gates": [gate_record(gate) for gate in verdict.gates],
    }


def gate_record(gate: Gate) -> dict[str, Any]:
    """A gate's threshold and what was found; `rule`, `files` and `language` say what it is narrowed down to."""
    return {
        "gate": gate.name,
        "severity": gate.severity.value,
        "rule": gate.rule,
        "files": gate.files,
        "language": gate.language,
        "allowed": gate.allowed,
        "actual": gate.actual,
        "passed": gate.passed,
    }


def problem_record(problem: Problem) -> Mapping[str, Any]:
    """Something that kept tqa from its job."""
    return {"message": problem.message, "file": problem.file, "line": problem.line}
