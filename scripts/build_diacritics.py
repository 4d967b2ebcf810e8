#!/usr/bin/env python3
"""Make tqa/language/data/diacritics/LANG.dia from the texts that diacritics_texts.py gathered, and from wordfreq.

    build_diacritics.py --cache FOLDER [--only vi,cs] [--out tqa/language/data/diacritics]

A model holds the words of a language, their shares (wordfreq's, mixed with those of the texts), pairs and, for Vietnamese,
triples of words, discounted and interpolated as by Kneser and Ney (1995). Counts of a text that is far from what people
translate (interfaces) weigh less: WEIGHTS. The format is described in tqa/language/diacritics/model.py.
"""

import argparse
import json
import lzma
import math
import re
import struct
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from tqa.language.diacritics.model import FILTERS, MAGIC, SCALE
from tqa.language.diacritics.spelling import is_syllable, tone_in_front
from tqa.language.diacritics.units import COMMA, END, MARKERS, NUMBER, START, UNKNOWN, units
from tqa.language.fold import fold, lower

LANGUAGES = "vi cs pl hu ro tr fr es pt de sv fi it nl sk hr lt lv ca et sl da nb is".split()
# wordfreq's own code where it differs; languages it answers with a neighbour's list have none.
WORDFREQ = {"hr": "sh"}
NO_WORDFREQ = {"sk", "da", "is", "et"}
WEIGHTS = {
    "own": 4.0,
    "law": 4.0,
    "game": 1.0,
    "fortune": 1.0,
    "book": 0.3,
    "wiki": 0.1,
    "help": 0.1,
    "mo": 0.1,
    "man": 0.1,
}
MOST_FORMS = 16
SETTINGS = {"discount": 0.7, "unseen": 2.0, "unseen3": 1.0, "list": 0.7, "compound": 2.0, "pairs": 1.0}

Sentence = tuple[
    str, list[tuple[str, bool]]
]  # kind of source; words or markers, and whether capitalised inside a sentence


def spell(word: str, lang: str) -> str:
    word = lower(word)
    return tone_in_front(word) if lang == "vi" else word


def sentences(path: Path, lang: str) -> Iterator[Sentence]:
    """The sentences of a gathered text that are in the language and have their diacritics."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            kind, text = line.rstrip("\n").split("\t", 1)
            row: list[tuple[str, bool]] = []
            for unit in units(text):
                if unit.kind != "word":
                    if unit.kind != END:
                        row.append((unit.kind, False))
                    elif row:
                        yield kind, row
                        row = []
                    continue
                word = spell(unit.text, lang)
                if lang == "vi" and not is_syllable(word):
                    word = UNKNOWN
                row.append((word, bool(row) and unit.text[0].isupper() and not (len(text) > 3 and text.isupper())))
            if row:
                yield kind, row


def is_sound(row: list[tuple[str, bool]], lang: str, known: dict[str, float], english: dict[str, float]) -> bool:
    """Whether a sentence is in the language and hasn't lost its diacritics."""
    words = [word for word, _ in row if word not in MARKERS or word == UNKNOWN]
    if lang == "vi":
        good = [word for word in words if word != UNKNOWN]
        return len(good) >= 0.5 * len(words) and sum(not word.isascii() for word in good) >= 0.3 * len(words)
    ours = sum(math.log(known.get(word, 1e-8) / english.get(word, 1e-8)) for word in words)
    return (
        bool(words)
        and ours > 0
        and (len(words) < 9 or not all(word.isascii() for word in words) or lang in ("nl", "it", "nb"))
    )


def wordfreq_shares(lang: str) -> dict[str, float]:
    """Share of each word in wordfreq's list, empty where it has none."""
    if lang in NO_WORDFREQ:
        return {}
    import wordfreq

    shares: Counter[str] = Counter()
    for word, share in wordfreq.get_frequency_dict(WORDFREQ.get(lang, lang), "best").items():
        word = spell(unicodedata.normalize("NFC", word), lang)
        if re.fullmatch(r"[^\W\d_]+", word) and (
            fold(word).isascii() or word[0] in "æœßþð" or "ß" in word or "æ" in word
        ):
            if lang != "vi" or is_syllable(word):
                shares[word] += share
    total = sum(shares.values())
    return {word: share / total for word, share in shares.items()}


