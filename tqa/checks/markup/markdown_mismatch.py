"""The Markdown of source and target differs, or is broken.

Why it matters: `[text] (address)` is no link and `** bold **` isn't bold: the page shows the signs, and readers can't
follow. Translated `code` names something that isn't there.

How to fix: no blank between `]` and `(` nor inside of `**`, ASCII brackets and signs also in Chinese and Japanese, code
as the source has it, as many links, images, references and headings as there.
"""

from collections.abc import Iterator

from tqa.language.markup.markdown import has_markdown
from tqa.language.markup.markdown_comparison import compare_markdown
from tqa.language.placeholders.dialects import has_branches
from tqa.model import Applicability, Severity
from tqa.rule import Found, Pair, Trait, bad, good, rule


@rule(
    "design/markup",
    "minor",
    bilingual=True,
    when_source=Trait.BRACKET | Trait.QUOTE | Trait.PUNCTUATION,
    yields_to=("url-mismatch", "unsafe-markup", "placeholder-mismatch", "path-mismatch"),
    examples=[
        bad(
            ("Read [the guide](/guide).", "Lies [die Anleitung] (/guide)."),
            marks="[die Anleitung] (/guide)",
            suggestion="[die Anleitung](/guide)",
            langs=("en", "de"),
        ),
        bad(
            ("Read [the guide](/guide).", "请阅读【指南】（/guide）。"), suggestion="[指南](/guide)", langs=("en", "zh")
        ),
        bad(("Read [the guide](/guide).", "Lies die Anleitung."), marks="[the guide](/guide)", langs=("en", "de")),
        bad(("Read [the guide](/guide).", "Lies [das](/anleitung)."), marks="[das](/anleitung)", langs=("en", "de")),
        bad(("A **big** step", "Ein ** großer ** Schritt"), marks="** großer **", langs=("en", "de")),
        bad(("A **big** step", "Ein **großer Schritt"), langs=("en", "de")),
        bad(("Run `git push` now", "Führe `git schieben` aus"), marks="`git schieben`", langs=("en", "de")),
        bad(("## Install", "##Cài đặt"), marks="##", langs=("en", "vi")),
        bad(("## Install", "# Cài đặt"), marks="#", suggestion="##", langs=("en", "vi")),
        bad(("As shown[^1]", "Wie gezeigt"), marks="[^1]", langs=("en", "de")),
        bad(("![A dog](dog.png) barks", "Ein Hund bellt"), marks="![A dog](dog.png)", langs=("en", "de")),
        good(("A **big** [step](/a)", "Ein [Schritt](/a), ein **großer**"), langs=("en", "de")),
        good(
            ("[Dog](https://en.wikipedia.org/wiki/Dog)", "[Chó](https://vi.wikipedia.org/wiki/Chó)"), langs=("en", "vi")
        ),
        good(("See [below](#install)", "Siehe [unten](#installation)"), langs=("en", "de")),
        good(("He [the mayor] (65) left", "Er [der Bürgermeister] (65) ging"), langs=("en", "de")),
        good(("2 ** 3 and a * b * c", "2 ** 3 und a * b * c"), langs=("en", "de")),
        good(("The #1 song", "Das Lied Nr. 1"), langs=("en", "de")),
        good(("`one` and `two`", "`two` và `one`"), langs=("en", "vi")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report links, images, references, code, bold text and headings that are broken, missing or changed."""
    if not has_markdown(pair.source.text) or not pair.target.text.strip():
        return
    source, target = pair.source, pair.target
    if has_branches(source.text) or has_branches(target.text):
        return
    for one in compare_markdown(source.text, target.text):
        spans = [target.span(*one.target)] if one.target else []
        spans += [source.span(*one.source)] if one.source else []
        severity = Severity.NEUTRAL if one.is_hint else None
        applicability: Applicability | None = "unsafe" if one.suggestion is not None else None
        yield Found(one.message, spans, one.suggestion, applicability, severity=severity)
