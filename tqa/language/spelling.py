"""Whether a word is spelled right, and what was meant where it isn't.

English is in the package: SCOWL's words (see `scripts/build_english_words.py`) with the word frequencies of
`tqa.language.lexicon`.
"""

import math
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from string import ascii_lowercase
from typing import Protocol

from tqa.language.lexicon import Lexicon, lexicon
from tqa.language.names import words_with_capital

LANGUAGES = frozenset({"en"})

_DATA = files("tqa.language") / "data/spelling"
_PREFIXES = (
    "aero agro anti astro auto bi bio cardio co counter crypto cyber de dis eco electro ethno euro extra fore geo"
    " hydro hyper immuno infra inter intra iso macro mega meta micro mid milli mini mis mono multi nano neo neuro non"
    " out over paleo para petro photo physio phyto poly post pre pro proto pseudo psycho quasi radio re retro semi"
    " socio sub super techno tele thermo trans tri turbo ultra un under uni up vice"
).split()
# Endings that make a word of another where somebody has used it before.
_USED_SUFFIXES = ("er", "ers", "ing", "ed", "ish", "ism", "ist", "ists", "y")
_SUFFIXES = ("s", "ly", "ness", "less", "like", "wise", "ward", "wards", "able", "ship", "free", "proof")
# A compound's part must be a word in its own right but no function word, or "thatwould" would be one.
_SHORTEST_PART = 4
_PART_FREQUENCY = (2e-6, 2e-3)
_WELL_KNOWN = 4e-7
# A short word is one edit from some other: that must be frequent.
_SHORT = 5
# A capitalised word is mostly a name: a slip must be long, and of a word that is this frequent.
_SHORTEST_CAPITALISED = 6
_FREQUENT = 5e-6
# A short one must have two letters swapped, of a word that is this frequent (Sicne).
_VERY_FREQUENT = 1e-4
# The share of words such as "and" and "for".
_HOLDING = 1e-3
# How frequent a word must be, and how many times as frequent as what is left of it when it lost a letter (wer, nd).
_OFTEN, _LOST_RATIO = 2e-4, 200
# How frequent a word must be to be what was meant, at one edit and at two.
_LIKELY = (0.0, 3e-7, 2e-6)
# Share of all words from which on one that no dictionary has is slang or new (livestream) rather than a slip, unless a
# word that is one edit away is so many times as frequent (recieve).
_IN_USE = 1e-7
_SLIP_RATIO, _SHORT_SLIP_RATIO = 30, 300
# What English words are written with.
_LETTERS = ascii_lowercase + "'.àáâäçèéêëîïñóôõöûüāʼ"


class Words(Protocol):
    """What is right in a language."""

    def __contains__(self, word: object, /) -> bool:
        """Whether it has a word, which needs a capital if it is so given."""


class WordList:
    """A sorted list of words that is asked whether it has one; a set of so many takes long to build."""

    def __init__(self, words: list[str]) -> None:
        """words: in the order of their code points."""
        self._words = words

    def __contains__(self, word: object, /) -> bool:
        at = bisect_left(self._words, str(word))
        return at < len(self._words) and self._words[at] == word


