"""A message in ICU MessageFormat, or Java's, has an error of syntax.

Why it matters: the program can't format the message at all and shows nothing or its raw text, often in that one
language only; a translated keyword (`autre` for `other`) or select key silently never matches.

How to fix: copy the syntax from the source and translate only what stands in the innermost braces. `plural` and
`select` need a branch `other`. An apostrophe before a brace quotes it and must be doubled; in Java's own MessageFormat
every apostrophe must be. The option `dialect` declares the format where the text alone doesn't tell it.
"""

from collections import Counter
from collections.abc import Iterator

from tqa.language.placeholders.dialects import Dialect
from tqa.language.placeholders.icu import Argument, Parsed, parse
from tqa.language.placeholders.scanner import message_text
from tqa.language.plurals import CATEGORIES
from tqa.rule import Found, Pair, Trait, bad, good, rule

_DIALECTS = ("icu", "angular", "java-message")
_PLURAL = "{n, plural, one {# file} other {# files}}"


@rule(
    "design/markup",
    "major",
    when=Trait.BRACE,
    examples=[
        bad((_PLURAL, "{n, plural, one {# Datei} other {# Dateien}"), marks="{", langs=("en", "de")),
        bad((_PLURAL, "{n, plural, one {# fichier} autre {# fichiers}}"), marks="autre", suggestion="other"),
        bad((_PLURAL, "{n, plurale, one {# file} other {# file}}"), marks="plurale", langs=("en", "it")),
        bad((_PLURAL, "{n, plural, one {# plik} few {# pliki}}"), langs=("en", "pl")),
        bad(
            ("{g, select, female {her} other {their}}", "{g, select, weiblich {ihr} other {deren}}"),
            marks="weiblich",
            suggestion="female",
        ),
        bad(
            ("{g, select, male {his} other {their}} {name}", "{g, select, male {son} other {leur}} d'{name}"),
            marks="'{name}",
            suggestion="''{name}",
        ),
        bad("{0} isn't here", marks="'", suggestion="''", options={"dialect": "java-message"}),
        good((_PLURAL, "{n, plural, =0 {нет} one {# файл} few {# файла} many {# файлов} other {# файла}}")),
        good(("{g, select, female {her} other {their}}", "{g, select, other {lui}}"), langs=("en", "it")),
        good("It's '{literal}' and {n, plural, other {# o''clock}}"),
        good("Use {braces in prose, or not} and }"),
    ],
)
def check(pair: Pair, *, dialect: Dialect = "auto") -> Iterator[Found]:
    """Report what the program couldn't parse, and keys that never match. dialect: what the texts are written for."""
    source, target = pair.source.text, pair.target.text
    told = pair.dialect if dialect == "auto" else dialect
    if told not in _DIALECTS or not target.strip():
        return
    is_java = told == "java-message"
    theirs = parse(message_text(target, told), is_java=is_java)
    ours = parse(message_text(source, told), is_java=is_java)
    if len(theirs.faults) > len(ours.faults):
        for fault in theirs.faults:
            yield Found(fault.message, [pair.target.span(fault.start, fault.end)])
    for argument in theirs.message.branching():
        yield from _keys(argument, ours, pair)
    yield from _apostrophes(pair, theirs, ours, is_java)


def _keys(argument: Argument, ours: Parsed, pair: Pair) -> Iterator[Found]:
    """The keys of one argument: `other` is there, none twice, each one that can match."""
    keys = [branch.key for branch in argument.branches]
    models = [one for one in ours.message.branching() if (one.name, one.kind) == (argument.name, argument.kind)]
    model = [branch.key for branch in models[0].branches] if models else []
    unknown = [branch for branch in argument.branches if not _is_known(branch.key, argument.kind, model)]
    for branch in unknown:
        at = keys.index(branch.key)
        suggestion = model[at] if len(model) == len(keys) and model[at] not in keys else None
        span = pair.target.span(branch.start, branch.end)
        message = f"'{branch.key}' never matches: keys of {argument.kind} aren't translated"
        yield Found(message, [span], suggestion, "unsafe" if suggestion else None)
    if "other" not in keys and not unknown:
        span = pair.target.span(argument.start, argument.branches[0].start)
        yield Found(f"the {argument.kind} of '{argument.name}' has no branch 'other'", [span])
    for key, count in Counter(keys).items():
        if count > 1:
            again = [branch for branch in argument.branches if branch.key == key][-1]
            yield Found(f"the branch '{key}' is there twice", [pair.target.span(again.start, again.end)])


def _is_known(key: str, kind: str, model: list[str]) -> bool:
    if kind == "select":
        return not model or key in model or key == "other"
    return key in CATEGORIES or (key.startswith("=") and key[1:].isdigit())


def _apostrophes(pair: Pair, theirs: Parsed, ours: Parsed, is_java: bool) -> Iterator[Found]:
    """Apostrophes of the language that the format takes for quotes."""
    text = pair.target.text
    quoting = [span for span in theirs.quoted if is_java or "{" in text[slice(*span)]]
    if len(quoting) <= sum(is_java or "{" in pair.source.text[slice(*span)] for span in ours.quoted):
        return
    for start, end in quoting:
        if not text[start - 1 : start].isalpha() and text[end - 1] == "'" and end - start > 1:
            continue
        if "{" in text[start:end]:
            closing = text.find("}", start, end) + 1 or end
            message = "the apostrophe quotes the braces after it: double it"
            yield Found(message, [pair.target.span(start, closing)], "'" + text[start:closing], "unsafe")
        else:
            yield Found(
                "a single apostrophe isn't shown: double it", [pair.target.span(start, start + 1)], "''", "safe"
            )
