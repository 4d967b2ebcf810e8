"""A character reference (`&lt;`, `&nbsp;`) is broken, decoded, doubled or out of place.

Why it matters: `& amp;` and `&amp;lt;` show to the reader as they are; a decoded `&lt;` begins a tag that nobody meant;
`&#39;` in a text that isn't HTML is what a translation machine left behind.

How to fix: write the reference as the source does, or the character itself where the source has none. Signs that
languages differ in (`&nbsp;`, dashes, quotes) may come, go and be written either way in HTML.
"""

from collections.abc import Iterator

from tqa.language.markup.entities import Entity, bare_brackets, broken_entities, doubled_entities, entities
from tqa.rule import Found, Pair, Trait, bad, good, rule


@rule(
    "design/markup",
    "minor",
    bilingual=True,
    when=Trait.AMPERSAND | Trait.ANGLE,
    yields_to=("placeholder-mismatch", "malformed-markup", "tag-mismatch"),
    examples=[
        bad(("Q&amp;A", "Hỏi & amp; Đáp"), marks="& amp;", suggestion="&amp;", langs=("en", "vi")),
        bad(("1 &lt; 2", "1 < 2"), marks="<", suggestion="&lt;", langs=("en", "de")),
        bad(("<b>Big</b>", "&lt;b&gt;Groß&lt;/b&gt;"), marks="&lt;", langs=("en", "de")),
        bad(("It's late", "C&#39;est tard"), marks="&#39;", suggestion="'", langs=("en", "fr")),
        bad(("Tom & Ana", "Tom &amp; Ana"), marks="&amp;", suggestion="&", langs=("en", "de")),
        bad(("A &amp; B", "A &amp;amp; B"), marks="&amp;amp;", suggestion="&amp;", langs=("en", "de")),
        bad(("Open &brandShortName;", "Öffne &Markenname;"), marks="&Markenname;", langs=("en", "de")),
        bad(("10&nbsp;km", "10&nbsp km"), marks="&nbsp", suggestion="&nbsp;", langs=("en", "vi")),
        good(("Salt &amp; pepper", "Salz und Pfeffer"), langs=("en", "de")),
        good(("He said &quot;no&quot;.", "Er sagte „nein“."), langs=("en", "de")),
        good(("What? &mdash; Yes!", "Quoi&nbsp;? — Oui&nbsp;!"), langs=("en", "fr")),
        good(("AT&T and R&D;", "AT&T und F&E;"), langs=("en", "de")),
        good(("<b>Big</b> coffee", "<b>Gro&szlig;er</b> Kaffee"), langs=("en", "de")),
        good(("See https://a.example/?a=1&lt=2", "Siehe https://a.example/?a=1&lt=2"), langs=("en", "de")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report references of the target that show as they are, or that the source has and the target lacks."""
    source, target = pair.source, pair.target
    if not target.text.strip():
        return
    ours, theirs = entities(source.text), entities(target.text)
    known = {meant for _, _, meant in broken_entities(source.text)}
    for start, end, meant in broken_entities(target.text):
        if meant not in known and not any(tag.start < start < tag.end for tag in target.tags):
            message = f"'{target.text[start:end]}' lacks the form '{meant}'"
            yield Found(message, [target.span(start, end)], meant, "unsafe")
    if not any(doubled_entities(source.text)):
        for start, end, meant in doubled_entities(target.text):
            message = f"'{target.text[start:end]}' is encoded twice"
            yield Found(message, [target.span(start, end)], meant, "safe")
    yield from _decoded(pair, ours, theirs)
    yield from _encoded(pair, ours, theirs)
    yield from _own(pair, ours, theirs)


def _decoded(pair: Pair, ours: list[Entity], theirs: list[Entity]) -> Iterator[Found]:
    """Angle brackets that the source has encoded."""
    for char, name in (("<", "lt"), (">", "gt")):
        had, wanted = (sum(one.char == char for one in side) for side in (theirs, ours))
        if had < wanted and pair.target.text.count(char) > pair.source.text.count(char):
            at = (bare_brackets(pair.target.text, pair.target.tags, char) or [pair.target.text.index(char)])[0]
            span = pair.target.span(at, at + 1)
            yield Found(f"'{char}' is encoded in the source", [span], f"&{name};", "unsafe")


def _encoded(pair: Pair, ours: list[Entity], theirs: list[Entity]) -> Iterator[Found]:
    """References in a text whose source has the bare character, or no markup at all."""
    known = {one.char for one in ours}
    doubled = {start for start, _, _ in doubled_entities(pair.target.text)}
    tags = [sum(tag.is_certain for tag in text.tags) for text in (pair.source, pair.target)]
    for one in theirs:
        if one.char is None or one.char in known or one.start in doubled:
            continue
        # In HTML a reference is as good as its character, but for the brackets of tags that were encoded.
        if (ours or tags[0]) and not (
            one.char in "<>" and (tags[1] < tags[0] or bare_brackets(pair.source.text, pair.source.tags, one.char))
        ):
            continue
        span = pair.target.span(one.start, one.end)
        yield Found(f"'&{one.name};' shows as it is where the text isn't HTML", [span], one.char, "unsafe")


def _own(pair: Pair, ours: list[Entity], theirs: list[Entity]) -> Iterator[Found]:
    """References that the project itself defines, as DTDs do."""
    text = pair.source.text
    before = {one.name for one in ours if one.char is None and not text[one.start - 1 : one.start].isalnum()}
    if not before:
        return
    after = {one.name for one in theirs if one.char is None}
    added = [one for one in theirs if one.char is None and one.name not in before]
    for one in ours:
        if one.name in before and one.name not in after:
            spans = [pair.source.span(one.start, one.end)]
            name = f"&{one.name};"
            if added:
                other = added.pop(0)
                spans.insert(0, pair.target.span(other.start, other.end))
                yield Found(f"the source has '{name}'", spans, name, "unsafe")
            else:
                yield Found(f"the reference '{name}' is missing", spans)
