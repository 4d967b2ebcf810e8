"""A plural lacks a category that the target language has.

Why it matters: Russian and Polish have other forms after 2 and after 5, Arabic has six; where a branch is missing the
program takes `other`, and the reader sees the wrong ending for most numbers.

How to fix: add a branch for each category of the language (those of CLDR; the message names them). A category that
only fractions or millions have may be left out; `=1` stands for `one` where that is for the number 1 alone.
"""

from collections.abc import Iterator, Sequence

from tqa.language.placeholders import fluent, icu
from tqa.language.placeholders.dialects import Dialect
from tqa.language.placeholders.scanner import message_text
from tqa.language.plurals import CATEGORIES, covers_one, known_categories, needed_categories
from tqa.language.tags import UNDETERMINED
from tqa.model import Severity, Span
from tqa.rule import Found, Pair, Trait, bad, good, rule

_PLURAL = "{n, plural, one {# file} other {# files}}"
_FLUENT = "{ $n ->\n    [one] { $n } file\n   *[other] { $n } files\n}"


@rule(
    "linguistic-conventions/grammar",
    "major",
    when_target=Trait.BRACE,
    examples=[
        bad((_PLURAL, "{n, plural, one {# файл} other {# файлов}}"), marks="{n, plural,", langs=("en", "ru")),
        bad((_PLURAL, "{n, plural, other {# souborů}}"), langs=("en", "cs")),
        bad("{n, selectordinal, one {#st} other {#th}}", marks="{n, selectordinal,", langs=("de", "en")),
        bad((_FLUENT, "{ $n ->\n    [one] { $n } plik\n   *[other] { $n } pliku\n}"), marks="$n", langs=("en", "pl")),
        good((_PLURAL, "{n, plural, other {# tệp}}"), langs=("en", "vi")),
        good((_PLURAL, "{n, plural, one {# fichier} other {# fichiers}}"), langs=("en", "fr")),
        good((_PLURAL, "{n, plural, one {# soubor} few {# soubory} other {# souborů}}"), langs=("en", "cs")),
        good("{n, plural, =1 {One file} other {# files}}", langs=("de", "en")),
        good(("{n, plural, other {Done by}} {n}", "{n, plural, other {Gjort av}} {n}"), langs=("en", "nb")),
        good((_FLUENT, "{ $n } tệp"), langs=("en", "vi")),
    ],
)
def check(pair: Pair, *, dialect: Dialect = "auto") -> Iterator[Found]:
    """Report plurals without a branch for a category. dialect: what the texts are written for."""
    text = pair.target.text
    if pair.target.base == UNDETERMINED:
        return
    told = pair.dialect if dialect == "auto" else dialect
    if told in ("icu", "angular"):
        plain = _without_forms(icu.parse(message_text(pair.source.text, told)))
        for argument in icu.parse(message_text(text, told)).message.branching():
            keys = [branch.key for branch in argument.branches]
            if argument.kind != "select" and not (plain and keys == ["other"]):
                span = pair.target.span(argument.start, argument.start + len(_head(argument, text)))
                yield from _missing(keys, pair.target.language, span, argument.kind == "selectordinal")
    elif told == "fluent" and "->" in text:
        for selector in fluent.parse(text).selectors:
            if set(selector.keys) <= set(CATEGORIES) and len(selector.keys) > 1:
                span = pair.target.span(selector.start, selector.end)
                yield from _missing(selector.keys, pair.target.language, span, selector.is_ordinal)


def _without_forms(source: icu.Parsed) -> bool:
    """Whether the source has plurals, and none with another branch than `other`: its author needs no forms."""
    arguments = [argument for argument in source.message.branching() if argument.kind != "select"]
    return bool(arguments) and all(len(argument.branches) == 1 for argument in arguments)


def _head(argument: icu.Argument, text: str) -> str:
    return text[argument.start : argument.branches[0].start].rstrip()


def _missing(keys: Sequence[str], language: str, span: Span, is_ordinal: bool) -> Iterator[Found]:
    needed = needed_categories(language, is_ordinal=is_ordinal)
    known = known_categories(language, is_ordinal=is_ordinal)
    if needed is None or known is None:
        return
    covered = {*keys, "other"} | ({"one"} if "=1" in keys and not is_ordinal and covers_one(language) else set())
    missing = [category for category in CATEGORIES if category in needed - covered]
    if missing:
        yield Found(f"no branch for {_listed(missing)}, which '{language}' has", [span])
    unused = [key for key in CATEGORIES if key in keys and key not in known]
    if unused:
        yield Found(f"'{language}' never uses {_listed(unused)}", [span], severity=Severity.NEUTRAL)


def _listed(categories: Sequence[str]) -> str:
    return " and ".join(f"'{category}'" for category in categories)
