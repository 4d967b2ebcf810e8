"""A message in Fluent has an error of syntax.

Why it matters: Fluent drops a message that it can't parse, and the user sees its key, or English, in its place.

How to fix: close each `{`, give every choice one default variant with `*`, and write a literal brace as {"{"}. Texts
are taken for Fluent's in .ftl files, where `{ $name }` stands in the source, or where the option `dialect` says so.
"""

from collections.abc import Iterator

from tqa.language.placeholders.dialects import Dialect
from tqa.language.placeholders.fluent import parse
from tqa.rule import Found, Pair, Trait, bad, good, rule

_CHOICE = "{ $n ->\n    [one] One tab\n   *[other] { $n } tabs\n}"


@rule(
    "design/markup",
    "major",
    when=Trait.BRACE,
    examples=[
        bad(("Hello, { $user }!", "Hallo, { $user !"), marks="{ $user !", langs=("en", "de")),
        bad(("Hello, { $user }!", "Hallo, $user }!"), marks="}", langs=("en", "de")),
        bad((_CHOICE, "{ $n ->\n    [one] Ein Tab\n    [other] { $n } Tabs\n}"), langs=("en", "de")),
        bad(("Delete { $name }?", "{ $name löschen?"), langs=("en", "de")),
        bad(("About { -brand-name }", "Über { -Marke?}"), langs=("en", "de")),
        good(("Hello, { $user }!", "{ $user }, xin chào!"), langs=("en", "vi")),
        good((_CHOICE, "{ $n } thẻ"), langs=("en", "vi")),
        good((_CHOICE, "{ $n ->\n    [one] Ein Tab\n   *[other] { $n } Tabs\n}"), langs=("en", "de")),
        good(('Write {"{"} before { $name }', 'Vor { $name } steht {"{"}'), langs=("en", "de")),
        good(("A set {a, b", "Eine Menge {a, b"), langs=("en", "de")),
    ],
)
def check(pair: Pair, *, dialect: Dialect = "auto") -> Iterator[Found]:
    """Report what Fluent couldn't parse. dialect: what the texts are written for."""
    source, target = pair.source.text, pair.target.text
    if not target.strip() or (pair.dialect if dialect == "auto" else dialect) != "fluent":
        return
    if pair.bilingual and source.strip() and parse(source).faults:
        return
    for fault in parse(target).faults:
        yield Found(f"not valid Fluent: {fault.message}", [pair.target.span(fault.start, fault.end)])
