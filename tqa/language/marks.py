"""Punctuation marks by what they do, whatever the script, and the one that a language uses.

From the Unicode Standard's chapters on the scripts and, for quotation marks, the delimiters of the CLDR.
"""

import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tqa.language.tags import base_language

STOP, ASK, CRY, COLON, SEMICOLON, COMMA, ELLIPSIS = ".", "?", "!", ":", ";", ",", "…"

_FORMS = {
    STOP: ".。｡．।॥۔։።။៕។།",
    ASK: "?？؟՞፧⸮",
    CRY: "!！՜",
    COLON: ":：፥",
    SEMICOLON: ";；؛፤",
    COMMA: ",，、،､፣՝",
    ELLIPSIS: "…⋯‥",
}
KIND = {form: kind for kind, forms in _FORMS.items() for form in forms}
# Greek asks with a semicolon, and has a raised point for it. Armenian ends sentences with what
# looks like a colon, Bengali has its visarga for one.
_KIND_IN = {
    "el": {";": ASK, "\u037e": ASK, "·": SEMICOLON, "\u0387": SEMICOLON},
    "hy": {":": STOP, "\u2024": STOP},
    "bn": {"ঃ": COLON},
}
_LOCAL = {
    "ar": "؟ ؛ ،",
    "ckb": "؟ ؛ ،",
    "fa": "؟ ؛ ،",
    "ps": "؟ ؛ ،",
    "ug": "؟ ؛ ،",
    "ur": "؟ ؛ ، ۔",
    "sd": "؟ ؛ ،",
    "el": ";",
    "hy": "։ ՞ ՜",
    "zh": "。 ？ ！ ： ； ，",
    "yue": "。 ？ ！ ： ； ，",
    "ja": "。 ？ ！ ： 、",
    "hi": "।",
    "bn": "।",
    "as": "।",
    "ne": "।",
    "or": "।",
    "pa": "।",
    "sa": "।",
    "mai": "।",
    "am": "። ፤ ፣",
    "ti": "። ፤ ፣",
    "my": "။",
    "km": "។",
    "bo": "།",
    "dz": "།",
}
_LOCAL_FORMS = {
    language: {_KIND_IN.get(language, KIND).get(form, KIND[form]): form for form in forms.split()}
    for language, forms in _LOCAL.items()
}
# Written without full stops, or with ones that may be left out.
UNSTOPPED = frozenset({"th", "lo", "km", "my", "bo", "dz"})


class Quotes(NamedTuple):
    """The outer and the inner quotation marks of a locale."""

    start: str
    end: str
    inner_start: str
    inner_end: str


def kind_of(mark: str, base: str) -> str | None:
    """What a mark does in a language (base code): one of the constants of this module; None for what ends nothing."""
    own = _KIND_IN.get(base)
    return (own.get(mark) if own else None) or KIND.get(mark)


def local_form(kind: str, base: str) -> str:
    """The mark that a language (base code) uses for what `kind` does."""
    own = _LOCAL_FORMS.get(base)
    return own.get(kind, kind) if own else kind


@cache
def quotes(tag: str) -> Quotes | None:
    """The quotation marks of the locale with the BCP 47 `tag`, None for one that the CLDR lacks."""
    table = _quotes()
    marks = table.get(tag) or table.get(base_language(tag))
    return Quotes(*marks.split(" ")) if marks else None


@cache
def _quotes() -> dict[str, str]:
    """By tag; see scripts/build_quotes.py."""
    table: dict[str, str] = json.loads((files("tqa.language") / "data/quotes.json").read_text(encoding="utf-8"))
    return table
