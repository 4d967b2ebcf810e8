"""The tokens that terms are matched by.

A token is a word, or in scripts that don't separate words a character (of a run of Katakana, the run). Words with
digits in them (H2O, COVID-19) are found where they are asked for; the other texts take the words that are known anyway.
"""

import regex

from tqa.language.tokens import Word

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


def tokens(text: str) -> tuple[Word, ...]:
    """The tokens of `text` with their offsets."""
    return tuple(Word(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text))


def is_unsegmented(text: str) -> bool:
    """Whether `text` has characters of a script that doesn't separate words."""
    return _CHARACTER.search(text) is not None
