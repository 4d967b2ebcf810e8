"""What the comments of a PO message say of it: notes for the translator, and flags."""

import re
from functools import lru_cache

# Of each line of comments that isn't a reference: what follows its `#`.
_REMARK = re.compile(r"^#([., |])(.*)", re.MULTILINE)
_MAX_LENGTH = re.compile(r"max-length:\s*([1-9]\d{0,8})")
# What gettext calls a format, and tqa's name for its dialect.
_SYNTAX = {
    "c-format": "c",
    "objc-format": "apple",
    "python-format": "python",
    "python-brace-format": "python-brace",
    "java-format": "java-message",
    "java-printf-format": "java",
    "csharp-format": "dotnet",
    "javascript-format": "c",
    "perl-format": "perl",
    "perl-brace-format": "perl",
    "php-format": "php",
    "ruby-format": "ruby",
    "go-format": "go",
    "rust-format": "rust",
    "c++-format": "cpp",
    "qt-format": "qt",
    "qt-plural-format": "qt",
    "kde-format": "qt",
    "kde-kuit-format": "qt",
}

# The state, the dialect of the placeholders and the greatest length.
Told = tuple[str | None, str | None, int | None]


def remarks(comments: str) -> tuple[list[str], str]:
    """The notes in lines of comments, and their flags as they are written."""
    notes = []
    flags = ""
    for kind, text in _REMARK.findall(comments):
        if kind == ",":
            flags += kind + text
        elif text := text.strip():
            notes.append(f"previously: {text}" if kind == "|" else text)
    return notes, flags


@lru_cache(maxsize=1024)
def told_by_flags(flags: str) -> Told:
    """What flags mean for a message."""
    names = [flag.strip() for flag in flags.split(",")]
    limit = _MAX_LENGTH.search(flags)
    syntax = next((_SYNTAX[name] for name in names if name in _SYNTAX), None)
    if syntax is None and any(name.startswith("no-") and name.endswith("-format") for name in names):
        syntax = "none"
    return "fuzzy" if "fuzzy" in names else None, syntax, int(limit[1]) if limit else None
