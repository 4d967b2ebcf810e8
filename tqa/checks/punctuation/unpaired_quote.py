"""A quotation mark has no partner.

Why it matters: the reader can't tell where the quotation ends, and in data such a mark may swallow what follows.

How to fix: open or close the quotation. Apostrophes, inches and seconds, the gershayim of Hebrew and quotations that
the source leaves open aren't reported.
"""

from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.pairing_marks import ANY_CORNER, CORNERS, lone_corners, lone_quote, may_quote_singly
from tqa.rule import Found, Pair, Trait, bad, good, rule

# What stands before direct speech, the end of which the next segment may bring.
_BEFORE_SPEECH = tuple(",:;—–-，：،")


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    when_target=Trait.QUOTE | Trait.BRACKET,
    yields_to=("attribute-mismatch", "malformed-markup", "escape-mismatch", "tokenized", "end-punctuation", "mojibake"),
    examples=[
        bad(("Er sagte: „Geh.“", 'He said: "Go.'), marks='"', langs=("de", "en")),
        bad(("He said “go” and left.", "Er sagte geh“ und ging."), marks="“", langs=("en", "de")),
        bad(("He said: “Go.”", "彼は「行け。"), marks="「", langs=("en", "ja")),
        bad(("He said “no” to all.", "Anh ấy nói “không với tất cả."), marks="“", langs=("en", "vi")),
        bad('He said no" to all.', marks='"'),
        good(("He said “no”.", "Hän sanoi ”ei”."), langs=("en", "fi")),
        good(("A 5\" disk and 10'", "Eine 5\"-Diskette und 10'"), langs=("en", "de")),
        good(("He said 'no'.", "Er sagte „nein“."), langs=("en", "de")),
        good(("The army (IDF)", 'צה"ל הודיע'), langs=("en", "he")),
        good(("“It rains.", "„Es regnet."), langs=("en", "de")),
        good('"It rains, he said.'),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report an odd number of double marks, where the source has an even one, and lone corner brackets."""
    source, target = pair.source, pair.target
    marks = target.double_quotes
    if len(marks) % 2:
        start, end = lone_quote(target.text, marks)
        at_edge = _is_at_edge(target.text, start, end) and not _is_lost(source, len(marks), start)
        if not (at_edge or (pair.bilingual and _is_open(source, len(marks)))):
            yield Found(f"'{target.text[start:end]}' has no partner", [target.span(start, end)])
    if ANY_CORNER.search(target.text):
        lone = lone_corners(target.text)
        ours = len(lone_corners(source.text)) or len(source.double_quotes) % 2
        if len(lone) > ours and not may_quote_singly(source.text):
            for mark in lone:
                yield Found(f"'{mark.char}' has no '{mark.wanted}'", [target.span(mark.start, mark.end)])


def _is_at_edge(text: str, start: int, end: int) -> bool:
    """Whether a mark opens or ends the text, or opens speech at its end: its partner may stand in another segment."""
    before = text[:start].rstrip()
    return before[-1:] in _BEFORE_SPEECH or not any(map(str.isalnum, before)) or not any(map(str.isalnum, text[end:]))


def _is_lost(source: Text, count: int, start: int) -> bool:
    """Whether the source closes the quotation, and not at its own end, where one may go on in the next segment."""
    ours = source.double_quotes
    return len(ours) > count and (start > 0 or any(map(str.isalnum, source.text[ours[-1][1] :])))


def _is_open(source: Text, count: int) -> bool:
    """Whether the source may have quotations that go on elsewhere, or has marks that can't be told from apostrophes."""
    if may_quote_singly(source.text):
        return True
    ours = len(source.double_quotes) + sum(char in CORNERS for char in source.text)
    return ours % 2 == 1 or abs(ours - count) != 1
