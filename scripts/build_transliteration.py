#!/usr/bin/env python3
"""Make tqa/language/data/words/transliteration.json: which sounds other scripts write for those of Latin names.

    python scripts/build_transliteration.py

Learned from the names that the CLDR (Babel) has of territories, cities, languages and scripts in English and in the
languages of each script: pairs are aligned by what is known so far, those that don't sound alike are left out, and
the log-odds of each pair of sounds are counted anew, some times over (Viterbi training).
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

sys.path.insert(0, str(Path(__file__).parents[1]))
from tqa.language.tokens import words
from tqa.language.transliteration import ALPHABET, UNIT, sounds
from tqa.language.writing import script

OUT = Path(__file__).parents[1] / "tqa/language/data/words/transliteration.json"
LANGUAGES = """ru uk be bg mk sr kk ky mn el ar fa ur he hi mr ne bn ta te kn ml gu pa si th ko ja zh zh_Hant ka hy am
km lo my""".split()
ROUNDS, LEAST, BOUND = 6, 0.55, 4.0
"""LEAST: nats for each sound of a name that a pair must score to count as a transliteration."""
FEWEST = 100
SMALL = 0.15
VOWELS = "aeiouyh"
ALIKE = ("bpfvw", "tdT", "kgcqXGC", "lr", "mnN", "szSZQcCj", "jyig", "uwo")


def names(language: str) -> Iterator[tuple[str, str]]:
    """Names in English and in the language."""
    english, other = Locale("en"), Locale.parse(language)
    for kind in ("territories", "languages", "scripts"):
        theirs = getattr(other, kind)
        for code, name in getattr(english, kind).items():
            if not code.isdigit() and code in theirs:
                yield name, theirs[code]
    for zone in Locale("ru").time_zones:
        if "city" in other.time_zones.get(zone, {}):
            name = english.time_zones.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
            yield name, other.time_zones[zone]["city"]


def pairs() -> dict[str, set[tuple[str, str]]]:
    """By script: the sounds of a name's words and of what stands for them."""
    found: dict[str, set[tuple[str, str]]] = {}
    for language in LANGUAGES:
        for ours, theirs in names(language):
            one, other = words(ours), words(theirs)
            if len(one) == len(other) <= 2:
                for left, right in zip(one, other, strict=True):
                    pair = sounds(left.text), sounds(right.text)
                    if len(pair[0]) > 2 and len(pair[1]) > 1:
                        found.setdefault(script(right.text[0]), set()).add(pair)
    return found


Costs = dict[tuple[str, str], float]


def guess(one: str, other: str) -> float:
    """Log-odds to begin with."""
    if "" in (one, other):
        return -0.5 if one + other in VOWELS else -2.0
    if one == other:
        return 2.5
    if one in VOWELS and other in VOWELS:
        return 0.5
    return 1.2 if any(one in group and other in group for group in ALIKE) else -2.5


def align(name: str, word: str, costs: Costs) -> tuple[float, list[tuple[str, str]]]:
    """The best alignment's score and its steps."""
    table = {(0, 0): (0.0, (0, 0))}
    for i in range(len(name) + 1):
        for j in range(len(word) + 1):
            ways = []
            if i and j:
                ways.append((table[i - 1, j - 1][0] + costs[name[i - 1], word[j - 1]], (i - 1, j - 1)))
            if i:
                ways.append((table[i - 1, j][0] + costs[name[i - 1], ""], (i - 1, j)))
            if j:
                ways.append((table[i, j - 1][0] + costs["", word[j - 1]], (i, j - 1)))
            if ways:
                table[i, j] = max(ways)
    steps = []
    at = len(name), len(word)
    while at != (0, 0):
        before = table[at][1]
        steps.append((name[before[0] : at[0]], word[before[1] : at[1]]))
        at = before
    return table[len(name), len(word)][0], steps


def train(found: set[tuple[str, str]]) -> Costs:
    """Learn the costs of one script."""
    cells = [(one, other) for one in ("", *ALPHABET) for other in ("", *ALPHABET)]
    costs = {cell: guess(*cell) for cell in cells}
    for _ in range(ROUNDS):
        counts: Counter[tuple[str, str]] = Counter()
        for name, word in sorted(found):
            score, steps = align(name, word, costs)
            if score >= LEAST * len(name):
                counts.update(steps)
        ours, theirs = Counter(), Counter()
        for (one, other), count in counts.items():
            ours[one] += count
            theirs[other] += count
        costs = {cell: max(-BOUND, min(BOUND, odds(*cell, counts, ours, theirs))) for cell in cells}
    return costs


def odds(one: str, other: str, counts: Counter, ours: Counter, theirs: Counter) -> float:
    """The log-odds of a pair of sounds over chance, smoothed; of a lone one its share of that sound."""
    if not (one and other):
        return math.log((counts[one, other] + 0.5) / ((ours if one else theirs)[one or other] + 3))
    size = len(ALPHABET)
    # What was never seen: letters that are the same are likely alike, others are not.
    small = SMALL * (8 if one == other else 1)
    share = (counts[one, other] + small) / (counts.total() + SMALL * size * size)
    expected = (ours[one] + 1) / (ours.total() - ours[""] + size) * (theirs[other] + 1)
    value = math.log(share * (theirs.total() - theirs[""] + size) / expected)
    return value if counts[one, other] or one == other else min(value, guess(one, other))


def main() -> None:
    """Learn and write."""
    out = {}
    for code, found in sorted(pairs().items()):
        if len(found) < FEWEST or code == "Latn":
            continue
        costs = train(found)
        rows = {one: [round(UNIT * costs[one, other]) for other in ALPHABET] for one in ALPHABET}
        rows["name"] = [round(UNIT * costs[one, ""]) for one in ALPHABET]
        rows["word"] = [round(UNIT * costs["", other]) for other in ALPHABET]
        out[code] = rows
        print(code, len(found), "pairs")
    OUT.write_text(json.dumps(out, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
