"""Known issues, which a run holds back.

A baseline is what `tqa baseline write` writes: an issue a line, in a lasting order, with as much as a person wants who
reads its changes. The saved output of an earlier run (`--output-format json` or `jsonl`, `--save`) serves as well.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tqa.errors import ConfigError
from tqa.model import Issue
from tqa.triage.fingerprints import uncounted
from tqa.triage.saved_text import read_saved

_KEPT = ("rule", "severity", "file", "segment", "message", "mark")


@dataclass(frozen=True, slots=True)
class Entry:
    """A known issue. Of a baseline from elsewhere all but the fingerprint may be empty.

    `mark` is a reviewer's, from the HTML report: accepted or false-positive.
    """

    fingerprint: str
    rule: str = ""
    severity: str = ""
    file: str = ""
    segment: str = ""
    message: str = ""
    mark: str = ""


Baseline = Mapping[str, Entry]


def read_baseline(path: Path) -> Baseline:
    """Return the known issues in a file, by fingerprint.

    Raises `ConfigError` for what can't be read or is neither a baseline nor a saved run.
    """
    text = read_saved(path, "the baseline")
    entries = [_entry(issue, path, line) for line, issue in _issues(text, path)]
    return {entry.fingerprint: entry for entry in entries}


def baseline_lines(issues: Iterable[Issue]) -> Iterator[str]:
    """The lines of a baseline that knows `issues`, sorted by file, rule and fingerprint."""
    return entry_lines(
        Entry(issue.fingerprint, issue.rule, issue.severity.value, issue.file, issue.segment, issue.message)
        for issue in issues
    )


def entry_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """The lines of a baseline with these entries, sorted likewise."""
    for entry in sorted(entries, key=lambda entry: (entry.file, entry.rule, entry.fingerprint)):
        record = {key: value for key, value in asdict(entry).items() if key != "mark" or value}
        yield json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace").decode() + "\n"


def stale_entries(
    baseline: Baseline, found: Collection[str], files: Collection[str], rules: Collection[str]
) -> tuple[Entry, ...]:
    """The entries that a run should have found and hasn't: somebody has mended them.

    found: the fingerprints of all its issues. files, rules: what it has checked, with what; it says nothing of others.

    Issues that are alike but for their place are told apart by a count alone, and a run of one file counts anew. So it
    is their number that is compared, and the last of them that are stale.
    """
    alike: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in baseline.values():
        if not entry.rule or entry.rule in rules:
            alike[uncounted(entry.fingerprint)[0]].append(entry)
    seen = Counter(uncounted(fingerprint)[0] for fingerprint in found)
    stale: set[str] = set()
    for base, entries in alike.items():
        missing = sum(not entry.file or entry.file in files for entry in entries) - seen[base]
        if missing > 0:
            last = sorted(entries, key=lambda entry: uncounted(entry.fingerprint)[1])[-missing:]
            stale.update(entry.fingerprint for entry in last)
    return tuple(entry for entry in baseline.values() if entry.fingerprint in stale)


def _issues(text: str, path: Path) -> list[tuple[int, Any]]:
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    try:
        first = json.loads(lines[0][1]) if lines else {}
    except json.JSONDecodeError:
        first = None  # a JSON document laid out over several lines
    if isinstance(first, dict) and "fingerprint" in first:
        return [(n, _parse(line, path, n)) for n, line in lines]
    if isinstance(first, dict) and "saved_run" in first:
        records = [(n, _parse(line, path, n)) for n, line in lines[1:]]
        return [(n, record) for n, record in records if isinstance(record, dict) and "fingerprint" in record]
    document = _parse(text, path, 1) if lines else {}
    issues = document.get("issues", []) if isinstance(document, dict) else None
    if not isinstance(issues, list):
        raise ConfigError(f"{path}: not a saved run: use the output of --output-format json or jsonl as a baseline")
    return [(1, issue) for issue in issues]


def _parse(text: str, path: Path, line: int) -> Any:
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        where = line + error.lineno - 1 if isinstance(error, json.JSONDecodeError) else line
        raise ConfigError(f"{path}:{where}: the baseline is not valid JSON: {error}") from error


def _entry(issue: Any, path: Path, line: int) -> Entry:
    fingerprint = issue.get("fingerprint") if isinstance(issue, dict) else None
    if not isinstance(fingerprint, str):
        raise ConfigError(f"{path}:{line}: an issue without a fingerprint; is this the saved output of a run?")
    return Entry(fingerprint, **{key: str(issue.get(key) or "") for key in _KEPT})
