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
# A number with one letter of the two that make it an ordinal; t, h, s, n, r and d stand for units, too.
_ORDINAL = re.compile(r"(?<![\w.,-])(\d{1,3})([tshnrd])(?= [a-z])")
_WHOLE_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b")
_BEFORE_ORDINAL = frozenset("the my your his her its our their every this".split())
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
# What the most frequent words are without one of their letters, where that is hardly ever a word in small letters.
_LOST = dict(
    pair.split(":")
    for pair in (
        "ave:have ays:days bette:better boh:both cit:city ell:well firs:first grat:great hd:had hings:things ife:life "
        "ime:time ince:since ito:into jus:just kee:keep lso:also mak:make mus:must nam:name nder:under ne:one oes:does "
        "oher:other ook:look ork:work oth:both ouse:house peron:person re:are roup:group sai:said sch:such "
        "shool:school sice:since som:some tey:they thir:their tink:think tody:today uch:much unde:under "
        "ure:sure ven:even wha:what whee:where wich:which wil:will wo:who wold:would yar:year amily:family "
        "alway:always ake:make aking:making beng:being chang:change elp:help pont:point"
    ).split()
)


class SmallSlip(NamedTuple):
    """Where the short word stands, what is wrong with it, and what may be meant, best first."""

    start: int
    end: int
    what: str
    suggestions: Sequence[str]


def small_slips(
    text: str, words: frozenset[str], prose: Sequence[Word], dictionary: Speller, source: frozenset[str]
) -> Iterator[SmallSlip]:
    """Yield the short words of an English `text` that can't stand where they do.

    words: its words in lower case. prose: those outside of code. source: the words of the source in lower case; what it
    has is left alone.
    """
    if not _LOST.keys().isdisjoint(words):
        yield from _lost(text, prose, dictionary, source)
    for match in _ORDINAL.finditer(text):
        number, letter = match.groups()
        whole = _ordinal(int(number))
        before = text[: match.start()].split()[-1:]
        is_ordinal = (before and before[0].lower() in _BEFORE_ORDINAL) or _WHOLE_ORDINAL.search(text)
        if is_ordinal and letter in whole[len(number) :] and source.isdisjoint((letter, match[0])):
            yield SmallSlip(*match.span(), f"'{match[0]}' is no ordinal", (whole,))
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


def _ordinal(number: int) -> str:
    """The English ordinal of a number: 3rd, 11th."""
    last = number % 100
    return f"{number}{'th' if 11 <= last <= 13 else {1: 'st', 2: 'nd', 3: 'rd'}.get(last % 10, 'th')}"


def _lost(text: str, prose: Sequence[Word], dictionary: Speller, source: frozenset[str]) -> Iterator[SmallSlip]:
    for n, word in enumerate(prose):
        meant = _LOST.get(word.text)
        # No part of a compound (re-elected) or of a contraction.
        is_apart = text[word.start - 1 : word.start] == " " and text[word.end : word.end + 1] == " "
        if meant is None or not n or not is_apart or word.text in source:
            continue
        if _is_known(prose, n - 1, dictionary) and _is_known(prose, n + 1, dictionary):
            yield SmallSlip(word.start, word.end, f"'{word.text}' is no word", (meant,))


def _is_known(prose: Sequence[Word], n: int, dictionary: Speller) -> bool:
    if n >= len(prose):
        return False
    word = lower(prose[n].text)
    return dictionary.has(word) and (len(word) > 1 or word in ("a", "i"))
