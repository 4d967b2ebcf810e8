"""A text as terms are looked for in it."""

from collections.abc import Callable, Sequence
from functools import cached_property

from tqa.language.fold import compose, lower
from tqa.language.tokens import Word
from tqa.language.traits import Trait
from tqa.resources.termbase.tokens import tokens, tokens_for

_DOTLESS = frozenset(("az", "tr"))


def lower_in(text: str, language: str) -> str:
    """`text` in lower case, of the same length; Turkish I has its own."""
    return lower(text.replace("I", "ı") if language in _DOTLESS else text)


class Passage:
    """A text, composed where it comes decomposed, with its tokens.

    language: a base code. traits: those of the text. words: gives its words.
    """

    def __init__(self, text: str, language: str, traits: int, words: Callable[[], Sequence[Word]]) -> None:
        self.language = language
        self.traits = traits
        self._given = words
        self._offsets: Sequence[int] | None = None
        self.text = text
        if traits & Trait.COMBINING:
            composed, self._offsets = compose(text)
            if composed == text:
                self._offsets = None
            else:
                self.text = composed
                self._given = lambda: tokens(composed)

    def tokens(self, has_digits: bool) -> Sequence[Word]:
        """The tokens; those with digits, too, where `has_digits`."""
        return tokens_for(self.text, self.traits, self._given, has_digits)

    @cached_property
    def all_tokens(self) -> Sequence[Word]:
        """The tokens, those with digits among them."""
        return self.tokens(True)

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """All tokens in lower case."""
        return tuple(lower_in(word.text, self.language) for word in self.all_tokens)

    @property
    def is_stripped(self) -> bool:
        """Whether the text has no letter with a mark, as texts that lost them."""
        return not self.traits & (Trait.MARKED | Trait.NON_LATIN | Trait.COMBINING)

    def given(self, start: int, end: int) -> tuple[int, int]:
        """The offsets, in the text as it was given, of a part of it."""
        return (start, end) if self._offsets is None else (self._offsets[start], self._offsets[end])
