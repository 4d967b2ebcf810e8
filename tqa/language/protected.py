"""Parts of a text that are no prose: addresses, paths, code, placeholders, markup."""

import re

import regex

from tqa.language.traits import Trait

_PROTECTED = regex.compile(
    r"""
      \b[a-z][a-z0-9+.-]*://[^\s<>"]+                       # URL
    | \bwww\.[^\s<>"]+
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                            # e-mail
    | (?<![\w.@])(?:[\w-]+\.)+(?:com|org|net|info|io|edu|gov|[a-z]{2})(?:/[^\s<>"]*)?(?![\w.])   # bare host
    | (?<!\w)[@\#][\w-]+                                      # handle, hashtag
    | (?<![\w/])(?:~|\.{1,2}|[A-Za-z]:)?[/\\](?:[\w.-]+[/\\])*[\w.-]+   # path
    | \b[\w-]+\.(?:txt|json|ya?ml|xml|html?|py|js|ts|css|md|png|jpe?g|gif|svg|pdf|docx?|xlsx?|csv|tsv|zip|exe|bat|sh
                  |cfg|ini|rst|tex|toml|po|log)\b
    | </?[A-Za-z][^<>]*>                                      # tag
    | &(?:\#\d+|\#x[0-9a-fA-F]+|\w+);                         # entity
    | \$?\{\{?[^{}]*\}?\}                                     # {placeholder}
    | %\([^)]*\)[-+0\#]*\d*(?:\.\d+)?[a-zA-Z] | %\d*\$?[-+0\#]*\d*(?:\.\d+)?[a-zA-Z@]\b   # printf
    | `[^`]+` | `[^`'\n]+'
    | \b[A-Za-z][\w.-]*/[\w-]+\.[a-z]{1,4}\b                  # relative path
    | \b\w+_\w+\b                                             # snake_case
    | (?<!\w)--?[a-z][\w-]*                                   # option
    """,
    regex.VERBOSE,
)
_CAMEL = re.compile(r"[a-z][A-Z]")
# Characters that hardly a sentence has, one of which most of these need; the rest is told by the two below.
CODE_LIKE = int(
    Trait.SLASH
    | Trait.BACKSLASH
    | Trait.AT
    | Trait.ANGLE
    | Trait.AMPERSAND
    | Trait.BRACE
    | Trait.PERCENT
    | Trait.UNDERSCORE
    | Trait.SYMBOL
)
_INNER_DOT_OR_OPTION = re.compile(r"\w\.[a-z]|(?:^|\s)--?[a-z]|[#`]")
_DOT_AND_LETTER = re.compile(r"\.[a-z]")


def protected_spans(text: str, traits: int) -> list[tuple[int, int]]:
    """The (start, end) of the parts that aren't prose, in order; `traits` are those of `text`.

    Words with digits or capitals inside (`H2O`, `camelCase`) aren't looked for: see `is_code`.
    """
    if not traits & CODE_LIKE and not _may_hold(text):
        return []
    return [match.span() for match in _PROTECTED.finditer(text)]


def _may_hold(text: str) -> bool:
    """Whether a text without any of the rare characters may hold what isn't prose."""
    if "#" in text or "`" in text:
        return True
    return ("-" in text or _DOT_AND_LETTER.search(text) is not None) and _INNER_DOT_OR_OPTION.search(text) is not None


def has_code(text: str, traits: int) -> bool:
    """Whether a word of `text`, which has these `traits`, could be a code as `is_code` tells."""
    return bool(traits & Trait.DIGIT) or _CAMEL.search(text) is not None


def is_code(text: str, start: int, end: int) -> bool:
    """Whether the run of letters text[start:end] is part of a code: beside a digit, or with a capital inside."""
    if text[start - 1 : start].isdigit() or text[end : end + 1].isdigit():
        return True
    word = text[start:end]
    return not (word.islower() or word.istitle() or word.isupper()) and bool(_CAMEL.search(word))
