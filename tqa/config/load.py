"""Finds and reads `tqa.toml`, or `[tool.tqa]` in `pyproject.toml`."""

import os
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tqa.config.gates import read_gate
from tqa.config.options import coerce, known_key, severity
from tqa.config.pairs import SourcePattern
from tqa.config.schema import Config, FileSettings
from tqa.config.suppress import read_suppressions
from tqa.errors import ConfigError, near_miss
from tqa.language.tags import parse_tag
from tqa.model import Severity
from tqa.registry import rules
from tqa.rule import Rule

FILE_NAME = "tqa.toml"


def find_config(paths: Sequence[str]) -> Path | None:
    """Return the configuration file that governs `paths`, or None.

    It is the nearest one at or above the folder that all the paths have in common; without paths, the current one.
    Of a `tqa.toml` and a `pyproject.toml` with `[tool.tqa]` in the same folder the former wins.
    """
    places = [Path(path).absolute() for path in paths if path != "-"] or [Path.cwd()]
    common = Path(os.path.commonpath(places)) if len({place.anchor for place in places}) == 1 else Path.cwd()
    for folder in (common, *common.parents):
        own, shared = folder / FILE_NAME, folder / "pyproject.toml"
        if own.is_file():
            return own
        if shared.is_file() and "tool" in (document := _parse(shared)) and "tqa" in document["tool"]:
            return shared
    return None


def load_config(path: Path) -> Config:
    """Read a configuration file. Raises `ConfigError` naming file and key for what isn't known or doesn't fit."""
    document = _parse(path)
    if path.name == "pyproject.toml":
        document = document.get("tool", {}).get("tqa", {})
        prefix = f"{path}: [tool.tqa]"
    else:
        prefix = str(path)
    return _Loader(path, prefix).config(document)


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error


class _Loader:
    def __init__(self, path: Path, prefix: str) -> None:
        self.path = path
        self.prefix = prefix
        self.folder = path.parent
        self.readers: dict[str, Callable[[Any, str], Any]] = {
            "source_lang": self._tag,
            "target_lang": self._tag,
            "select": self._texts,
            "ignore": self._texts,
            "preview": lambda value, where: coerce(value, bool, where, self.folder),
            "fail_on": severity,
            "exclude": self._texts,
            "baseline": lambda value, where: coerce(value, Path, where, self.folder),
            "termbases": self._paths,
            "memories": self._paths,
            "severity": self._severities,
            "rules": self._rules,
            "files": self._files,
            "suppress": lambda value, where: read_suppressions(value, where, self.folder),
            "gate": lambda value, where: read_gate(value, where, self.folder),
        }

    def config(self, document: Mapping[str, Any]) -> Config:
        values = {}
        for key, value in document.items():
            name = known_key(key, list(self.readers), self.prefix)
            values[name] = self.readers[name](value, f"{self.prefix}: {key}")
        if "gate" in values:
            values |= _gate(values, self.prefix)
        return Config(**values, folder=self.folder, path=self.path)

    def _texts(self, value: object, where: str) -> tuple[str, ...]:
        texts: tuple[str, ...] = coerce(value, tuple[str, ...], where, self.folder)
        return texts

    def _paths(self, value: object, where: str) -> tuple[Path, ...]:
        paths: tuple[Path, ...] = coerce(value, tuple[Path, ...], where, self.folder)
        return paths

    def _tag(self, value: object, where: str) -> str:
        try:
            return parse_tag(coerce(value, str, where, self.folder))
        except ConfigError as error:
            raise error if where in str(error) else ConfigError(f"{where}: {error}") from None

    def _severities(self, value: object, where: str) -> dict[str, Severity]:
        table = coerce(value, dict, where, self.folder)
        return {self._rule(rule, where).id: severity(name, f"{where}.{rule}") for rule, name in table.items()}

    def _rule(self, name: str, where: str) -> Rule:
        known = rules()
        if name not in known:
            raise ConfigError(f"{where}: unknown rule '{name}'{near_miss(name, known)}")
        return known[name]

    def _rules(self, value: object, where: str) -> dict[str, dict[str, Any]]:
        options: dict[str, dict[str, Any]] = {}
        for name, table in coerce(value, dict, where, self.folder).items():
            rule = self._rule(name, where)
            place = f"{where}.{name}"
            options[rule.id] = {}
            for key, setting in coerce(table, dict, place, self.folder).items():
                option = rule.options[known_key(key, list(rule.options), place)]
                options[rule.id][option.name] = coerce(setting, option.type, f"{place}.{key}", self.folder)
        return options

    def _files(self, value: object, where: str) -> tuple[FileSettings, ...]:
        kinds: dict[str, Callable[[Any, str], Any]] = {
            "pattern": lambda value, where: coerce(value, str, where, self.folder),
            "source": lambda value, where: coerce(value, str, where, self.folder),
            "target": lambda value, where: coerce(value, str, where, self.folder),
            "source_lang": self._tag,
            "target_lang": self._tag,
            "format": lambda value, where: coerce(value, str, where, self.folder),
            "encoding": lambda value, where: coerce(value, str, where, self.folder),
        }
        settings = []
        for n, table in enumerate(coerce(value, tuple[dict, ...], where, self.folder), 1):  # type: ignore[type-arg]
            place = f"{where} number {n}"
            names = {key: known_key(key, list(kinds), place) for key in table}
            values = {name: kinds[name](table[key], f"{place}: {key}") for key, name in names.items()}
            settings.append(FileSettings(**_paired(values, place)))
        return tuple(settings)


def _gate(values: dict[str, Any], prefix: str) -> dict[str, Any]:
    """The gate's settings; `fail-on` may stand in its table or, as ever, outside."""
    limits, scoped = values["gate"]
    if limits.fail_on is None:
        return {"gate": limits, "scoped_gates": scoped}
    if "fail_on" in values:
        raise ConfigError(f"{prefix}: 'fail-on' stands both in [gate] and outside of it")
    return {"gate": replace(limits, fail_on=None), "scoped_gates": scoped, "fail_on": limits.fail_on}


def _paired(values: dict[str, Any], place: str) -> dict[str, Any]:
    """The values of one table of `files`, its `source` and `target`, if any, as the pair that they are."""
    source, target = values.pop("source", None), values.pop("target", None)
    if (source is None) != (target is None):
        raise ConfigError(
            f"{place}: 'source' and 'target' go together; '{'target' if target is None else 'source'}' is missing"
        )
    if target is None:
        if "pattern" not in values:
            raise ConfigError(f"{place}: 'pattern' is missing")
        return values
    if "pattern" in values:
        raise ConfigError(f"{place}: 'pattern' doesn't go with 'source' and 'target'")
    try:
        pair = SourcePattern(source, target)
    except ConfigError as error:
        raise ConfigError(f"{place}: {error}") from None
    return {**values, "pattern": target, "pair": pair}
