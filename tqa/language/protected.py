"""Parts of a text that are no prose: addresses, paths, code, placeholders, markup."""

import regex

from tqa.language.traits import Trait

_PROTECTED = regex.compile(
    r"""
      \b(?:https?|ftp|file)://[^\s<>"]+                       # URL
    | \bwww\.[^\s<>"]+
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                            # e-mail
    | (?<![\w.@])(?:[\w-]+\.)+(?:com|org|net|info|io|edu|gov|[a-z]{2})(?:/[^\s<>"]*)?(?![\w.])   # bare host
    | (?<!\w)[@\#][\w-]+                                      # handle, hashtag
    | (?<![\w/])(?:~|\.{1,2}|[A-Za-z]:)?[/\\](?:[\w.-]+[/\\])*[\w.-]+   # path
    | \b[\w-]+\.(?:txt|json|ya?ml|xml|html?|py|js|ts|css|md|png|jpe?g|gif|svg|pdf|docx?|xlsx?|csv|tsv|zip|exe)\b
    | </?[A-Za-z][^<>]*>                                      # tag
    | &(?:\#\d+|\#x[0-9a-fA-F]+|\w+);                         # entity
    | \$?\{\{?[^{}]*\}?\}                                     # {placeholder}
    | %\([^)]*\)[a-z] | %\d*\$?[-+0\#]*\d*(?:\.\d+)?[a-zA-Z@]\b   # printf
    | `[^`]+`
    | \b[a-zA-Z]*\d[\w-]*                                     # code with digits
    | \b[a-z]+(?:[A-Z][a-z]*)+\b                              # camelCase
    | \b\w+_\w+\b                                             # snake_case
    | (?<!\w)--?[a-z][\w-]*                                   # option
    """,
    regex.VERBOSE,
)
_HINTS = int(
    Trait.SLASH
    | Trait.BACKSLASH
    | Trait.AT
    | Trait.ANGLE
    | Trait.AMPERSAND
    | Trait.BRACE
    | Trait.PERCENT
    | Trait.UNDERSCORE
    | Trait.DIGIT
    | Trait.SYMBOL
    | Trait.QUOTE
    | Trait.DASH
    | Trait.UPPER
    | Trait.SENTENCE_END
    | Trait.PUNCTUATION
)


def protected_spans(text: str, traits: int) -> list[tuple[int, int]]:
    """The (start, end) of the parts that aren't prose, in order; `traits` are those of `text`."""
    if not traits & _HINTS:
        return []
    return [match.span() for match in _PROTECTED.finditer(text)]
