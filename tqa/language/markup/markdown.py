"""The parts of Markdown that a translation must keep."""

import re
from typing import NamedTuple

from tqa.language.lazy import lazily

Place = tuple[int, int]
Part = tuple[int, int, str]

_DESTINATION = r"\(\s*(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_LINK = lazily(re.compile, rf"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]{_DESTINATION}")
_REFERENCE = re.compile(r"(?<!\])\[[^\[\]\n]+\]\[([\w.-]+(?: [\w.-]+)*)\]")
_FOOTNOTE = lazily(re.compile, r"\[\^([\w-]+)\]")
# A link that blanks, wide brackets or a lost one keep from being one.
_BROKEN_LINK = re.compile(
    r"[\[［【][^\[\]［］【】\n]+[\]］】](?:\s+\(|\s*（|(?<=[］】])\s*\()\s*[^\s()（）]*[/#.@][^\s()（）]*\s*[)）]|"
    r"[［【][^\[\]［］【】\n]+[\]］】]\([^()\s]*[/#.@][^()\s]*\)"
)
_SIGN = re.compile(r"\](?:\(|\[)|\[\^|`|\*\*|__|#")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(?!\1)(.+?)(?<=\S)\1", re.DOTALL)
_SPACED_STRONG = re.compile(r"\*\*\s+[^*\n]+?\s*\*\*|\*\*[^\s*][^*\n]*?\s+\*\*|\*\s\*[^*\n]+\*\s?\*|＊＊[^＊\n]+＊＊")
# "# of files" is a number, not a heading.
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?=\s+[^\sa-zà-öø-ÿ])", re.MULTILINE)
# Quotes of old: `word'.
_OLD_QUOTES = re.compile(r"`[^`'\n]+'")
_GLUED_HEADING = re.compile(r"^ {0,3}(#{1,6}|＃{1,6}\s?)(?=[^\W\d_])|^ {0,3}(＃{1,6})", re.MULTILINE)


class Markdown(NamedTuple):
    """The (start, end, what it holds) of each part: a link's destination, a reference's name, the code."""

    links: list[Part]
    images: list[Part]
    references: list[Part]
    code: list[Part]
    strong: list[Place]
    headings: list[Part]

    def __bool__(self) -> bool:
        return any(self)


def has_markdown(text: str) -> bool:
    """Whether the text could hold any of the parts: a cheap way past prose."""
    return _SIGN.search(text) is not None


def parse(text: str) -> Markdown:
    """Find the parts of `text`; nothing within code is one."""
    code = (
        [(match.start(), match.end(), match[2].strip()) for match in _CODE.finditer(text)]
        if "`" in text and not _OLD_QUOTES.search(text)
        else []
    )
    plain = text
    for start, end, _ in code:
        plain = plain[:start] + "`" * (end - start) + plain[end:]
    links = list(_LINK.finditer(plain)) if "](" in plain else []
    references = [*_REFERENCE.finditer(plain), *_FOOTNOTE.finditer(plain)] if "[" in plain else []
    return Markdown(
        [(match.start(), match.end(), match[3]) for match in links if not match[1]],
        [(match.start(), match.end(), match[3]) for match in links if match[1]],
        sorted((match.start(), match.end(), match[1].casefold()) for match in references),
        code,
        [match.span() for match in _STRONG.finditer(plain)] if "**" in plain or "__" in plain else [],
        [(*match.span(1), match[1]) for match in _HEADING.finditer(plain)] if "#" in plain else [],
    )


def broken_links(text: str) -> list[Place]:
    """What would be links but for blanks between their parts or wide brackets."""
    return [match.span() for match in _BROKEN_LINK.finditer(text)]


def mended_link(link: str) -> str:
    """A broken link as it should be."""
    plain = link.translate(str.maketrans("［］【】（）", "[][]()"))
    return re.sub(r"\]\s*\(\s*", "](", plain).replace(" )", ")")


def broken_strong(text: str) -> list[Place]:
    """Bold text that blanks inside of its asterisks keep from being bold."""
    return [match.span() for match in _SPACED_STRONG.finditer(text)]


def broken_headings(text: str) -> list[Place]:
    """Headings whose number signs have no blank after them, or are wide ones."""
    return [match.span() for match in _GLUED_HEADING.finditer(text)]
