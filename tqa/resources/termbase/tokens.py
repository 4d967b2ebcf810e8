"""The tokens that terms are matched by.

A token is a word, or in scripts that don't separate words a character (of a run of Katakana, the run). Words with
digits in them (H2O, COVID-19) are found where they are asked for; the other texts take the words that are known anyway.
"""

from collections.abc import Callable, Sequence

import regex

from tqa.language.tokens import Word
from tqa.language.traits import Trait

_UNSEGMENTED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー"
_TOKEN = regex.compile(
    rf"""
      [\p{{Katakana}}ー]+
    | [{_UNSEGMENTED}&&\p{{L}}]\p{{M}}*
    | [[\p{{L}}\p{{Nd}}]--[{_UNSEGMENTED}]][[\p{{L}}\p{{M}}\p{{Nd}}]--[{_UNSEGMENTED}]]*
      (?:['’][[\p{{L}}]--[{_UNSEGMENTED}]][[\p{{L}}\p{{M}}]--[{_UNSEGMENTED}]]*)*
    """,
    regex.VERBOSE | regex.V1,
)
_CHARACTER = regex.compile(rf"[{_UNSEGMENTED}]", regex.V1)
UNSEGMENTED_LANGUAGES = frozenset("ja km lo my th zh yue wuu".split())

_OWN = int(Trait.UNCASED)
_OWN_WITH_DIGITS = int(Trait.UNCASED | Trait.DIGIT)


def tokens(text: str) -> tuple[Word, ...]:
    """The tokens of `text` with their offsets."""
    return tuple(Word(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text))


def tokens_for(text: str, traits: int, words: Callable[[], Sequence[Word]], has_digits: bool) -> Sequence[Word]:
    """The tokens of a text with these `traits`; `words` gives its words, which serve most texts.

    has_digits: whether terms with digits are looked for.
    """
    return tokens(text) if traits & (_OWN_WITH_DIGITS if has_digits else _OWN) else words()


def is_unsegmented(text: str) -> bool:
    """Whether `text` has characters of a script that doesn't separate words."""
    return _CHARACTER.search(text) is not None
