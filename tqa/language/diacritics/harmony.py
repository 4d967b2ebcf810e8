"""The vowels of Turkish endings, and of the particle mi, go by the last vowel before them."""

import re
from itertools import pairwise

_PARTICLE = re.compile(r"m[iu](?:s[iu]n(?:[iu]z)?|y[iu]m|y[iu]z|yd[iu]\w*|ym[iu]s\w*|d[iu]r)?")
_VOWEL = re.compile("[aeıioöuü]")
# By the last vowel of a word without its marks the high vowel that follows; behind others it can't be told.
_FOLLOWS = {"a": "ı", "e": "i", "o": "u"}
_ALIKE = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
_HIGH = frozenset("ıiuü")


def is_particle(plain: str) -> bool:
    """Whether `plain` (lower-case, folded) is a form of the question particle."""
    return _PARTICLE.fullmatch(plain) is not None


def harmonises(stem: str, ending: str) -> bool:
    """Whether `ending` (lower-case) can stand behind `stem` (lower-case, folded), as far as that can be told."""
    if ending.endswith("kı"):
        return False
    before, first = _VOWEL.findall(stem), _VOWEL.search(ending)
    if not before or first is None or first[0] not in _HIGH:
        return True
    return _FOLLOWS.get(before[-1], first[0]) == first[0]


def harmonised(word: str) -> str:
    """Return `word` (lower-case) with the high vowels of its endings, from the third vowel on, as its vowels ask."""
    letters = list(word)
    places = [match.start() for match in _VOWEL.finditer(word)]
    for before, at in pairwise(places[1:]):
        if letters[at] in _HIGH and not word.endswith("ki", at - 1):
            letters[at] = _ALIKE[letters[before]]
    return "".join(letters)
