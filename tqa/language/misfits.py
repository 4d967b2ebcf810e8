"""Words with marks that are words of the language, but not the one that is meant: other marks on the same letters fit.

A word is looked at only where its neighbours are known to go with another word of the same letters and not with it;
then the model of the language reads the words around as if it had lost its marks.
"""

from collections.abc import Sequence
from functools import lru_cache

from tqa.language.diacritics.model import Model, model
from tqa.language.diacritics.readings import readings
from tqa.language.diacritics.spelling import tone_in_front
from tqa.language.false_marks import may_slip
from tqa.language.fold import fold, lower
from tqa.language.tokens import Word

# How likely the other word must be and this one may be.
_SURE, _UNLIKELY = 0.99, 0.003
# How frequent the other word must be, and how many words on either side are read.
_LEAST, _AROUND = 1e-6, 6


def misfit(text: str, words: Sequence[Word], at: int, language: str) -> str | None:
    """Return the word that is meant in the place of words[at] of `text` (NFC), None where that may be right.

    language: base code. The word must be in small letters and have marks.
    """
    found = model(language)
    word = _form(words[at].text, language)
    if found is None or not _has_rivals(word, language):
        return None
    before = _form(words[at - 1].text, language) if at else ""
    ahead = _beside(language, before, word, True)
    if word in ahead:
        return None
    behind = _beside(language, word, _form(words[at + 1].text, language) if at + 1 < len(words) else "", False)
    if word in behind or not (ahead or behind):
        return None
    return _read(found, text, words, at, language)


def _form(word: str, language: str) -> str:
    return tone_in_front(lower(word)) if language == "vi" else lower(word)


@lru_cache(maxsize=65536)
def _has_rivals(word: str, language: str) -> bool:
    """Whether the language has the word, and another frequent one with the same letters."""
    found = model(language)
    number = found.folds.get(fold(word)) if found is not None else None
    if found is None or number is None or word not in found.known:
        return False
    return any(found.forms[n] != word and found.share[n] >= _LEAST for n in found.numbers(number))


@lru_cache(maxsize=65536)
def _beside(language: str, first: str, second: str, is_second: bool) -> frozenset[str]:
    """The forms of one word (`is_second`: the second) that are known to stand beside the other as it is."""
    found = model(language)
    if found is None or not first or not second:
        return frozenset()
    one, two = found.folds.get(fold(first)), found.folds.get(fold(second))
    if one is None or two is None:
        return frozenset()
    kept = first if is_second else second
    forms = (
        (found.forms[found.first[one] + a], found.forms[found.first[two] + b]) for a, b, _, _ in found.pair(one, two)
    )
    return frozenset(pair[is_second] for pair in forms if pair[not is_second] == kept)


def _read(found: Model, text: str, words: Sequence[Word], at: int, language: str) -> str | None:
    start, end = words[max(at - _AROUND, 0)].start, words[min(at + _AROUND, len(words) - 1)].end
    place = words[at]
    word = _form(place.text, language)
    around = text[start : place.start] + fold(place.text) + text[place.end : end]
    for reading in readings(found, around, 1.0):
        if reading.unit.start == place.start - start:
            best, share = reading.forms[0]
            own = dict(reading.forms).get(word, 0.0)
            return best if share >= _SURE and own <= _UNLIKELY and _is_slip(word, best, language) else None
    return None


def _is_slip(word: str, meant: str, language: str) -> bool:
    """Whether a false mark makes `word` of what is meant: not a form of it, and not a mark too many, as models are
    made of texts that lack some.
    """
    if language == "vi":
        return word != meant
    return word != meant and not meant.isascii() and may_slip(word, meant, language)
