"""Vietnamese syllables: which letters make one, and where its tone mark stands."""

import re
from functools import lru_cache
from unicodedata import normalize

from tqa.language.fold import fold

_ONSET = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx]"
_NUCLEUS = (
    "a|ai|ao|au|ay|e|eo|eu|i|ia|ie|ieu|iu|o|oa|oai|oao|oay|oe|oeo|oi|oo|u|ua|uao|uau|uay|ue|ueu|ui|uo|uoi|uou"
    "|uu|uy|uya|uye|uyu|y|ye|yeu"
)
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{_NUCLEUS})(?:ch|ng|nh|[cmnpt])?")
_TONED = frozenset("àáảãạèéẻẽẹỳýỷỹỵ")


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Whether `word` (lower-case NFC) is spelt as a Vietnamese syllable can be, whatever its marks."""
    return _SYLLABLE.fullmatch(fold(word)) is not None


def tone_in_front(word: str) -> str:
    """Return `word` (lower-case NFC) with the tone of an open oa, oe or uy on the first vowel: hoà gives hòa.

    Both placements are correct; the models know this one alone.
    """
    if len(word) < 2 or word[-1] not in _TONED:
        return word
    vowel, tone = tuple(normalize("NFD", word[-1]))
    pair = word[-2] + vowel
    if pair in ("oa", "oe") or (pair == "uy" and word[-3:-2] != "q"):
        return word[:-2] + normalize("NFC", word[-2] + tone) + vowel
    return word
