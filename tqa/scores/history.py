"""Runs kept over time in one SQLite file: what was checked, what was found, what came of it.

A run is written in one transaction: it is there whole or not at all, and several processes may write to the same file.
The schema has a version; a file of a later one is refused, not guessed at.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tqa.errors import ConfigError
from tqa.model import Severity
from tqa.mqm import PENALTY

VERSION = 1
# "tqa\x01": tells this file from other programs' (https://sqlite.org/pragma.html#pragma_application_id).
_APPLICATION = 0x74716101
# In seconds: how long to wait while another process writes.
_PATIENCE = 30.0
_SCHEMA = """
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    version TEXT NOT NULL,
    rules TEXT NOT NULL,
    source_lang TEXT NOT NULL,
    target_lang TEXT NOT NULL,
    files INTEGER NOT NULL,
    segments INTEGER NOT NULL,
    words INTEGER NOT NULL,
    problems INTEGER NOT NULL,
    passed INTEGER NOT NULL
);
CREATE TABLE found (
    run INTEGER NOT NULL REFERENCES run (id),
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (run, rule, severity)
) WITHOUT ROWID;
"""
_COLUMNS = "at, label, version, rules, source_lang, target_lang, files, segments, words, problems, passed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One run. at: when, in UTC, as ISO 8601 has it. rules: those that ran. found: issues by rule and severity.

    label: the user's name for it, "" without one. passed: what the gate said.
    """

    at: str
    version: str
    rules: tuple[str, ...]
    source_lang: str
    target_lang: str
    files: int
    segments: int
    words: int
    problems: int
    passed: bool
    label: str = ""
    found: Mapping[tuple[str, Severity], int] = field(default_factory=dict)

    @property
    def penalty(self) -> int:
        """The MQM penalty points of all issues."""
        return sum(PENALTY[severity] * count for (_, severity), count in self.found.items())

    @property
    def per_1000_words(self) -> float | None:
        """The points of 1,000 target words, None without words."""
        return 1000 * self.penalty / self.words if self.words else None

    @property
    def score(self) -> float | None:
        """The MQM score as the gate has it, 100 without an issue; None without words."""
        return 100 * (1 - self.penalty / self.words) if self.words else None

    def by_severity(self) -> dict[Severity, int]:
        """The number of issues of each severity, worst first, zeros included."""
        totals = dict.fromkeys(sorted(Severity, reverse=True), 0)
        for (_, severity), count in self.found.items():
            totals[severity] += count
        return totals

    def by_rule(self) -> dict[str, int]:
        """The number of issues of each rule that found any."""
        totals: dict[str, int] = {}
        for (rule, _), count in self.found.items():
            totals[rule] = totals.get(rule, 0) + count
        return totals


@dataclass(frozen=True, slots=True)
class Trend:
    """The runs, oldest first, and what changed between the last two of them.

    score_change: of the MQM score, None without two scores. rule_changes: by how many issues each rule changed, the
    greatest change first. rules_added, rules_removed: rules that only one of the two ran, so that the figures aren't
    those of the same checks.
    """

    entries: tuple[Entry, ...]
    score_change: float | None
    rule_changes: tuple[tuple[str, int], ...]
    rules_added: tuple[str, ...]
    rules_removed: tuple[str, ...]


def record(path: Path, entry: Entry) -> None:
    """Add a run to the file, which is made where there is none.

    Raises `ConfigError` for a file that is no history, or of a later version, or that can't be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _opened(path, "rwc") as connection, connection:
        connection.execute("BEGIN IMMEDIATE")
        _prepare(connection, path)
        values = (
            *(entry.at, entry.label, entry.version, " ".join(entry.rules), entry.source_lang, entry.target_lang),
            *(entry.files, entry.segments, entry.words, entry.problems, entry.passed),
        )
        marks = ", ".join("?" * len(values))
        run = connection.execute(f"INSERT INTO run ({_COLUMNS}) VALUES ({marks})", values).lastrowid
        rows = [(run, rule, severity.value, count) for (rule, severity), count in entry.found.items()]
        connection.executemany("INSERT INTO found VALUES (?, ?, ?, ?)", rows)


def read_history(path: Path, last: int | None = None) -> tuple[Entry, ...]:
    """The runs in the file, oldest first; the `last` ones where that is given.

    Raises `ConfigError` for a file that isn't there, is no history, or of a later version.
    """
    if not path.is_file():
        raise ConfigError(f"{path}: no such history; tqa check --record makes one")
    with _opened(path, "ro") as connection:
        _require_ours(connection, path)
        found: dict[int, dict[tuple[str, Severity], int]] = {}
        query = f"SELECT id, {_COLUMNS} FROM run ORDER BY id DESC LIMIT ?"
        rows = connection.execute(query, (-1 if last is None else last,)).fetchall()
        oldest = rows[-1][0] if rows else 0
        for run, rule, severity, count in connection.execute("SELECT * FROM found WHERE run >= ?", (oldest,)):
            found.setdefault(run, {})[rule, Severity(severity)] = count
        return tuple(_entry(row, found.get(row[0], {})) for row in reversed(rows))


def trend(entries: Sequence[Entry]) -> Trend:
    """What the runs, oldest first, show."""
    if len(entries) < 2:
        return Trend(tuple(entries), None, (), (), ())
    before, now = entries[-2:]
    old, new = before.by_rule(), now.by_rule()
    changes = {rule: new.get(rule, 0) - old.get(rule, 0) for rule in old | new}
    return Trend(
        tuple(entries),
        None if before.score is None or now.score is None else now.score - before.score,
        tuple(sorted(((r, n) for r, n in changes.items() if n), key=lambda item: (-abs(item[1]), item[0]))),
        tuple(rule for rule in now.rules if rule not in before.rules),
        tuple(rule for rule in before.rules if rule not in now.rules),
    )


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    try:
        address = f"{path.absolute().as_uri()}?mode={mode}"
        with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None)) as connection:
            yield connection
    except sqlite3.DatabaseError as error:
        raise ConfigError(f"{path}: can't be used as a history of runs: {error}") from error


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        _require_ours(connection, path)
        return
    for statement in filter(str.strip, _SCHEMA.split(";")):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _require_ours(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION:
        raise ConfigError(f"{path}: a database of another program, not a history of runs")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != VERSION:
        raise ConfigError(f"{path}: a history of version {version}, which this tqa (version {VERSION}) doesn't know")


def _entry(row: tuple[object, ...], found: Mapping[tuple[str, Severity], int]) -> Entry:
    _, at, label, version, rules, source_lang, target_lang, *counts, passed = row
    files, segments, words, problems = (int(str(count)) for count in counts)
    texts = (str(at), str(version), tuple(str(rules).split()), str(source_lang), str(target_lang))
    return Entry(*texts, files, segments, words, problems, bool(passed), str(label), found)
