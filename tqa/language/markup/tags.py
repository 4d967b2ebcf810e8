"""Finds the tags of a text: HTML, XML, the inline codes of XLIFF, the numbered ones of React's i18n."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tqa.language.lazy import lazily

Kind = Literal["open", "close", "void"]

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# The inline codes of XLIFF 1.2 and 2 and of TMX, told apart by their ids.
INLINE_CODES = frozenset("bpt bx cp ec em ept ex g hi it mrk pc ph sc sm sub ut x".split())
# Names that stand for a tag even alone; other names in angle brackets may be a place to fill in (<file>, <title>).
_CERTAIN = frozenset(
    """b i u em strong p li ul ol div span sub sup small big font center kbd pre td tr th tbody thead dl dt dd nobr
    strike del ins blockquote br hr img wbr h1 h2 h3 h4 h5 h6 tt""".split()
)
_HTML = _CERTAIN | frozenset(
    """a abbr acronym address article aside audio bdi bdo body button canvas caption cite code col colgroup data details
    dfn dialog embed fieldset figcaption figure footer form head header hgroup html iframe input label legend link main
    map mark menu meta meter nav noscript object optgroup option output param picture progress q rb rp rt rtc ruby s
    samp script section select slot source style summary svg table template textarea tfoot time title track var
    video""".split()
)
_TAG = lazily(
    re.compile,
    r"""<!--(?P<comment>(?:(?!<!--).)*?)-->
      | <!\[CDATA\[(?P<cdata>) | \]\]>(?P<end_cdata>)
      | <(?P<slash>/)?(?P<name>[A-Za-z][\w:.-]*|\d+(?=\s*/?>))(?P<attributes>(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?)>
      | <(?P<short>[A-Za-z][\w:.-]*|\d+)/>""",
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?""")


class Attribute(NamedTuple):
    """An attribute; start and end are those of its value without the quotes, or of the name where it has none."""

    name: str
    value: str | None
    start: int
    end: int


class Tag(NamedTuple):
    """A tag. name: in lower case where it is one of HTML's. is_certain: no mere word in angle brackets."""

    start: int
    end: int
    name: str
    kind: Kind
    attributes: tuple[Attribute, ...]
    text: str
    is_certain: bool

    def attribute(self, *names: str) -> str:
        """The value of the first of these attributes that the tag has, or an empty text."""
        return next((one.value or "" for one in self.attributes if one.name in names), "")

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two tags the same: name, kind, and for inline codes the id."""
        code = self.attribute("id", "rid", "x", "i") if self.name in INLINE_CODES else ""
        return self.name, self.kind, code


def find_tags(text: str) -> tuple[Tag, ...]:
    """The tags of `text` in order, comments and the two ends of CDATA among them."""
    found = list(_tags(text))
    opened = {tag.name for tag in found if tag.kind == "open"}
    paired = {tag.name for tag in found if tag.kind == "close" and tag.name in opened}
    return tuple(tag if tag.is_certain or tag.name not in paired else tag._replace(is_certain=True) for tag in found)


def _tags(text: str) -> Iterator[Tag]:
    for match in _TAG.finditer(text):
        start, end = match.span()
        if match["comment"] is not None:
            yield Tag(start, end, "!--", "void", (), match[0], True)
        elif match["cdata"] is not None or match["end_cdata"] is not None:
            yield Tag(start, end, "![CDATA[", "open" if match["cdata"] is not None else "close", (), match[0], True)
        else:
            yield _tag(match)


def _tag(match: re.Match[str]) -> Tag:
    name = match["name"] or match["short"]
    name = name.lower() if name.lower() in _HTML else name
    body = match["attributes"] or ""
    is_short = match["short"] is not None or body.rstrip().endswith("/")
    attributes = tuple(_attributes(body, match.start("attributes"))) if body.strip(" /") else ()
    kind: Kind = "close" if match["slash"] else "void" if is_short or name in VOID else "open"
    has_value = any(one.value is not None for one in attributes)
    is_certain = name in _CERTAIN or name.isdigit() or has_value or (is_short and match["slash"] is None)
    return Tag(*match.span(), name, kind, attributes, match[0], is_certain)


def _attributes(body: str, offset: int) -> Iterator[Attribute]:
    for match in _ATTRIBUTE.finditer(body):
        name, value = match[1], match[2]
        lower = name if ":" in name else name.lower()
        if value is None:
            yield Attribute(lower, None, offset + match.start(1), offset + match.end(1))
            continue
        quoted = value[0] in "\"'" and len(value) > 1
        start, end = match.span(2)
        if quoted and end - start > 2:
            start, end, value = start + 1, end - 1, value[1:-1]
        elif quoted:
            value = ""
        yield Attribute(lower, value, offset + start, offset + end)
