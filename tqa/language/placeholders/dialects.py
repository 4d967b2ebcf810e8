"""The dialects of placeholders.

A dialect is a set of token patterns of `tqa.language.placeholders.scanner`. What can't be told is `auto`: every
pattern that hardly occurs in prose.
"""

import re
from typing import Literal

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
    # As `auto` where a source has braces, none of them after a sign: `#`, `$` or `%` before one is then the number's.
    "auto-brace": ("mustache", "swift", "nest", "symfony", "webextension", "printf", "brace"),
    "angular": ("interpolation", "icu"),
    "apple": ("printf",),
    "c": ("printf",),
    "cpp": ("escaped", "brace"),
    "dotnet": ("escaped", "brace"),
    "fluent": ("fluent",),
    "go": ("mustache", "printf"),
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

ICU = re.compile(r"\{\s*[\w.-]+\s*,\s*(?:plural|select|selectordinal)\s*,")
_SELECTOR = re.compile(r"->\s*\*?\[")


def has_branches(text: str) -> bool:
    """Whether the text is a message with several texts to choose from, each of which may repeat another's parts."""
    return "{" in text and (ICU.search(text) is not None or _SELECTOR.search(text) is not None)
