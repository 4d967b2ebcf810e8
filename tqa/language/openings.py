"""The word that a text starts with, and whether its first letter has to be a capital."""

from collections.abc import Sequence
from typing import NamedTuple

import regex

from tqa.language.capitals import needs_capital
from tqa.language.fold import lower
from tqa.language.names import words_with_capital
from tqa.language.tokens import Word

_START = regex.compile(
    r"(?:[\s\"'“”‘’„«‹「(\[¿¡*_#…•·–—-]|</?[A-Za-z][^<>]*>)*(?P<word>\p{L}[\p{L}\p{M}]*)(?P<rest>[^\s<]*)"
)
_CODE = regex.compile(r"[\p{N}_@/\\=]|[.:(]\p{L}|\p{Lu}")
# Languages that write nouns with a capital.
CAPITAL_NOUNS = frozenset({"de", "lb"})
# Behind these, with an apostrophe or a blank, the capital stands: 's Ochtends, d'Annunzio, de Gaulle. In German, where
# one stands behind most words, these alone are parts of names.
_BEFORE_NAMES = frozenset(
    "al an bin d da dal de del der des di dos du el ibn l la le lo n s t ten ter van von y".split()
)
_GERMAN = frozenset("al d da de del di dos du el van von".split())
_ABBREVIATED = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)


class Opening(NamedTuple):
    """The first word of a text; `is_code` where it goes on with digits, capitals or signs: iPhone, file.txt, a/b."""

    word: str
    start: int
    end: int
    is_code: bool


def opening(text: str) -> Opening | None:
    """The first word of `text` behind quotes, brackets, bullets and tags; None where something else comes first."""
    match = _START.match(text)
    if match is None:
        return None
    word = match["word"]
    return Opening(word, *match.span("word"), _CODE.search(word[1:] + match["rest"]) is not None)


def begins_name(text: str, first: Opening, base: str) -> bool:
    """Whether the small word that `text` opens with is one that names begin with, and a capital follows."""
    names = _GERMAN if base in CAPITAL_NOUNS else _BEFORE_NAMES
    return lower(first.word) in names and text[first.end :].lstrip(" -'’")[:1].isupper()


def starts_with_number(text: str) -> bool:
    """Whether the first thing in `text` behind quotes and brackets is a number."""
    return text.lstrip("\"'“‘„«「(")[:1].isdigit()


def names_time_or_people(label: Sequence[Word], base: str) -> bool:
    """Whether the words of a label, in a language (base code), are a month, day, people or language.

    English writes those with a capital, and few other languages do.
    """
    if base != "en":
        return False
    forms = [lower(word.text) for word in label[:2]]
    return any(form in _ABBREVIATED or form in words_with_capital() or needs_capital(form, "en") for form in forms)
