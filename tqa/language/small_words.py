"""Short English words that lost a letter and became another word: what stands beside them gives them away.

"An" stands before a vowel (OED, s.v. a, an) and no letter but "a" is a word in small letters.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqa.language.fold import lower
from tqa.language.spelling import Speller
from tqa.language.tokens import Word

# Vowels by their letter that sound like a consonant (a one-way street, a European), and an h that may be silent.
_CONSONANT_SOUND = re.compile(r"one|once|eu|ew|oui|u")
_ARTICLE_MISFIT = re.compile(r"(?<![\w'’.-])(?:an (?=[bcdfgjklmnpqrstvwyz][a-z]{2})|a (?=[aeio][a-z]{2}))")
_LONE = re.compile(r"(?<=[a-z,] )[bcdefiorstw](?= [a-z]{2})")
# The words of other languages that "an" and "a" stand before in names (Frankfurt an der Oder).
_FOREIGN = frozenset("der den dem die das las los la de bord tir".split())
# "And" that lost its n: what stands behind it and hardly behind an advertisement, and what stands before one.
_AD = re.compile(r"(?<=[a-z,] )ad(?= (?:the|an?|he|she|they|we|his|her|their|its|other|then|also|more|many)\b)")
_BEFORE_AD = frozenset("an the this that each every one another new tv television campaign print video online".split())
# What a letter names one of.
_NAMED = frozenset(
    "plan type vitamin hepatitis grade option group category class section part team letter point item step case level"
    " variable function language size appendix annex figure table row column gate block side exit".split()
)
# For each letter the words that it is most likely left of.
_LEFT_OF = {
    "b": ("be", "by"),
    "c": ("can",),
    "d": ("do",),
    "e": ("be", "he", "we"),
    "f": ("of", "if"),
    "i": ("is", "in", "it"),
    "o": ("of", "or", "to", "on"),
    "r": ("or",),
    "s": ("is", "as", "so"),
    "t": ("to", "it", "at"),
    "w": ("we",),
}


class SmallSlip(NamedTuple):
    """Where the short word stands, what is wrong with it, and what may be meant, best first."""

    start: int
    end: int
    what: str
    suggestions: Sequence[str]


def small_slips(text: str, prose: Sequence[Word], dictionary: Speller, source: frozenset[str]) -> Iterator[SmallSlip]:
    """Yield the short words of an English `text` that can't stand where they do.

    prose: its words outside of code. source: the words of the source in lower case; what it has is left alone.
    """
    if " a " not in text and " an " not in text and " ad " not in text and not _LONE.search(text):
        return
    places = {word.start: n for n, word in enumerate(prose)}
    for match in _ARTICLE_MISFIT.finditer(text):
        n = places.get(match.start())
        following = prose[n + 1].text if n is not None and n + 1 < len(prose) else ""
        if not following.islower() or following in _FOREIGN or not dictionary.has(following) or following in source:
            continue
        if match[0] == "a " and _CONSONANT_SOUND.match(following):
            continue
        meant = ("an",) if match[0] == "a " else ("and", "a")
        yield SmallSlip(match.start(), match.end() - 1, f"'{match[0]}{following}'", meant)
    for match in _AD.finditer(text):
        n = places.get(match.start())
        if n and "ad" not in source and lower(prose[n - 1].text) not in _BEFORE_AD:
            yield SmallSlip(*match.span(), "'ad' can hardly stand here", ("and",))
    for match in _LONE.finditer(text):
        n = places.get(match.start())
        if not n or match[0] in source or lower(prose[n - 1].text) in _NAMED:
            continue
        if _is_known(prose, n - 1, dictionary) and _is_known(prose, n + 1, dictionary):
            yield SmallSlip(*match.span(), f"'{match[0]}' is no word", _LEFT_OF[match[0]])


def _is_known(prose: Sequence[Word], n: int, dictionary: Speller) -> bool:
    if n >= len(prose):
        return False
    word = lower(prose[n].text)
    return dictionary.has(word) and (len(word) > 1 or word in ("a", "i"))
