"""Letters that are damaged in another way than by losing their marks, each named for what happened, and repaired."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, is_normalized, name, normalize

from tqa.language.diacritics.legacy import from_legacy
from tqa.language.diacritics.model import LANGUAGES, base_language, model
from tqa.language.diacritics.units import stacks_marks

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Damage:
    """One kind of damage in a text.

    kind: cedilla, decomposed, mixed-normal-forms, look-alike, mojibake, TCVN3, VNI or VISCII. spans: where it is, in
    code points of the text as given. text: the whole text with this damage repaired.
    """

    kind: str
    spans: tuple[Span, ...]
    text: str


def damage(text: str, lang: str) -> list[Damage]:
    """Name the damage to the letters of `text`, which is in the BCP 47 language `lang`; nothing for a sound text."""
    if text.isascii() or stacks_marks(text):
        return []
    base = base_language(lang)
    if base not in LANGUAGES and base != "en":
        return []
    misread = _mojibake(text) or (_legacy(text) if base == "vi" else None)
    if misread is not None:
        return [misread]
    found = [_cedilla(text) if base == "ro" else None, _look_alikes(text, base), _normal_form(text)]
    return [item for item in found if item is not None]


def _replaced(kind: str, text: str, spans: list[tuple[int, int, str]]) -> Damage | None:
    """The damage in `spans` (start, end, what belongs there); None where there are none."""
    if not spans:
        return None
    parts, at = [], 0
    for start, end, new in spans:
        parts += [text[at:start], new]
        at = end
    return Damage(kind, tuple((start, end) for start, end, _ in spans), "".join([*parts, text[at:]]))


_CEDILLAS = {"ş": "ș", "ţ": "ț", "Ş": "Ș", "Ţ": "Ț"}


def _cedilla(text: str) -> Damage | None:
    return _replaced("cedilla", text, [(at, at + 1, _CEDILLAS[c]) for at, c in enumerate(text) if c in _CEDILLAS])


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


@cache
def _bytes() -> dict[str, int]:
    """The byte that each character was read from, as Windows-1252 and, where that has a gap, Latin-1."""
    shown = {bytes([byte]).decode("latin-1"): byte for byte in range(0x80, 0x100)}
    shown |= {char: byte for byte in range(0x80, 0x100) if (char := bytes([byte]).decode("cp1252", "ignore"))}
    return shown


@cache
def _suspects() -> re.Pattern[str]:
    tail = "".join(char for char, byte in _bytes().items() if byte < 0xC0)
    return re.compile(f"[ÂÃÄÅÆÇÈ][{re.escape(tail)}]|[áâ][{re.escape(tail)}]{{2}}")


_QUOTES = frozenset("‘’“”„‚‹›«»")


def _mojibake(text: str) -> Damage | None:
    """UTF-8 that was read as Windows-1252."""
    spans: list[tuple[int, int, str]] = []
    for match in _suspects().finditer(text):
        try:
            meant = bytes(_bytes()[char] for char in match[0]).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if _is_latin(meant) or meant in "‘’“”–—…•€\xa0°«»©®":
            spans.append((*match.span(), meant))
    # One letter before a quotation mark or a guillemet may be meant so.
    if len(spans) == 1 and text[spans[0][0] + 1] in _QUOTES:
        return None
    return _replaced("mojibake", text, spans)


def _legacy(text: str) -> Damage | None:
    found = model("vi")
    meant = from_legacy(found, text) if found is not None else None
    if meant is None:
        return None
    spans = tuple((m.start(), m.end()) for m in re.finditer(r"\S+", text) if not m[0].isascii())
    return Damage(meant[0], spans, meant[1])
