"""How likely a word is in one language: as it is written, and in a text that was stripped of its diacritics."""

import math
from collections.abc import Callable
from functools import cache

from tqa.language.fold import fold
from tqa.language.lexicon import Lexicon, lexicon, lexicon_language
from tqa.language.ngrams import Ngrams, ngrams

LogShares = tuple[float, float]
"""Natural logarithms of a word's share in sound text and in stripped text."""

# Share of running words that a lexicon lacks; its logarithm.
_UNKNOWN = math.log(0.04)
# A word with marks in a text that has lost them: some survive.
_SURVIVES = 4.0
# What a letter costs where there is no model of the language: a little less than chance would have it.
_LETTER = 2.5
_KEPT = 50_000
# Written without blanks: a "word" is one character.
_BY_CHARACTER = frozenset({"ja", "zh"})


@cache
def word_costs(tag: str) -> Callable[[str], LogShares]:
    """For a language (BCP 47) the function from a word (lower-case NFC) to its `LogShares`."""
    found, letters = lexicon(tag), ngrams(lexicon_language(tag))
    if found is None:
        return _by_length
    if found.language in _BY_CHARACTER:
        return _character_costs(found)
    frequency, folded_frequency = found.frequency, found.folded_frequency
    kept: dict[str, LogShares] = {}

    def shares(word: str) -> LogShares:
        known = kept.get(word)
        if known is None:
            if len(kept) >= _KEPT:
                kept.clear()
            known = kept[word] = _log_shares(word, frequency, folded_frequency, letters)
        return known

    return shares


@cache
def common_word_costs(lang: str) -> Callable[[str], LogShares]:
    """The same from the language's most frequent words and its letters alone, without loading its lexicon."""
    letters = ngrams(lang)
    if letters is None:
        return word_costs(lang)
    folded: dict[str, float] = {}
    for word, share in letters.common.items():
        folded[fold(word)] = folded.get(fold(word), 0.0) + share
    return lambda word: _log_shares(
        word, lambda form: letters.common.get(form, 0.0), lambda form: folded.get(form, 0.0), letters
    )


def _character_costs(found: Lexicon) -> Callable[[str], LogShares]:
    shares: dict[str, float] = {}
    for word, share in found.words.items():
        for character in word:
            shares[character] = shares.get(character, 0.0) + share
    total = sum(shares.values())
    costs = {character: math.log(share / total) for character, share in shares.items()}

    def cost(character: str) -> LogShares:
        value = costs.get(character)
        return (value, value) if value is not None else _by_length(character)

    return cost


def _by_length(word: str) -> LogShares:
    cost = _UNKNOWN - _LETTER * (len(word) + 1)
    return cost, cost


def _log_shares(
    word: str, frequency: Callable[[str], float], folded_frequency: Callable[[str], float], letters: Ngrams | None
) -> LogShares:
    plain = fold(word)
    share = frequency(word)
    if not share and "'" in word.replace("’", "'"):
        return _elided(word.replace("’", "'"), frequency, folded_frequency, letters)
    stripped = folded_frequency(plain) if plain == word else 0.0
    if share and (stripped or plain != word):
        sound = math.log(share)
        return sound, math.log(stripped) if stripped else sound - _SURVIVES
    spelled = _UNKNOWN + (letters.spelled(plain) if letters else -_LETTER * (len(word) + 1))
    sound = math.log(share) if share else spelled + (letters.marked(word) if letters else 0.0)
    if plain != word:
        return sound, sound - _SURVIVES
    return sound, math.log(stripped) if stripped else spelled


def _elided(
    word: str, frequency: Callable[[str], float], folded_frequency: Callable[[str], float], letters: Ngrams | None
) -> LogShares:
    """A word with an apostrophe (l'homme, don't) that isn't known as a whole: that of its parts together."""
    parts = [_log_shares(part, frequency, folded_frequency, letters) for part in word.split("'") if part]
    return sum(part[0] for part in parts), sum(part[1] for part in parts)
