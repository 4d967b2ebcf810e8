"""Whether a name of one text is heard in another, in whatever scripts and inflections both are written."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from tqa.language.support import romanised

# Consonants that scripts and languages write one for the other.
_CLASSES = {"p": "bpfvw", "t": "dt", "k": "gkqcx", "l": "r", "n": "m", "s": "z"}
_COARSE = str.maketrans({letter: one for one, letters in _CLASSES.items() for letter in letters})
_SILENT = re.compile("[aeiouyhj]")
_DOUBLE = re.compile(r"(.)\1+")
_SHORT, _BEGINNING, _ENDING = 3, 4, 3
# Likeness (0 to 100) from which on two spellings are of one name: in one script, between scripts, of consonants alone.
_ALIKE, _ALIKE_ACROSS, _BONES_ALIKE = 80, 50, 60


@lru_cache(maxsize=65536)
def coarse(sound: str) -> str:
    """The consonants of a romanised word in classes of those that are heard alike."""
    plain = sound.replace("ph", "f").replace("sch", "s").replace("ch", "k").replace("th", "t").translate(_COARSE)
    first = "a" if plain[:1] in "aeiouyhj" else plain[:1]
    return _DOUBLE.sub(r"\1", first + _SILENT.sub("", plain[1:]))


class Heard:
    """The words of a text by their sound."""

    def __init__(self, words: Iterable[str], across: bool) -> None:
        """`words` of the text; `across`: whether names will be looked for that another script wrote."""
        self._sounds = frozenset(filter(None, map(romanised, words)))
        self._beginnings = frozenset(sound[:_BEGINNING] for sound in self._sounds)
        self._across = across

    def has_written(self, name: str) -> bool:
        """Whether a word is written, or begins, like `name`: quick, where `has` compares with all words."""
        sound = romanised(name)
        return not sound or sound in self._sounds or (len(sound) > _SHORT and sound[:_BEGINNING] in self._beginnings)

    def has(self, name: str) -> bool:
        """Whether `name` is heard among the words, inflected, within another word or spelled another way."""
        if self.has_written(name):
            return True
        sound = romanised(name)
        if len(sound) <= _SHORT:
            return any(other.startswith(sound) and len(other) <= len(sound) + _ENDING for other in self._sounds)
        return any(len(other) >= _SHORT and self._is_alike(sound, other) for other in self._sounds)

    def _is_alike(self, sound: str, other: str) -> bool:
        if min(len(sound), len(other)) > _BEGINNING and (sound in other or other in sound):
            return True
        if fuzz.ratio(sound, other) >= (_ALIKE_ACROSS if self._across else _ALIKE):
            return True
        own, theirs = coarse(sound), coarse(other)
        if own == theirs and len(own) >= _SHORT - self._across:
            return True
        if not self._across or min(len(own), len(theirs)) < _SHORT - 1:
            return False
        return own.startswith(theirs) or own in theirs or fuzz.ratio(own, theirs) >= _BONES_ALIKE
