"""Words, pairs and triples of the gathered texts, counted by the kind of text."""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from tqa.language.diacritics.spelling import is_syllable, tone_in_front
from tqa.language.diacritics.units import END, MARKERS, START, UNKNOWN, units
from tqa.language.fold import fold, lower

# wordfreq's own code where it differs; languages it answers with a neighbour's list have none.
WORDFREQ = {"hr": "sh"}
NO_WORDFREQ = {"sk", "da", "is", "et"}
# A folded word in Latin script.
LATIN = re.compile("[a-zßæœþ]+")
# An Italian accent typed as an apostrophe: piu', perche'.
APOSTROPHE = re.compile(r"[aeiou]['’](?!\w)")
# Kinds of text that count as one.
GROUPS = {"law": "own", "fortune": "game", "wiki": "soft", "help": "soft", "mo": "soft", "man": "soft"}
# Lines of text to learn pairs from, evenly spread, in languages other than Vietnamese, and in those read most
# or without a list.
MOST_LINES, MORE_LINES = 30_000, 100_000
MORE = {"cs", "hu", "es", "fr", "pl", "pt", "tr", "de", "sv", "it"}

# Kind of source; words or markers, and whether each is capitalised inside a sentence.
Sentence = tuple[str, list[tuple[str, bool]]]


def spell(word: str, lang: str) -> str:
    word = lower(word)
    return tone_in_front(word) if lang == "vi" else word


def sentences(path: Path, lang: str) -> Iterator[Sentence]:
    """The sentences of a gathered text that are in the language and have their diacritics."""
    with path.open(encoding="utf-8") as file:
        lines = file.read().split("\n")[:-1]
        most = MORE_LINES if lang in MORE or lang in NO_WORDFREQ else MOST_LINES
        for line in lines if lang == "vi" else lines[:: max(1, len(lines) // most)]:
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
                if (lang == "vi" and not is_syllable(word)) or (lang == "it" and APOSTROPHE.match(text, unit.end - 1)):
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


def listed_words(cache: Path, lang: str) -> dict[str, list[list[str]]]:
    """Words of several syllables, and rows of neighbours, that packages list for Vietnamese, by the kind of list."""
    found: dict[str, list[list[str]]] = {}
    if lang != "vi":
        return found
    for kind, name in (("compounds", "vi-words.txt"), ("pairs", "vi-pairs.txt"), ("news", "vi-news.txt")):
        rows = set()
        for line in (cache / "text" / name).read_text("utf-8").split("\n"):
            words = tuple(spell(unit.text, lang) for unit in units(line) if unit.kind == "word")
            if len(words) > 1 and all(map(is_syllable, words)):
                rows.add(words)
        found[kind] = [list(row) for row in sorted(rows)]
    return found


def counted(cache: Path, lang: str, listed: dict[str, float]) -> dict[str, Counts]:
    """Counts of all that was gathered for a language."""
    import wordfreq

    english = wordfreq.get_frequency_dict("en", "small")
    rows = list(sentences(cache / f"text/{lang}.txt", lang))
    known = listed or {word: count / 1e6 for word, count in Counter(w for _, row in rows for w, _ in row).items()}
    rows = [(kind, row) for kind, row in rows if kind != "words" and is_sound(row, lang, known, english)]
    counts = count(rows, 3 if lang == "vi" else 2)
    for kind, entries in listed_words(cache, lang).items():
        for words in entries:
            counts[kind].add_listed(words)
    return counts
