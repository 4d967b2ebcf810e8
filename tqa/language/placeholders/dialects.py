"""The dialects of placeholders, and which of them a text is in.

A dialect is a set of token patterns of `tqa.language.placeholders.scanner`. What can't be told is `auto`: every
pattern that hardly occurs in prose.
"""

import re
from typing import Literal

from tqa.language.placeholders.icu import parse

Dialect = Literal[
    "auto",
    "none",
    "angular",
    "apple",
    "c",
    "cpp",
    "dotnet",
    "fluent",
    "go",
    "i18next",
    "icu",
    "java",
    "java-message",
    "js-template",
    "kotlin",
    "laravel",
    "mustache",
    "perl",
    "php",
    "python",
    "python-brace",
    "qt",
    "ruby",
    "rust",
    "swift",
    "symfony",
    "vue",
    "webextension",
]

# The patterns of each dialect; of those that could match at the same place the earlier one does.
DIALECTS: dict[str, tuple[str, ...]] = {
    "auto": ("mustache", "template", "hash", "ruby", "swift", "nest", "symfony", "webextension", "printf", "brace"),
    "none": (),
    "angular": ("interpolation", "icu"),
    "apple": ("printf",),
    "c": ("printf",),
    "cpp": ("escaped", "brace"),
    "dotnet": ("escaped", "brace"),
    "fluent": ("fluent",),
    "go": ("printf",),
    "i18next": ("mustache", "nest"),
    "icu": ("icu",),
    "java": ("printf",),
    "java-message": ("icu",),
    "js-template": ("template",),
    "kotlin": ("template", "kotlin", "printf"),
    "laravel": ("laravel",),
    "mustache": ("mustache",),
    "perl": ("printf", "brace"),
    "php": ("printf",),
    "python": ("printf",),
    "python-brace": ("escaped", "brace"),
    "qt": ("qt",),
    "ruby": ("ruby", "hash", "printf"),
    "rust": ("escaped", "brace"),
    "swift": ("swift", "printf"),
    "symfony": ("symfony",),
    "vue": ("mustache", "linked", "brace"),
    "webextension": ("webextension",),
}

_BY_EXTENSION = {
    "ftl": "fluent",
    "arb": "icu",
    "resx": "dotnet",
    "strings": "apple",
    "stringsdict": "apple",
    "xcstrings": "apple",
}
_ICU = re.compile(r"\{\s*[\w.-]+\s*,\s*(?:plural|select|selectordinal)\s*,")
_FLUENT = re.compile(r"\{\s*(?:\$[A-Za-z][\w-]*\s*(?:\}|->)|-[a-z][\w-]*\s*[}(]|[A-Z]+\(\s*\$)")
_SELECTOR = re.compile(r"->\s*\*?\[")
_JAVA = re.compile(r"\{\d+(?:,[^{}]*)?\}.*''|''.*\{\d+(?:,[^{}]*)?\}|\{\d+\s*,\s*choice\s*,", re.DOTALL)
_QT = re.compile(r"(?<![\w%])%L?1(?![\w$%]|\.\d)", re.ASCII)
# Patterns of dates, which each language writes in its own order.
_DATE = re.compile(r"%[-_0^#EO]?[YBbHMIyjZ](?![A-Za-z])")
_NO_DATE = re.compile(r"%(?:\d+\$|\(|l*d|s|@|i|u)")
_SECOND = re.compile(r"(?<![\w%])%L?2(?![\w$%]|\.\d)", re.ASCII)
_PERCENTAGE = re.compile(r"(?<![%\d])1\s?%")
_NAMED_DOLLAR = re.compile(r"(?<![\w$\\])\$[a-z_]\w+(?!\w*\$)", re.ASCII)


def has_branches(text: str) -> bool:
    """Whether the text is a message with several texts to choose from, each of which may repeat another's parts."""
    return "{" in text and (_ICU.search(text) is not None or _SELECTOR.search(text) is not None)


def dialect_of(source: str, target: str, *, declared: str = "auto", file: str = "") -> str:
    """The dialect of a pair of texts: the declared one, or that of the file's type, or what the source tells."""
    if declared != "auto":
        return declared
    by_file = _BY_EXTENSION.get(file.rpartition(".")[2].lower(), "auto")
    if by_file != "auto":
        return by_file
    model = source or target
    if "{" in model:
        if _ICU.search(model):
            return "angular" if "{{" in model and parse(model).faults else "icu"
        if _FLUENT.search(model):
            return "fluent"
        if _JAVA.search(model) or (file.endswith(".properties") and re.search(r"\{\d", model)):
            return "java-message"
    if "%" in model and _DATE.search(model) and not _NO_DATE.search(model.replace("%d", "")):
        return "none"
    # In some languages the sign goes before the number: %1 is one per cent there.
    if "%" in model and _QT.search(model):
        is_percentage = _PERCENTAGE.search(source) or _PERCENTAGE.search(target)
        if _SECOND.search(model) or not is_percentage:
            return "qt"
    if "$" in model and "{" not in model and _NAMED_DOLLAR.search(model):
        return "kotlin"
    return "auto"
