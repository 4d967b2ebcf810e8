#!/usr/bin/env python3
"""Build tqa/language/data/dictionaries/*.dict from registry packages and the project's own corpora.

    build_dictionaries.py --cache FOLDER [--no-download] [--only vi,cs]

Sources: Debian's FreeDict dictionaries (DICTIONARIES), the message catalogues of the Debian packages that
`diacritics_texts.py` lists (English message and translation; words learnt by IBM model 1), and corpora/vi-en.
NOTICE names them all.

A .dict file is raw LZMA2 of UTF-8 lines, sorted: word, tab, senses with a blank between. A sense is the root of an
English word (`tqa.language.english`) and a digit, its probability in tenths. Words are lower-case NFC.
"""

import argparse
import base64
import csv
import gettext
import gzip
import lzma
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from diacritics_sources import fetch

from tqa.alignment.ibm import Bags, learn
from tqa.alignment.text import words_of
from tqa.language.dictionary import FILTERS
from tqa.language.english import english_root
from tqa.language.lexicon import lexicon
from tqa.language.writing import UNSPACED, script, scripts

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "tqa/language/data/dictionaries"
# FreeDict packages of each language. Those from Wiktionary (CC BY-SA 3.0) are adapted under its later version 4.0.
DICTIONARIES = {
    "ar": "ara-eng eng-ara",
    "bg": "eng-bul",
    "cs": "ces-eng eng-ces",
    "da": "dan-eng eng-dan",
    "de": "deu-eng eng-deu",
    "el": "ell-eng eng-ell",
    "es": "spa-eng eng-spa",
    "fi": "fin-eng eng-fin",
    "fr": "fra-eng eng-fra",
    "hi": "eng-hin",
    "hr": "hrv-eng eng-hrv",
    "hu": "eng-hun",
    "id": "eng-ind",
    "is": "isl-eng",
    "it": "ita-eng eng-ita",
    "ja": "jpn-eng eng-jpn",
    "lt": "lit-eng eng-lit",
    "nb": "eng-nor",
    "nl": "nld-eng eng-nld",
    "pl": "pol-eng eng-pol",
    "pt": "por-eng eng-por",
    "ru": "eng-rus",
    "sk": "slk-eng",
    "sl": "slv-eng",
    "sr": "srp-eng eng-srp",
    "sv": "swe-eng eng-swe",
    "tr": "tur-eng eng-tur",
}
# FreeDict packages that lead to English by way of German.
BRIDGES = {
    "bg": "deu-bul",
    "el": "deu-ell",
    "es": "spa-deu deu-spa",
    "fi": "fin-deu deu-fin",
    "fr": "fra-deu deu-fra",
    "id": "deu-ind",
    "it": "ita-deu deu-ita",
    "nl": "nld-deu deu-nld",
    "pl": "pol-deu deu-pol",
    "pt": "por-deu deu-por",
    "ru": "deu-rus",
    "sv": "swe-deu deu-swe",
    "tr": "tur-deu deu-tur",
}
CATALOGUES = {
    **{
        lang: [lang]
        for lang in "ar bg ca cs da de el es et eu fa fi fr gl he hi hr hu id is it ja ko lt lv mk ms nl".split()
    },
    **{lang: [lang] for lang in "pl ro ru sk sl sv ta tr uk vi".split()},
    "nb": ["nb", "no"],
    "pt": ["pt", "pt_BR"],
    "sr": ["sr"],
    "zh": ["zh_CN", "zh_TW"],
}
MOST_WORDS, MOST_SENSES, LEAST = 24_000, 4, 0.1
# What a sense of a dictionary, and one learnt, counts for: translators choose among many.
BY_DICTIONARY, BY_BRIDGE, BY_TEXT = 0.5, 0.35, 0.8
_BRIDGE_SENSES = 3
_ASIDE = re.compile(r"/[^/]*/|<[^>]*>|\([^)]*\)|\[[^\]]*\]|\{[^}]*\}|^\s*\d+\.\s*| \d+\.$")
_ACCELERATOR = re.compile(r"[_&~](?=\w)")
_PARTICLES = frozenset(("to", "a", "an", "the", "be", "of"))
_MOST_OF_ENTRY = 8

