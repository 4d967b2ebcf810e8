"""Learn from bilingual texts which forms of a word translate which English roots (IBM model 1)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from tqa.language.diacritics.translation import roots

ROUNDS = 4
# What is taken from each count, and added to each root's sum; how much likelier than without the root a form must be,
# and how probable.
DISCOUNT, UNSEEN, RATIO, LEAST = 0.2, 1.0, 10.0, 0.01
# The discount for languages of which there are messages alone, but many.
DISCOUNT_OTHERS = 0.5
# A row longer than this is no sentence.
LONGEST = 80
# What isn't worth keeping of a form's count in one sentence.
NEGLIGIBLE = 1e-4
NOTHING = ""

# Weight, forms, roots.
Pair = tuple[float, Sequence[str], Sequence[str]]


def bilingual(
    texts: Iterable[tuple[float, str, str]], forms_of: Callable[[str], Iterable[str]], is_open: Callable[[str], bool]
) -> list[Pair]:
    """Texts and their English translations, with a weight each, as forms worth telling apart and English roots."""
    found: list[Pair] = []
    for weight, text, english in texts:
        forms = [form for form in forms_of(text) if is_open(form)]
        if forms and len(forms) <= LONGEST and (translation := roots(english)):
            found.append((weight, forms, [NOTHING, *translation]))
    return found


def counts(pairs: Sequence[Pair]) -> Mapping[str, Mapping[str, float]]:
    """How often each root, or NOTHING, is translated by each form, as expectation maximisation has it."""
    likely: dict[str, dict[str, float]] = {}
    found: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for turn in range(ROUNDS):
        found.clear()
        for weight, forms, english in pairs:
            for form in forms:
                chances = [likely[root].get(form, 0.0) if turn else 1.0 for root in english]
                total = sum(chances)
                for root, chance in zip(english, chances, strict=True):
                    if chance > NEGLIGIBLE * total:
                        found[root][form] += weight * chance / total
        likely = {}
        for root, row in found.items():
            every = sum(row.values())
            likely[root] = {form: count / every for form, count in row.items()}
    return found


def telling(
    found: Mapping[str, Mapping[str, float]], share: Mapping[str, float], discount: float
) -> dict[str, list[tuple[str, float]]]:
    """The roots with the forms they call for and their probabilities, where they are likelier than their `share`.

    `discount` is what is taken from each count.
    """
    kept: dict[str, list[tuple[str, float]]] = {}
    for root, row in found.items():
        every = sum(row.values()) + UNSEEN
        rows = [(form, (count - discount) / every) for form, count in row.items()]
        rows = [(form, p) for form, p in rows if p > max(RATIO * share[form], LEAST)]
        if root != NOTHING and rows:
            kept[root] = sorted(rows, key=lambda item: -item[1])[:255]
    return kept
