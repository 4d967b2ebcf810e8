"""How frequent a word is in a language, with its diacritics and without.

The data come from wordfreq (Robyn Speer; see NOTICE): `scripts/build_lexicons.py` makes it and describes its format.
"""

import lzma
import struct
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from itertools import repeat
from types import MappingProxyType

from tqa.language.fold import fold, marked
from tqa.language.packed import unpack

_DATA = files("tqa.language") / "data/lexicons"
FILTERS = [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 22}]
# Tags whose texts another language's data serve.
_ALIASES = {"no": "nb", "nn": "nb", "bs": "hr", "sh": "hr", "tl": "fil", "iw": "he", "in": "id"}

LANGUAGES: frozenset[str] = frozenset(
    entry.name.removesuffix(".lex") for entry in _DATA.iterdir() if entry.name.endswith(".lex")
)
_FREQUENCIES = tuple(10 ** (-rarity / 25) for rarity in range(256))


class Lexicon:
    """The words of one language, lower-case NFC, with their shares of all words."""

    def __init__(self, language: str, data: bytes) -> None:
        """Read `data`, the content of a .lex file, which holds the words of `language` (ISO 639)."""
        self.language = language
        length, _ = struct.unpack_from("<II", data)
        words = unpack(data[8 : 8 + length], FILTERS).decode().split("\n")
        rarities = unpack(data[8 + length :], FILTERS)
        self._words = dict(zip(words, map(_FREQUENCIES.__getitem__, rarities), strict=True))

    @property
    def words(self) -> Mapping[str, float]:
        """Share of all words, by word."""
        return MappingProxyType(self._words)

    def frequency(self, word: str) -> float:
        """Share of `word` (lower-case NFC) in all words of the language, 0.0 when unknown."""
        return self._words.get(word, 0.0)

    def count(self, words: Iterable[str], share: float) -> int:
        """How many of the `words` (lower-case NFC) have more than the share `share` of all words of the language."""
        return sum(map(share.__lt__, map(self._words.get, words, repeat(0.0))))

    def folded(self, word: str) -> Sequence[tuple[str, float]]:
        """The known forms whose fold is `word` (folded, lower-case), each with its share, most frequent first."""
        forms = self._forms.get(word)
        if forms is None:
            frequency = self._words.get(word)
            return () if frequency is None or fold(word) != word else ((word, frequency),)
        return sorted(((form, self._words[form]) for form in forms), key=lambda item: -item[1])

    def folded_frequency(self, word: str) -> float:
        """Share of all forms whose fold is `word` (folded, lower-case): that of `word` in text without marks."""
        return self._folded.get(word) or self._words.get(word, 0.0)

    @cached_property
    def _folded(self) -> dict[str, float]:
        folded: dict[str, float] = {}
        for word, plain in marked(self._words):
            folded[plain] = folded.get(plain, 0.0) + self._words[word]
        for plain in folded:
            folded[plain] += self._words.get(plain, 0.0)
        return folded

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        """The forms of each fold that has a marked one; the other words are their own fold and only form."""
        forms: dict[str, list[str]] = {}
        for word, plain in marked(self._words):
            forms.setdefault(plain, []).append(word)
        for plain, same in forms.items():
            if plain in self._words:
                same.append(plain)
        return forms


def lexicon_language(tag: str) -> str:
    """The code in LANGUAGES whose data serve the BCP 47 `tag`, or its own primary language in lower case."""
    primary, *rest = tag.replace("_", "-").lower().split("-")
    if primary == "sr" and "latn" in rest:
        return "hr"
    return primary if primary in LANGUAGES else _ALIASES.get(primary, primary)


def lexicon(lang: str) -> Lexicon | None:
    """The lexicon for the BCP 47 tag `lang` (pt-BR, zh-Hant, no), None where there is none. Kept once loaded."""
    base = lexicon_language(lang)
    return _load(base) if base in LANGUAGES else None


@cache
def _load(base: str) -> Lexicon:
    return Lexicon(base, (_DATA / f"{base}.lex").read_bytes())
