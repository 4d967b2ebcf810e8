"""Train the letter contexts of tqa/language/diacritics/letters.py on a list of words."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from tqa.language.diacritics.letters import EDGE, context
from tqa.language.fold import fold

# A context must be seen with this weight, and its share differ by so much from the shorter one's to be kept.
_SEEN, _DIFFERS = 1.0, 0.3


def train(words: Mapping[str, float]) -> dict[str, tuple[str, float]]:
    """Contexts with the letter each calls for and its share, from words (lower-case NFC) with their weights."""
    bearing = {plain for word in words for letter, plain in zip(word, fold(word), strict=True) if letter != plain}
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, weight in words.items():
        padded = f"{EDGE}{fold(word)}{EDGE}"
        for at, letter in enumerate(word, 1):
            if padded[at] in bearing:
                around = context(padded, at)
                for length in range(1, len(around) + 1):
                    counts[around[:length]][letter] += weight
    kept: dict[str, tuple[str, float]] = {}
    for key in sorted(counts, key=len):
        seen = counts[key]
        total = sum(seen.values())
        if total < _SEEN and len(key) > 1:
            continue
        letter, best = seen.most_common(1)[0]
        share = (best + 0.2) / (total + 0.5)
        shorter = next((kept[key[:n]] for n in range(len(key) - 1, 0, -1) if key[:n] in kept), None)
        if shorter is None or shorter[0] != letter or abs(shorter[1] - share) > _DIFFERS:
            kept[key] = (letter, share)
    return kept
