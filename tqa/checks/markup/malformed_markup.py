"""A tag is broken: cut off, spaced out or in the wrong characters.

Why it matters: a browser shows the rest of a broken tag as text, or swallows what follows; an XML parser stops.

How to fix: copy the tag from the source. Translation machines put blanks into tags (`< b>`, `</ b>`), turn the quotes
of attributes into those of the language (`href=„…“`) and brackets into full-width ones.
"""

import re
from collections.abc import Iterator

from tqa.language.lazy import lazily
from tqa.language.markup.comparison import compare_tags
from tqa.language.markup.tags import Attribute, Tag
from tqa.rule import Found, Pair, Trait, bad, good, rule

_CURLY = "“”„‟«»″＂‘’‚‹›「」"
# The beginning of a tag with attributes, or of a closing one, that no > ends before the next < or the end.
_CUT = lazily(
    re.compile,
    r"<(?:/[A-Za-z][\w:-]*|[A-Za-z][\w:-]*(?:\s++[\w:-]++\s*+=\s*+(?>\"[^\"<>]*\"?|'[^'<>]*'?|[^\s<>]*))+)\s*/?(?=<|\Z)",
)
# One whose quotes are odd in number.
_ODD = re.compile(r"<[A-Za-z][\w:-]*\s(?:[^<>\"]*+\"[^<>\"]*+\")*+[^<>\"]*=\s*+\"[^<>\"]*+>")
_COMMENT = re.compile(r"<!--(?!(?:(?!<!--).)*?-->)", re.DOTALL)


@rule(
    "design/markup",
    "major",
    when_target=Trait.ANGLE | Trait.SYMBOL,
    examples=[
        bad(("A <b>bold</b> step", "Ein < b>mutiger</b> Schritt"), marks="< b>", suggestion="<b>", langs=("en", "de")),
        bad(("A <b>bold</b> step", "Một bước <b>táo bạo</ b>"), marks="</ b>", suggestion="</b>", langs=("en", "vi")),
        bad(("A <b>bold</b> step", "＜b＞大胆</b>的一步"), marks="＜b＞", suggestion="<b>", langs=("en", "zh")),
        bad(("A <b>bold</b> step", "Ein <b>mutiger</b Schritt"), marks="</b", suggestion="</b>", langs=("en", "de")),
        bad('Read <a href="https://example.org/a the guide</a>.', marks='<a href="https://example.org/a the guide'),
        bad("<a href=„https://example.org“>Anleitung</a>", marks="„https://example.org“", langs=("en", "de")),
        bad("Text <!-- remark", marks="<!--"),
        good(("A <b>bold</b> step", "Ein <b>mutiger</b> Schritt"), langs=("en", "de")),
        good("If a <b and c> d, or 3 <4, then <3 from <ana@example.org>"),
        good('<img src="a.png" alt="„Zitat“"/> and <br / >'),
        good("He wrote «a < b» and left."),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report tags of the target that no parser takes for tags."""
    target = pair.target
    if not (pair.source.traits | target.traits) & Trait.ANGLE:
        return
    marked: list[tuple[int, int]] = []
    if pair.bilingual and pair.source.tags and target.text.strip():
        for tag, (start, end) in compare_tags(pair.source.tags, target.tags, pair.source.text, target.text).broken:
            marked.append((start, end))
            message = f"'{target.text[start:end]}' is no tag: the source has '{tag.text}'"
            yield Found(message, [target.span(start, end)], tag.text, "unsafe")
    if not target.traits & Trait.ANGLE:
        return
    whole = {tag.start for tag in target.tags}
    for pattern in (_CUT, _ODD, _COMMENT):
        cut = [match.span() for match in pattern.finditer(target.text) if match.start() not in whole]
        if len(cut) > len(pattern.findall(pair.source.text)):
            for start, end in cut:
                if not any(start < e and s < end for s, e in marked):
                    text = target.text[start:end]
                    yield Found(f"'{text.rstrip()}' isn't closed", [target.span(start, start + len(text.rstrip()))])
    for found in target.tags:
        for attribute in found.attributes:
            yield from _curly(pair, found, attribute)


def _curly(pair: Pair, tag: Tag, attribute: Attribute) -> Iterator[Found]:
    """An attribute whose value stands in quotes of prose alone."""
    value = attribute.value or ""
    text = pair.target.text
    if value[:1] in tuple(_CURLY) and text[attribute.start - 1] not in "\"'" and tag.start < attribute.start:
        span = pair.target.span(attribute.start, attribute.end)
        bare = value.strip(_CURLY)
        yield Found(f"the value of '{attribute.name}' must stand in straight quotes", [span], f'"{bare}"', "unsafe")
