"""Values from a configuration file or command line, held against the types that rule options declare."""

from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from tqa.errors import ConfigError, near_miss
from tqa.model import Severity


def coerce(value: object, kind: Any, where: str, folder: Path) -> Any:
    """Return `value` as the type `kind`; relative paths are taken from `folder`.

    `kind` is bool, int, float, str, Path, a Literal, a union of these with None, or tuple[X, ...]. `where` names
    the setting for the message. Raises `ConfigError` where the value doesn't fit.
    """
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        inner = [part for part in get_args(kind) if part is not type(None)]
        return coerce(value, inner[0], where, folder)
    if origin is tuple:
        if not isinstance(value, list | tuple):
            raise ConfigError(f"{where}: a list is wanted, not {_name(value)}")
        return tuple(coerce(item, get_args(kind)[0], where, folder) for item in value)
    if origin is Literal:
        allowed = get_args(kind)
        if value not in allowed:
            raise ConfigError(f"{where}: {value!r} is none of {', '.join(map(str, allowed))}")
        return value
    if kind is Path:
        return folder / coerce(value, str, where, folder)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ConfigError(f"{where}: {_WANTED[kind]} is wanted, not {_name(value)}")
    return value


_WANTED = {bool: "true or false", int: "a whole number", float: "a number", str: "a text", dict: "a table"}


def _name(value: object) -> str:
    return f"'{value}'" if isinstance(value, str) else f"{value!r}"


def severity(value: object, where: str) -> Severity:
    """Return `value` as a severity; raises `ConfigError` with a near-miss for what is none."""
    names = [one.value for one in Severity]
    if not isinstance(value, str):
        raise ConfigError(f"{where}: a text is wanted, not {value!r}")
    if value not in names:
        raise ConfigError(f"{where}: '{value}' is none of {', '.join(names)}{near_miss(value, names)}")
    return Severity(value)


def known_key(key: str, known: list[str], where: str) -> str:
    """Return `key` with underscores for hyphens; raises `ConfigError` with a near-miss for one that isn't known."""
    name = key.replace("-", "_")
    if name not in known:
        public = [option.replace("_", "-") for option in known]
        raise ConfigError(f"{where}: unknown key '{key}'{near_miss(key, public)}")
    return name
