"""Whether a name of one text is heard in another, in whatever scripts and inflections both are written."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

import regex
from rapidfuzz import fuzz
from rapidfuzz.distance import Prefix
from rapidfuzz.process import extract

from tqa.language.lazy import lazily, lazy
from tqa.language.support import romanised
from tqa.language.transliteration import costs, likeness, sounds
from tqa.language.writing import script

# Consonants that scripts and languages write one for the other.
_CLASSES = {"p": "bpfvw", "t": "dt", "k": "gkqcx", "l": "r", "n": "m", "s": "z"}
_COARSE = str.maketrans({letter: one for one, letters in _CLASSES.items() for letter in letters})
_OUTLINE = str.maketrans("ywjGXqcCSZQzvbdTrmN", "iuggkkksssssfpttlnn")
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
_ALIKE_BY_CHARACTERS = (-0.45, -0.1)
# How many words are compared closely; what is longer may be several words.
_LOOKED_AT, _FEW, _LONG = 16, 3, 14
_FAR = 9.0
# The same of one word that settles it.
_PLAINLY = 0.6
# The same of a word that may be no name.
_SURELY = 1.0
_KANA = lazily(regex.compile, r"[\p{Hiragana}\p{Katakana}]")
# What is of one script in a word of several, as Japanese has them.
_OF_ONE_SCRIPT = lazily(
    regex.compile, r"\p{Han}+|[\p{Katakana}ー]+|[\p{Latin}\p{M}]+|[^\p{Latin}\p{Han}\p{Katakana}\p{Hiragana}]+"
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

    @lazy
    def _latin(self) -> tuple[str, ...]:
        return tuple(word for word in dict.fromkeys(self._words) if script(word[0]) == _LATIN)

    @lazy
    def _capitals(self) -> tuple[str, ...]:
        """The Latin words that may be names."""
        return tuple(word for word in self._latin if word[0].isupper())

    @lazy
    def _capital_bones(self) -> list[str]:
        return [_outline(word) for word in self._capitals]

    @lazy
    def _others(self) -> tuple[str, ...]:
        """The words of other scripts, in parts of one script."""
        parts = (part[0] for word in self._words if not word.isascii() for part in _OF_ONE_SCRIPT.finditer(word))
        return tuple(part for part in dict.fromkeys(parts) if part[0].isalpha() and script(part[0]) != _LATIN)

    @lazy
    def _other_bones(self) -> list[str]:
        return [_outline(word) for word in self._others]

    def has_written(self, name: str) -> bool:
        """Whether a word is written, or begins, like `name`: quick, where `has` compares with all words."""
        sound = romanised(name)
        return not sound or sound in self._sounds or (len(sound) > _SHORT and sound[:_BEGINNING] in self._beginnings)

    def has_plainly(self, name: str) -> bool:
        """Whether a word of another script than the name's sounds much like it; a Latin one has a capital."""
        if script(name[0]) == _LATIN:
            return bool(self._others) and self._best(name, is_latin=True, looked_at=_FEW) >= _SURELY
        return any(likeness(word, name) >= _PLAINLY for word in self._capitals)

    def has(self, names: Sequence[str]) -> bool:
        """Whether one of the words of a name is heard, inflected, within another word or spelled another way.

        Between scripts all of them count: chance finds something like one of two words more often than like both.
        """
        if any(map(self.has_written, names)):
            return True
        is_latin = script(names[0][0]) == _LATIN
        if not all(map(costs, {script(word[0]) for word in (self._others if is_latin else names)} - {_LATIN})):
            return True  # nobody knows how it sounds
        if is_latin and any(map(self._has_latin, names)):
            return True
        best = -_FAR
        total = 0.0
        for name in names:
            value = self._best(name, is_latin)
            best, total = max(best, value), total + value
            if best >= _PLAINLY:
                return True
        one, several = _ALIKE_BY_CHARACTERS if self._is_pictured else (_ALIKE_ACROSS, _ALL_ALIKE_ACROSS)
        return best >= one if len(names) == 1 else total / len(names) >= several

    def has_joined(self, name: str) -> bool:
        """Whether the words of a Latin name are heard as one word of another script."""
        return bool(self._others) and self._best(name, is_latin=True, looked_at=_FEW) >= _PLAINLY

    @lazy
    def _is_pictured(self) -> bool:
        """Whether the text is of Chinese characters alone, which approach a name's sound from afar."""
        is_japanese = any(map(_KANA.search, self._words))
        return not is_japanese and any(script(word[0]) == "Hani" for word in self._others)

    def _best(self, name: str, is_latin: bool, looked_at: int = _LOOKED_AT) -> float:
        """How much the name is like the word of another script that it is most like, as far as that matters."""
        words, bones = (self._others, self._other_bones) if is_latin else (self._capitals, self._capital_bones)
        best = -_FAR
        for at in _nearest(_outline(name), bones, looked_at):
            best = max(best, max(likeness(name, words[at]) if is_latin else likeness(words[at], name), _UNLIKE))
            if best >= _PLAINLY:
                break
        return max(best, _UNLIKE)

    def _has_latin(self, name: str) -> bool:
        sound = romanised(name)
        if len(sound) <= _SHORT:
            return any(other.startswith(sound) and len(other) <= len(sound) + _ENDING for other in self._sounds)
        return any(len(other) >= _SHORT and _is_alike(sound, other) for other in map(romanised, self._latin))


def _outline(word: str) -> str:
    """The sounds of a word with those made the same that languages write one for the other."""
    return sounds(word).translate(_OUTLINE)


def _nearest(bones: str, others: list[str], count: int) -> Iterable[int]:
    """Which of the others, of the bones of words, are most like some: the few that are worth a closer look."""
    if len(others) <= _FEW:
        return range(len(others))
    # Words that aren't parted are longer.
    scorer = fuzz.partial_ratio if max(map(len, others)) > _LONG else fuzz.ratio
    return [int(match[2]) for match in extract(bones, others, scorer=scorer, limit=count)]


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
