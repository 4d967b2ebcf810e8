"""The tags of source and target differ, or are nested wrongly.

Why it matters: a lost or added tag makes bold run on, kills a link or leaves the program without the element that it
looks for; tags that cross aren't valid XML, and a parser stops there.

How to fix: use each tag of the source once, each closing one after its opening one. Pairs may change places as the
grammar asks. What only some languages need (`<wbr>`, `<bdi>`, `<ruby>`, comments, raised ordinals) isn't compared, nor
are words in angle brackets that nothing closes (`<file>`).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tqa.language.markup.comparison import compare_tags
from tqa.language.markup.tags import Tag
from tqa.model import Severity
from tqa.rule import Found, Pair, Trait, bad, good, rule

_LESSER = frozenset({"br", "p"})


@rule(
    "design/markup",
    "major",
    bilingual=True,
    when=Trait.ANGLE,
    examples=[
        bad(("Press <b>Save</b> now.", "Jetzt <b>Speichern drücken."), marks="</b>", langs=("en", "de")),
        bad(("Read the <i>guide</i>.", "Lies die <b>Anleitung</b>."), marks="<b>", langs=("en", "de")),
        bad(("<b>One</b> <i>two</i>", "<b>Eins <i>zwei</b></i>"), marks="</b>", langs=("en", "de")),
        bad(("<b>Bold</b>", "</b>Fett<b>"), marks="</b>", langs=("en", "de")),
        bad(('Go <g id="1">home</g><x id="2"/>', 'Về <g id="1">nhà</g><x id="3"/>'), langs=("en", "vi")),
        bad(("Agree to the <0>terms</0>.", "Đồng ý với điều khoản."), marks="<0>", langs=("en", "vi")),
        bad(("Line one<br>line two", "Dòng một dòng hai"), marks="<br>", langs=("en", "vi")),
        bad(("<b>Important</b> note", "<b></b>Lưu ý quan trọng"), marks="<b></b>", langs=("en", "vi")),
        good(("<b>One</b> and <i>two</i>", "<i>Zwei</i> und <b>eins</b>"), langs=("en", "de")),
        good(("One<br>two", "Eins<br />zwei"), langs=("en", "de")),
        good(("Open <file> in the editor", "Öffne <Datei> im Editor"), langs=("en", "de")),
        good(("If x < 3 or y > 4", "Wenn x < 3 oder y > 4"), langs=("en", "de")),
        good(("The 1<sup>st</sup> day", "Der 1. Tag"), langs=("en", "de")),
        good(("Donaudampfschiff", "Donau<wbr>dampf<wbr>schiff"), langs=("en", "de")),
        good(("Write to <ana@example.org>", "Schreib an <ana@example.org>"), langs=("en", "de")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report tags lost, added or wrongly nested."""
    source, target = pair.source, pair.target
    if not target.text.strip():
        return
    found = compare_tags(source.tags, target.tags, source.text, target.text)
    for tag in found.missing:
        severity = Severity.MINOR if tag.name in _LESSER else None
        yield Found(f"the tag '{tag.text}' is missing", [source.span(tag.start, tag.end)], severity=severity)
    for tag in found.added:
        severity = Severity.MINOR if tag.name in _LESSER else None
        yield Found(f"the source has no tag '{tag.text}'", [target.span(tag.start, tag.end)], severity=severity)
    for tag in found.misplaced:
        yield Found(f"'{tag.text}' doesn't close what was opened last", [target.span(tag.start, tag.end)])
    if not (found.missing or found.added or found.misplaced):
        yield from _empty(pair)


def _empty(pair: Pair) -> Iterator[Found]:
    """Pairs with nothing between them, whose text went elsewhere."""
    known = {one.name for one, _ in _empty_pairs(pair.source.tags, pair.source.text)}
    for one, other in _empty_pairs(pair.target.tags, pair.target.text):
        if one.name not in known:
            span = pair.target.span(one.start, other.end)
            yield Found(f"nothing stands between '{one.text}' and '{other.text}'", [span], severity=Severity.MINOR)


def _empty_pairs(tags: Sequence[Tag], text: str) -> Iterator[tuple[Tag, Tag]]:
    for one, other in pairwise(tags):
        is_pair = one.kind == "open" and other.kind == "close" and one.name == other.name and one.is_certain
        if is_pair and not text[one.end : other.start].strip():
            yield one, other
