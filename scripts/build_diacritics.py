#!/usr/bin/env python3
"""Make tqa/language/data/diacritics/LANG.dia from the texts that diacritics_texts.py gathered, and from wordfreq.

    build_diacritics.py --cache FOLDER [--only vi,cs] [--out tqa/language/data/diacritics]

A model holds the words of a language, their shares (wordfreq's, mixed with those of the texts), pairs and, for
Vietnamese, triples of words, discounted and interpolated (absolute discounting; Ney, Essen and Kneser 1994). Counts of
a text that is far from what people translate (interfaces) weigh less: WEIGHTS. WEIGHTS and SETTINGS were chosen by the
accuracy of restoration on news (part of NTREX-128), which isn't trained on. model.py describes the format.
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
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from diacritics_letters import train

from tqa.language.diacritics.model import FILTERS, MAGIC, SCALE
from tqa.language.diacritics.spelling import is_syllable, tone_in_front
from tqa.language.diacritics.units import END, MARKERS, START, UNKNOWN, units
from tqa.language.fold import fold, lower

LANGUAGES = "vi cs pl hu ro tr fr es pt de sv fi it nl sk hr lt lv ca et sl da nb is".split()
# wordfreq's own code where it differs; languages it answers with a neighbour's list have none.
WORDFREQ = {"hr": "sh"}
# A folded word in Latin script.
LATIN = re.compile("[a-zßæœþ]+")
NO_WORDFREQ = {"sk", "da", "is", "et"}
# Kinds of text that count as one, and what their counts weigh for Vietnamese.
GROUPS = {"law": "own", "fortune": "game", "wiki": "soft", "help": "soft", "mo": "soft", "man": "soft"}
WEIGHTS = {"own": 4.0, "game": 3.0, "book": 0.3, "soft": 0.05, "compounds": 0.5, "pairs": 0.3}
# Lists without counts, and by which power of its words' shares a row counts.
LISTS = {"compounds": 0.0, "pairs": 0.5}
MOST_FORMS = 16
# Of the share of a fold's first form: what a second one must have to be worth pairs.
OPEN = 0.005
LETTER_WORDS = 60_000
STEM_WEIGHT = 1.0
# Lines of text to learn pairs from, evenly spread, in languages other than Vietnamese.
MOST_LINES = 100_000
# Languages whose lists of words are too short to learn letters from, so that a spelling dictionary helps.
FEW_WORDS = {"hu", "ro", "tr", "sk", "hr", "lt", "lv", "sl", "et"}
SETTINGS = {
    "discount": 0.75,
    "discount3": 0.9,
    "unseen": 2.0,
    "unseen3": 1.0,
    "list": 0.7,
    "gain": 0.2,
    "stray": 0.0,
    "words": 12_000,
}
# What other languages set differently.
OTHERS = {"gain": 1.5, "stray": 0.002, "discount": 0.6, "words": 45_000}

Sentence = tuple[
    str, list[tuple[str, bool]]
]  # kind of source; words or markers, and whether capitalised inside a sentence


def spell(word: str, lang: str) -> str:
    word = lower(word)
    return tone_in_front(word) if lang == "vi" else word


def sentences(path: Path, lang: str) -> Iterator[Sentence]:
    """The sentences of a gathered text that are in the language and have their diacritics."""
    with path.open(encoding="utf-8") as file:
        lines = file.read().split("\n")[:-1]
        for line in lines if lang == "vi" else lines[:: max(1, len(lines) // MOST_LINES)]:
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
        if re.fullmatch(r"[^\W\d_]+", word) and LATIN.fullmatch(fold(word)) and (lang != "vi" or is_syllable(word)):
            shares[word] += share
    total = sum(shares.values())
    return {word: share / total for word, share in shares.items()}


class Counts:
    """Counts of words, pairs and triples in one kind of text."""

    def __init__(self) -> None:
        self.single: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.triples: Counter[tuple[str, str, str]] = Counter()
        self.capital: Counter[str] = Counter()

    def add(self, row: list[tuple[str, bool]], order: int) -> None:
        words = [START, *(word for word, _ in row), END]
        self.single.update(words)
        self.pairs.update(pairwise(words))
        if order == 3:
            self.triples.update(zip(words, words[1:], words[2:], strict=False))
        self.capital.update(word for word, capital in row if capital)

    def add_listed(self, words: list[str]) -> None:
        """Count the pairs and triples within a listed word of several syllables."""
        self.pairs.update(pairwise(words))
        self.triples.update(zip(words, words[1:], words[2:], strict=False))


def count(rows: Iterable[Sentence], order: int) -> dict[str, Counts]:
    """Counts by kind of text."""
    counts: defaultdict[str, Counts] = defaultdict(Counts)
    for kind, row in rows:
        counts[GROUPS.get(kind, kind)].add(row, order)
    return counts


Row = TypeVar("Row", bound=tuple[str, ...])


def discounted(
    tables: Iterable[tuple[float, float, Counter[Row]]],
) -> tuple[dict[Row, float], Counter[Row], Counter[Row]]:
    """Discount counts by (weight, discount) and add them up.

    What is left of each row, and by context (the row without its last word) the weights counted and kept.
    """
    kept: Counter[Row] = Counter()
    totals: Counter[Row] = Counter()
    keeps: Counter[Row] = Counter()
    for weight, discount, table in tables:
        for row, number in table.items():
            rest = weight * max(number - discount, 0.0)
            kept[row] += rest
            totals[row[:-1]] += weight * number
            keeps[row[:-1]] += rest
    return kept, totals, keeps


class Estimate:
    """Shares, and probabilities of pairs and triples, from counts."""

    def __init__(
        self,
        lang: str,
        counts: dict[str, Counts],
        listed: dict[str, float],
        most_words: int,
        settings: dict[str, float],
    ) -> None:
        self.lang = lang
        self.settings = settings
        single: Counter[str] = Counter()
        for kind, found in counts.items():
            for word, number in found.single.items():
                single[word] += number * self.weight(kind)
        total = sum(single.values())
        mixed = settings["list"] if listed else 0.0
        share = {
            word: mixed * listed.get(word, 0.0) + (1 - mixed) * single[word] / total for word in {*listed, *single}
        }
        for marker in MARKERS:
            share[marker] = max(single[marker] / total, 1e-4)
        best = sorted((word for word in share if word not in MARKERS), key=lambda word: (-share[word], word))
        stray = settings["stray"]
        folds: defaultdict[str, list[str]] = defaultdict(list)
        for word in best[:most_words]:
            forms = folds[fold(word)]
            if not forms or (len(forms) < MOST_FORMS and share[word] > stray * share[forms[0]]):
                forms.append(word)
        for word in best[most_words:]:
            forms = folds.get(fold(word), [])
            if 0 < len(forms) < MOST_FORMS and share[word] > stray * share[forms[0]]:
                forms.append(word)
        self.everything = share
        self.folds = {**{marker: [marker] for marker in MARKERS}, **dict(sorted(folds.items()))}
        self.share = {word: share[word] for forms in self.folds.values() for word in forms}
        kept, totals, keeps = discounted(self._tables(counts, "discount", "pairs"))
        unseen = settings["unseen"]
        self.left = {word: 1 - keeps[word,] / (totals[word,] + unseen) for word in self.share}
        self.pairs = {
            (a, b): rest / (totals[a,] + unseen) + self.left[a] * self.share[b]
            for (a, b), rest in kept.items()
            if a in self.share and b in self.share
        }
        self._triples(counts)
        self._capitals(counts)

    def weight(self, kind: str) -> float:
        return WEIGHTS[kind] if self.lang == "vi" else 1.0

    def follow(self, a: str, b: str) -> float:
        """Probability of b behind a."""
        return self.pairs.get((a, b)) or self.left[a] * self.share[b]

    def _tables(
        self, counts: dict[str, Counts], discount: str, table: str
    ) -> Iterator[tuple[float, float, Counter[Any]]]:
        """What `discounted` takes. Listed rows have no counts: they count by the shares of their words."""
        for kind, found in counts.items():
            rows: Counter[tuple[str, ...]] = getattr(found, table)
            if kind in LISTS:
                expected: Counter[tuple[str, ...]] = Counter()
                for row in rows:
                    shares = [self.share.get(word, 0.0) for word in row]
                    if all(shares):
                        mean = math.exp(sum(map(math.log, shares)) / len(shares))
                        expected[row] = (mean / 1e-4) ** LISTS[kind]
                yield self.weight(kind), 0.0, expected
            else:
                yield self.weight(kind), self.settings[discount], rows

    def _triples(self, counts: dict[str, Counts]) -> None:
        kept, totals, keeps = discounted(self._tables(counts, "discount3", "triples"))
        unseen = self.settings["unseen3"]
        self.left2 = {pair: 1 - keeps[pair] / (total + unseen) for pair, total in totals.items() if pair in self.pairs}
        self.triples = {
            (a, b, c): rest / (totals[a, b] + unseen) + self.left2[a, b] * self.follow(b, c)
            for (a, b, c), rest in kept.items()
            if (a, b) in self.left2 and c in self.share
        }

    def _capitals(self, counts: dict[str, Counts]) -> None:
        """How much likelier a form is in a capitalised word within its fold."""
        single: Counter[str] = Counter()
        capitals: Counter[str] = Counter()
        for kind, found in counts.items():
            for word, number in found.single.items():
                single[word] += number * self.weight(kind)
                capitals[word] += found.capital[word] * self.weight(kind)
        self.capital: dict[str, float] = {}
        for forms in self.folds.values():
            mean = (sum(capitals[word] for word in forms) + 0.1) / (sum(single[word] for word in forms) + 1.0)
            self.capital.update({word: (capitals[word] + 3.0 * mean) / (single[word] + 3.0) / mean for word in forms})

    def _is_open(self, forms: list[str]) -> bool:
        """Whether a fold has a second form that is worth telling from the first."""
        return len(forms) > 1 and self.share[forms[1]] > OPEN * self.share[forms[0]]

    def prune(self, gain: float) -> None:
        """Drop pairs and triples that cannot tell forms apart, or hardly differ from what the shorter row says."""
        alone = {form for forms in self.folds.values() for form in forms if not self._is_open(forms)}
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


def encode(
    lang: str, estimate: Estimate, letters: Mapping[str, tuple[str, float]], calibration: list[tuple[float, float]]
) -> bytes:
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
        "letter-keys": "\n".join(sorted(letters)).encode(),
        "letter-marks": "".join(letters[key][0] for key in sorted(letters)).encode(),
        "letter-share": bytes(step(letters[key][1]) for key in sorted(letters)),
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
    listed = wordfreq_shares(lang)
    counts = counted(cache, lang, listed)
    estimate = Estimate(lang, counts, listed, int(settings["words"]), settings)
    estimate.prune(settings["gain"])
    letters = {} if lang == "vi" else train(letter_words(estimate.everything, stems(cache, lang)))
    return encode(lang, estimate, letters, [])


def letter_words(shares: Mapping[str, float], stems: Iterable[str]) -> dict[str, float]:
    """The words to learn letters from, with their weights: rare words are more like unknown ones than frequent ones.

    `stems`: the words of a spelling dictionary, which have no shares.
    """
    words = [word for word in shares if word not in MARKERS and 2 < len(word) < 30]
    best = sorted(words, key=lambda word: -shares[word])[:LETTER_WORDS]
    least = shares[best[-1]]
    weights = dict.fromkeys(stems, STEM_WEIGHT)
    for word in best:
        weights[word] = weights.get(word, 0.0) + min(math.sqrt(shares[word] / least), 8.0)
    return weights


def stems(cache: Path, lang: str) -> set[str]:
    """The words of the hunspell dictionary of a language; empty where the cache has none."""
    found: set[str] = set()
    if lang not in FEW_WORDS:
        return found
    for path in sorted((cache / "x/usr/share/hunspell").glob(f"{lang}_*.dic")):
        head = path.with_suffix(".aff").read_bytes()
        encoding = re.search(rb"^SET +(\S+)", head, re.M)
        text = path.read_text(encoding[1].decode() if encoding else "latin-1", "replace")
        words = (unicodedata.normalize("NFC", re.split(r"[/\t]", line, maxsplit=1)[0]) for line in text.split("\n"))
        found |= {lower(word) for word in words if re.fullmatch(r"[^\W\d_]{3,29}", word)}
    return found


def counted(cache: Path, lang: str, listed: dict[str, float]) -> dict[str, Counts]:
    """Counts of all that was gathered for a language."""
    import wordfreq

    english = wordfreq.get_frequency_dict("en", "small")
    rows = list(sentences(cache / f"text/{lang}.txt", lang))
    known = listed or {word: count / 1e6 for word, count in Counter(w for _, row in rows for w, _ in row).items()}
    rows = [(kind, row) for kind, row in rows if kind != "words" and is_sound(row, lang, known, english)]
    counts = count(rows, 3 if lang == "vi" else 2)
    for kind, entries in zip(("compounds", "pairs"), listed_words(cache, lang), strict=True):
        for words in entries:
            counts[kind].add_listed(words)
    return counts


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
        data = build(options.cache, lang, settings if lang == "vi" else {**settings, **OTHERS})
        (options.out / f"{lang}.dia").write_bytes(data)
        print(lang, len(data), flush=True)


if __name__ == "__main__":
    main()
