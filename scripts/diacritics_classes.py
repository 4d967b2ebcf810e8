"""Classes of words by their endings, and how much likelier one class stands behind another than chance has it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from tqa.language.diacritics.units import MARKERS

# So many words are classes of their own; others go by their last letters, at most so many, in at most so many classes.
FREQUENT, LONGEST, MOST = 60, 4, 255
# An ending's share of all words that is worth a class; what is added to counts, seen and expected.
WORTH, SMOOTH = 0.0012, 4.0


def classes(share: Mapping[str, float]) -> dict[str, int]:
    """The number of the class of each word."""
    words = sorted((word for word in share if word not in MARKERS), key=lambda word: (-share[word], word))
    names: dict[str, int] = {name: at for at, name in enumerate((*MARKERS, *words[:FREQUENT], "-"))}
    sums: Counter[str] = Counter()
    for word in words[FREQUENT:]:
        sums.update({"-" + word[-length:]: share[word] for length in range(1, LONGEST + 1) if length < len(word)})
    for ending, total in sums.most_common():
        if total < WORTH or len(names) == MOST:
            break
        names[ending] = len(names)
    return {word: names[word] if word in names else _ending(word, names) for word in share}


def _ending(word: str, names: Mapping[str, int]) -> int:
    endings = ("-" + word[-length:] for length in range(min(LONGEST, len(word) - 1), 0, -1))
    return next((names[ending] for ending in endings if ending in names), names["-"])


def pulls(pairs: Iterable[tuple[tuple[str, str], float]], found: Mapping[str, int]) -> list[list[float]]:
    """How much likelier than by chance each class stands behind each, from counts of pairs of words."""
    size = max(found.values()) + 1
    counts: defaultdict[tuple[int, int], float] = defaultdict(float)
    for (a, b), number in pairs:
        if a in found and b in found:
            counts[found[a], found[b]] += number
    before, behind = [0.0] * size, [0.0] * size
    for (one, other), number in counts.items():
        before[one] += number
        behind[other] += number
    total = sum(before) or 1.0
    return [
        [(counts[one, other] + SMOOTH) / (before[one] * behind[other] / total + SMOOTH) for other in range(size)]
        for one in range(size)
    ]
