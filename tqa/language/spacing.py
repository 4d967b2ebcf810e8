"""Spaces where none belong: before a mark, inside of brackets, as tokenizers leave them; and those of French."""

import re
from typing import NamedTuple

import regex

from tqa.language.lazy import lazily
from tqa.language.protected import protected_spans
from tqa.language.traits import Trait

# Languages that set a space before ; : ! ? by rule, or whose texts are spaced by other rules.
_SPACED_MARKS = frozenset({"fr", "br"})
_UNJUDGED = frozenset({"th", "lo", "km", "my", "bo", "dz", "zh", "ja"})
# Begin with what is rarer than spaces, which the search then jumps to.
_HINT = re.compile(
    r"[,.;:!?)\]}؟؛،@'’](?:(?<= [^'’])|(?<= .)(?=(?:s|t|re|ll|ve|d|m)\b| )|(?<= n.)|(?<=['’])(?= [strlv]))"
)
_OPENED = lazily(re.compile, r"[(\[{] ")
_BRACKETS = int(Trait.BRACKET | Trait.BRACE)
_BEFORE_MARK = regex.compile(r"(?<=[\p{L}\p{M}\p{N})\]}\"'”’»%]) +(?=([,.;:!?؟؛،])(?:[\s\"'”’»)\]]|$))")
_OTHERS = (
    regex.compile(r"(?<=(?:^|\s)[(\[{]) +(?=[\p{L}\p{N}\"“'])"),
    regex.compile(r"(?<=[\p{L}\p{M}\p{N}.,!?%\"”']) +(?=[)\]}](?:[\s,.;:!?]|$))"),
    regex.compile(
        r"(?<=\p{L}) +(?=['’](?:s|re|ll|ve|d|m)\b(?! ['’]))|(?<=\p{L}) +(?=n['’]t\b)|(?<=\p{L}n) +(?=['’]t\b)"
    ),
    regex.compile(r"(?<=\p{L}['’]) +(?=(?:s|t|re|ll|ve)\b(?!['’]))|(?<=\p{L}) (?=['’] (?:s|t|re|ll|ve)\b(?!['’]))"),
    regex.compile(r" ?@-@ ?"),
    regex.compile(r'(?<=(?:^|\s)") (?=\w[^"]* "(?:[\s.,;:!?)]|$))|(?<=(?:^|\s)" \w[^"]*) (?="(?:[\s.,;:!?)]|$))'),
)
_ENGLISH_ONLY = frozenset({2, 3})
_NOT_FRENCH = 5
_JOINT = "@-@"
# Which of the others are spaces inside of brackets.
_INSIDE = frozenset({0, 1})

# In French: what stands before ; : ! ? » and behind «.
_FRENCH = lazily(
    regex.compile,
    r"(?<=[\p{L}\p{N})\]%”»…’'])([ \u00a0\u202f\u2009]?)([;:!?»]+)(?=[\s.,)»\"<]|$)"
    r"|(?<=(?:^|[\s(>’']))(«)([ \u00a0\u202f\u2009]?)(?=\S)",
)


class StraySpace(NamedTuple):
    """A run of spaces to take out. `mark`: the mark behind it, empty for a place that a tokenizer made."""

    start: int
    end: int
    mark: str
    replacement: str


class FrenchSpace(NamedTuple):
    """The place of the space beside a French mark (`start` to `end`, maybe empty) and the mark's place."""

    start: int
    end: int
    mark_start: int
    mark_end: int
    space: str
    mark: str


def stray_spaces(text: str, traits: int, base: str, source: str, source_base: str) -> tuple[StraySpace, ...]:
    """The spaces in `text`, in a language (base code), that don't belong, but for those that `source` has.

    traits: those of `text`. source_base: the language of `source`; those that French has by rule excuse nothing.
    """
    if not (_HINT.search(text) or (traits & _BRACKETS and _OPENED.search(text))) or base in _UNJUDGED:
        return ()
    found = [StraySpace(*match.span(), match[1], "") for match in _BEFORE_MARK.finditer(text)]
    found = [
        place
        for place in found
        if not (base in _SPACED_MARKS and place.mark in ";:!?")
        and (f" {place.mark}" not in source or (source_base in _SPACED_MARKS and place.mark in ";:!?"))
        and not (text[place.start - 1] in ")]}" and text.startswith((" (", " ["), place.end + 1))  # signs of a formula
    ]
    for n, pattern in enumerate(_OTHERS):
        if (n in _ENGLISH_ONLY and base != "en") or (n == _NOT_FRENCH and base in _SPACED_MARKS):
            continue
        for match in pattern.finditer(text):
            around = text[match.start() - 1 : match.end() + 1]
            if around not in source and not (n in _INSIDE and _bracketed(around) in source):
                found.append(StraySpace(*match.span(), "", "-" if _JOINT in match[0] else ""))
    if found:
        code = protected_spans(text, traits)
        found = [place for place in found if not any(a <= place.start < b for a, b in code)]
    return tuple(sorted(found))


def _bracketed(around: str) -> str:
    """The bracket in `around` with a space on the side where the text is."""
    return f"{around[0]} " if around[0] in "([{" else f" {around[-1]}"


def french_spaces(text: str, traits: int) -> list[FrenchSpace]:
    """The places in a French `text` where a space belongs before or behind a mark; traits: those of `text`."""
    places = []
    code = protected_spans(text, traits)
    for match in _FRENCH.finditer(text):
        space, mark = (1, 2) if match[2] else (4, 3)
        if not any(a <= match.start() < b for a, b in code):
            places.append(FrenchSpace(*match.span(space), *match.span(mark), match[space], match[mark]))
    return places
