"""Which dialect of placeholders a pair of texts is in."""

import re

from tqa.language.placeholders.dialects import ICU
from tqa.language.placeholders.icu import parse
from tqa.language.placeholders.scanner import scan

_BY_EXTENSION = {
    "ftl": "fluent",
    "arb": "icu",
    "resx": "dotnet",
    "strings": "apple",
    "stringsdict": "apple",
    "xcstrings": "apple",
}
# Those whose texts are read by their own parser, so that nothing else can stand in them.
_PARSED = ("fluent", "icu")
_FLUENT = re.compile(r"\{\s*(?:\$[A-Za-z][\w-]*\s*(?:\}|->)|-[a-z][\w-]*\s*[}(]|[A-Z]+\(\s*\$)")
_JAVA = re.compile(r"\{\d+(?:,[^{}]*)?\}.*''|''.*\{\d+(?:,[^{}]*)?\}|\{\d+\s*,\s*choice\s*,", re.DOTALL)
_QT = re.compile(r"(?<![\w%])%L?1(?![\w$%]|\.\d)", re.ASCII)
# Patterns of dates, which each language writes in its own order.
_DATE = re.compile(r"%[-_0^#EO]?[YBbHMIyjZ](?![A-Za-z0-9])")
_NO_DATE = re.compile(r"%(?:\d+\$|\(|l*d|s|@|i|u)")
_SECOND = re.compile(r"(?<![\w%])%L?2(?![\w$%]|\.\d)", re.ASCII)
_PERCENTAGE = re.compile(r"(?<![%\d])1\s?%")
_NAMED_DOLLAR = re.compile(r"(?<![\w$\\])\$[a-z_]\w+(?!\w*\$)", re.ASCII)


def dialect_of(source: str, target: str, *, declared: str = "auto", file: str = "", syntax: str | None = None) -> str:
    """The dialect of a pair of texts: a key of `DIALECTS`.

    declared: what the user says of the texts; counts where it isn't `auto`. file: its name, whose extension may tell;
    syntax: what the file itself says (`Segment.syntax`). The two are a file's usual dialect, so they count only where
    the texts have placeholders of it; else what the source's text tells does.
    """
    if declared != "auto":
        return declared
    usual = _BY_EXTENSION.get(file.rpartition(".")[2].lower()) or syntax
    if usual is not None and (usual in _PARSED or _is_in(usual, source) or _is_in(usual, target)):
        return usual
    return _told(source, target, file)


def _is_in(dialect: str, text: str) -> bool:
    found = scan(text, dialect)
    return bool(found.placeholders or found.doubled_percents)


def _told(source: str, target: str, file: str) -> str:
    model = source or target
    if "{" in model:
        if ICU.search(model):
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
