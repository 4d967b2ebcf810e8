"""What can go wrong and is the user's to mend. Each message says what, where and what to do."""

import difflib
from collections.abc import Iterable


class TqaError(Exception):
    """The base of all errors that tqa raises on purpose; `str()` of one is a line for the terminal."""


class ConfigError(TqaError):
    """An unknown or ill-typed setting, option, rule, language or format."""


class ReadError(TqaError):
    """An input that can't be read, or not all of it.

    `file` is the path as the user gave it; `line` is 1-based, or None where no line is to blame.
    """

    def __init__(self, message: str, file: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.message}"


class AlignError(TqaError):
    """Two texts that can't be put side by side."""


class PluginError(TqaError):
    """A plug-in that doesn't load or doesn't declare what it should."""


def near_miss(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean 'x'?" for the known word closest to `word`, or "" where none is close."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else ""
