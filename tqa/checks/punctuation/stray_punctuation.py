"""A mark stands where none belongs: a sentence ends in its middle, or a sign hangs on a word.

Why it matters: "the^ result" and "He came. to the station" are slips that make readers stumble.

How to fix: take the mark out. Short forms, suspended hyphens ("pre- and post-war"), quotations, code and marks that the
source has as well aren't reported.
"""

import re
from collections.abc import Iterator

import regex

from tqa.facts import Text
from tqa.language.lexicon import lexicon
from tqa.language.protected import protected_spans
from tqa.language.sentences import SHORT
from tqa.language.traits import LETTER
from tqa.rule import Found, Pair, Trait, bad, good, rule

_SIGN = regex.compile(r"(?<=\p{Ll}[\p{Ll}\p{M}]|\p{L}[,;])[\^~@_|]+(?=\s+[\p{L}\p{N}]|\s*$)")
_INNER_STOP = regex.compile(r"(?<=\p{Ll}[\p{Ll}\p{M}])[.!](?= +(\p{Ll}[\p{Ll}\p{M}]*)\b(?![.]))")
_HYPHEN = regex.compile(r"(?<=\p{Ll}{2})-(?= +(\p{Ll}+)\b)")
_QUICK = re.compile(r"[\^~@_|.!-](?: +[^\W\dA-Z]|(?<=[\^~@_|])(?:\s|$))")
# Words behind a hyphen that stands for a part left out: "pre- and post-war".
_JOINING = frozenset("and or to und oder bis sowie as e o y ou et och eller og i a ja tai és vagy en of".split())
# English alone writes no hyphen before a space but in such pairs.
_COMMON = 1e-6
_UNCASED = int(Trait.UNCASED)


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    when_target=LETTER,
    yields_to=("placeholder-mismatch", "accelerator-mismatch", "markdown-mismatch", "tokenized"),
    examples=[
        bad("They found that the^ result was old.", marks="^", suggestion=""),
        bad(("Sie fanden das Haus.", "They found the_ house."), marks="_", langs=("de", "en")),
        bad(("Sie fanden das alte Haus.", "They found the. old house."), marks=".", langs=("de", "en")),
        bad(("Sie fanden das alte Haus.", "They found! the old house."), marks="!", langs=("de", "en")),
        bad(("Sie fanden das alte Haus.", "They found- the old house."), marks="-", langs=("de", "en")),
        bad(("They found the house.", "Họ tìm thấy^ ngôi nhà."), marks="^", langs=("en", "vi")),
        good("Pre- and post-war houses, approx. five, vs. the others etc. and so on."),
        good(("“Geh!”, rief er. Yahoo! ist alt.", "“Go!” he cried. Yahoo! is old."), langs=("de", "en")),
        good("He wrote a_ and x^ 2; ask @ana or see ~ana."),
        good("Der Vor- und der Nachname, ca. drei, evtl. mehr", langs=("en", "de")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report signs behind words, and ends of sentences before a lower-case word that the source hasn't."""
    target = pair.target
    if not _QUICK.search(target.text):
        return
    for start, end in _places(pair):
        mark = target.text[start:end]
        yield Found(f"'{mark}' doesn't belong here", [target.span(start, end)], "", "unsafe")


def _places(pair: Pair) -> Iterator[tuple[int, int]]:
    target, source = pair.target, pair.source
    code = protected_spans(target.text, target.traits)
    found = [match.span() for match in _SIGN.finditer(target.text) if match[0][0] not in source.text]
    if pair.bilingual:
        for match in _INNER_STOP.finditer(target.text):
            if match[0] == "!":
                is_stray = "!" not in source.text and "！" not in source.text
            else:
                is_stray = not SHORT.search(target.text, 0, match.end()) and _are_words(target, match.start(), match[1])
            if is_stray:
                found.append(match.span())
        if target.base == "en":
            hyphens = () if "- " in source.text else _HYPHEN.finditer(target.text)
            found += [match.span() for match in hyphens if match[1] not in _JOINING]
    return (place for place in sorted(found) if not any(a <= place[0] < b for a, b in code))


def _are_words(target: Text, at: int, following: str) -> bool:
    """Whether the words on both sides are ordinary ones, not short forms or names written small."""
    known = lexicon(target.base)
    if known is None or target.traits & _UNCASED:
        return False
    word = target.text[:at].rsplit(" ", 1)[-1].lstrip("\"'“‘(")
    return len(word) > 1 and all(known.frequency(form) >= _COMMON for form in (word.lower(), following))
