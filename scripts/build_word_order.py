#!/usr/bin/env python3
"""Make tqa/language/data/order/en.ord: which English word classes follow each other, for `tqa.language.order`.

    python scripts/build_word_order.py FOLDER

FOLDER holds the unpacked Debian packages debian-handbook, debian-reference-en, developers-reference, dict-wn, fortunes,
fortunes-min and installation-guide-amd64 (`apt-get download`, `dpkg-deb -x PACKAGE FOLDER`); the English side of
corpora/vi-en is read too. Only frequencies of sequences of word classes go into the file.

The model is a trigram one with absolute discounting (Ney, Essen and Kneser 1994, D = 0.75); trigrams seen once are left
out.
What is kept is not the probability of a token but by how much (in nats) its context makes it likelier than its share
of all tokens: sound order gains, scrambled order loses, whatever the words. Values are bytes: round(20 * nats) + 128.
"""

import gzip
import html
import math
import re
import struct
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from tqa.language.order import END, LEVELS, MIDDLE, START, Classes

ROOT = Path(__file__).parents[1]
WORDS, DISCOUNT, RARE = 250, 0.75, 2
FORTUNES = "people politics science definitions wisdom work law education fortunes computers miscellaneous".split()


def sentences(text: str) -> Iterator[str]:
    """The sentences of a running text."""
    for sentence in re.split(r"(?<=[.?!])\s+(?=[A-Z\"])", re.sub(r"\s+", " ", text).strip()):
        if len(sentence.split()) >= 4:
            yield sentence


def paragraphs(page: str) -> Iterator[str]:
    """The paragraphs of an HTML page."""
    page = re.sub(r"(?s)<(script|style|pre|code|tt|table)[^>]*>.*?</\1>", " ", page)
    for match in re.finditer(r"(?s)<p[ >].*?</p>", page):
        yield html.unescape(re.sub(r"<[^>]+>", "", match[0]))


def corpus(share: Path) -> Iterator[str]:
    """All sentences."""
    for path in sorted((ROOT / "corpora/vi-en").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            yield line.split("\t")[2]
    pages = [
        *sorted((share / "doc/debian-handbook/html/en-US").glob("*.html")),
        *sorted((share / "doc/installation-guide-amd64/en").glob("*.html")),
        share / "developers-reference/developers-reference.html",
        *sorted((share / "debian-reference").glob("ch*.en.html")),
    ]
    for path in pages:
        for paragraph in paragraphs(path.read_text(encoding="utf-8", errors="replace")):
            yield from sentences(paragraph)
    wordnet = gzip.decompress((share / "dictd/wn.dict.dz").read_bytes()).decode("utf-8", "replace")
    for example in re.findall(r'"([A-Za-z][^"]{15,300})"', re.sub(r"\s+", " ", wordnet)):
        if len(example.split()) >= 4:
            yield example[0].upper() + example[1:] + "."
    for name in FORTUNES:
        path = share / "games/fortunes" / name
        for entry in path.read_text(encoding="utf-8", errors="replace").split("\n%\n") if path.exists() else ():
            yield from (one for one in sentences(re.sub(r"\n\t\t-- .*", "", entry)) if one[0].isupper())


def byte(nats: float) -> int:
    """A value as it is stored."""
    return min(255, max(0, round(LEVELS * nats) + MIDDLE))


def main(folder: str) -> None:
    """Count, estimate, write."""
    share = Path(folder) / "usr/share"
    texts = list(corpus(share))
    counted = Counter(
        word for text in texts for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text) if word.islower()
    )
    frequent = sorted(word for word, _ in counted.most_common(WORDS))
    classes = Classes(frequent)
    one, two, three = Counter[int](), Counter[tuple[int, int]](), Counter[tuple[int, int, int]]()
    for text in texts:
        ids = [START, START, *classes.of(text), END]
        one.update(ids[2:])
        two.update(pairwise(ids[1:]))
        three.update(zip(ids, ids[1:], ids[2:], strict=False))
    after_one, after_two = Counter[int](), Counter[tuple[int, int]]()
    kinds_one, kinds_two = Counter[int](), Counter[tuple[int, int]]()
    for (a, _), count in two.items():
        after_one[a] += count
        kinds_one[a] += 1
    for (a, b, _), count in three.items():
        after_two[a, b] += count
        kinds_two[a, b] += 1
    total = one.total()

    def gain_one(a: int, b: int) -> float:
        own = one[b] / total
        rest = DISCOUNT * kinds_one[a] / after_one[a] if after_one[a] else 1.0
        seen = max(two[a, b] - DISCOUNT, 0) / after_one[a] if after_one[a] else 0.0
        return seen / own + rest

    def gain_two(a: int, b: int, c: int) -> float:
        rest = DISCOUNT * kinds_two[a, b] / after_two[a, b]
        return (three[a, b, c] - DISCOUNT) / after_two[a, b] / (one[c] / total) + rest * gain_one(b, c)

    size = classes.size
    bigrams = sorted(two)
    trigrams = sorted(key for key, count in three.items() if count >= RARE)
    parts = [
        "\n".join(frequent).encode(),
        bytes(byte(math.log(DISCOUNT * kinds_one[a] / after_one[a]) if after_one[a] else 0.0) for a in range(size)),
        struct.pack(f"<{len(bigrams)}I", *(a * size + b for a, b in bigrams)),
        bytes(byte(math.log(gain_one(a, b))) for a, b in bigrams),
        bytes(byte(math.log(DISCOUNT * kinds_two[k] / after_two[k]) if after_two[k] else 0.0) for k in bigrams),
        b"".join(struct.pack("<I", (a * size + b) * size + c) for a, b, c in trigrams),
        bytes(byte(math.log(gain_two(*key))) for key in trigrams),
    ]
    data = struct.pack("<7I", *map(len, parts)) + b"".join(parts)
    packed = zlib.compress(data, 9)
    path = ROOT / "tqa/language/data/order/en.ord"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(packed)
    print(f"{len(texts):,} sentences, {len(bigrams):,} bigrams, {len(trigrams):,} trigrams, {len(packed):,} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
