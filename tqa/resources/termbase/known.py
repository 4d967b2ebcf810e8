"""Terms made ready to be found: their words in lower case, and what tells whether a text has them in the right form."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tqa.language.stems import is_form
from tqa.resources.termbase.model import Entry, Term
from tqa.resources.termbase.passage import bare_lower, lower_in
from tqa.resources.termbase.tokens import is_unsegmented, tokens

Allows = Callable[[Entry], bool]

_HYPHENS = frozenset("-‐‑­")
_ACRONYM_LONGEST = 6


class Known(NamedTuple):
    """A term of the index: its tokens in lower case without apostrophes, and the term where it is more than these."""

    term: Term
    entry: Entry
    rank: int
    words: tuple[str, ...]
    literal: str
    """The term in lower case, where it holds more than words (C++, AT&T)."""
    before: str
    is_verb: bool


class Match(NamedTuple):
    """A place where one or more terms stand, by offsets into the passage's text."""

    start: int
    end: int
    known: tuple[Known, ...]


def known_term(term: Term, entry: Entry, rank: int, language: str) -> Known | None:
    """A term of a language (base code) made ready; None where there is no word in it."""
    text = term.text
    is_verb = term.pos[:1] in ("v", "V")
    if language == "en" and text.startswith("to ") and (is_verb or not term.pos):
        text, is_verb = text[3:], True
    words = text.split(" ")
    if all(map(str.isalpha, words)) and (text.isascii() or not is_unsegmented(text)):
        # Most terms are words with blanks between them.
        return Known(term, entry, rank, tuple(lower_in(text, language).split(" ")), "", "", is_verb)
    found = tokens(text)
    if not found:
        return None
    between = (text[one.end : other.start] for one, other in pairwise(found))
    before, after = text[: found[0].start], text[found[-1].end :]
    plain = not (before + after).strip() and all(map(is_gap, between))
    return Known(
        term,
        entry,
        rank,
        tuple(bare_lower(word.text, language) for word in found),
        "" if plain else lower_in(text, language),
        before,
        is_verb,
    )


def is_gap(between: str) -> bool:
    """Whether this may stand between two words of a term: white space or a hyphen."""
    return not between or between.isspace() or between.strip() in _HYPHENS


def forms_fit(known: Known, surface: Sequence[str], stripped: bool, language: str) -> bool:
    """Whether words are forms of the term's words, in a case in which they are the term."""
    exact = known.term.exact
    for word, other in zip((bare_lower(word, language) for word in surface), known.words, strict=True):
        if word != other and (exact or not is_form(word, other, language, known.is_verb)):
            return False
    return stripped or _case_fits(known, surface, language)


def _case_fits(known: Known, surface: Sequence[str], language: str) -> bool:
    """Whether the words stand in a case in which they are the term."""
    term = known.term
    own = "".join(char for char in term.text if char.isalpha())
    sensitive = term.case_sensitive
    if sensitive is None:
        is_acronym = 2 <= len(own) <= _ACRONYM_LONGEST and own.isupper()
        sensitive = is_acronym or (known.entry.keep and not own.islower())
    if not sensitive or len(surface) != len(known.words):
        # In German a capital makes the noun: der Arm, arm.
        return language != "de" or not term.text[0].isupper() or not surface[0].islower()
    if all(word.isupper() for word in surface) and len(own) > _ACRONYM_LONGEST:
        return True
    wanted = tokens(term.text)
    return all(_same_case(word, other.text) for word, other in zip(surface, wanted, strict=False))


def _same_case(word: str, other: str) -> bool:
    """Whether two forms agree in case as far as they agree at all; a first capital may be a sentence's."""
    pairs = list(zip(word, other, strict=False))
    if other[:1].islower() and word[:1].isupper():
        pairs = pairs[1:]
    return all(one.isupper() == two.isupper() for one, two in pairs if one.lower() == two.lower())
