#!/usr/bin/env python3
"""Make tqa/language/data/twins/A-B.words: words that language A uses and its neighbour B doesn't have.

    build_twins.py [--dictionaries FOLDER]

A word counts if it is frequent in A's lexicon, far more so than in B's, and the Hunspell dictionaries (Debian's
packages hunspell-gl, -pt-pt, -pt-br, -es, -id, -hr, -sr, -sl, -en-us and -en-gb, in FOLDER) say the same where there
are any. Croatian and Serbian share a lexicon: there the dictionaries decide, and a Croatian word counts as well where
Serbian writes it with another vowel (mlijeko, mleko).

A .words file is a zlib stream of the words, most frequent first, joined by blanks, in UTF-8.
"""

import argparse
import re
import sys
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import hunspell

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tqa.language.lexicon import lexicon

OUT = Path(__file__).resolve().parent.parent / "tqa/language/data/twins"
DICTIONARIES = {
    "en": "en_US en_GB",
    "es": "es_ES es_MX",
    "gl": "gl_ES",
    "hr": "hr_HR",
    "id": "id_ID",
    "pt": "pt_PT pt_BR",
    "sl": "sl_SI",
    "sr": "sr_Latn_RS",
}
PAIRS = (
    *(("gl", "pt"), ("pt", "gl"), ("gl", "es"), ("es", "gl"), ("pt", "es"), ("es", "pt")),
    *(("id", "ms"), ("ms", "id"), ("hr", "sl"), ("sl", "hr"), ("sr", "hr"), ("hr", "sr")),
)
# Share of all words that a word has at least, how many times as frequent it is as in the neighbour, how many at most.
LEAST, RATIO, MOST = 1e-6, 20, 5000
# Abbreviations (itd, tj) are everyone's: letters that a word has at least, with a vowel among them.
SHORTEST, VOWELS = {"id": 4, "ms": 4, "hr": 3, "sr": 3}, frozenset("aeiouáéíóúâêôãõàü")
# For a list that no dictionary confirms.
UNCONFIRMED_RATIO = 8
# Serbian and Croatian: the vowels that stand for an old yat.
YAT = ("je", "ije", "i")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dictionaries", type=Path, default=Path("/usr/share/hunspell"), metavar="FOLDER")
    folder = parser.parse_args().dictionaries
    OUT.mkdir(parents=True, exist_ok=True)
    known = Dictionaries(folder)
    for one, other in PAIRS:
        words = sorted(set(of_pair(one, other, known)), key=lambda word: (-shares(one)[word], word))[:MOST]
        path = OUT / f"{one}-{other}.words"
        path.write_bytes(zlib.compress(" ".join(words).encode(), 9))
        print(path.name, len(words), path.stat().st_size)


class Dictionaries:
    """What the Hunspell dictionaries of a language hold."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._found = cache(self._load)

    def _load(self, lang: str) -> list[hunspell.Hunspell]:
        return [hunspell.Hunspell(name, hunspell_data_dir=str(self._folder)) for name in DICTIONARIES[lang].split()]

    def has(self, lang: str, word: str) -> bool:
        """Whether `word` is right in small letters."""
        return any(_spells(one, word) for one in self._found(lang))

    def has_any(self, lang: str, word: str) -> bool:
        """Whether `word` is right in whatever letters: names and abbreviations too."""
        forms = (word, word.capitalize(), word.upper())
        return any(_spells(one, form) for one in self._found(lang) for form in forms)


def _spells(dictionary: hunspell.Hunspell, word: str) -> bool:
    try:
        return bool(dictionary.spell(word))
    except UnicodeEncodeError:  # a letter that the dictionary's code page doesn't have
        return False


@cache
def shares(lang: str) -> dict[str, float]:
    found = lexicon("hr" if lang == "sr" else lang)
    assert found
    return dict(found.words)


def of_pair(one: str, other: str, known: Dictionaries) -> Iterator[str]:
    if (one, other) == ("hr", "sr"):
        yield from croatian(known)
        return
    theirs = {} if (one, other) == ("sr", "hr") else shares(other)
    for word, share in shares(one).items():
        if share < LEAST or not is_plain(word, one) or known.has_any("en", word):
            continue
        if other in DICTIONARIES and (known.has_any(other, word) or is_old(word, other, known)):
            continue
        if one in DICTIONARIES and not known.has(one, word) and not (one == "hr" and known.has("sr", word)):
            continue
        ratio = UNCONFIRMED_RATIO if one == "ms" else RATIO
        if share > ratio * theirs.get(word, 0.0):
            yield word


def is_old(word: str, lang: str, known: Dictionaries) -> bool:
    """Whether `word` is Portuguese in the spelling of before 1990 (activar)."""
    return lang == "pt" and known.has(lang, re.sub("[cp](?=[cçt])", "", word))


def is_plain(word: str, lang: str) -> bool:
    return len(word) >= SHORTEST.get(lang, 2) and "'" not in word and not VOWELS.isdisjoint(word)


def croatian(known: Dictionaries) -> Iterator[str]:
    """The words that only Croatian's dictionary has, and those with another vowel than a word of Serbian alone."""
    frequent = shares("hr")
    serbian = set(of_pair("sr", "hr", known))
    for word in frequent:
        is_croatian = frequent[word] >= LEAST and is_plain(word, "hr") and known.has("hr", word)
        if is_croatian and not (known.has_any("sr", word) or known.has_any("en", word)):
            yield word
    for word in serbian:
        for at in (at for at, letter in enumerate(word) if letter == "e"):
            for vowel in YAT:
                form = word[:at] + vowel + word[at + 1 :]
                is_croatian = form in frequent and form not in serbian and known.has("hr", form)
                # The Serbian dictionary has the southern spelling too, but not for an i.
                if is_croatian and not (vowel == "i" and known.has("sr", form)):
                    yield form


if __name__ == "__main__":
    main()
