"""What a capital letter, or the lack of one, says of a word: name or common noun."""

from collections.abc import Sequence
from functools import lru_cache

from tqa.language.fold import fold
from tqa.language.lexicon import lexicon
from tqa.language.names import country_names
from tqa.language.spelling import speller
from tqa.language.tokens import Word

# A name may be in a frequency list, which has no case; a common noun is far above this share of all words.
_COMMON = 1e-6
# Languages that write nouns with a capital, so that one says nothing of a name.
_CAPITAL_NOUNS = frozenset({"de", "lb"})
# Languages that write adjectives made of names small and without a change of form (Hungarian marlowi).
_SMALL_DERIVED = frozenset({"et", "fi", "hu", "tr"})
# Languages whose names are made of ordinary words, syllable by syllable.
_SYLLABIC = frozenset({"vi"})
_BEFORE_A_COUNTRY = frozenset({"in", "from", "to", "across", "outside", "visited"})
_SHORTEST = 4


def needs_capital(form: str, language: str) -> bool:
    """Whether the lower-case `form` exists in a language (base code) only as a name: `monday`, `lettland`."""
    dictionary = speller(language)
    return form in country_names(language) or (dictionary is not None and dictionary.needs_capital(form))


@lru_cache(maxsize=1 << 16)
def is_common(form: str, language: str, source: str) -> bool:
    """Whether the lower-case `form` exists as such, in the source's language too where no dictionary tells."""
    dictionary = speller(language)
    if dictionary is not None:
        return form in dictionary.words or dictionary.is_formed(form)
    return form not in country_names(language) and any(
        known.frequency(form) >= _COMMON for known in (lexicon(language), lexicon(source)) if known is not None
    )


def capitals_needed(form: str, small: int, language: str) -> int:
    """How many capitals elsewhere in a text show that a word, `small` times lower-case there, is a name."""
    known = lexicon(language)
    is_told = speller(language) is not None or (known is not None and not known.frequency(form))
    return small if is_told and language not in _SMALL_DERIVED else max(2 * small, 2)


def is_syllable(form: str, source: str) -> bool:
    """Whether a name's part is an ordinary word of the source's language, as every syllable of a Vietnamese name is."""
    known = lexicon(source) if source in _SYLLABIC else None
    return known is not None and known.folded_frequency(fold(form)) >= _COMMON


def may_be_country(word: str, language: str) -> bool:
    """Whether an English word is the name of a country, which may be a common noun too (turkey, chile)."""
    return language == "en" and word in country_names(language)


def stands_for_country(word: Word, text: str, language: str) -> bool:
    """Whether an English word that is a common noun too (turkey, chile) stands where a country does."""
    if not may_be_country(word.text, language):
        return False
    before = text[: word.start].split()[-1:]
    return bool(before) and before[0].lower() in _BEFORE_A_COUNTRY


def marks_name(word: Word, text: str, language: str) -> bool:
    """Whether the capital of a word, in a text that isn't all capitals, shows that it is a name."""
    if language in _CAPITAL_NOUNS:
        known = lexicon(language)
        return known is None or known.frequency(word.text.lower()) < _COMMON
    return not opens_sentence(word, text)


def opens_sentence(word: Word, text: str) -> bool:
    """Whether a word is the first of a sentence, a line or what follows a colon."""
    before = text[: word.start].rstrip(" \"'“‘«„([¿¡-–—•*")
    return not before or before[-1] in ".!?…:;|\n"


def is_title_case(words: Sequence[Word], language: str) -> bool:
    """Whether most words have a capital, as in a headline, so that one says nothing."""
    if language in _CAPITAL_NOUNS:
        return False
    long = [word.text for word in words if len(word.text) >= _SHORTEST]
    return sum(not word.islower() for word in long) * 2 > len(long)
