"""Marker packs: patterns of known mistranslations, kept as TOML files by language pair.

A pack says `source-lang` and `target-lang` and has a `[[marker]]` table for each pattern:

    id          a name for it
    target      regular expression that marks the wrong text in the target
    source      regular expression that must match in the source; without it the marker needs no source
    message     what is wrong
    suggestion  what to write instead (\\1 is the target's first group), optional
    severity    minor (default), major, critical or neutral
    bad, good   lists of [source, target] or [target] that the marker must find, or must not find: at least one each

Users' own packs are the .toml files of the folder `user_folder()`, and those that the rule's option `packs` names.
Patterns ignore case, \\b is a word boundary, and each search is bounded in time, so that none can hang a run.
"""

import os
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import regex

from tqa.errors import ConfigError, near_miss
from tqa.language.tags import base_language, parse_tag
from tqa.model import Severity
from tqa.resources.kept import kept, watched

_OWN = files("tqa.resources") / "markers"
_SECONDS = 0.5
_KEYS = ("id", "target", "source", "message", "suggestion", "severity", "bad", "good")
_NEEDED = ("id", "target", "message", "bad", "good")


@dataclass(frozen=True, slots=True)
class Marker:
    """A pattern of a known mistranslation."""

    id: str
    target: str
    source: str | None
    message: str
    suggestion: str | None
    severity: Severity
    bad: tuple[tuple[str | None, str], ...]
    good: tuple[tuple[str | None, str], ...]

    def matches(self, source: str | None, target: str) -> Iterator[tuple[int, int, str | None]]:
        """Yield (start, end, suggestion) for each place in `target`; none if the source condition isn't met.

        Raises `ConfigError` where a search takes too long.
        """
        try:
            if self.source is not None:
                condition = _compiled(self.source)
                if source is None or not condition.search(source, timeout=_SECONDS):
                    return
            for match in _compiled(self.target).finditer(target, timeout=_SECONDS):
                if match.end() > match.start():
                    yield match.start(), match.end(), self.suggestion and match.expand(self.suggestion)
        except TimeoutError:
            raise ConfigError(f"marker '{self.id}': its pattern takes over {_SECONDS} s on a segment") from None


@dataclass(frozen=True, slots=True)
class Pack:
    """The markers of one file."""

    source_lang: str
    target_lang: str
    markers: tuple[Marker, ...]

    def serves(self, source_lang: str, target_lang: str) -> bool:
        """Whether the pack is for these languages (base codes)."""
        return base_language(self.target_lang) == target_lang and base_language(self.source_lang) == source_lang


def own_packs() -> tuple[Pack, ...]:
    """The packs that tqa brings."""
    names = sorted(entry.name for entry in _OWN.iterdir() if entry.name.endswith(".toml"))
    packs = (own_pack(*name.removesuffix(".toml").split("-")) for name in names)
    return tuple(pack for pack in packs if pack is not None)


@cache
def own_pack(source_lang: str, target_lang: str) -> Pack | None:
    """The pack that tqa brings for two languages (base codes); its patterns are compiled when they are needed."""
    entry = _OWN / f"{source_lang}-{target_lang}.toml"
    return _pack(tomllib.loads(entry.read_text(encoding="utf-8")), entry.name) if entry.is_file() else None


def user_folder() -> Path:
    """The folder of the user's own packs: `tqa/markers` among the settings that the system keeps for the user."""
    home = os.environ.get("APPDATA") if sys.platform == "win32" else os.environ.get("XDG_CONFIG_HOME")
    return (Path(home) if home else Path.home() / ".config") / "tqa" / "markers"


def user_files() -> tuple[Path, ...]:
    """The user's own packs, in the order of their names. Raises `ConfigError` where the folder can't be read."""
    folder = user_folder()
    try:
        return tuple(sorted(folder.glob("*.toml"))) if folder.is_dir() else ()
    except OSError as error:
        raise ConfigError(f"{folder}: the marker packs cannot be listed: {error.strerror or error}") from error


watched(lambda: (user_folder(), *user_files()))


def user_packs() -> tuple[Pack, ...]:
    """The user's own packs. Raises as `load_pack` does."""
    return tuple(map(load_pack, user_files()))


@kept
def load_pack(path: Path) -> Pack:
    """Read a user's pack. Raises `ConfigError` naming file and marker for what isn't right."""
    try:
        pack = _pack(tomllib.loads(path.read_text(encoding="utf-8-sig")), str(path))
    except OSError as error:
        raise ConfigError(f"{path}: the marker pack cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    for marker in pack.markers:
        for pattern in filter(None, (marker.target, marker.source)):
            try:
                _compiled(pattern)
            except regex.error as error:
                where = f"{path}: marker '{marker.id}'"
                raise ConfigError(f"{where}: '{pattern}' is not a regular expression: {error}") from error
    return pack


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE)


def _pack(document: Mapping[str, Any], name: str) -> Pack:
    tags = []
    for key in ("source-lang", "target-lang"):
        if not isinstance(document.get(key), str):
            raise ConfigError(f"{name}: '{key}' is missing")
        tags.append(parse_tag(document[key]))
    for key in document:
        if key not in ("source-lang", "target-lang", "marker"):
            raise ConfigError(f"{name}: unknown key '{key}'{near_miss(key, ('source-lang', 'target-lang', 'marker'))}")
    tables = document.get("marker", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigError(f"{name}: markers are written as [[marker]] tables")
    return Pack(tags[0], tags[1], tuple(_marker(table, f"{name}: marker {n}") for n, table in enumerate(tables, 1)))


def _marker(table: Mapping[str, Any], where: str) -> Marker:
    where = f"{where} '{table['id']}'" if "id" in table else where
    for key in table:
        if key not in _KEYS:
            raise ConfigError(f"{where}: unknown key '{key}'{near_miss(key, _KEYS)}")
    for key in _NEEDED:
        if key not in table:
            raise ConfigError(f"{where}: '{key}' is missing")
    severity = table.get("severity", "minor")
    if severity not in [known.value for known in Severity]:
        raise ConfigError(f"{where}: '{severity}' is not a severity")
    return Marker(
        id=str(table["id"]),
        target=_pattern(table["target"], f"{where}: target"),
        source=_pattern(table["source"], f"{where}: source") if "source" in table else None,
        message=str(table["message"]),
        suggestion=None if "suggestion" not in table else str(table["suggestion"]),
        severity=Severity(severity),
        bad=_examples(table["bad"], f"{where}: bad"),
        good=_examples(table["good"], f"{where}: good"),
    )


def _pattern(pattern: object, where: str) -> str:
    if not isinstance(pattern, str):
        raise ConfigError(f"{where}: a regular expression in quotes is wanted")
    return pattern


def _examples(value: object, where: str) -> tuple[tuple[str | None, str], ...]:
    if not isinstance(value, list) or not value:
        raise ConfigError(f"{where}: a list of examples is wanted, each [source, target] or [target]")
    examples: list[tuple[str | None, str]] = []
    for example in value:
        if (
            not isinstance(example, list)
            or not all(isinstance(text, str) for text in example)
            or len(example) not in (1, 2)
        ):
            raise ConfigError(f"{where}: {example!r} is neither [source, target] nor [target]")
        examples.append((None, example[0]) if len(example) == 1 else (example[0], example[1]))
    return tuple(examples)
