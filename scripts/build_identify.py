#!/usr/bin/env python3
"""Make tqa/language/data/identify/*.ngr from the lexicons: what letters follow each other in a language.

    build_identify.py [LANG ...]

An .ngr file is raw LZMA of three lines of UTF-8 and a table behind a zero byte. The lines: the letters (folded) in the
order of the table; the marked letters, each with the cost in eighths of a bit of standing where its base letter could;
the most frequent words, each with its rarity byte as in the lexicon. The table has, for each pair of letters (number 0
is the word's edge) and each letter that follows, the cost in half bits.
"""

import argparse
import math
import sys
from collections import Counter
from itertools import product
from pathlib import Path

from build_lexicons import STEPS_A_DECADE, compressed

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tqa.language.fold import fold
from tqa.language.lexicon import LANGUAGES, lexicon

OUT = Path(__file__).resolve().parent.parent / "tqa/language/data/identify"
WORDS = 600
LETTERS = 47
# Told by a script that no other language with a lexicon is written in, or (Chinese, Japanese) by their characters.
WITHOUT = {"bn", "el", "he", "hi", "ja", "ko", "ta", "zh"}
# Rare words are what the model is for: a word counts with the square root of its share.
POWER = 0.5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", metavar="LANG", help="default: all")
    OUT.mkdir(parents=True, exist_ok=True)
    for lang in parser.parse_args().languages or sorted(LANGUAGES - WITHOUT):
        path = OUT / f"{lang}.ngr"
        path.write_bytes(compressed(model(lang)))
        print(lang, path.stat().st_size)


def model(lang: str) -> bytes:
    """The content of the .ngr file of `lang`."""
    found = lexicon(lang)
    assert found
    weights = {word: share**POWER for word, share in found.words.items() if "'" not in word}
    letters: Counter[str] = Counter()
    for word, weight in weights.items():
        for letter in fold(word):
            letters[letter] += weight  # type: ignore[assignment]
    alphabet = "".join(letter for letter, _ in letters.most_common(LETTERS))
    words = sorted(found.words.items(), key=lambda item: -item[1])[:WORDS]
    lines = (
        alphabet,
        " ".join(f"{letter}{cost}" for letter, cost in marks(weights).items()),
        " ".join(f"{word}{min(255, round(-math.log10(share) * STEPS_A_DECADE))}" for word, share in words),
    )
    return "\n".join(lines).encode() + b"\0" + table(weights, alphabet)


def marks(weights: dict[str, float]) -> dict[str, int]:
    """For each letter that isn't its own fold, and each that could have a mark: its cost given its base letter."""
    counts: Counter[str] = Counter()
    for word, weight in weights.items():
        for letter in word:
            counts[letter] += weight  # type: ignore[assignment]
    bases: Counter[str] = Counter()
    for letter, count in counts.items():
        bases[fold(letter)] += count
    costs = {letter: round(-8 * math.log2(count / bases[fold(letter)])) for letter, count in counts.items()}
    return {letter: cost for letter, cost in costs.items() if cost or fold(letter) != letter}


def table(weights: dict[str, float], alphabet: str) -> bytes:
    """Costs of trigrams, smoothed by Witten and Bell's method (1991): shorter contexts fill in by their novelty."""
    number = {letter: i for i, letter in enumerate(alphabet, 1)}
    size = len(alphabet) + 1
    tri: Counter[tuple[int, int, int]] = Counter()
    kinds: Counter[tuple[int, int, int]] = Counter()
    for word, weight in weights.items():
        codes = [0, 0, *(number.get(letter, -1) for letter in fold(word)), 0]
        for gram in zip(codes, codes[1:], codes[2:], strict=False):
            if -1 not in gram:
                tri[gram] += weight  # type: ignore[assignment]
                kinds[gram] += 1
    # Weights aren't counts: scaled so that together they are as many as the words' letters.
    scale = sum(kinds.values()) / sum(tri.values())
    bi: Counter[tuple[int, int]] = Counter()
    uni: Counter[int] = Counter()
    for (_, b, c), weight in tri.items():
        bi[b, c] += weight * scale  # type: ignore[assignment]
        uni[c] += weight * scale  # type: ignore[assignment]
    unigram = [(uni[c] + 1) / (sum(uni.values()) + size) for c in range(size)]
    bigram = {b: backed_off([bi[b, c] for c in range(size)], unigram) for b in range(size)}
    out = bytearray()
    for a, b in product(range(size), repeat=2):
        shares = backed_off([tri[a, b, c] * scale for c in range(size)], bigram[b])
        out += bytes(min(255, round(-2 * math.log2(share))) for share in shares)
    return bytes(out)


def backed_off(counts: list[float], shorter: list[float]) -> list[float]:
    total, novel = sum(counts), sum(count > 0 for count in counts) or 1
    return [(count + novel * share) / (total + novel) for count, share in zip(counts, shorter, strict=True)]


if __name__ == "__main__":
    main()
