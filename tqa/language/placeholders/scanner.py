"""Finds the placeholders of one text in one dialect."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tqa.language.placeholders import icu
from tqa.language.placeholders.dialects import DIALECTS
from tqa.language.placeholders.model import Placeholder, Scan

# The group named like the pattern holds what identifies the placeholder.
_PATTERNS = {
    "escaped": r"(?P<escaped>\{\{|\}\})",
    "mustache": r"\{\{\{?(?P<mustache>[-#/&^>~]?\s*[^{}]+?)\s*\}?\}\}",
    "interpolation": r"\{\{\s*(?P<interpolation>[^{}]+?)\s*\}\}",
    "template": r"\$\{(?P<template>[^{}]*)\}",
    "hash": r"\#\{(?P<hash>[^{}]*)\}",
    "ruby": r"%\{(?P<ruby>\w[^{}]*)\}|%[-+0\ \#]*\d*<(?P<ruby_typed>\w+)>(?P<ruby_kind>[\d.]*[a-zA-Z])",
    "swift": r"\\\((?P<swift>[^()]*(?:\([^()]*\)[^()]*)*)\)",
    "nest": r"\$t\((?P<nest>[^()]*)\)",
    "linked": r"@(?:\.\w+)?:(?P<linked>\([^()]+\)|\w[\w.]*\w)",
    "webextension": r"(?<![\w$])\$(?P<webextension>[A-Z][A-Z0-9_]+)\$",
    "symfony": r"(?<![\w%])%(?P<symfony>[A-Za-z_][\w.-]+|\d+)%(?![\w%])",
    "kotlin": r"(?<![\w$\\])\$(?P<kotlin>[A-Za-z_]\w+)",
    "laravel": r"(?<![\w:]):(?P<laravel>[A-Za-z_]\w+)",
    "qt": r"(?<!%)%L?(?P<qt>\d{1,2}|n)(?![\w$])",
    "brace": r"""\{(?P<brace>(?:[^\W\d][\w.\[\]-]*|\d+)?)(?:\s+(?=[,:]))?
        (?P<brace_kind>(?:![rsa])?(?:[:,][^{}]*(?:\{\w*\}[^{}]*)*)?)\}""",
    # What is chosen by needn't show, so neither the variable of a selector nor a function is one.
    "fluent": r"""\{\s*(?P<fluent>\$?[A-Za-z][\w-]*(?:\.[\w-]+)?)\s*\}
        |\{\s*(?P<fluent_term>-[A-Za-z][\w-]*(?:\.[\w-]+)?)(?:\([^()]*\))?\s*\}
        |\{\s*[A-Z][A-Z0-9_-]*\(\s*(?P<fluent_arg>\$[\w-]+)[^()]*\)\s*\}""",
    "printf": r"""%(?:(?P<percent>%)
        |\#@(?P<variants>\w+)@
        |(?:(?P<position>\d+)\$)?(?:\((?P<key>[^()]+)\))?(?P<flags>[-+0\#']*)(?P<width>\*|\d+)?
         (?P<precision>\.(?:\*|\d+)?)?(?P<size>hh|h|ll|l|L|q|j|z|t|I64|I32)?(?:\[(?P<index>\d+)\])?
         (?P<conversion>[a-zA-Z@])
        |<PRI(?P<macro>[diouxX])\w+>)""",
}
_CONVERSIONS = {
    "auto": "diufFgGeExXosScp@nrvaA",
    "c": "diouxXeEfFgGaAcCsSpnm",
    "python": "diouxXeEfFgGcrsa",
    "php": "bcdeEfFgGosuxXhH",
    "perl": "csdouxXeEfFgGbBpnv",
    "go": "vTtbcdoOqxXUeEfFgGsp",
    "java": "bBhHsScCdoxXeEfgGaAnt",
    "apple": "@diouxXeEfFgGaAcCsSpn",
    "ruby": "diouxXeEfgGaAcspbB",
}
_SAME_KIND = {"i": "d", "X": "x", "o": "x", "E": "f", "e": "f", "F": "f", "g": "f", "G": "f", "a": "f", "A": "f"}
_SAME_KIND |= {"S": "s", "C": "c"}
# Conversions that may be glued to a following word (`%dpx`); others would be prose (`%age`).
_GLUED = "sd@"
# What sets names of one pattern apart from those of others that may stand beside it.
_IDENTITY = {
    "mustache": "{{",
    "interpolation": "{{",
    "template": "${",
    "hash": "#{",
    "ruby": "%{",
    "symfony": "%",
    "linked": "@:",
    "nest": "$t",
}
# Delimited on both sides, so that a name in any script can be told.
_ANY_NAME = ("brace", "mustache", "interpolation", "ruby", "swift")
_INTERPOLATION = re.compile(r"\{\{[^{}]+\}\}")
_AFTER_NUMBER = re.compile(r"\d[\s\u00a0\u202f]?$")
_DATE_PATTERN = re.compile(r"[:,](?:date|time|[yMdHhmsEaGLzt/.:,'-]+$)")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+|(?:%[0-9A-Fa-f]{2}){2,}")


@lru_cache(maxsize=64)
def scan(text: str, dialect: str) -> Scan:
    """The placeholders of `text`. `dialect` is a key of `DIALECTS`."""
    names = DIALECTS[dialect]
    if not names:
        return Scan(())
    found = list(_Scanner(text, dialect).placeholders()) if names != ("icu",) else []
    if "icu" in names:
        found += icu.placeholders(message_text(text, dialect), is_java=dialect == "java-message")
    return _with_percents(text, found, dialect)


def message_text(text: str, dialect: str) -> str:
    """The text as MessageFormat sees it, of the same length: Angular's own {{ }} are filled in before."""
    return _INTERPOLATION.sub(lambda match: "_" * len(match[0]), text) if dialect == "angular" else text


@cache
def _pattern(dialect: str) -> re.Pattern[str]:
    names = [name for name in DIALECTS[dialect] if name != "icu"]
    # Letters of scripts without blanks stand right beside a placeholder and are no part of it.
    patterns = [_PATTERNS[name] if name in _ANY_NAME else f"(?a:{_PATTERNS[name]})" for name in names]
    return re.compile("|".join(patterns), re.VERBOSE)


class _Scanner:
    """One pass over a text."""

    def __init__(self, text: str, dialect: str) -> None:
        self._text = text
        self._dialect = dialect
        self._next = 0
        self._next_brace = 0

    def placeholders(self) -> Iterator[Placeholder]:
        """Yield them in order."""
        addresses = [match.span() for match in _ADDRESS.finditer(self._text)] if "%" in self._text else []
        for match in _pattern(self._dialect).finditer(self._text):
            groups = match.groupdict()
            if any(start < match.start() < end for start, end in addresses) and groups.get("conversion"):
                continue
            found = self._placeholder(match, groups)
            if found is not None:
                yield found

    def _placeholder(self, match: re.Match[str], groups: dict[str, str | None]) -> Placeholder | None:
        if groups.get("escaped") or groups.get("percent"):
            return None
        if groups.get("conversion"):
            return self._printf(match)
        if groups.get("brace") is not None:
            return self._brace(match)
        if (macro := groups.get("macro")) is not None:
            return self._numbered(match, _SAME_KIND.get(macro, macro) + "64")
        if (typed := groups.get("ruby_typed")) is not None:
            kind = (groups["ruby_kind"] or "")[-1:]
            return Placeholder(*match.span(), _IDENTITY["ruby"] + typed, _SAME_KIND.get(kind, kind), match[0], True)
        name = next(value for key, value in groups.items() if value is not None and not key.endswith("kind"))
        return Placeholder(
            *match.span(), _IDENTITY.get(match.lastgroup or "", "") + " ".join(name.split()), "", match[0]
        )

    def _brace(self, match: re.Match[str]) -> Placeholder | None:
        name, kind = match["brace"], "".join(match["brace_kind"].split())
        if not name:
            name = f"#{self._next_brace}"
            self._next_brace += 1
        return Placeholder(*match.span(), name, "" if self._is_date_pattern(kind) else kind, match[0])

    def _is_date_pattern(self, kind: str) -> bool:
        """Whether a format is one that each language has in its own order: {0:dd.MM.yyyy}, {when, date, short}."""
        # One letter alone is a look of numbers, but of dates in .NET.
        is_date = _DATE_PATTERN.match(kind) is not None and (len(kind) > 2 or self._dialect == "dotnet")
        return is_date or "%" in kind

    def _printf(self, match: re.Match[str]) -> Placeholder | None:
        conversion = match["conversion"]
        if conversion not in _CONVERSIONS.get(self._dialect, _CONVERSIONS["auto"]) or self._is_prose(match):
            return None
        kind = _SAME_KIND.get(conversion, conversion) + (match["size"] or "")
        if match["key"]:
            return Placeholder(*match.span(), f"%({match['key']}", kind, match[0], True)
        if conversion in "nm" and self._dialect != "go":
            return Placeholder(*match.span(), f"%{conversion}", kind, match[0])
        if place := match["position"] or match["index"]:
            return Placeholder(*match.span(), place, kind, match[0], True)
        return self._numbered(match, kind)

    def _numbered(self, match: re.Match[str], kind: str) -> Placeholder:
        self._next += 1 + match[0].count("*")
        return Placeholder(*match.span(), str(self._next), kind, match[0], True)

    def _is_prose(self, match: re.Match[str]) -> bool:
        """Whether a per cent sign beside words only looks like a conversion: `100%sure`, `%age`, `%20e`."""
        if match["position"] or match["key"] or match["index"]:
            return False
        conversion = match["conversion"]
        after = self._text[match.end() : match.end() + 1]
        is_glued = after.isascii() and after.isalpha() and not match["precision"]
        if _AFTER_NUMBER.search(self._text, max(match.start() - 2, 0), match.start()):
            return is_glued or conversion not in "sdf@"
        if not self._dialect.startswith("auto"):
            return False
        has_width = bool(match["width"]) and not match["flags"] and not match["precision"]
        return (is_glued and conversion not in _GLUED) or (has_width and conversion not in "sdxXf@")


def _with_percents(text: str, found: list[Placeholder], dialect: str) -> Scan:
    ordered = tuple(sorted(found))
    if "%" not in text or "printf" not in DIALECTS[dialect]:
        return Scan(ordered)
    lone, doubled = [], []
    position = text.find("%")
    spans = {n for one in ordered for n in range(one.start, one.end)}
    while position != -1:
        if position not in spans:
            if text.startswith("%%", position):
                doubled.append(position)
                position += 1
            else:
                lone.append(position)
        position = text.find("%", position + 1)
    return Scan(ordered, tuple(lone), tuple(doubled))