Found = dict[str, dict[str, float]]


def heads(text: str, language: str) -> list[list[str]]:
    """The words of each of the variants of a headword or translation that are in the script of `language`.

    Of a longer word that is written without blanks each pair of letters stands for it.
    """
    found = []
    for variant in text.split(","):
        words = list(words_of(variant))
        if not words or any(script(word[0]) not in scripts(language) for word in words):
            continue
        pairs = [word for word in words if len(word) == 2] if script(words[0][0]) in UNSPACED else []
        found += [[pair] for pair in pairs] or [words]
    return found


# ------------------------------------------------------------------ dictionaries


def entries(folder: Path, name: str) -> Iterator[tuple[str, list[str]]]:
    """Headwords of a dictd dictionary with their translations."""
    data = gzip.decompress((folder / f"freedict-{name}.dict.dz").read_bytes())
    seen = set()
    for line in (folder / f"freedict-{name}.index").read_text("utf-8").splitlines():
        head, *place = line.split("\t")
        if head.startswith("00-database") or tuple(place) in seen:
            continue
        seen.add(tuple(place))
        start, length = (int.from_bytes(base64.b64decode(number.rjust(8, "A"))) for number in place)
        first, *rest = data[start : start + length].decode("utf-8", "replace").split("\n")
        translations: list[str] = []
        for line in rest:
            if line and not line.startswith(("   ", " see:", '"')) and "Synonym" not in line:
                translations += filter(None, (part.strip() for part in re.split("[,;]", _ASIDE.sub("", line))))
        yield _ASIDE.sub("", first).strip(), translations[:_MOST_OF_ENTRY]


def from_dictionaries(folder: Path, names: Iterable[str], language: str) -> Found:
    """Senses by dictionaries; of a translation in two words, each counts half."""
    found: Found = defaultdict(dict)

    def add(word: list[str], english: list[str], value: float) -> None:
        english = [part for part in english if part not in _PARTICLES] or english
        if len(word) == 1 and len(english) <= 2:
            for part in english:
                root = english_root(part)
                found[word[0]][root] = max(found[word[0]].get(root, 0.0), value / len(english))

    for name in names:
        for head, translations in entries(folder, name):
            for rank, translation in enumerate(translations):
                value = (rank + 1) ** -0.5 * len(translations) ** -0.3
                text, english = (translation, head) if name.startswith("eng-") else (head, translation)
                for word in heads(text, language):
                    add(word, list(words_of(english)), value)
    return found


def across(folder: Path, names: Iterable[str], language: str, german: Found) -> Found:
    """Senses of words by those of the German words that translate them."""
    found: Found = defaultdict(dict)
    for name in names:
        for head, translations in entries(folder, name):
            for rank, translation in enumerate(translations):
                text, other = (translation, head) if name.startswith("deu-") else (head, translation)
                bridge = list(words_of(other))
                senses = german.get(bridge[0], {}) if len(bridge) == 1 else {}
                for word in heads(text, language):
                    for sense in sorted(senses, key=lambda sense: -senses[sense])[:_BRIDGE_SENSES]:
                        if len(word) == 1:
                            value = (rank + 1) ** -0.5 * senses[sense]
                            found[word[0]][sense] = max(found[word[0]].get(sense, 0.0), value)
    return found


# ------------------------------------------------------------------ texts


