"""A text as terms are looked for in it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Protocol

from tqa.language.fold import compose, lower
from tqa.language.stems import bare, stem
from tqa.language.tokens import Word
from tqa.language.traits import Trait
from tqa.resources.termbase.tokens import tokens

_DOTLESS = frozenset(("az", "tr"))
# Plain integers, since arithmetic with flags is slow.
_COMBINING = int(Trait.COMBINING)
_OWN, _OWN_WITH_DIGITS = int(Trait.UNCASED), int(Trait.UNCASED | Trait.DIGIT)
_MARKS = int(Trait.MARKED | Trait.NON_LATIN | Trait.COMBINING)
_HYPHEN = int(Trait.DASH | Trait.INVISIBLE)


def lower_in(text: str, language: str) -> str:
    """`text` in lower case, of the same length; Turkish I has its own."""
    return lower(text.replace("I", "ı") if language in _DOTLESS else text)


def bare_lower(word: str, language: str) -> str:
    """A word in lower case without what an apostrophe joins to it."""
    if "'" in word or "’" in word:
        start, end = bare(word, language)
        word = word[start:end]
    return lower_in(word, language)


class Words(Protocol):
    """The words of a text, as they are and in lower case, one for one, and each of the latter once."""

    @property
    def words(self) -> Sequence[Word]: ...
    @property
    def forms(self) -> Sequence[str]: ...
    @property
    def lower_words(self) -> frozenset[str]: ...


class Passage:
    """A text, composed where it comes decomposed, with its tokens.

    language: a base code. traits: those of the text. known: its words, where they are known already.
    """

    def __init__(self, text: str, language: str, traits: int, known: Words | None = None) -> None:
        self.text = text
        self.language = language
        self.traits = traits
        self.is_stripped = not traits & _MARKS
        """Whether the text has no letter with a mark, as texts that lost them."""
        self.may_have_hyphens = bool(traits & _HYPHEN)
        self._known = known
        self._offsets: Sequence[int] | None = None
        if traits & _COMBINING:
            composed, offsets = compose(text)
            if composed != text:
                self.text, self._offsets = composed, offsets
                self._known = None

    def _given(self, has_digits: bool) -> Words | None:
        """The words that are known already, if they are the tokens too."""
        return None if self.traits & (_OWN_WITH_DIGITS if has_digits else _OWN) else self._known

    def tokens(self, has_digits: bool) -> Sequence[Word]:
        """The tokens; those with digits, too, where `has_digits`."""
        given = self._given(has_digits)
        return tokens(self.text) if given is None else given.words

    def forms(self, has_digits: bool) -> Sequence[str]:
        """The tokens in lower case, one for one."""
        given = self._given(has_digits)
        if given is None or self.language in _DOTLESS:
            return [lower_in(word.text, self.language) for word in self.tokens(has_digits)]
        return given.forms

    def distinct(self, has_digits: bool) -> AbstractSet[str]:
        """The tokens in lower case, each once."""
        given = self._given(has_digits)
        if given is None or self.language in _DOTLESS:
            return frozenset(self.forms(has_digits))
        return given.lower_words

    @cached_property
    def all_tokens(self) -> Sequence[Word]:
        """The tokens, those with digits among them."""
        return self.tokens(True)

    @cached_property
    def lowered(self) -> str:
        """The text in lower case."""
        return lower_in(self.text, self.language)

    @cached_property
    def bare_words(self) -> tuple[str, ...]:
        """All tokens in lower case, without what apostrophes join to them."""
        return tuple(bare_lower(word.text, self.language) for word in self.all_tokens)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems of all tokens."""
        return tuple(map(stem(self.language), self.bare_words))

    def given(self, start: int, end: int) -> tuple[int, int]:
        """The offsets, in the text as it was given, of a part of it."""
        return (start, end) if self._offsets is None else (self._offsets[start], self._offsets[end])
