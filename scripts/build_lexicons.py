#!/usr/bin/env python3
"""Make tqa/language/data/lexicons/*.lex: the words of each language and how frequent they are.

    build_lexicons.py --cache FOLDER [LANG ...]

Most come from the PyPI package wordfreq. It lacks some languages that translations of free software exist in: their
words are counted in Debian packages, which `apt-get download` fetches and `dpkg -x` unpacks below FOLDER.

A .lex file is a header of two little-endian 32-bit numbers (length of the first stream, number of words) and two
streams of raw LZMA: the words, sorted and joined by line feeds in UTF-8; one byte a word that says how rare it is,
frequency = 10 ** (-byte / 25).
"""

import argparse
import lzma
import math
import re
import struct
import subprocess
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import regex
import wordfreq
from diacritics_texts import blocks, catalogue

OUT = Path(__file__).resolve().parent.parent / "tqa/language/data/lexicons"
STEPS_A_DECADE = 25
FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 22}]

LATIN = r"\p{Latin}\p{M}"
CYRILLIC = r"\p{Cyrillic}\p{M}"
ARABIC = r"\p{Arabic}\u200c"
LARGE, MIDDLE, SMALL = 40_000, 32_000, 20_000
# Language: number of words at most, and the letters that its words are written in.
PLAN: dict[str, tuple[int, str]] = {
    **dict.fromkeys(("cs", "de", "es", "fi", "fr", "hu", "it", "nl", "pl", "pt", "ro", "sv", "tr"), (LARGE, LATIN)),
    **dict.fromkeys(("ca", "da", "fil", "hr", "id", "is", "lt", "lv", "ms", "nb", "sk", "sl", "vi"), (MIDDLE, LATIN)),
    **dict.fromkeys(("et", "eu", "gl"), (SMALL, LATIN)),
    "en": (120_000, LATIN),
    **dict.fromkeys(("ru", "uk"), (LARGE, CYRILLIC)),
    **dict.fromkeys(("be", "bg", "mk"), (MIDDLE, CYRILLIC)),
    "sr": (LARGE, rf"{CYRILLIC}{LATIN}"),
    "el": (MIDDLE, r"\p{Greek}\p{M}"),
    "he": (SMALL, r"\p{Hebrew}"),
    **dict.fromkeys(("ar", "fa", "ur"), (SMALL, ARABIC)),
    "hi": (SMALL, r"\p{Devanagari}\u200c\u200d"),
    "bn": (SMALL, r"\p{Bengali}\u200c\u200d"),
    "ta": (SMALL, r"\p{Tamil}"),
    "ko": (SMALL, r"\p{Hangul}"),
    "ja": (SMALL, r"\p{Han}\p{Hiragana}\p{Katakana}ー々"),
    "zh": (SMALL, r"\p{Han}"),
}
# wordfreq joins Croatian, Bosnian and Serbian, in Latin letters.
IN_WORDFREQ = {"hr": "sh", "sr": "sh"}
FROM_TEXTS = ("be", "et", "eu", "gl")
DEBIAN = (
    *("wesnoth-1.16-data", "freeciv-data", "vlc-l10n", "evolution-common", "gnucash-common"),
    *("gimp-data", "digikam-data", "gramps", "gcompris-qt-data", "inkscape", "wngerman"),
    *("libreoffice-help-et", "libreoffice-help-eu", "libreoffice-help-gl"),
)
_ENGLISH = re.compile(r"\b(?:the|of|and|this|with|for|you|to|is|are|be|from|not)\b", re.I)
_GERMAN = "usr/share/dict/ngerman"
_SR_LETTERS = dict(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, required=True, help="folder for what is downloaded")
    parser.add_argument("languages", nargs="*", metavar="LANG", help="default: all")
    options = parser.parse_args()
    unpack(options.cache)
    OUT.mkdir(parents=True, exist_ok=True)
    for lang in options.languages or PLAN:
        size, letters = PLAN[lang]
        found = cleaned(raw(lang, options.cache), letters)
        frequencies = dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:size])
        path = OUT / f"{lang}.lex"
        path.write_bytes(packed(frequencies))
        print(lang, len(frequencies), path.stat().st_size, *list(frequencies)[:12])


def unpack(cache: Path) -> None:
    """Download and unpack the packages of DEBIAN that `cache` lacks."""
    for name in DEBIAN:
        folder = cache / name
        if not folder.exists():
            folder.mkdir(parents=True)
            subprocess.run(["apt-get", "download", "-q", name], cwd=folder, check=True)
            for package in folder.glob("*.deb"):
                subprocess.run(["dpkg", "-x", package, folder], check=True)
                package.unlink()


