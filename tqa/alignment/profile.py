"""What a line shows without being understood: its length, numbers, names, punctuation, case."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from tqa.language.fold import fold, lower
from tqa.language.tokens import words
from tqa.language.writing import UNSPACED, script

# Length in characters against English, measured on the Universal Declaration of Human Rights; 1 where not given.
_LENGTHS = {
    "zh": 0.28,
    "ja": 0.4,
    "ko": 0.45,
    "am": 0.5,
    "he": 0.7,
    "ar": 0.73,
    "fa": 0.85,
    "th": 0.87,
    "my": 1.4,
    **dict.fromkeys(("bn", "sr", "ur"), 0.9),
    **dict.fromkeys(("cs", "hr", "nb", "sk"), 0.94),
    **dict.fromkeys(("be", "bg", "gl", "ka", "pt", "ru"), 1.07),
    **dict.fromkeys(("de", "es", "fr", "hu", "it", "ro"), 1.12),
    **dict.fromkeys(("el", "fil", "id", "ms", "nl", "ta"), 1.17),
}
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?!\d)|\d+(?:[.,٫٬]\d+)*")
# 1万2500 is 12,500.
_MYRIADS = re.compile(r"(\d+)[万萬만](\d{1,4})(?!\d)")
_ENDS = {
    **dict.fromkeys("?？؟", "?"),
    **dict.fromkeys("!！", "!"),
    **dict.fromkeys(".。।۔", "."),
    **dict.fromkeys(":：", ":"),
}
_CLOSING = " \t\"'“”‘’«»‹›„‚「」『』)]）】–—-|"
_QUOTES = re.compile("[\"“”«»„「」『』＂]|(?<!\\w)['‘]|['’](?!\\w)")
_BRACKETS = re.compile(r"[()（）\[\]【】]")
_VOWELS = re.compile("[aeiouyhw]+")
_ALIKE = str.maketrans("bvfdgqczxl", "ppptkkkskr")


class Profile(NamedTuple):
    """A line's features; `length` is in characters of English."""

    text: str
    length: float
    numbers: tuple[str, ...]
    terms: tuple[str, ...]
    """The words as a dictionary has them, in lower case; of text without blanks, its characters."""
    plain: frozenset[str]
    """The words, folded and in lower case."""
    names: frozenset[str]
    """Those of them that look like names: capitalised inside of a sentence."""
    firsts: frozenset[str]
    """Those that open a sentence: names or not."""
    sounds: frozenset[str]
    """The consonants of the names, in all scripts, similar ones as one."""
    end: str
    quotes: bool
    brackets: bool
    shouted: bool
    latin: bool
    """Whether all words are in Latin letters."""
    stripped: bool
    """Whether the words lost their diacritics."""


def profile(text: str, language: str, stripped: bool = False) -> Profile:
    """The features of `text`, in `language` (BCP 47); `stripped` tells whether it lost its diacritics."""
    text = unicodedata.normalize("NFC", text.strip())
    plain, names, firsts, spoken = set[str](), set[str](), set[str](), set[str]()
    shouted = text.isupper() and 2 * sum(map(str.isupper, text)) > sum(map(str.isalpha, text))
    latin = True
    terms = list[str]()
    for word in words(text):
        kind = script(word.text[0])
        term = lower(word.text)
        terms.extend(term if kind in UNSPACED else [term])
        form = fold(term)
        plain.add(form)
        if kind != "Latn":
            latin = False
            spoken |= _spoken(word.text, kind)
        elif word.text[0].isupper() and not shouted:
            before = text[: word.start].rstrip(_CLOSING + "([{¡¿（")
            (firsts if not before or before[-1] in ".!?:…" else names).add(form)
            spoken.add(_consonants(form))
    base = language.split("-", 1)[0].lower()
    return Profile(
        text=text,
        length=len(text) / _LENGTHS.get(base, 1.0),
        numbers=_numbers(text),
        terms=tuple(terms),
        plain=frozenset(plain),
        names=frozenset(names),
        firsts=frozenset(firsts),
        sounds=frozenset(sound for sound in spoken if len(sound) > 1),
        end=_ENDS.get(text.rstrip(_CLOSING)[-1:], ""),
        quotes=bool(_QUOTES.search(text)),
        brackets=bool(_BRACKETS.search(text)),
        shouted=shouted,
        latin=latin,
        stripped=stripped,
    )


def _numbers(text: str) -> tuple[str, ...]:
    if not any(map(str.isdigit, text)):
        return ()
    text = _MYRIADS.sub(lambda found: found[1] + found[2].zfill(4), text)
    return tuple(filter(None, map(_digits, _NUMBER.findall(text))))


def _digits(number: str) -> str:
    """The ASCII digits of a number in any script, without separators.

    The zeros at the end of a large number are dropped: another language has them as a word (20,000, 2万).
    """
    digits = "".join(str(unicodedata.digit(char)) for char in number if char.isdecimal())
    return digits.rstrip("0") if len(digits) > 3 else digits


def _spoken(word: str, kind: str) -> set[str]:
    """The sounds that a word of another script may stand for as a name."""
    from unidecode import unidecode

    if kind in UNSPACED:
        # Of text without blanks, runs of katakana may be names; Chinese characters sound nothing like them.
        runs = re.findall("[ァ-ヺー]{2,}", word)
        return {_consonants(unidecode(run).lower()) for run in runs}
    return {_consonants(re.sub("[^a-z]", "", unidecode(word).lower()))}


@cache
def _consonants(word: str) -> str:
    word = word.replace("ph", "f").replace("ck", "k").replace("th", "t").replace("sh", "s").replace("ch", "s")
    sounds = _VOWELS.sub("", word.translate(_ALIKE))
    return re.sub(r"(.)\1+", r"\1", sounds)
