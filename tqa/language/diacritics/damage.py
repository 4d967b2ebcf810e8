"""Letters that look like others or stand in pieces, named for what happened, and repaired.

What code pages did to them is the business of `tqa.language.misread`, other wrong letters that of `letter_slips`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, is_normalized, name, normalize

from tqa.language.changes import applied
from tqa.language.diacritics.model import LANGUAGES, served_as
from tqa.language.diacritics.units import stacks_marks

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Damage:
    """One kind of damage in a text.

    kind: decomposed, mixed-normal-forms or look-alike. spans: where it is, in code points of the text as given. text:
    the whole text with this damage repaired.
    """

    kind: str
    spans: tuple[Span, ...]
    text: str


def damage(text: str, lang: str) -> list[Damage]:
    """Name the damage to the letters of `text`, which is in the BCP 47 language `lang`; nothing for a sound text."""
    if text.isascii() or stacks_marks(text):
        return []
    base = served_as(lang)
    if base not in LANGUAGES and base != "en":
        return []
    return [found for found in (_look_alikes(text, base), _normal_form(text)) if found is not None]


def _replaced(kind: str, text: str, spans: list[tuple[int, int, str]]) -> Damage | None:
    """The damage in `spans` (start, end, what belongs there); None where there are none."""
    if not spans:
        return None
    return Damage(kind, tuple((start, end) for start, end, _ in spans), applied(text, spans))


# Letters of other scripts and languages that look like a letter of the Latin alphabet.
_LOOK_ALIKES = {
    **dict(zip("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ", "aeopcyxijshdqwABEKMHOPCTYXIJS", strict=True)),
    **dict(zip("ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovABEZHIKMNOPTYX", strict=True)),
}
# The Icelandic eth and the African D in place of the Vietnamese and Croatian Đ, the Greek beta of ß, by language.
_STROKES = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"}
_OWN_LOOK_ALIKES = {"vi": _STROKES, "hr": _STROKES, "sl": _STROKES, "de": {"β": "ß"}}
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _is_latin(letter: str) -> bool:
    return name(letter, "").startswith("LATIN ")


def _look_alikes(text: str, lang: str) -> Damage | None:
    """Foreign letters in words that are otherwise Latin."""
    table = {**_LOOK_ALIKES, **_OWN_LOOK_ALIKES.get(lang, {})}
    spans: list[tuple[int, int, str]] = []
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isascii():
            continue
        alike = [at for at, letter in enumerate(word) if letter in table]
        latin = sum(map(_is_latin, word))
        if alike and latin > len(word) // 2 and all(_is_latin(letter) or letter in table for letter in word):
            spans += [(match.start() + at, match.start() + at + 1, table[word[at]]) for at in alike]
    return _replaced("look-alike", text, spans)


def _normal_form(text: str) -> Damage | None:
    """Latin letters whose marks stand apart though one code point holds both."""
    if is_normalized("NFC", text):
        return None
    spans = [(start, end, whole) for start, end, whole in _clusters(text) if whole != text[start:end]]
    composed = any(normalize("NFD", letter) != letter for letter in text if _is_latin(letter))
    return _replaced("mixed-normal-forms" if composed else "decomposed", text, spans)


_MOST_MARKS = 8


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Each Latin letter with the marks behind it, and what they are composed."""
    at, length = 0, len(text)
    while at < length:
        end = at + 1
        while end < length and combining(text[end]):
            end += 1
        if 1 < end - at <= _MOST_MARKS and _is_latin(text[at]):
            yield at, end, normalize("NFC", text[at:end])
        at = end