def raw(lang: str, cache: Path) -> Iterable[tuple[str, float]]:
    """Words as the sources have them, with their shares."""
    if lang in FROM_TEXTS:
        return counted(lang, cache)
    frequencies = wordfreq.get_frequency_dict(IN_WORDFREQ.get(lang, lang), "best")
    if lang == "de":
        return with_eszett(frequencies, (cache / "wngerman" / _GERMAN).read_text("utf-8").lower().split("\n"))
    if lang == "sr":
        return in_both_scripts(frequencies)
    if lang == "el":  # wordfreq has case-folded ς to σ
        return [(re.sub(r"(?<=.)σ$", "ς", word), frequency) for word, frequency in frequencies.items()]
    return frequencies.items()


def cleaned(found: Iterable[tuple[str, float]], letters: str) -> Mapping[str, float]:
    """The words that are written in `letters` alone, lower-case NFC."""
    is_word = regex.compile(rf"[{letters}]+(?:['’][{letters}]+)*")
    total: dict[str, float] = defaultdict(float)
    for word, frequency in found:
        word = unicodedata.normalize("NFC", word.replace("’", "'").replace("İ", "i")).lower()
        if is_word.fullmatch(word):
            total[word] += frequency
    return total


def counted(lang: str, cache: Path) -> Iterator[tuple[str, float]]:
    """The words that occur at least twice in the translations into `lang`, with their shares."""
    word = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*")
    counts: Counter[str] = Counter()
    for text in texts(lang, cache):
        # Untranslated pieces stand in them as they are.
        if len(_ENGLISH.findall(text)) * 8 <= text.count(" "):
            counts.update(found.lower() for found in word.findall(unicodedata.normalize("NFC", text)))
    total = counts.total()
    yield from ((found, count / total) for found, count in counts.items() if count > 1)


def texts(lang: str, cache: Path) -> Iterator[str]:
    for path in sorted(cache.rglob("*.mo")):
        if path.parts[-3] == lang:
            yield from (re.sub(r"<[^>]*>|&\w+;|%\S+|\$\w+|\\n", " ", text) for text in catalogue(path))
    for path in sorted((*cache.rglob(f"help/{lang}/**/*.html"), *cache.rglob(f"help/{lang}/**/*.page"))):
        content = re.split(r'<[^>]*id="DisplayArea"[^>]*>|<div id="SearchFrame"', path.read_text("utf-8", "replace"))
        yield from blocks(content[1] if len(content) > 1 else content[0])


def with_eszett(frequencies: Mapping[str, float], dictionary: Iterable[str]) -> Iterator[tuple[str, float]]:
    """German words with their ß, which wordfreq has case-folded to ss, where a dictionary of lower-case words has it.

    The share of a word that exists both ways (Masse, Maße) is halved. For words that the dictionary lacks, the three
    letters on either side of the ss decide, where nearly all its words agree on them.
    """
    known = set(dictionary)
    eszett, around = defaultdict(list), defaultdict(Counter[str])
    for word in known:
        if "ß" in word:
            eszett[word.replace("ß", "ss")].append(word)
        for match in re.finditer("ss|ß", word):
            around[word[max(0, match.start() - 3) : match.start()], word[match.end() :][:3]][match[0]] += 1
    for word, frequency in frequencies.items():
        forms = eszett.get(word, []) + ([word] if word in known or "ss" not in word else [])
        if not forms:
            start = word.index("ss")
            votes = around.get((word[max(0, start - 3) : start], word[start + 2 :][:3]), Counter())
            forms = [word.replace("ss", "ß", 1) if votes["ß"] > 9 * votes["ss"] else word]
        yield from ((form, frequency / len(forms)) for form in forms)


def in_both_scripts(frequencies: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Serbian in Latin and in Cyrillic letters, each with its own shares."""
    for word, frequency in frequencies.items():
        yield word, frequency
        for latin, cyrillic in (("lj", "љ"), ("nj", "њ"), ("dž", "џ")):
            word = word.replace(latin, cyrillic)
        yield "".join(_SR_LETTERS.get(letter, letter) for letter in word), frequency


def packed(frequencies: Mapping[str, float]) -> bytes:
    """The .lex file that holds `frequencies` (shares of all words by word)."""
    words = sorted(frequencies)
    rarities = bytes(min(255, round(-math.log10(frequencies[word]) * STEPS_A_DECADE)) for word in words)
    text = compressed("\n".join(words).encode())
    return struct.pack("<II", len(text), len(words)) + text + compressed(rarities)


def compressed(data: bytes) -> bytes:
    return lzma.compress(data, format=lzma.FORMAT_RAW, filters=FILTERS)


if __name__ == "__main__":
    main()
