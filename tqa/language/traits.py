"""One cheap scan that tells what kinds of characters a text holds, so that only rules that could fire are called."""

import unicodedata
from enum import IntFlag, auto


class Trait(IntFlag):
    """A kind of character. A text's traits are the union over its characters."""

    LOWER = auto()
    UPPER = auto()
    UNCASED = auto()
    """A letter of a script without case."""
    MARKED = auto()
    """A Latin letter outside ASCII."""
    NON_LATIN = auto()
    """A letter of another script."""
    COMBINING = auto()
    DIGIT = auto()
    """A decimal digit of any script, or another numeric character."""
    SENTENCE_END = auto()
    QUESTION = auto()
    BRACKET = auto()
    ANGLE = auto()
    BRACE = auto()
    QUOTE = auto()
    """A quotation mark or apostrophe."""
    PERCENT = auto()
    BACKSLASH = auto()
    SLASH = auto()
    AT = auto()
    AMPERSAND = auto()
    CURRENCY = auto()
    DASH = auto()
    UNDERSCORE = auto()
    PUNCTUATION = auto()
    """Punctuation of no kind above."""
    SYMBOL = auto()
    NEWLINE = auto()
    TAB = auto()
    ODD_SPACE = auto()
    """A space other than U+0020: no-break, thin, ideographic."""
    INVISIBLE = auto()
    """A control or format character, a lone surrogate, a private-use or unassigned code point."""

    # Rules ask a text's traits, an integer, for one of these all the time: the enum's own operator is ten times dearer.
    __and__ = int.__and__  # type: ignore[assignment]
    __rand__ = int.__rand__  # type: ignore[assignment]


LETTER = Trait.LOWER | Trait.UPPER | Trait.UNCASED
NON_ASCII_LETTER = Trait.MARKED | Trait.NON_LATIN | Trait.COMBINING

_SPECIAL = {
    **dict.fromkeys(".!…。！．۔।", Trait.SENTENCE_END),
    **dict.fromkeys("?？؟\u037e", Trait.SENTENCE_END | Trait.QUESTION),
    **dict.fromkeys("<>", Trait.ANGLE),
    **dict.fromkeys("{}", Trait.BRACE),
    **dict.fromkeys("\"'`´＂", Trait.QUOTE),
    **dict.fromkeys("%٪％", Trait.PERCENT),
    "\\": Trait.BACKSLASH,
    "/": Trait.SLASH,
    "@": Trait.AT,
    "&": Trait.AMPERSAND,
    "_": Trait.UNDERSCORE,
    "\n": Trait.NEWLINE,
    "\r": Trait.NEWLINE,
    "\u2028": Trait.NEWLINE,
    "\u2029": Trait.NEWLINE,
    "\t": Trait.TAB,
    " ": Trait(0),
}
_CATEGORY = {
    "Nd": Trait.DIGIT,
    "Nl": Trait.DIGIT,
    "No": Trait.DIGIT,
    "Ps": Trait.BRACKET,
    "Pe": Trait.BRACKET,
    "Pi": Trait.QUOTE,
    "Pf": Trait.QUOTE,
    "Pd": Trait.DASH,
    "Sc": Trait.CURRENCY,
    "Zs": Trait.ODD_SPACE,
    "Mn": Trait.COMBINING,
    "Mc": Trait.COMBINING,
    "Me": Trait.COMBINING,
}


def _classify(char: str) -> Trait:
    if char in _SPECIAL:
        return _SPECIAL[char]
    category = unicodedata.category(char)
    if category in _CATEGORY:
        return _CATEGORY[category]
    if category[0] == "L":
        case = {"Lu": Trait.UPPER, "Lt": Trait.UPPER, "Ll": Trait.LOWER}.get(category, Trait.UNCASED)
        if char.isascii():
            return case
        return case | (Trait.MARKED if "LATIN" in unicodedata.name(char, "") else Trait.NON_LATIN)
    if category[0] == "P":
        return Trait.PUNCTUATION
    return Trait.SYMBOL if category[0] == "S" else Trait.INVISIBLE


# Filled as characters are met; plain integers, since arithmetic with flags is slow.
_TABLE: dict[str, int] = {}


def traits(text: str) -> int:
    """Return the union of the `Trait` bits of the characters of `text`."""
    bits = 0
    try:
        for char in set(text):
            bits |= _TABLE[char]
    except KeyError:
        for char in set(text):
            if char not in _TABLE:
                _TABLE[char] = int(_classify(char))
            bits |= _TABLE[char]
    return bits
