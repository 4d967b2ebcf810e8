"""Letters are put together from pieces, where one character exists for them (Unicode NFC).

Why it matters: "é" as one character and as "e" with an accent look alike and compare as different, so searches,
sorting and translation memories miss the word; some fonts misplace the accent.

How to fix: normalise the file to NFC. Scripts for which NFC isn't in use (Hebrew points, Indic letters with nukta)
aren't looked at.
"""

import unicodedata
from collections.abc import Iterator

import regex

from tqa.language.lazy import lazily
from tqa.language.traits import NON_ASCII_LETTER, Trait
from tqa.model import Edit
from tqa.rule import Found, Pair, bad, good, rule

# A letter with its accents, Hangul in pieces, Arabic letters with hamza or madda, kana with a mark apart; the signs for
# Kelvin, Ångström and Ohm.
_CLUSTER = lazily(
    regex.compile,
    r"[\p{Latin}\p{Cyrillic}\p{Greek}][\u0300-\u036f]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
    r"|[\u0627\u0648\u064a\u06c1\u06d2\u06d5][\u0653-\u0655]|[\u3041-\u30ff][\u3099\u309a]"
    r"|[\u212a\u212b\u2126\u1fef]",
)


@rule(
    "linguistic-conventions/character-encoding",
    "minor",
    when_target=NON_ASCII_LETTER | Trait.SYMBOL,
    yields_to=("mojibake",),
    examples=[
        bad("Cafe\u0301 Paris", marks="e\u0301", suggestion="é", langs=("en", "fr")),
        bad("Ta\u0300u kho\u031b\u0309i ha\u0300nh", langs=("en", "vi")),
        bad("и\u0306од", suggestion="й", langs=("en", "ru")),
        bad("か\u3099く", suggestion="が", langs=("en", "ja")),
        bad("\u1112\u1161\u11ab글", suggestion="한", langs=("en", "ko")),
        bad("\u0627\u0654حمد", suggestion="أ", langs=("en", "ar")),
        bad("5 \u212b", suggestion="Å"),
        good("Café, tàu, йод, がく, 한글"),
        good("क\u093cलम q\u0308", langs=("en", "hi")),
        good("שָׁלוֹם", langs=("en", "he")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report a text that isn't in NFC, once, with an edit for each of its letters."""
    target = pair.target
    if unicodedata.is_normalized("NFC", target.text):
        return
    edits = []
    for match in _CLUSTER.finditer(target.text):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            edits.append(Edit("target", match.start(), match.end(), composed, 1.0))
    if not edits:
        return
    first = edits[0]
    span = [target.span(first.start, first.end)]
    message = f"'{first.text}' is written as {first.end - first.start} characters"
    if first.end - first.start == 1:
        message = f"U+{ord(target.text[first.start]):04X} looks like '{first.text}' and isn't"
    if len(edits) == 1:
        yield Found(message, span, first.text, "safe")
    else:
        yield Found(f"{message}, and {len(edits) - 1} more like it", span, edits=edits)
