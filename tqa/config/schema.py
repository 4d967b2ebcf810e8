"""What can be configured. A configuration is a value; where it came from is kept for messages only."""

from collections.abc import Collection, Mapping
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
class Limits:
    """Thresholds of the gate, None where there is none; for all issues, or for a rule, a pattern's files, a language.

    `max_per_1000_words` counts issues, of 1,000 target words; `min_mqm_score` is on a scale up to 100.
    """

    fail_on: Severity | None = None
    max_issues: int | None = None
    max_per_1000_words: float | None = None
    min_mqm_score: float | None = None
    rule: str | None = None
    pattern: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Suppression:
    """Issues not to be reported, and the reason: those of `rules`, in the files of `pattern`, with `text` marked.

    `text` is that of a span, or the whole source or target. What is None narrows nothing down. `where` says where the
    suppression stands.
    """

    reason: str
    rules: frozenset[str] | None = None
    pattern: str | None = None
    text: str | None = None
    folder: Path = Path()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a run. `folder` is what relative paths and patterns start from.

    `fail_on` None is minor, unless `gate` sets other limits for the whole run. `termbases` and `memories` are for all
    rules that have an option of that name and aren't given another value.
    """

    source_lang: str | None = None
    target_lang: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    fail_on: Severity | None = None
    gate: Limits = Limits()
    scoped_gates: tuple[Limits, ...] = ()
    suppress: tuple[Suppression, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: Path | None = None
    severity: Mapping[str, Severity] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    termbases: tuple[Path, ...] = ()
    memories: tuple[Path, ...] = ()
    files: tuple[FileSettings, ...] = ()
    folder: Path = Path()
    path: Path | None = None

    def options_of(self, rule: str, names: Collection[str]) -> Mapping[str, Any]:
        """The options of a rule, of which it has those called `names`."""
        shared = {"termbases": self.termbases, "memories": self.memories}
        return {
            **{name: value for name, value in shared.items() if value and name in names},
            **self.rules.get(rule, {}),
        }
