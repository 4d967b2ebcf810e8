"""Names of a text that another text, of which it is the translation, has no counterpart of."""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from tqa.language.exonyms import home, places
from tqa.language.fold import fold, lower
from tqa.language.lazy import lazy
from tqa.language.proper import Name, bare, is_common, is_place, may_be_name, opens
from tqa.language.proper import names as names_in
from tqa.language.sounds import Heard
from tqa.language.stems import bare as without_joined
from tqa.language.support import Backing
from tqa.language.tags import base_language
from tqa.language.tokens import Word
from tqa.language.writing import UNSPACED, script, scripts

_BEGINNING, _SHORTEST = 4, 3
# Scripts whose letters are words: a country's name of these is no sound of another word.
_PICTURED = frozenset({"Hani"})
# Names by Japanese syllables: characters have so many readings that none can be told to be missing.
_JAPANESE = re.compile(r"(?:(?:[kgsztdnhbpmrwjfy]|[kgnhbpmr]y|sh|ch|ts)?[aiueo]{1,2}|n(?![aiueo])|[kpst](?=[kpst]))+")
# Scripts in which a country may be written like a common word, for want of capitals and vowels.
_UNMARKED = frozenset({"Arab", "Hebr"})
# Names by Chinese syllables, and the languages in Latin letters that spell them their own way: Si Ťin-pching.
_PINYIN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeiou]|ai|ei|ao|ou|an|en|ang|eng|ong|er|ia|ie|iao|iu|ian|in|iang|ing|iong"
    r"|ua|uo|uai|ui|uan|un|uang|ue))+"
)
_RESPELLING = frozenset({"cs", "sk", "hu", "lt", "lv", "sl"})
_RESPELLED = re.compile(r"[^\W\d_]-[^\W\d_]")


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
    """A name without a counterpart: where it stands, how it is written, and which words can only be a name.

    `is_listed`: a dictionary has all of those as names.
    """

    start: int
    end: int
    text: str
    kind: Kind
    telling: tuple[str, ...]
    is_listed: bool


