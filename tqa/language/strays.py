"""Names of a text that another text, of which it is the translation, has no counterpart of."""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from tqa.language.exonyms import home, places
from tqa.language.fold import fold, lower
from tqa.language.proper import Name, bare, is_place
from tqa.language.proper import names as names_in
from tqa.language.sounds import Heard
from tqa.language.stems import bare as without_joined
from tqa.language.support import Backing
from tqa.language.tags import base_language
from tqa.language.tokens import Word
from tqa.language.writing import UNSPACED, script, scripts

_BEGINNING = 4
# Names by Japanese syllables: characters have so many readings that none can be told to be missing.
_JAPANESE = re.compile(r"(?:(?:[kgsztdnhbpmrwjfy]|[kgnhbpmr]y|sh|ch|ts)?[aiueo]{1,2}|n(?![aiueo])|[kpst](?=[kpst]))+")


class Kind(IntEnum):
    """What kind of name a stray is, the more telling the higher."""

    KNOWN = 1
    """The dictionary of the two languages knows it as something that the other text hasn't."""
    PEOPLE = 2
    """Of a place that the other text doesn't speak of, but not its name: Dutch."""
    PLACE = 3
    """The name, as the CLDR has it, of a place that the other text doesn't speak of."""
    OWN = 4
    """No dictionary knows it, so that it can't be reworded."""


class Stray(NamedTuple):
    """A name without a counterpart: where it stands, and how many of its words can only be a name.

    `is_listed`: a dictionary has all of those as names.
    """

    start: int
    end: int
    kind: Kind
    telling: int
    is_listed: bool


class Counterpart:
    """The text that names are looked for in."""

    def __init__(
        self, text: str, words: Sequence[Word], language: str, asked: str, backing: Callable[[], Backing] | None = None
    ) -> None:
        """`words` of `text` in `language`; `asked` is the language of the names (BCP 47 tags).

        backing: gives what the words account for, where somebody has it already.
        """
        self._text, self._words, self._language, self._asked = text, words, language, asked
        self._give = backing

    @cached_property
    def _plain(self) -> str:
        return fold(lower(self._text))

    @cached_property
    def _has_kanji(self) -> bool:
        return "Hani" in scripts(self._language) and any(script(letter) == "Hani" for letter in self._text)

    @cached_property
    def _heard(self) -> Heard:
        return Heard(word.text for word in self._words)

    @cached_property
    def _backing(self) -> Backing:
        return self._give() if self._give else Backing(self._words, self._language, self._asked)

    def _has_written(self, form: str) -> bool:
        """Whether a word begins like the name: the cheap question that most names answer."""
        beginning = fold(lower(form))[:_BEGINNING]
        at = self._plain.find(beginning) if len(beginning) == _BEGINNING else -1
        # Behind a letter of another script a word begins as well.
        while at > 0 and self._plain[at - 1].isalpha() and self._plain[at - 1].isascii() == beginning.isascii():
            at = self._plain.find(beginning, at + 1)
        return at >= 0

    @cached_property
    def places(self) -> frozenset[str]:
        """The codes of the places that it may speak of."""
        base = base_language(self._language)
        # L'Allemagne, Ankara'da: the name alone.
        words = (word.text[slice(*without_joined(word.text, base))] for word in self._words)
        return places(self._language).spoken_of(self._text, words) | home(self._language)

    def lacks(self, name: Name, allowed: Sequence[str]) -> Kind | None:
        """Whether no word of the name has a counterpart, and what kind it is then."""
        forms = [bare(word.text) for word in name.telling]
        if any(form in allowed for form in forms):
            return None
        if any(map(self._has_written, forms)) or self._has_rest(name):
            return None
        if len(forms) > 1:
            # What says where somebody is from doesn't say who it is.
            forms = [form for form in forms if not (is_place(form) and self._speaks_of(form))] or forms
        if any(map(self._heard.has_written, forms)):
            return None
        if self._has_kanji and all(map(_JAPANESE.fullmatch, map(lower, forms))):
            return None
        words = [word for word in name.telling if bare(word.text) in forms]
        backed = [support.is_backed for support in self._backing.of(words)]
        if any(backed) or any(map(self._speaks_of, forms)):
            return None
        if not any(map(is_place, forms)):
            return None if self._heard.has(forms) else Kind.OWN if None in backed or not backed else Kind.KNOWN
        if self._is_country(forms):
            return Kind.PLACE
        if self._heard.has(forms):
            return None
        asked = places(self._asked)
        if asked.is_town(" ".join(forms)) or any(map(asked.is_country, forms)):
            return Kind.PLACE
        # Nobody knows what the other language calls a place that the CLDR doesn't name.
        return Kind.PEOPLE if any(map(places(self._asked).of, forms)) else None

    def _has_rest(self, name: Name) -> bool:
        """Whether a word of the name that may be a common one as well is written here with a capital: Ford."""
        rest = {bare(word.text) for word in name.words if len(word.text) >= _BEGINNING} - set(map(bare, _texts(name)))
        return any(word.text in rest for word in self._words)

    def _speaks_of(self, form: str) -> bool:
        return not places(self._asked).of(form).isdisjoint(self.places)

    def _is_country(self, forms: Sequence[str]) -> bool:
        """Whether it is the name of a country, which the other language has one of as well.

        Then no sound tells where any is met by chance, for want of blanks between words.
        """
        if UNSPACED.isdisjoint(scripts(self._language)):
            return False
        return len(forms) == 1 and places(self._asked).is_country(forms[0]) and places(self._language).is_known


def _texts(name: Name) -> Iterator[str]:
    return (word.text for word in name.telling)


def strays(
    text: str, words: Sequence[Word], language: str, other: Counterpart, allowed: Sequence[str]
) -> Iterator[Stray]:
    """Yield the names of `text`, of the `words` in `language` (BCP 47 tag), that `other` lacks; not the `allowed`."""
    for name in names_in(text, words, base_language(language)):
        kind = other.lacks(name, allowed)
        if kind is not None:
            yield Stray(name.words[0].start, name.words[-1].end, kind, len(name.telling), name.is_known)
    for start, end, codes in places(language).countries(text):
        if text[start:end] not in allowed and codes.isdisjoint(other.places):
            yield Stray(start, end, Kind.PLACE, 1, True)
