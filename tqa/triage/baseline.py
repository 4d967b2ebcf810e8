"""Known issues, which a run doesn't report again.

A baseline is the saved output of an earlier run: `--output-format json` or `jsonl`.
"""

import json
from pathlib import Path
from typing import Any

from tqa.errors import ConfigError


def read_baseline(path: Path) -> frozenset[str]:
    """Return the fingerprints in a saved run. Raises `ConfigError` for what can't be read or is no saved run."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: the baseline cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: the baseline is not UTF-8") from error
    return frozenset(_fingerprint(issue, path, line) for line, issue in _issues(text, path))


def _issues(text: str, path: Path) -> list[tuple[int, Any]]:
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    try:
        first = json.loads(lines[0][1]) if lines else {}
    except json.JSONDecodeError:
        first = None  # a JSON document laid out over several lines
    if isinstance(first, dict) and "fingerprint" in first:
        return [(n, _parse(line, path, n)) for n, line in lines]
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


def _fingerprint(issue: Any, path: Path, line: int) -> str:
    fingerprint = issue.get("fingerprint") if isinstance(issue, dict) else None
    if not isinstance(fingerprint, str):
        raise ConfigError(f"{path}:{line}: an issue without a fingerprint; is this the saved output of a run?")
    return fingerprint
