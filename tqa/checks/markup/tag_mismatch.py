"""The tags of source and target differ, or are nested wrongly.

Why it matters: a lost or added tag makes bold run on, kills a link or leaves the program without the element that it
looks for; tags that cross aren't valid XML, and a parser stops there.

How to fix: use each tag of the source once, each closing one after its opening one. Pairs may change places as the
grammar asks. What only some languages need (`<wbr>`, `<bdi>`, `<ruby>`, comments, raised ordinals) isn't compared.
Words in angle brackets that nothing closes (`<file>`) may be translated, but none must be lost.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tqa.language.lazy import lazily
from tqa.language.markup.comparison import compare_tags
from tqa.language.markup.tags import Tag
from tqa.model import Severity
from tqa.rule import Found, Pair, Trait, bad, good, rule

# The brackets of some scripts, too.
_PLACE = lazily(re.compile, r"[<＜〈《«][^<>\n]{1,60}?[>＞〉》»]")
_LINES = frozenset({"br", "p"})
_EMPHASIS = frozenset("b big bold cite code em emphasis i italic q mark small strong tt u".split())


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
        bad(("Copy <file> to <folder>", "<Datei> kopieren"), marks="<folder>", langs=("en", "de")),
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
    for tags in _pairs(found.missing):
        spans = [source.span(tag.start, tag.end) for tag in tags]
        yield Found(f"the tag '{tags[0].text}' is missing", spans, severity=_severity(tags))
    for tags in _pairs(found.added):
        spans = [target.span(tag.start, tag.end) for tag in tags]
        yield Found(f"the source has no tag '{tags[0].text}'", spans, severity=_severity(tags))
    for tag in found.misplaced:
        yield Found(f"'{tag.text}' doesn't close what was opened last", [target.span(tag.start, tag.end)])
    if not (found.missing or found.added or found.misplaced):
        yield from _empty(pair)
        yield from _places(pair)


def _pairs(tags: Sequence[Tag]) -> list[list[Tag]]:
    """The tags, an opening one with the closing one after it where both are there."""
    found: list[list[Tag]] = []
    for tag in tags:
        opened = [one for one in found if len(one) == 1 and one[0].kind == "open" and one[0].name == tag.name]
        if tag.kind == "close" and opened:
            opened[-1].append(tag)
        else:
            found.append([tag])
    return found


def _severity(tags: Sequence[Tag]) -> Severity | None:
    """Minor where only the look differs: a pair of emphasis as a whole, a line's end."""
    is_look = tags[0].name in _LINES or (len(tags) > 1 and tags[0].name.lower() in _EMPHASIS)
    return Severity.MINOR if is_look else None


def _places(pair: Pair) -> Iterator[Found]:
    """Words in angle brackets, where readers are to put their own, that are lost."""
    certain = {tag.name for text in (pair.source, pair.target) for tag in text.tags if tag.is_certain}
    ours = [tag for tag in pair.source.tags if tag.name not in certain and tag.kind == "open"]
    theirs = len(_PLACE.findall(pair.target.text)) - sum(tag.name in certain for tag in pair.target.tags)
    for tag in ours[max(theirs, 0) :]:
        message = f"'{tag.text}' or a word like it is missing"
        yield Found(message, [pair.source.span(tag.start, tag.end)], severity=Severity.MINOR)


def _empty(pair: Pair) -> Iterator[Found]:
    """Pairs with nothing between them, whose text went elsewhere."""
    known = {one.name for one, _ in _empty_pairs(pair.source.tags, pair.source.text)}
    known.update(tag.name for tag in pair.source.tags if tag.kind == "void")
    for one, other in _empty_pairs(pair.target.tags, pair.target.text):
        if one.name not in known:
            span = pair.target.span(one.start, other.end)
            yield Found(f"nothing stands between '{one.text}' and '{other.text}'", [span], severity=Severity.MINOR)


def _empty_pairs(tags: Sequence[Tag], text: str) -> Iterator[tuple[Tag, Tag]]:
    for one, other in pairwise(tags):
        is_pair = one.kind == "open" and other.kind == "close" and one.name == other.name and one.is_certain
        if is_pair and not text[one.end : other.start].strip():
            yield one, other
