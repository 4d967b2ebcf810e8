"""Make tqa/language/data/lexicons/*.lex from the word frequencies of the PyPI package wordfreq.

    python scripts/build_lexicons.py [LANG ...]

A .lex file is two xz streams of raw LZMA, behind a header of two little-endian 32-bit numbers (the length of the first
stream, the number of words): the words, sorted and joined by line feeds in UTF-8, and one byte a word that says how
rare it is: frequency = 10 ** (-byte / 25).
"""

import argparse
import lzma
import math
import struct
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import regex
import wordfreq

OUT = Path(__file__).resolve().parent.parent / "tqa/language/data/lexicons"
STEPS_A_DECADE = 25
FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 22}]

LATIN = r"\p{Latin}\p{M}"
CYRILLIC = r"\p{Cyrillic}\p{M}"
# Language: number of words at most, and the letters that its words are written in.
PLAN: dict[str, tuple[int, str]] = {
    **{lang: (40_000, LATIN) for lang in "cs de es fi fr hu it nl pl pt ro sv tr".split()},
    **{lang: (32_000, LATIN) for lang in "ca da fil hr id is lt lv ms nb sk sl vi".split()},
    "en": (120_000, LATIN),
    "bg": (32_000, CYRILLIC),
    "mk": (25_000, CYRILLIC),
    "ru": (40_000, CYRILLIC),
    "uk": (40_000, CYRILLIC),
    "el": (32_000, r"\p{Greek}\p{M}"),
    "he": (25_000, r"\p{Hebrew}"),
    "ar": (25_000, r"\p{Arabic}"),
    "fa": (20_000, r"\p{Arabic}\u200c"),
    "ur": (16_000, r"\p{Arabic}\u200c"),
    "hi": (20_000, r"\p{Devanagari}\u200c\u200d"),
    "bn": (20_000, r"\p{Bengali}\u200c\u200d"),
    "ta": (20_000, r"\p{Tamil}"),
    "ko": (20_000, r"\p{Hangul}"),
    "ja": (20_000, r"\p{Han}\p{Hiragana}\p{Katakana}ー々"),
    "zh": (20_000, r"\p{Han}"),
}
IN_WORDFREQ = {"hr": "sh"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", metavar="LANG", help="default: all")
    OUT.mkdir(parents=True, exist_ok=True)
    for lang in parser.parse_args().languages or PLAN:
        size, letters = PLAN[lang]
        frequencies = dict(sorted(cleaned(lang, letters), key=lambda item: (-item[1], item[0]))[:size])
        path = OUT / f"{lang}.lex"
        path.write_bytes(packed(frequencies))
        print(lang, len(frequencies), path.stat().st_size, *list(frequencies)[:12])


def cleaned(lang: str, letters: str) -> Iterable[tuple[str, float]]:
    """The words of wordfreq's list that are written in `letters` alone, lower-case NFC."""
    is_word = regex.compile(rf"[{letters}]+(?:['’][{letters}]+)*")
    total: dict[str, float] = defaultdict(float)
    for word, frequency in raw(lang):
        word = unicodedata.normalize("NFC", word.replace("’", "'").replace("İ", "i")).lower()
        if is_word.fullmatch(word):
            total[word] += frequency
    return total.items()


def raw(lang: str) -> Iterator[tuple[str, float]]:
    yield from wordfreq.get_frequency_dict(IN_WORDFREQ.get(lang, lang), "best").items()


def packed(frequencies: dict[str, float]) -> bytes:
    """The .lex file that holds `frequencies` (shares of all words by word)."""
    words = sorted(frequencies)
    rarities = bytes(min(255, round(-math.log10(frequencies[word]) * STEPS_A_DECADE)) for word in words)
    text = compressed("\n".join(words).encode())
    return struct.pack("<II", len(text), len(words)) + text + compressed(rarities)


def compressed(data: bytes) -> bytes:
    return lzma.compress(data, format=lzma.FORMAT_RAW, filters=FILTERS)


if __name__ == "__main__":
    main()
