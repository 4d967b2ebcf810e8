"""Whether a name of one text is heard in another, in whatever scripts and inflections both are written."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import product

import regex
from rapidfuzz import fuzz
from rapidfuzz.distance import Prefix

from tqa.language.support import romanised
from tqa.language.transliteration import likeness
from tqa.language.writing import script

# Consonants that scripts and languages write one for the other.
_CLASSES = {"p": "bpfvw", "t": "dt", "k": "gkqcx", "l": "r", "n": "m", "s": "z"}
_COARSE = str.maketrans({letter: one for one, letters in _CLASSES.items() for letter in letters})
_SILENT = re.compile("[aeiouyhj]")
_DOUBLE = re.compile(r"(.)\1+")
_SHORT, _BEGINNING, _ENDING = 3, 4, 3
_SAME = 0.7
_LATIN = "Latn"
# Likeness (0 to 100) from which on two spellings are of one name.
_ALIKE = 80
# The same of two that stand in the same place.
_ALIKE_AMONG_TWO = 66
# The same between scripts, see `likeness`, for a name of one word and of several: bounds that few transliterations stay
# under.
_ALIKE_ACROSS, _ALL_ALIKE_ACROSS, _UNLIKE = -0.2, 0.3, -2.0
# The same of one word that settles it.
_PLAINLY = 0.6
# What is of one script in a word of several, as Japanese has them.
_OF_ONE_SCRIPT = regex.compile(
    r"\p{Han}+|[\p{Katakana}ー]+|[\p{Latin}\p{M}]+|[^\p{Latin}\p{Han}\p{Katakana}\p{Hiragana}]+"
)


@lru_cache(maxsize=65536)
def coarse(sound: str) -> str:
    """The consonants of a romanised word in classes of those that are heard alike."""
    plain = sound.replace("ph", "f").replace("sch", "s").replace("ch", "k").replace("th", "t").translate(_COARSE)
    first = "a" if plain[:1] in "aeiouyhj" else plain[:1]
    return _DOUBLE.sub(r"\1", first + _SILENT.sub("", plain[1:]))


class Heard:
    """The words of a text by their sound."""

    def __init__(self, words: Iterable[str]) -> None:
        """`words` of the text, of whatever scripts."""
        self._words = tuple(words)
        self._sounds = frozenset(filter(None, map(romanised, self._words)))
        self._beginnings = frozenset(sound[:_BEGINNING] for sound in self._sounds)

    @cached_property
    def _latin(self) -> tuple[str, ...]:
        return tuple(word for word in dict.fromkeys(self._words) if script(word[0]) == _LATIN)

    @cached_property
    def _others(self) -> tuple[str, ...]:
        """The words of other scripts, in parts of one script."""
        parts = (part[0] for word in self._words if not word.isascii() for part in _OF_ONE_SCRIPT.finditer(word))
        return tuple(part for part in dict.fromkeys(parts) if script(part[0]) != _LATIN)

    def has_written(self, name: str) -> bool:
        """Whether a word is written, or begins, like `name`: quick, where `has` compares with all words."""
        sound = romanised(name)
        return not sound or sound in self._sounds or (len(sound) > _SHORT and sound[:_BEGINNING] in self._beginnings)

    def has_plainly(self, name: str) -> bool:
        """Whether a Latin word with a capital sounds much like the `name` of another script."""
        return any(word[0].isupper() and likeness(word, name) >= _PLAINLY for word in self._latin)

    def has(self, names: Sequence[str]) -> bool:
        """Whether one of the words of a name is heard, inflected, within another word or spelled another way.

        Between scripts all of them count: chance finds something like one of two words more often than like both.
        """
        if any(map(self.has_written, names)):
            return True
        if script(names[0][0]) != _LATIN:
            return self._is_transliterated(names, lambda name: (likeness(word, name) for word in self._latin))
        return any(map(self._has_latin, names)) or self._is_transliterated(
            names, lambda name: (likeness(name, part) for part in self._others)
        )

    @staticmethod
    def _is_transliterated(names: Sequence[str], likenesses: Callable[[str], Iterable[float]]) -> bool:
        values = [max(likenesses(name), default=_UNLIKE) for name in names]
        if len(values) > 1 and max(values) < _PLAINLY:
            return sum(values) / len(values) >= _ALL_ALIKE_ACROSS
        return max(values) >= _ALIKE_ACROSS

    def _has_latin(self, name: str) -> bool:
        sound = romanised(name)
        if len(sound) <= _SHORT:
            return any(other.startswith(sound) and len(other) <= len(sound) + _ENDING for other in self._sounds)
        return any(len(other) >= _SHORT and _is_alike(sound, other) for other in map(romanised, self._latin))


def _is_alike(sound: str, other: str) -> bool:
    if min(len(sound), len(other)) > _BEGINNING and (sound in other or other in sound):
        return True
    if fuzz.ratio(sound, other) >= _ALIKE:
        return True
    own, theirs = coarse(sound), coarse(other)
    # Kaliforniyalı: the same bones, but for the ending.
    same = Prefix.similarity(own, theirs)
    return (len(own) >= _SHORT and own == theirs) or same >= max(_BEGINNING, _SAME * max(len(own), len(theirs)))


def may_be_one(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two names, by their words, may be spellings of one; where no other word of the texts is heard alike."""
    return any(
        fuzz.ratio(ours, theirs) >= _ALIKE_AMONG_TWO
        or (min(len(coarse(ours)), len(coarse(theirs))) >= _SHORT and coarse(ours)[:_SHORT] == coarse(theirs)[:_SHORT])
        for ours, theirs in product(map(romanised, one), map(romanised, other))
    )