def catalogues(folder: Path, codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Translations and their English messages, each pair once."""
    seen = set()
    for code in codes:
        for path in sorted(folder.rglob(f"{code}/LC_MESSAGES/*.mo")):
            for english, text in messages(path):
                pair = (" ".join(text.split()), " ".join(english.split()))
                if pair[0] != pair[1] and pair not in seen:
                    seen.add(pair)
                    yield pair


def messages(path: Path) -> Iterator[tuple[str, str]]:
    """The English messages of a compiled catalogue and their translations."""
    try:
        with path.open("rb") as file:
            found = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    except (OSError, ValueError, LookupError, AttributeError):
        return
    for english, text in found.items():
        if isinstance(english, str) and english and isinstance(text, str) and text:
            yield _ACCELERATOR.sub("", english.split("\x04")[-1]), _ACCELERATOR.sub("", text)


def corpus() -> Iterator[tuple[str, str]]:
    """The project's own Vietnamese-English pairs."""
    for path in sorted((ROOT / "corpora/vi-en").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield row["source"], row["target"]


def from_texts(pairs: Iterable[tuple[str, str]], together: int, least: float) -> Found:
    """Senses learnt from texts and their translations."""
    numbers: dict[str, int] = {}
    roots: dict[str, int] = {}
    sides: tuple[list[list[int]], list[list[int]]] = ([], [])
    for text, english in pairs:
        sides[0].append([numbers.setdefault(word, len(numbers)) for word in sorted(set(words_of(text)))])
        kept = sorted({english_root(word) for word in words_of(english)})
        sides[1].append([roots.setdefault(word, len(roots)) for word in kept])
    learnt = learn(Bags.of(sides[0]), Bags.of(sides[1]), together, least)
    words, senses = list(numbers), list(roots)
    found: Found = defaultdict(dict)
    for word, sense, value in zip(learnt.source, learnt.target, learnt.value, strict=True):
        found[words[word]][senses[sense]] = float(value)
    return found


# ------------------------------------------------------------------ data


def merge(sources: Iterable[tuple[Found, float]]) -> Found:
    """The senses of all sources, each at the highest of its values times the source's weight."""
    merged: Found = defaultdict(dict)
    for found, weight in sources:
        for word, senses in found.items():
            for sense, value in senses.items():
                merged[word][sense] = max(merged[word].get(sense, 0.0), min(1.0, value) * weight)
    return merged


def pack(language: str, found: Mapping[str, Mapping[str, float]], english: frozenset[str]) -> bytes:
    """The content of a .dict file: the words that are most frequent in the language, with their likeliest senses."""
    known = lexicon(language)
    lines = []
    frequency = {word: known.frequency(word) if known else 0.0 for word in found}
    for word in sorted(found, key=lambda word: (-frequency[word], word)):
        senses = sorted((-value, sense) for sense, value in found[word].items() if sense in english and value >= LEAST)
        if senses and (frequency[word] or not known):
            lines.append(
                f"{word}\t" + " ".join(f"{sense}{min(9, round(-10 * value))}" for value, sense in senses[:MOST_SENSES])
            )
        if len(lines) == MOST_WORDS:
            break
    return lzma.compress("\n".join(sorted(lines)).encode(), format=lzma.FORMAT_RAW, filters=FILTERS)


def download(cache: Path) -> None:
    """Fetch the packages and unpack them below `cache`."""
    fetch(cache)
    folder = cache / "freedict"
    folder.mkdir(exist_ok=True)
    names = [f"dict-freedict-{name}" for value in (*DICTIONARIES.values(), *BRIDGES.values()) for name in value.split()]
    subprocess.run(["apt-get", "download", "-q", *names], cwd=folder, check=True)
    for package in folder.glob("*.deb"):
        subprocess.run(["dpkg", "-x", package, cache / "x"], check=True)


def main() -> None:
    """Build the files that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--no-download", action="store_true")
    parser.add_argument("--only", default=",".join(CATALOGUES))
    options = parser.parse_args()
    if not options.no_download:
        download(options.cache)
    OUT.mkdir(exist_ok=True)
    general = lexicon("en")
    assert general
    english = frozenset(english_root(word) for word, share in general.words.items() if share > 3e-7 and word.isascii())
    folder = options.cache / "x/usr/share/dictd"
    german = from_dictionaries(folder, DICTIONARIES["de"].split(), "de")
    for language in options.only.split(","):
        names = DICTIONARIES.get(language, "").split()
        sources = [
            (from_dictionaries(folder, names, language), BY_DICTIONARY),
            (across(folder, BRIDGES.get(language, "").split(), language, german), BY_BRIDGE),
            (from_texts(catalogues(options.cache / "x", CATALOGUES[language]), 3, 0.05), BY_TEXT),
        ]
        if language == "vi":
            sources.append((from_texts(corpus(), 2, 0.03), BY_TEXT))
        data = pack(language, merge(sources), english)
        (OUT / f"{language}.dict").write_bytes(data)
        print(language, *(len(found) for found, _ in sources), len(data), flush=True)


if __name__ == "__main__":
    main()
