"""The target holds markup that can run code, and the source doesn't.

Why it matters: texts of translators are shown as part of the page. A script, an event handler or a `javascript:`
address that came in with a translation runs in the browser of every reader.

How to fix: take it out, and look at who delivered the text. Markup that the source has too isn't reported.
"""

import re
from collections.abc import Iterator
from html import unescape

from tqa.language.lazy import lazily
from tqa.language.markup.tags import Tag
from tqa.rule import Found, Pair, Trait, bad, good, rule

_TAGS = frozenset("script iframe embed applet svg".split())
# Words as well, as in <link>; only with attributes or a closing tag are they markup.
_WORDS = frozenset("base form frame link math meta object style template".split())
_HANDLER = re.compile(r"on[a-z]{3,}\Z")
_SCHEME = lazily(re.compile, r"(?:javascript|vbscript|livescript|data:text/html|data:image/svg\+xml)", re.IGNORECASE)
_MARKDOWN = re.compile(r"\]\(\s*<?((?:javascript|vbscript|data)\s*:[^)\s]*)", re.IGNORECASE)
_OPEN_SCRIPT = re.compile(
    r"<\s*(?:script|iframe)\b|<[a-z]+[\s/][^<>]*?\bon(?:error|load|click|mouseover|focus)\s*=", re.IGNORECASE
)
_IGNORED = re.compile(r"[\s\x00-\x1f]+")


@rule(
    "design/markup",
    "critical",
    bilingual=True,
    when_target=Trait.ANGLE | Trait.BRACKET,
    examples=[
        bad(("Hello", "Xin chào<script>steal()</script>"), marks="<script>", langs=("en", "vi")),
        bad(('<img src="a.png">', '<img src="a.png" onerror="steal()">'), marks="steal()", langs=("en", "de")),
        bad(('<a href="/help">Help</a>', '<a href="javascript:steal()">Hilfe</a>'), langs=("en", "de")),
        bad(('<a href="/help">Help</a>', '<a href="java&#x09;script:steal()">Hilfe</a>'), langs=("en", "de")),
        bad(("[Help](/help)", "[Hilfe](javascript:steal())"), langs=("en", "de")),
        bad(("Video", '<iframe src="https://example.org/v"></iframe>'), langs=("en", "de")),
        bad(("Photo", '<svg/onload="steal()">'), langs=("en", "de")),
        good(("<script>start()</script>Hello", "<script>start()</script>Hallo"), langs=("en", "de")),
        good(('<a href="/help">Help</a>', '<a href="/help">Hilfe</a>'), langs=("en", "de")),
        good(("Learn JavaScript: the basics", "JavaScript: die Grundlagen [neu]"), langs=("en", "de")),
        good(("<not supported> by <url>", "<niet ondersteund> door <link>"), langs=("en", "nl")),
        good(("Type <form> in the box", "Gib <form> in das Feld ein"), langs=("en", "de")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report scripts, event handlers, embedded pages and addresses that run code."""
    allowed = {what for tag in pair.source.tags for what, _, _ in _dangers(tag)}
    target = pair.target
    seen: list[tuple[int, int]] = []
    for tag in target.tags:
        for what, start, end in _dangers(tag):
            seen.append((tag.start, tag.end))
            if what not in allowed:
                yield Found(f"{what}, which the source doesn't have, can run code", [target.span(start, end)])
    for match in _MARKDOWN.finditer(target.text):
        if match[1] not in pair.source.text:
            yield Found(f"the address '{match[1]}' can run code", [target.span(*match.span(1))])
    for match in _OPEN_SCRIPT.finditer(target.text):
        # Browsers also take what no parser of ours takes for a tag.
        if not any(s <= match.start() < e for s, e in seen) and not _OPEN_SCRIPT.search(pair.source.text):
            yield Found("markup that can run code, and that the source doesn't have", [target.span(*match.span())])


def _dangers(tag: Tag) -> Iterator[tuple[str, int, int]]:
    """What of a tag can run code: its description, start and end."""
    name = tag.name.lower()
    if tag.kind != "close" and (name in _TAGS or (name in _WORDS and tag.is_certain)):
        yield f"the tag <{name}>", tag.start, tag.end
    for attribute in tag.attributes:
        value = _IGNORED.sub("", unescape(attribute.value or ""))
        if attribute.value is None or attribute.start == attribute.end:
            continue
        if _HANDLER.match(attribute.name) or attribute.name == "srcdoc":
            yield f"the attribute '{attribute.name}'", attribute.start, attribute.end
        elif _SCHEME.match(value):
            yield f"the address '{value[:20]}'", attribute.start, attribute.end
