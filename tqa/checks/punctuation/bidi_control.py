"""A control character for the direction of writing has no end, or no use.

Why it matters: an embedding that isn't closed turns what follows around, up to other texts on the page, and an override
can make a file name or a link read as another. In a text with no right-to-left letter such marks do nothing.

How to fix: close each embedding (U+202A, U+202B) with U+202C and each isolate (U+2066 to U+2068) with U+2069; take out
overrides and marks that have no use. Those that the source has as well may stay.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator

import regex

from tqa.model import Severity
from tqa.rule import Found, Pair, Trait, bad, good, rule

_CONTROL = regex.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = regex.compile(r"[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}\p{Adlam}]")
_OVERRIDES = "\u202d\u202e"
_CLOSING = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}
_RTL = frozenset({"ar", "fa", "he", "ur", "ps", "sd", "ug", "ckb", "yi", "dv"})


@rule(
    "linguistic-conventions/character-encoding",
    "minor",
    when_target=Trait.INVISIBLE,
    yields_to=("whitespace-only",),
    examples=[
        bad("Open \u202egpj.exe now.", marks="\u202e", suggestion=""),
        bad("פתח \u2066file", marks="\u2066", langs=("en", "he")),
        bad("Tàu\u200e khởi hành.", marks="\u200e", suggestion="", langs=("en", "vi")),
        good("פתח \u2066file\u2069 עכשיו\u200f.", langs=("en", "he")),
        good("The word \u2067שלום\u2069 means peace.", langs=("he", "en")),
        good(("\u2068{name}\u2069 left", "\u2068{name}\u2069 ging"), langs=("en", "de")),
        good(("السعر 5\u200e", "Price 5\u200e"), langs=("ar", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report controls that are open, override, or stand in a text that is all left to right."""
    text, target = pair.target.text, pair.target
    places = list(_CONTROL.finditer(text))
    if not places:
        return
    ours = Counter(_CONTROL.findall(pair.source.text))
    if ours == Counter(match[0] for match in places):
        return
    is_idle = target.base not in _RTL and not _RIGHT_TO_LEFT.search(text)
    unclosed = _unclosed(text)
    for match in places:
        char = match[0]
        if ours[char]:
            continue
        name = f"U+{ord(char):04X} ({unicodedata.name(char).capitalize()})"
        span = [target.span(*match.span())]
        if char in _OVERRIDES:
            message = f"{name} turns the text that follows around"
            yield Found(message, span, "", "unsafe", severity=Severity.MAJOR)
        elif match.start() in unclosed:
            yield Found(f"{name} isn't closed, or closes nothing", span, "" if is_idle else None, "unsafe")
        elif is_idle and char not in _CLOSING and char not in _CLOSING.values():
            yield Found(f"{name} does nothing here", span, "", "safe")


def _unclosed(text: str) -> set[int]:
    """Where controls stand that have no partner."""
    stack: list[tuple[int, str]] = []
    lone: set[int] = set()
    for match in _CONTROL.finditer(text):
        if match[0] in _CLOSING:
            stack.append((match.start(), _CLOSING[match[0]]))
        elif match[0] in _CLOSING.values():
            if stack and stack[-1][1] == match[0]:
                stack.pop()
            else:
                lone.add(match.start())
    return lone | {at for at, _ in stack}
