"""An attribute of a tag differs from the source's.

Why it matters: an address, class, id or style that was "translated" breaks a link or the look, and the reader of the
text can't see it.

How to fix: copy attributes as they are. Those that readers see or hear may be translated (`title`, `alt`,
`aria-label`, `placeholder` and the like), those for the language may change (`lang`, `dir`, `hreflang`); an address of
the page in the other language is but a hint. The option `translatable` names further attributes.
"""

import re
from collections.abc import Iterator

from tqa.language.addresses import is_localised, same_url
from tqa.language.markup.attributes import TRANSLATABLE, partners
from tqa.language.markup.tags import Attribute, Tag
from tqa.model import Severity, Span
from tqa.rule import Found, Pair, Trait, bad, good, rule

_NAME = re.compile(r"[A-Za-z_:@*#.\[(][\x21-\x7e]*\Z")
# Some programs show a text where others have an address.
_PROSE = re.compile(r"\w \w+ \w")
_ADDRESSES = frozenset({"href", "src", "srcset", "action", "cite", "poster", "data", "xlink:href"})


@rule(
    "design/markup",
    "major",
    bilingual=True,
    when_source=Trait.ANGLE,
    when_target=Trait.ANGLE,
    yields_to=("unsafe-markup", "malformed-markup"),
    examples=[
        bad(
            ('<a href="/help">Help</a>', '<a href="/hilfe">Hilfe</a>'),
            marks="/hilfe",
            suggestion="/help",
            langs=("en", "de"),
        ),
        bad(('<span class="red">!</span>', '<span class="rot">!</span>'), marks="rot", langs=("en", "de")),
        bad(('<a href="/a" target="_blank">A</a>', '<a href="/a">A</a>'), marks='<a href="/a">', langs=("en", "vi")),
        bad(('<a href="/a">A</a>', '<a href="/a" style="color:red">A</a>'), langs=("en", "vi")),
        bad(('<img src="a.png" alt="Dog">', '<img quelle="a.png" alt="Hund">'), marks="a.png", langs=("en", "de")),
        good(('<img src="a.png" alt="Dog">', '<img alt="Hund" src="a.png">'), langs=("en", "de")),
        good(('<a title="Home" href="/">Home</a>', "<a href='/' title='Trang chủ'>Trang chủ</a>"), langs=("en", "vi")),
        good(('<p lang="en">Yes</p>', '<p lang="ar" dir="rtl">نعم</p>'), langs=("en", "ar")),
        good(('<a href="/a">A</a> <a href="/b">B</a>', '<a href="/b">B</a> <a href="/a">A</a>'), langs=("en", "de")),
        good(
            ('<img src="a.png" data-x="Dog">', '<img src="a.png" data-x="Hund">'), options={"translatable": ("data-x",)}
        ),
    ],
)
def check(pair: Pair, *, translatable: tuple[str, ...] = ()) -> Iterator[Found]:
    """Report attributes added, lost or changed. translatable: further ones that may be translated."""
    free = TRANSLATABLE.union(translatable)
    for one, other in partners(pair.source.tags, pair.target.tags, free):
        yield from _compared(one, other, free)


def _compared(one: Tag, other: Tag, free: frozenset[str]) -> Iterator[Found]:
    had = {attribute.name: attribute for attribute in one.attributes}
    has = {attribute.name: attribute for attribute in other.attributes}
    for name, attribute in has.items():
        span = Span("target", attribute.start, attribute.end)
        if name in free or attribute.start == attribute.end or not name.strip(".…"):
            continue
        if not _NAME.match(name):
            yield Found(f"'{name}' is no name of an attribute: a quote before it is one too many", [span])
            return
        if name not in had:
            yield Found(f"the source's tag has no attribute '{name}'", [span])
        elif attribute.value != had[name].value:
            yield from _changed(had[name], attribute, span)
    for name, attribute in had.items():
        if name not in has and name not in free and name.strip(".…"):
            spans = [Span("target", other.start, other.end), Span("source", attribute.start, attribute.end)]
            yield Found(f"the attribute '{name}' is missing", [span for span in spans if span.start < span.end])


def _changed(had: Attribute, has: Attribute, span: Span) -> Iterator[Found]:
    one, other = had.value or "", has.value or ""
    if has.name in _ADDRESSES and (same_url(one, other) or _PROSE.search(one)):
        return
    severity = None
    if has.name in _ADDRESSES and is_localised(one, other):
        severity = Severity.NEUTRAL
    evidence = [Span("source", had.start, had.end)] if had.start < had.end else []
    message = f"'{has.name}' has another value than in the source ('{one}')"
    yield Found(message, [span, *evidence], one or None, "unsafe" if one else None, severity=severity)
