"""What can be configured. A configuration is a value; where it came from is kept for messages only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tqa.config.pairs import SourcePattern
from tqa.model import Severity


@dataclass(frozen=True, slots=True)
class FileSettings:
    """Settings for the files that a pattern (gitignore syntax, relative to the configuration's folder) matches.

    With `pair` they are for the files that its target matches; each is paired with the file that its source names.
    """

    pattern: str
    source_lang: str | None = None
    target_lang: str | None = None
    format: str | None = None
    encoding: str | None = None
    pair: SourcePattern | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a run. `folder` is what relative paths and patterns start from."""

    source_lang: str | None = None
    target_lang: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    fail_on: Severity = Severity.MINOR
    exclude: tuple[str, ...] = ()
    baseline: Path | None = None
    severity: Mapping[str, Severity] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    files: tuple[FileSettings, ...] = ()
    folder: Path = Path()
    path: Path | None = None
