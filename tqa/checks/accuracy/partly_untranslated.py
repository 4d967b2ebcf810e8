"""A word of the source language is left in the translation.

Why it matters: "the bridge und the road" is what machine translation and hasty editing leave behind; the reader
stumbles, and every check of structure passes it.

How to fix: translate the word. Names, quotations, words that both languages have, and originals given in brackets
aren't reported; further words go into the option `words`.
"""

import re
from collections.abc import Iterator

from tqa.language.lazy import lazily
from tqa.language.leftovers import JOINING, LENDER, Sides, leftovers
from tqa.language.names import language_name
from tqa.language.placeholders.dialects import ICU
from tqa.language.tags import UNDETERMINED
from tqa.language.traits import LETTER
from tqa.model import Severity
from tqa.rule import Found, Pair, bad, good, rule

# Of more words than this the whole text is in another language.
_MOST = 8
_CODE_MARKS = frozenset("=/_`")
_QUOTES = "'\"‘’“”„«»`"
_QUOTED = lazily(re.compile, rf"[{_QUOTES}](\w+)[{_QUOTES}]")
_BRANCH = re.compile(r"\s*\{")


@rule(
    "accuracy/untranslated",
    "minor",
    bilingual=True,
    when_target=LETTER,
    yields_to=("untranslated",),
    examples=[
        bad(
            ("Die Brücke und die Straße sind gesperrt.", "The bridge und the road are closed."),
            marks="und",
            langs=("de", "en"),
        ),
        bad(("Am Sonntag wird gewählt.", "The vote is on Sonntag."), marks="Sonntag", langs=("de", "en")),
        bad(("Il travaille ici depuis longtemps.", "He has worked ici for long."), marks="ici", langs=("fr", "en")),
        bad(("Мост закрыт до марта.", "The bridge is закрыт until March."), marks="закрыт", langs=("ru", "en")),
        bad(("桥梁将关闭到三月。", "The 桥梁 will be closed until March."), marks="桥梁", langs=("zh", "en")),
        bad(("The bridge will stay closed.", "Cầu sẽ tiếp tục closed."), langs=("en", "vi")),
        bad(("L'érosion continue.", "L'érosion continues."), marks="L'érosion", langs=("fr", "en")),
        bad(("Der vorfahrtberechtigte Fahrer.", "The vorfahrtberechtigte driver."), langs=("de", "en")),
        good(("Run 'make' as name=value.", "Spusťte 'make' jako name=value."), langs=("en", "cs")),
        good(("The Centre for Policy met.", "Das Centre for Policy tagte."), langs=("en", "de")),
        good(
            ("{n, plural, one {road} other {roads}}", "{n, plural, one {estrada} other {estradas}}"),
            langs=("en", "pt"),
        ),
        good(("Roe v. Wade", "Roe v. Wade stands."), langs=("cs", "en")),
        good(("Il dit : « il faut le faire ».", "He says «il faut le faire»."), langs=("fr", "en")),
        good(("Das war die Idee.", "People die in war; that was the idea."), langs=("de", "en")),
        good(("Angela von der Heide kam.", "Angela von der Heide came."), langs=("de", "en")),
        good(("新华社报道", "Xinhua (新华社) reports"), langs=("zh", "en")),
        good(("Der Schriftsteller Böll schrieb das Buch.", "The writer Böll wrote the book."), langs=("de", "en")),
        good(("Er aß im Café ein Croissant.", "He ate a croissant in the café."), langs=("de", "en")),
        good(("Im Hofbräuhaus", "In the Hofbräuhaus"), langs=("de", "en"), options={"words": ("Hofbräuhaus",)}),
    ],
)
def check(pair: Pair, *, words: tuple[str, ...] = ()) -> Iterator[Found]:
    """Report source-language words in the target. words: those that may stay."""
    source, target = pair.source, pair.target
    if source.base == target.base or UNDETERMINED in (source.base, target.base):
        return
    found = leftovers(
        Sides(
            *(source.text, source.words, source.forms, source.lower_words),
            *(target.text, target.prose, target.prose_forms),
            *(source.base, target.base),
        )
    )
    spans = [
        (start, end) for start, end in found if target.text[start:end] not in words and not _is_named(pair, start, end)
    ]
    if spans and len(spans) <= _MOST:
        name = language_name(source.language)
        for start, end in spans:
            message = f"'{target.text[start:end]}' is {name}: it was left untranslated"
            yield Found(message, [target.span(start, end)], severity=_severity(pair, start, end), language=source.base)


def _is_named(pair: Pair, start: int, end: int) -> bool:
    """Whether the word is a name of a program's: part of `name=value` or `a/b`, or quoted as in the source."""
    text = pair.target.text
    if _BRANCH.match(text, end) and ICU.search(text):  # a form of a plural: other {...}
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _CODE_MARKS or after in _CODE_MARKS:
        return f"{before}{text[start:end]}{after}".strip() in pair.source.text
    return before in _QUOTES and after in _QUOTES and bool(before and after) and text[start:end] in _quoted(pair)


def _quoted(pair: Pair) -> set[str]:
    return {match[1] for match in _QUOTED.finditer(pair.source.text)}


def _severity(pair: Pair, start: int, end: int) -> Severity | None:
    """A hint for a single English word: every language borrows those; what joins words isn't borrowed."""
    if pair.source.base != LENDER or pair.target.text[start:end] in JOINING:
        return None
    return Severity.NEUTRAL
