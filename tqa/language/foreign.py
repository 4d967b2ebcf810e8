"""Words of one language in a text of another."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from tqa.language.lexicon import Lexicon, lexicon
from tqa.language.spelling import speller
from tqa.language.wordcosts import word_costs
from tqa.language.writing import script, scripts

# How many times as frequent a word must be in its own language as in the other one, and from which share on: a name or
# a term is about as frequent in both, and a language's lexicon holds the words that its texts quote.
_RATIO, _KNOWN = 30.0, 2e-7
# The same for a word with a capital in a language that writes all nouns with one, where names look alike.
_NOUN_RATIO, _NOUN_KNOWN = 200.0, 3e-6
# The same for a word that the other language's dictionary has (das, pour), and the share from which on it may be that.
_HOMOGRAPH_RATIO, _HOMOGRAPH, _SHORT_HOMOGRAPH = 200.0, 2e-5, 2e-4
_RARE_RATIO, _RARE = 60.0, 5e-6
_OWN, _OWN_LETTER = 5e-5, 2e-4
_UNSEEN = 1e-9
# From this length on a word with a capital that the other language has never seen is a compound rather than a name.
_LONG_NOUN = 9
# By how much, in nats, the letters of a word unknown to both lexicons must look more like the one language's.
_LOOKS = 1.5
# From this share on a word holds sentences together.
FUNCTION_WORD = 3e-4
CAPITAL_NOUNS = frozenset({"de", "lb"})
# Parts of names, written small, that stay as they are.
PARTICLES = frozenset(
    "de la du des di da del della delle dell dos das do von zu zum zur van der den dem ter ten te el al le les las los"
    " y e a bin ibn ben abu af av och og og et i d san of the and".split()
)
# What French, Italian and Catalan put before a vowel.
_ELIDED = frozenset("l d s n c j m t qu lorsqu puisqu jusqu dell all nell sull un dall quell quest bell".split())
_ELIDING = frozenset({"fr", "it", "ca"})


def letters_in(text: str, foreign_lang: str, own_lang: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of the words in a script that `foreign_lang` has and `own_lang` hasn't."""
    foreign = scripts(foreign_lang) - scripts(own_lang)
    start = end = None
    for at, char in enumerate(text):
        if char.isalpha() and script(char) in foreign:
            start, end = at if start is None else start, at + 1
        elif start is not None and _is_mark(char):
            end = at + 1
        elif start is not None and end is not None:
            yield start, end
            start = end = None
    if start is not None and end is not None:
        yield start, end


def _is_mark(char: str) -> bool:
    return not char.isascii() and unicodedata.category(char)[0] == "M"


@cache
def foreign_words(own_lang: str, foreign_lang: str) -> Callable[[str, bool], bool] | None:
    """A test of whether a word (lower-case) is one of `foreign_lang` and none of `own_lang` (base codes).

    Its second argument tells that the word has a capital, as a name has. None where a lexicon is missing.
    """
    own, foreign = lexicon(own_lang), lexicon(foreign_lang)
    return cache(_test(own, foreign)) if own is not None and foreign is not None else None


def _test(own: Lexicon, foreign: Lexicon) -> Callable[[str, bool], bool]:
    dictionary = speller(own.language)

    def is_foreign(word: str, has_capital: bool) -> bool:
        if foreign.language in _ELIDING and _is_elided(word):
            return own.frequency(word) < _HOMOGRAPH
        here, there = max(own.frequency(word), _UNSEEN), foreign.frequency(word)
        if has_capital:
            if dictionary is not None and (word.capitalize() in dictionary.words or word in dictionary.words):
                return False
            if here == _UNSEEN and len(word) >= _LONG_NOUN:
                return _looks_foreign(word, _LOOKS)
            return there >= _NOUN_KNOWN and there >= _NOUN_RATIO * here
        if there < _KNOWN:
            if here > _UNSEEN or (dictionary is not None and is_listed(word, own.language)):
                return False
            return _looks_foreign(word, 0.0 if there or not word.isascii() else _LOOKS)
        if dictionary is not None and word in dictionary.words:
            if here < _RARE:
                return there >= _RARE_RATIO * here
            most = _SHORT_HOMOGRAPH if len(word) <= 2 else _HOMOGRAPH
            return there >= _HOMOGRAPH_RATIO * here and here < most
        return there >= _RATIO * here and here < (_OWN_LETTER if len(word) == 1 else _OWN)

    def _looks_foreign(word: str, by: float) -> bool:
        return word_costs(foreign.language)(word)[0] - word_costs(own.language)(word)[0] > by

    return is_foreign


def is_listed(word: str, language: str) -> bool:
    """Whether the language has a dictionary that has the lower-case `word`, as it is or as a name, or could form it."""
    dictionary = speller(language)
    return dictionary is not None and (
        word in dictionary.words or word.capitalize() in dictionary.words or dictionary.is_formed(word)
    )


def _is_elided(word: str) -> bool:
    before, apostrophe, _ = word.replace("’", "'").partition("'")
    return bool(apostrophe) and before in _ELIDED


def is_function_word(word: str, language: str, share: float = FUNCTION_WORD) -> bool:
    """Whether `word` (lower-case) makes up at least `share` of the words of the language."""
    known = lexicon(language)
    return known is not None and known.frequency(word) >= share