class Side:
    """One of the two texts: its names are looked for in the other, and the other's in it."""

    def __init__(
        self, text: str, words: Sequence[Word], language: str, other: str, backing: Callable[[], Backing] | None = None
    ) -> None:
        """`words` of `text` in `language`; `other` is the language of the other text (BCP 47 tags).

        backing: gives what the words account for in the other text, where somebody has it already.
        """
        self.text, self.words, self.language = text, words, language
        self.base = base_language(language)
        self._other = other
        self._give = backing

    @lazy
    def _plain(self) -> str:
        return fold(lower(self.text))

    @lazy
    def _has_kanji(self) -> bool:
        return "Hani" in scripts(self.language) and any(script(letter) == "Hani" for letter in self.text)

    @lazy
    def _has_respelled(self) -> bool:
        return self.base in _RESPELLING and _RESPELLED.search(self.text) is not None

    @lazy
    def _heard(self) -> Heard:
        return Heard(word.text for word in self.words)

    @lazy
    def _backing(self) -> Backing:
        return self._give() if self._give else Backing(self.words, self.language, self._other)

    def _has_written(self, form: str) -> bool:
        """Whether a word begins like the name: the cheap question that most names answer."""
        beginning = fold(lower(form))[:_BEGINNING]
        at = self._plain.find(beginning) if len(beginning) >= _SHORTEST else -1
        # Behind a letter of another script a word begins as well.
        while at > 0 and self._plain[at - 1].isalpha() and self._plain[at - 1].isascii() == beginning.isascii():
            at = self._plain.find(beginning, at + 1)
        return at >= 0

    @lazy
    def _places(self) -> frozenset[str]:
        """The codes of the places that its words may be names of."""
        # L'Allemagne, Ankara'da: the name alone.
        words = (word.text[slice(*without_joined(word.text, self.base))] for word in self.words)
        return home(self.language).union(*map(places(self.language).of, words))

    def speaks_of(self, codes: frozenset[str]) -> bool:
        """Whether it may speak of one of the places."""
        if not codes:
            return False
        return not codes.isdisjoint(self._places) or places(self.language).is_any_named(codes, self._plain)

    def lacks(self, name: Name, allowed: Sequence[str]) -> Kind | None:
        """Whether no word of the name has a counterpart, and what kind it is then."""
        forms = [bare(word.text) for word in name.telling]
        if any(form in allowed for form in forms):
            return None
        if any(map(self._has_written, forms)) or self._has_rest(name):
            return None
        if len(name.words) > 1 and fold(lower("".join(word.text for word in name.words))) in self._plain:
            return None  # newyorkilainen
        # What says where somebody is from doesn't say who it is.
        forms = [form for form in forms if not is_place(form)] or forms
        if any(map(self._heard.has_written, forms)):
            return None
        if all(map(_PINYIN.fullmatch, map(lower, forms))) and self._has_respelled:
            return None
        if self._has_kanji and all(map(_JAPANESE.fullmatch, map(lower, forms))) and not self._is_country(forms):
            return None
        if not any(map(is_place, forms)) and self._heard.has(forms):
            return None
        if self._hears_rest(name):
            return None
        if len(name.words) > 1 and self._heard.has_joined("".join(word.text for word in name.words)):
            return None
        if any(map(self._has_place, forms)):
            return None
        words = [word for word in name.telling if bare(word.text) in forms]
        backed = [support.is_backed for support in self._backing.of(words)]
        if any(backed):
            return None
        if all(map(places(self._other).is_inflected_country, forms)) and self._other != "en":
            return Kind.PLACE if places(self.language).is_known else None
        if not any(map(is_place, forms)):
            return Kind.OWN if None in backed or not backed else Kind.KNOWN
        if not places(self.language).is_known:
            return None
        if self._is_country(forms):
            return Kind.PLACE
        if self._heard.has(forms):
            return None
        asked = places(self._other)
        if asked.is_town(" ".join(forms)) or any(map(asked.is_country, forms)):
            return Kind.PLACE
        # Nobody knows what the other language calls a place that the CLDR doesn't name.
        is_known = places(self.language).has_peoples and any(map(places(self._other).of, forms))
        return Kind.PEOPLE if is_known else None

    def has(self, word: Word) -> bool:
        """Whether a word with a capital, of whatever kind, may stand for one of the text."""
        form = bare(word.text)
        if form.isupper():
            return fold(lower(form)) in self._plain
        if self._has_written(form) or self._heard.has_written(form) or lower(form) in self._capitals:
            return True
        if any(support.is_backed for support in self._backing.of((word,))) or self._has_place(form):
            return True
        return self._heard.has([form])

    def hears(self, name: str) -> bool:
        """Whether a word sounds like a name that may be no place here: アイルランド, an island."""
        return script(name[0]) not in _PICTURED and self._heard.has_plainly(name)

    def _has_rest(self, name: Name) -> bool:
        """Whether a word of the name that may be a common one as well is here, inflected, with a capital: Ford."""
        rest = {lower(bare(word.text)) for word in name.words if len(word.text) >= _SHORTEST}
        telling = {lower(bare(text)) for text in _texts(name)}
        if any(_is_inflected(one, capital) for one in rest - telling for capital in self._capitals):
            return True
        # Kitovy of Kit, whose few letters show no beginning.
        return any(_is_inflected(capital, one) for one in telling for capital in self._capitals)

    def _hears_rest(self, name: Name) -> bool:
        """The same between scripts: Donald Trump may be Trump. English titles stand before a name, and are none."""
        rest = name.words[-1:] if base_language(self._other) == "en" else name.words
        telling = set(_texts(name))
        return any(map(self._heard.has_plainly, (bare(word.text) for word in rest if word.text not in telling)))

    @lazy
    def _capitals(self) -> tuple[str, ...]:
        """The words with a capital, in lower case."""
        capitals = (bare(word.text) for word in self.words if word.text[0].isupper() and not word.text.isupper())
        return tuple(lower(word) for word in capitals if len(word) >= _SHORTEST)

    def _has_place(self, form: str) -> bool:
        return self.speaks_of(places(self._other).of(form))

    def _is_country(self, forms: Sequence[str]) -> bool:
        """Whether it is the name of a country, which the other language has one of as well.

        Then no sound tells where any is met by chance, for want of blanks between words.
        """
        if UNSPACED.isdisjoint(scripts(self.language)):
            return False
        return len(forms) == 1 and places(self._other).is_country(forms[0]) and places(self.language).is_known


def open_capitals(own: Side, other: Side) -> Iterator[Word]:
    """Yield the words with a capital, other than for opening a sentence, that stand for nothing in `other`."""
    for word in own.words:
        is_capital = (
            len(word.text) > 1 and not word.text.islower() and (word.text.isupper() or not opens(own.text, word))
        )
        if is_capital and not other.has(word):
            yield word


def _is_inflected(name: str, word: str) -> bool:
    return word.startswith(name) and len(word) <= len(name) + _BEGINNING


def _texts(name: Name) -> Iterator[str]:
    return (word.text for word in name.telling)


def may_differ(one: Side, other: Side) -> bool:
    """Whether one of the sides may have a name that the other hasn't: the cheap question that most pairs answer."""
    if not (places(one.language).is_cased and places(other.language).is_cased):
        return True
    ours, theirs = (frozenset([form for form, _, _ in side.words if form[0].isupper()]) for side in (one, other))
    return any(may_be_name(form, one.base) for form in ours - theirs) or any(
        may_be_name(form, other.base) for form in theirs - ours
    )


def strays(own: Side, other: Side, allowed: Sequence[str]) -> Iterator[Stray]:
    """Yield the names of one side that the other lacks; not the `allowed`."""
    for name in names_in(own.text, own.words, own.base):
        kind = other.lacks(name, allowed)
        if kind is not None:
            telling = tuple(bare(word.text) for word in name.telling)
            start, end = name.words[0].start, name.words[-1].end
            yield Stray(start, end, own.text[start:end], kind, telling, name.is_known)
    for start, end, codes in places(own.language).countries(own.text):
        place = own.text[start:end]
        is_lacked = place not in allowed and not other.speaks_of(codes) and not other.hears(place)
        if is_lacked and not (script(place[0]) in _UNMARKED and is_common(place, own.base)):
            yield Stray(start, end, place, Kind.PLACE, (place,), True)
