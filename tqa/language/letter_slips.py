"""Letters that a language doesn't have, in the place of one that it has: what they are, and which one is meant."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from tqa.language.fold import lower
from tqa.language.lazy import lazily
from tqa.language.lexicon import lexicon


class Slip(NamedTuple):
    """A word with wrong letters: where (code points of the text as given), what is right, what is wrong with it.

    is_sure: whether the letter can't be meant, whatever the word.
    """

    start: int
    end: int
    right: str
    what: str
    is_sure: bool


_CEDILLAS = dict(zip("şţŞŢ", "șțȘȚ", strict=True))
_COMMAS = frozenset(_CEDILLAS.values())
# Turkish names have letters that Romanian has not, and keep their cedillas.
_TURKISH = frozenset("ğıöüçĞİÖÜÇ")
# By language: letters of other alphabets that keyboards, fonts and code pages put there.
_MEANT = {
    "ro": dict(zip("ãÃǎǍ", "ăĂăĂ", strict=True)),
    "hu": dict(zip("õûÕÛôÔ", "őűŐŰőŐ", strict=True)),
    "et": dict(zip("őŐ", "õÕ", strict=True)),
    "tr": dict(zip("ýþðÝÞÐǧǦ", "ışğİŞĞğĞ", strict=True)),
    "cs": dict(zip("ĕĔûÛ", "ěĚůŮ", strict=True)),
    "vi": dict(zip("ǎǍ", "ăĂ", strict=True)),
    "es": dict(zip("ňŇńŃ", "ñÑñÑ", strict=True)),
    "pt": dict(zip("ăĂőŐ", "ãÃõÕ", strict=True)),
}
# How many times as frequent as the word that stands there the right one must be, and how frequent at all.
_RATIO, _LEAST = 20.0, 1e-7
_ACCENTS = {"´": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c"}
_LETTERS = r"[^\W\d_]"
_SPACING = lazily(re.compile, rf"(?<!\w){_LETTERS}*[aeiounczsrlyAEIOUNCZSRLY][´¨ˆ˜ˇ]{_LETTERS}*(?:[´¨ˆ˜ˇ]{_LETTERS}*)*")
# A dot on a letter that has one: what the lower case of the Turkish İ became.
_DOTTED = lazily(re.compile, rf"{_LETTERS}*i\u0307{_LETTERS}*(?:i\u0307{_LETTERS}*)*")
_CATALAN = re.compile(
    rf"(?<![\w./@]){_LETTERS}*[aeiouàèéíòóú](?:l[.•‧∙⋅]l|ŀl|L[.•‧∙⋅]L|ĿL)[aeiouàèéíòóú]{_LETTERS}*(?![\w/@]|\.\w)", re.I
)
_ITALIAN = re.compile(rf"(?<![\w'’]){_LETTERS}{{2,}}[aeiouAEIOU]'(?![\w'])|(?<![\w'’])E'(?=\s)")
_GRAVE, _ACUTE = "\u0300", "\u0301"


def slips(text: str, language: str) -> list[Slip]:
    """The words of `text` with wrong letters, in order, without overlaps; `language` is its base code."""
    found: list[Slip] = []
    for slip in sorted(_all_slips(text, language)):
        if not found or found[-1].end <= slip.start:
            found.append(slip)
    return found


def _all_slips(text: str, language: str) -> Iterator[Slip]:
    if "\u0307" in text and language != "lt":
        for match in _DOTTED.finditer(text):
            yield Slip(*match.span(), match[0].replace("i\u0307", "i"), "a second dot on the i", True)
    if not text.isascii():
        yield from _by_letter(text, language)
        yield from _by_accent(text, language)
    if language == "ca":
        for match in _CATALAN.finditer(text):
            right = re.sub(
                "([lL])[.•‧∙⋅]|([ŀĿ])", lambda found: (found[1] or "lL"["ŀĿ".index(found[2])]) + "·", match[0]
            )
            yield Slip(*match.span(), right, "another sign for the middle dot", True)
    if language == "it" and "'" in text and not re.search(r"(?<!\w)'\w", text):
        yield from _apostrophes(text)


def _by_letter(text: str, language: str) -> Iterator[Slip]:
    letters = _letters(language)
    for match in _pattern(letters).finditer(text) if not letters.isdisjoint(text) else ():
        word = match[0]
        right = word
        if language == "ro" and _TURKISH.isdisjoint(word):
            right = "".join(_CEDILLAS.get(letter, letter) for letter in word)
            if not _COMMAS.isdisjoint(word):  # an alphabet that has both
                continue
            if right != word and word[0].isupper() and not _share(right, language) and "ț" not in right.lower():
                continue
        what, is_sure = "a cedilla for the comma below", right != word
        meant = "".join(_MEANT.get(language, {}).get(letter, letter) for letter in right)
        if meant != right:
            if not _is_meant(word, meant, language):
                continue
            what, is_sure = f"letters that the language doesn't have, as in '{meant}'", False
        if meant != word:
            yield Slip(*match.span(), meant, what, is_sure)


@cache
def _letters(language: str) -> frozenset[str]:
    """The letters to look for in a language."""
    return frozenset(_MEANT.get(language, ())) | (frozenset(_CEDILLAS) if language == "ro" else frozenset())


@cache
def _pattern(letters: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"{_LETTERS}*[{''.join(sorted(letters))}]{_LETTERS}*")


def _by_accent(text: str, language: str) -> Iterator[Slip]:
    """Accents that stand behind their letter as characters of their own."""
    for match in _SPACING.finditer(text) if any(accent in text for accent in _ACCENTS) else ():
        right = normalize("NFC", "".join(_ACCENTS.get(char, char) for char in match[0]))
        if _is_meant(match[0], right, language):
            yield Slip(*match.span(), right, "an accent beside its letter", False)


def _apostrophes(text: str) -> Iterator[Slip]:
    """Apostrophes for the accent on the last letter, where no word is cut short so (po', di')."""
    for match in _ITALIAN.finditer(text):
        plain = match[0][:-1]
        forms = [normalize("NFC", plain + mark) for mark in (_GRAVE, _ACUTE)]
        right = max(forms, key=lambda form: _share(form, "it"))
        if _share(right, "it") >= _LEAST and (plain == "E" or _share(right, "it") > _share(plain, "it")):
            yield Slip(*match.span(), right, "an apostrophe for the accent", False)


def _is_meant(word: str, right: str, language: str) -> bool:
    share = _share(right, language)
    return share >= _LEAST and share > _RATIO * _share(word, language)


def _share(word: str, language: str) -> float:
    known = lexicon(language)
    return known.frequency(lower(word)) if known is not None else 0.0