class Counts:
    """Weighted counts of words, pairs and triples."""

    def __init__(self, lang: str, rows: Iterable[Sentence], order: int) -> None:
        self.single: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.triples: Counter[tuple[str, str, str]] = Counter()
        self.capital: Counter[str] = Counter()
        self.inner: Counter[str] = Counter()
        for kind, row in rows:
            weight = WEIGHTS.get(kind, 0.0) if lang == "vi" else 1.0
            words = [START, *(word for word, _ in row), END]
            for word in words:
                self.single[word] += weight
            for pair in zip(words, words[1:], strict=False):
                self.pairs[pair] += weight
            if order == 3:
                for triple in zip(words, words[1:], words[2:], strict=False):
                    self.triples[triple] += weight
            for word, capital in row[1:]:
                self.inner[word] += weight
                self.capital[word] += weight * capital

    def add_listed(self, entries: Iterable[list[str]], weight: float) -> None:
        """Count the pairs and triples within listed words of several syllables."""
        for words in entries:
            for pair in zip(words, words[1:], strict=False):
                self.pairs[pair] += weight
            for triple in zip(words, words[1:], words[2:], strict=False):
                self.triples[triple] += weight


class Estimate:
    """Shares, and probabilities of pairs and triples, from counts."""

    def __init__(self, counts: Counts, listed: dict[str, float], most_words: int, settings: dict[str, float]) -> None:
        self.settings = settings
        total = sum(counts.single.values())
        mixed = settings["list"] if listed else 0.0
        share = {
            word: mixed * listed.get(word, 0.0) + (1 - mixed) * counts.single[word] / total
            for word in {*listed, *counts.single}
        }
        for marker in MARKERS:
            share[marker] = max(counts.single[marker] / total, 1e-4)
        best = sorted((word for word in share if word not in MARKERS), key=lambda word: (-share[word], word))
        folds: defaultdict[str, list[str]] = defaultdict(list)
        for word in best[:most_words]:
            if len(folds[fold(word)]) < MOST_FORMS:
                folds[fold(word)].append(word)
        self.folds = {**{marker: [marker] for marker in MARKERS}, **dict(sorted(folds.items()))}
        self.share = {word: share[word] for forms in self.folds.values() for word in forms}
        discount = settings["discount"]
        totals: Counter[str] = Counter()
        taken: Counter[str] = Counter()
        for (a, _), count in counts.pairs.items():
            totals[a] += count
            taken[a] += min(count, discount)
        unseen = settings["unseen"]
        self.left = {word: (taken[word] + unseen) / (totals[word] + unseen) for word in self.share}
        self.pairs = {
            (a, b): max(count - discount, 0) / (totals[a] + unseen) + self.left[a] * self.share[b]
            for (a, b), count in counts.pairs.items()
            if a in self.share and b in self.share
        }
        self._triples(counts)
        self._capitals(counts)

    def follow(self, a: str, b: str) -> float:
        """Probability of b behind a."""
        return self.pairs.get((a, b)) or self.left[a] * self.share[b]

    def _triples(self, counts: Counts) -> None:
        discount, unseen = self.settings["discount"], self.settings["unseen3"]
        totals: Counter[tuple[str, str]] = Counter()
        taken: Counter[tuple[str, str]] = Counter()
        for (a, b, _), count in counts.triples.items():
            totals[a, b] += count
            taken[a, b] += min(count, discount)
        self.left2 = {pair: (taken[pair] + unseen) / (totals[pair] + unseen) for pair in totals if pair in self.pairs}
        self.triples = {
            (a, b, c): max(count - discount, 0) / (totals[a, b] + unseen) + self.left2[a, b] * self.follow(b, c)
            for (a, b, c), count in counts.triples.items()
            if (a, b) in self.left2 and c in self.share
        }

    def _capitals(self, counts: Counts) -> None:
        """How much likelier a form is in a capitalised word within its fold."""
        self.capital: dict[str, float] = {}
        for forms in self.folds.values():
            inner = {word: counts.inner[word] + 2.0 for word in forms}
            capital = {
                word: counts.capital[word] + 2.0 * sum(counts.capital[w] + 0.2 for w in forms) / sum(inner.values())
                for word in forms
            }
            mean = sum(capital.values()) / sum(inner.values())
            self.capital.update({word: capital[word] / inner[word] / mean for word in forms})

    def prune(self, gain: float) -> None:
        """Drop pairs and triples that cannot tell forms apart, or hardly differ from what the shorter row says."""
        alone = {forms[0] for forms in self.folds.values() if len(forms) == 1}
        contexts = {(a, b) for a, b, _ in self.triples}
        self.triples = {
            (a, b, c): p
            for (a, b, c), p in self.triples.items()
            if not (a in alone and b in alone and c in alone)
            and abs(math.log(p / (self.left2[a, b] * self.follow(b, c)))) > gain
        }
        contexts = {(a, b) for a, b, _ in self.triples}
        self.left2 = {pair: left for pair, left in self.left2.items() if pair in contexts}
        self.pairs = {
            (a, b): p
            for (a, b), p in self.pairs.items()
            if (a, b) in contexts
            or (not (a in alone and b in alone) and abs(math.log(p / (self.left[a] * self.share[b]))) > gain)
        }


def step(p: float) -> int:
    return min(255, max(0, round(-SCALE * math.log(max(p, 1e-12)))))