class Speller:
    """The spelling of one language."""

    def __init__(self, words: Words, frequencies: Lexicon) -> None:
        """words: all spellings, a word that needs a capital with it. frequencies: the language's lexicon."""
        self.words = words
        self.frequencies = frequencies
        self.is_known = lru_cache(maxsize=65536)(self.judge)
        self.suggestions = lru_cache(maxsize=8192)(self._suggestions)
        self.capital_suggestions = lru_cache(maxsize=65536)(self.find_capital)

    def could_have(self, word: str) -> bool:
        """Whether `word` is of the language's letters: others show a loan word, which its dictionary needn't have."""
        return word.isascii()

    def has(self, word: str) -> bool:
        """Whether the lower-case `word` is listed, whatever it may be formed from."""
        return word in self.words

    def needs_capital(self, word: str) -> bool:
        """Whether the lower-case `word` exists only with a capital letter, as `monday` does.

        Rare ones are left out: many have become common nouns (a chittagong, romanised).
        """
        return (
            word not in self.words
            and word.capitalize() in self.words
            and self.frequencies.frequency(word) >= _WELL_KNOWN
            and not self.is_formed(word)
        )

    def is_in_use(self, word: str) -> bool:
        """Whether the lower-case `word` is met with often enough to be no mere slip."""
        return self.frequencies.frequency(word) >= _IN_USE

    def judge(self, word: str) -> bool:
        """Whether `word`, lower-case, is right: listed, established, or formed from words that are."""
        return (
            word in self.words
            or word.capitalize() in self.words
            or ((self.is_in_use(word) or self.is_formed(word)) and not self.is_slip(word))
        )

    def is_slip(self, word: str) -> bool:
        """Whether a word that is met with is a far more frequent one but for an edit; some are names (flor)."""
        own = max(self.frequencies.frequency(word), _IN_USE)

        def ratio(candidate: str) -> float:
            # Letters that changed places (wierd) are hardly ever another word.
            return _SLIP_RATIO if len(word) > _SHORT or _is_swapped(word, candidate) else _SHORT_SLIP_RATIO

        return any(
            self.frequencies.frequency(candidate) >= ratio(candidate) * own
            for candidate, _ in self.near(word, reach=1)
            if candidate[0] == word[0] or _is_swapped(word, candidate)
        )

    @property
    def _letters(self) -> Iterable[str]:
        """What the language's words are written with."""
        return _LETTERS

    def has_swapped(self, word: str) -> bool:
        """Whether the short lower-case `word` is a very frequent one with two letters swapped."""
        return any(self.frequencies.frequency(swap) >= _HOLDING for swap in self._swapped(word))

    def with_letter(self, word: str) -> list[str]:
        """The far more frequent words that the short `word` is but for a lost letter (wer, nd), best first."""
        frequency = self.frequencies.frequency
        least = max(_OFTEN, _LOST_RATIO * frequency(word))
        longer = {word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in ascii_lowercase}
        return sorted((one for one in longer if frequency(one) >= least), key=frequency, reverse=True)

    def _swapped(self, word: str) -> Iterator[str]:
        """The words that `word` is but for the order of two letters."""
        swaps = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
        return (swap for swap in swaps if swap in self.words)

    def near(self, word: str, *, names: bool = False, reach: int | None = None) -> Iterator[tuple[str, int]]:
        """The words that can be suggested for `word`, with their distance.

        names: those that need a capital among them, in lower case, but people's names. reach: the greatest distance;
        without it two for long words, one for others.
        """
        if reach == 1 or (reach is None and len(word) < 7):
            return ((candidate, 1) for candidate in self._beside(word, names))
        return self._at_two(word)

    def _beside(self, word: str, names: bool = False) -> Iterator[str]:
        """The words that can be suggested at one edit, found by trying all edits."""
        letters, frequency = self._letters, self.frequencies.frequency
        cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
        tried = {head + tail[1:] for head, tail in cuts}
        tried.update(head + letter + tail for head, tail in cuts for letter in letters)
        tried.update(head + letter + tail[1:] for head, tail in cuts for letter in letters)
        tried.update(head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1)
        tried.discard(word)
        # Asking a dictionary is dear; what is rare is never meant.
        likely = [one for one in tried if frequency(one) >= _LIKELY[1] and len(one) > 2 and one.islower()]
        for candidate in likely:
            if candidate in self.words or (names and candidate in words_with_capital()):
                yield candidate

    def _at_two(self, word: str) -> Iterator[tuple[str, int]]:
        """The words that can be suggested at up to two edits, with their distance."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        for length in range(len(word) - 2, len(word) + 3):
            candidates = self.by_length.get(length, ())
            for match in extract(word, candidates, scorer=OSA.distance, score_cutoff=2, limit=None):
                if match[1] and match[0] in self.words:
                    yield match[0], int(match[1])

    def is_formed(self, word: str) -> bool:
        """Whether the lower-case `word` is derived or compounded from words that are listed."""
        return self._is_derived(word) or (self._is_compound(word) and not self.is_slip(word))

    def _is_derived(self, word: str) -> bool:
        for suffix in _SUFFIXES:
            base = word.removesuffix(suffix)
            if base != word and len(base) >= 3 and base in self.words and _takes(base, suffix):
                return True
        if self.is_in_use(word) and any(word.removesuffix(ending) in self.words for ending in _USED_SUFFIXES):
            return True
        return any(
            word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_PART and word[len(prefix) :] in self.words
            for prefix in _PREFIXES
        )

    def _is_compound(self, word: str) -> bool:
        return any(
            self._is_part(word[:cut]) and self._is_part(word[cut:])
            for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        )

    def _is_part(self, word: str) -> bool:
        low, high = _PART_FREQUENCY
        return word in self.words and low <= self.frequencies.frequency(word) <= high

    def _suggestions(self, word: str) -> Sequence[str]:
        """What was probably meant by the misspelled `word`, best first; empty where nothing is close.

        Candidates are within one edit, two in words of seven letters and more (Damerau-Levenshtein). They are ranked
        by frequency; each further edit and a changed first letter count as a factor of 100, a changed last one of 50.
        """
        own = self.frequencies.frequency(word)

        def merit(candidate: str, distance: int) -> float:
            changed = 2 * (candidate[0] != word[0]) + 1.7 * (candidate[-1] != word[-1])
            return math.log10(self.frequencies.frequency(candidate) + 1e-9) - 2 * distance - changed

        near = [
            (merit(candidate, distance), candidate)
            for candidate, distance in self.near(word)
            if self.frequencies.frequency(candidate) >= max(3 * own, _LIKELY[distance])
            and (len(word) > _SHORT or self._is_short_slip(word, candidate))
        ]
        return [candidate for _, candidate in sorted(near, reverse=True)[:5]]

    def _is_short_slip(self, word: str, candidate: str) -> bool:
        alike = candidate[0] == word[0] and self.frequencies.frequency(candidate) >= _FREQUENT
        return alike or _is_swapped(word, candidate)

    def find_capital(self, word: str) -> Sequence[str]:
        """What was probably meant by `word`, which begins with a capital; empty where it may be a name.

        Only a long word that nobody has used before and that is one edit from a frequent one is taken for a slip.
        """
        small = word.lower()
        if self.frequencies.frequency(small) or self.is_known(small):
            return ()
        if len(word) < _SHORTEST_CAPITALISED:
            near, least = self._swapped(small), _VERY_FREQUENT
        else:
            near, least = (candidate for candidate, _ in self.near(small, names=True, reach=1)), _FREQUENT
        meant = [
            (self.frequencies.frequency(candidate), candidate)
            for candidate in near
            if candidate[0] == small[0] and self.frequencies.frequency(candidate) >= least
        ]
        return [candidate.capitalize() for _, candidate in sorted(meant, reverse=True)]

    @cached_property
    def by_length(self) -> dict[int, list[str]]:
        """The lower-case words that are frequent enough to be what was meant, those that are wrong among them."""
        groups: dict[int, list[str]] = {}
        for word, share in self.frequencies.words.items():
            if share >= _LIKELY[1] and len(word) > 2 and word.islower():
                groups.setdefault(len(word), []).append(word)
        return groups


def _is_swapped(word: str, other: str) -> bool:
    """Whether two words of one edit's distance differ in the order of two letters."""
    return len(word) == len(other) and sorted(word) == sorted(other)


def _takes(base: str, suffix: str) -> bool:
    """Whether the plural or third person of `base` is formed by a bare s (`boxs`, `citys` aren't words)."""
    if suffix != "s":
        return True
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return False
    return not base.endswith("y") or base[-2:-1] in "aeiou"


@cache
def speller(language: str) -> Speller | None:
    """The speller for a base language code, None where the package has none."""
    frequencies = lexicon(language)
    if language not in LANGUAGES or frequencies is None:
        return None
    text = zlib.decompress((_DATA / f"{language}.z").read_bytes()).decode()
    return Speller(WordList(text.split("\n")), frequencies)
