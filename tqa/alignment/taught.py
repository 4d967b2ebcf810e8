"""A dictionary that a translation memory has taught more."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tqa.alignment.ibm import Bags, learn
from tqa.alignment.text import words_of
from tqa.language.dictionary import Dictionary, Senses, Words, dictionary, words
from tqa.language.english import english_root
from tqa.language.tags import base_language

_MOST_PAIRS = 40_000
# What a translation learnt counts for: translators choose among many.
_LEARNT = 0.8
# Marks a sense that is a word of the other language and not the root of an English one.
_WORD = "="
_NONE: Senses = {}


class TaughtWords(Words):
    """The words of one language, some with more senses than the dictionary has, if there is one."""

    def __init__(self, known: Words | None, more: Mapping[str, Senses]) -> None:
        """Put the senses of `more`, by word, beside those of `known`."""
        self._known = known
        self._more = more
        self._more_senses: frozenset[str] | None = None

    def senses(self, word: str) -> Senses:
        """The senses of `word` (lower-case NFC); empty if unknown."""
        own = self._known.senses(word) if self._known else _NONE
        more = self._more.get(word)
        if more is None:
            return own
        return {sense: max(own.get(sense, 0.0), more.get(sense, 0.0)) for sense in (*own, *more)}

    def has_sense(self, sense: str) -> bool:
        """Whether some word of the language has the sense."""
        if self._more_senses is None:
            self._more_senses = frozenset(sense for senses in self._more.values() for sense in senses)
        return sense in self._more_senses or (self._known is not None and self._known.has_sense(sense))


def taught_dictionary(memory: Iterable[tuple[str, str]], source_lang: str, target_lang: str) -> Dictionary | None:
    """The dictionary of two languages (BCP 47 tags) with what `memory`, texts and their translations, teaches.

    Words that are seen together in two pairs at least count, by IBM model 1. With no memory it is the dictionary alone,
    or None where there is none.
    """
    pairs = list(memory)
    if not pairs:
        return dictionary(source_lang, target_lang)
    pairs = pairs[:: len(pairs) // _MOST_PAIRS + 1]
    if base_language(source_lang) == "en" != base_language(target_lang):
        target, source = _taught([(text, original) for original, text in pairs], target_lang, source_lang)
    else:
        source, target = _taught(pairs, source_lang, target_lang)
    return Dictionary(source, target)


def _taught(pairs: Sequence[tuple[str, str]], lang: str, other_lang: str) -> tuple[Words, Words]:
    """The words of `lang` with senses learnt, and the words of the other language, which have these senses."""
    numbers: tuple[dict[str, int], dict[str, int]] = ({}, {})
    is_english = base_language(other_lang) == "en"
    bags: tuple[list[list[int]], list[list[int]]] = ([], [])
    for text, other in pairs:
        senses = {english_root(word) if is_english else _WORD + word for word in words_of(other)}
        bags[0].append(_numbered(set(words_of(text)), numbers[0]))
        bags[1].append(_numbered(senses, numbers[1]))
    found = learn(Bags.of(bags[0]), Bags.of(bags[1]))
    forms, senses_of = list(numbers[0]), list(numbers[1])
    more: dict[str, dict[str, float]] = defaultdict(dict)
    for form, sense, value in zip(found.source.tolist(), found.target.tolist(), found.value.tolist(), strict=True):
        more[forms[form]][senses_of[sense]] = value * _LEARNT
    one, other_words = words(lang), words(other_lang)
    if is_english and other_words is not None:
        return TaughtWords(one, more), other_words
    return TaughtWords(one, more), TaughtWords(other_words, {sense[len(_WORD) :]: {sense: 1.0} for sense in senses_of})


def _numbered(items: Iterable[str], numbers: dict[str, int]) -> list[int]:
    return [numbers.setdefault(item, len(numbers)) for item in sorted(items)]