def planes(code: str, numbers: Iterable[int]) -> bytes:
    data, width = array(code, numbers).tobytes(), array(code).itemsize
    return b"".join(data[plane::width] for plane in range(width))


def deltas(numbers: list[int]) -> list[int]:
    return [b - a for a, b in zip([0, *numbers], numbers, strict=False)]


def encode(lang: str, estimate: Estimate, letters: bytes, calibration: list[tuple[float, float]]) -> bytes:
    """The content of a .dia file."""
    forms = [form for marker in MARKERS for form in estimate.folds[marker]]
    forms += [form for word, found in estimate.folds.items() if word not in MARKERS for form in found]
    number = {word: n for n, word in enumerate([*MARKERS, *(word for word in estimate.folds if word not in MARKERS)])}
    place = {form: (number[word], n) for word, found in estimate.folds.items() for n, form in enumerate(found)}
    sections = {
        "forms": "\n".join(forms[len(MARKERS) :]).encode(),
        "share": bytes(step(estimate.share[form]) for form in forms),
        "left": bytes(step(estimate.left[form]) for form in forms),
        "capital": bytes(min(255, max(0, round(128 + SCALE * math.log(estimate.capital[form])))) for form in forms),
        "letters": letters,
    }
    for name, table in (("pair", estimate.pairs), ("triple", estimate.triples)):
        rows: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for words, p in table.items():
            key = which = 0
            for at, word in enumerate(words):
                key = key << 20 | place[word][0]
                which |= place[word][1] << 4 * at
            rows[key].append((which, step(p), step(estimate.left2.get(words, 1.0)) if name == "pair" else 0))
        keys = sorted(rows)
        entries = [entry for key in keys for entry in sorted(rows[key])[:255]]
        sections[f"{name}-keys"] = planes("Q", deltas(keys))
        sections[f"{name}-counts"] = bytes(min(255, len(rows[key])) for key in keys)
        sections[f"{name}-forms"] = (
            planes("H", [e[0] for e in entries]) if name == "triple" else bytes(e[0] for e in entries)
        )
        sections[f"{name}-share"] = bytes(e[1] for e in entries)
        if name == "pair":
            sections["pair-left"] = bytes(e[2] for e in entries)
    packed = [(name, lzma.compress(data, format=lzma.FORMAT_RAW, filters=FILTERS)) for name, data in sections.items()]
    header = json.dumps(
        {"language": lang, "calibration": calibration, "sections": [(name, len(data)) for name, data in packed]}
    ).encode()
    return b"".join([MAGIC, struct.pack("<I", len(header)), header, *(data for _, data in packed)])


def listed_words(cache: Path, lang: str) -> tuple[list[list[str]], list[list[str]]]:
    """Words of several syllables, and pairs of neighbours, that packages list for Vietnamese."""
    if lang != "vi":
        return [], []
    found: list[list[list[str]]] = []
    for name in ("vi-words.txt", "vi-pairs.txt"):
        rows = set()
        for line in (cache / "text" / name).read_text("utf-8").split("\n"):
            words = tuple(spell(unit.text, lang) for unit in units(line) if unit.kind == "word")
            if len(words) > 1 and all(map(is_syllable, words)):
                rows.add(words)
        found.append([list(row) for row in sorted(rows)])
    return found[0], found[1]


def build(cache: Path, lang: str, settings: dict[str, float]) -> bytes:
    import wordfreq

    listed = wordfreq_shares(lang)
    english = wordfreq.get_frequency_dict("en", "small")
    rows = list(sentences(cache / f"text/{lang}.txt", lang))
    known = listed or {word: count / 1e6 for word, count in Counter(w for _, row in rows for w, _ in row).items()}
    rows = [(kind, row) for kind, row in rows if kind != "words" and is_sound(row, lang, known, english)]
    counts = Counts(lang, rows, 3 if lang == "vi" else 2)
    compounds, pairs = listed_words(cache, lang)
    counts.add_listed(compounds, settings["compound"])
    counts.add_listed(pairs, settings["pairs"])
    estimate = Estimate(counts, listed, 12_000 if lang == "vi" else 40_000, settings)
    estimate.prune(0.2 if lang == "vi" else 0.7)
    return encode(lang, estimate, b"", [])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--only", default=",".join(LANGUAGES))
    parser.add_argument("--out", type=Path, default=Path("tqa/language/data/diacritics"))
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="another value of SETTINGS or WEIGHTS"
    )
    options = parser.parse_args()
    settings = dict(SETTINGS)
    for item in options.set:
        name, value = item.split("=")
        (WEIGHTS if name in WEIGHTS else settings)[name] = float(value)
    options.out.mkdir(parents=True, exist_ok=True)
    for lang in options.only.split(","):
        data = build(options.cache, lang, settings)
        (options.out / f"{lang}.dia").write_bytes(data)
        print(lang, len(data), flush=True)


if __name__ == "__main__":
    main()
