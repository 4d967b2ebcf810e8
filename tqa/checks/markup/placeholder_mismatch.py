"""The placeholders of source and target differ.

Why it matters: a program fills placeholders in by name, number or type. One that is lost hides a name or a number from
the reader, one that is misspelled shows its raw text, and one of the wrong type can end the program.

How to fix: copy each placeholder as the source has it. They may change places where they have a name or a number;
unnumbered ones (`%s`, `{}`) must keep their order or be numbered. The dialect is told from the texts and the file's
type; the option `dialect` declares it, `patterns` adds regular expressions for placeholders of your own.
"""

import re
from collections import Counter
from collections.abc import Iterator

from tqa.language.placeholders.comparison import Difference, differences
from tqa.language.placeholders.dialects import Dialect
from tqa.language.plurals import number_of
from tqa.model import Applicability, Severity, Span
from tqa.rule import Found, Pair, Trait, bad, good, rule

_SIGNS = int(Trait.BRACE | Trait.PERCENT | Trait.CURRENCY | Trait.BACKSLASH | Trait.AT)
# The name of a message that stands in its place, as in catalogues whose English is a translation too.
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_.:-][A-Za-z0-9]+)+")
_HINTS = ("counted", "repeated")
_LESSER = ("doubled", "reformatted", "term")


@rule(
    "design/markup",
    "major",
    bilingual=True,
    yields_to=("icu-syntax", "fluent-syntax"),
    examples=[
        bad(("%d files in %s", "%d Dateien"), marks="%s", langs=("en", "de")),
        bad(("Hello, {name}!", "¡Hola, {nombre}!"), marks="{nombre}", suggestion="{name}", langs=("en", "es")),
        bad(("Sent by %s", "Gesendet von % s"), marks="% s", suggestion="%s", langs=("en", "de")),
        bad(("%(count)s items", "%(count) Einträge"), marks="%(count)", langs=("en", "de")),
        bad(("%d%% of %s", "%d% de %s"), marks="%", suggestion="%%", langs=("en", "es")),
        bad(("{n, plural, one {# file} other {# files}}", "{n, plural, other {tệp}}"), marks="#", langs=("en", "vi")),
        bad(("Page @@1 of @@2", "Seite @@1"), marks="@@2", options={"patterns": (r"@@\d",)}),
        good(("%s has %d files", "%2$d Dateien von %1$s"), langs=("en", "de")),
        good(("I'm 100% sure, and it is 50% off.", "100 % sicher, und 50 % billiger."), langs=("en", "de")),
        good(("{0} of {1}", "{1} 中的 {0}"), langs=("en", "zh")),
        good(("{n, plural, one {# file} other {# files}}", "{n, plural, other {# tệp}}"), langs=("en", "vi")),
        good(("date_format_short", "{d}.{m}.{y}"), langs=("en", "de")),
        good(("Welcome, %s", "Welcome, %d"), options={"dialect": "none"}),
    ],
)
def check(pair: Pair, *, dialect: Dialect = "auto", patterns: tuple[str, ...] = ()) -> Iterator[Found]:
    """Report placeholders lost, added, broken or of another type.

    dialect: what the texts are written for. patterns: regular expressions, each match of which must be kept as it is.
    """
    source, target = pair.source.text, pair.target.text
    if not target.strip() or not source.strip() or _KEY.fullmatch(source):
        return
    if dialect == "laravel" or (pair.source.traits | pair.target.traits) & _SIGNS:
        told = pair.dialect if dialect == "auto" else dialect
        form = pair.segment.plural
        is_for_one_number = form is not None and number_of(pair.target.language, form) is not None
        for difference in differences(source, target, told, is_for_one_number=is_for_one_number):
            yield _found(difference)
    for pattern in patterns:
        yield from _own(re.compile(pattern), pair)


def _found(difference: Difference) -> Found:
    spans = []
    if difference.target is not None:
        spans.append(Span("target", *difference.target))
    if difference.source is not None:
        spans.append(Span("source", *difference.source))
    severity = Severity.MINOR if difference.kind in _LESSER else None
    severity = Severity.NEUTRAL if difference.kind in _HINTS else severity
    applicability: Applicability | None = "unsafe" if difference.suggestion is not None else None
    return Found(difference.message, spans, difference.suggestion, applicability, severity=severity)


def _own(pattern: re.Pattern[str], pair: Pair) -> Iterator[Found]:
    """What differs between the matches of the user's own pattern."""
    texts = (pair.source, pair.target)
    counts = [Counter(match[0] for match in pattern.finditer(text.text)) for text in texts]
    for side, lost in enumerate((counts[0] - counts[1], counts[1] - counts[0])):
        for match in pattern.finditer(texts[side].text):
            if lost[match[0]] > 0 and match[0]:
                lost[match[0]] -= 1
                message = f"'{match[0]}' is missing" if side == 0 else f"the source has no '{match[0]}'"
                yield Found(message, [texts[side].span(*match.span())])
