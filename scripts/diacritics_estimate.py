"""Shares of words, and probabilities of pairs and triples, from their counts."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from diacritics_classes import classes, pulls
from diacritics_counts import Counts

from tqa.language.diacritics.units import MARKERS
from tqa.language.fold import fold

# What the counts of each kind of text weigh for Vietnamese.
WEIGHTS = {"own": 4.0, "game": 3.0, "book": 0.3, "soft": 0.05, "compounds": 0.5, "pairs": 0.3, "news": 0.5}
# Languages in which the endings of words that stand together tell much.
BY_ENDINGS = {"cs", "es", "fr", "pl"}
# Lists without counts, and by which power of its words' shares a row counts.
LISTS = {"compounds": 0.0, "pairs": 0.5, "news": 0.5}
MOST_FORMS = 16
# Of the share of a fold's first form: what a second one must have to be worth pairs.
OPEN = 0.005
# From how many marked words in the texts on an unmarked one is judged by them; how much commoner it may be elsewhere,
# and what of its share stays at the least; not where it has more than a stray one would, beside the marked word.
ENOUGH, DOUBT, LEAST_LEFT, MOST_STRAY = 20, 3.0, 0.05, 0.15

OLD_CZECH = "ión"

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
        self._clean(share, counts)
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
        self.fold_of = {word: plain for plain, forms in self.folds.items() for word in forms}
        kept, totals, keeps = discounted(self._tables(counts, "discount", "pairs"))
        unseen = settings["unseen"]
        self.left = {word: 1 - keeps[word,] / (totals[word,] + unseen) for word in self.share}
        self.classes = classes(self.share) if lang in BY_ENDINGS else dict.fromkeys(self.share, 0)
        self.pulls = [[1.0]]
        if lang in BY_ENDINGS:
            self.pulls = pulls((item for found in counts.values() for item in found.pairs.items()), self.classes)
        self.pairs = {
            (a, b): rest / (totals[a,] + unseen) + self.unlisted(a, b)
            for (a, b), rest in kept.items()
            if a in self.share and b in self.share
        }
        self._triples(counts)
        self._capitals(counts)

    def _clean(self, share: dict[str, float], counts: dict[str, Counts]) -> None:
        """Lower the shares of unmarked words that edited texts hardly have: in lists they are mostly stripped words."""
        texts: Counter[str] = Counter()
        for found in counts.values():
            texts.update(found.single)
        for word in texts if self.lang == "de" else ():
            # wordfreq writes ss for ß.
            if "ß" in word and texts[word] >= ENOUGH and (other := word.replace("ß", "ss")) in share:
                both = share[word] + share[other]
                share[word] = both * texts[word] / (texts[word] + texts[other])
                share[other] = both - share[word]
        for word in list(share) if self.lang == "cs" else ():
            # Lists have the older spelling milión, stadión.
            if OLD_CZECH in word and (other := word.replace(OLD_CZECH, "ion")) in share:
                share[other] += share[word] * (1 - LEAST_LEFT)
                share[word] *= LEAST_LEFT
        marked: Counter[str] = Counter()
        best: dict[str, float] = {}
        for word in texts:
            if (plain := fold(word)) != word:
                marked[plain] += texts[word]
                best[plain] = best.get(plain, 0.0) + share[word]
        for plain, number in marked.items():
            if number >= ENOUGH and 0 < share.get(plain, 0.0) < MOST_STRAY * best[plain]:
                edited = (texts[plain] + 0.5) / number * best[plain]
                share[plain] = min(share[plain], max(DOUBT * edited, share[plain] * LEAST_LEFT))

    def weight(self, kind: str) -> float:
        return WEIGHTS[kind] if self.lang == "vi" else 1.0

    def follow(self, a: str, b: str) -> float:
        """Probability of b behind a."""
        return self.pairs.get((a, b)) or self.unlisted(a, b)

    def unlisted(self, a: str, b: str) -> float:
        """Probability of b behind a by what each is."""
        return self.left[a] * self.share[b] * self.pulls[self.classes[a]][self.classes[b]]

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
        """Drop the pairs and triples of folds in which they hardly change how likely each form is.

        Of all pairs (triples) with the same folds the relative entropy of the forms with and without them is taken, in
        nats; they stay together, or go if it is `gain` or less (after Stolcke 1998, who takes single rows).
        """
        self.triples = self._telling(self.triples, lambda a, b, c: self.left2[a, b] * self.follow(b, c), gain)
        contexts = {(a, b) for a, b, _ in self.triples}
        self.left2 = {pair: left for pair, left in self.left2.items() if pair in contexts}
        telling = self._telling(self.pairs, self.unlisted, gain)
        self.pairs = {pair: p for pair, p in self.pairs.items() if pair in telling or pair in contexts}

    def _telling(self, table: dict[Row, float], shorter: Callable[..., float], gain: float) -> dict[Row, float]:
        """The rows of `table` that tell forms apart better than the `shorter` rows do."""
        rows: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in table:
            folds = tuple(map(self.fold_of.__getitem__, row))
            if any(self._is_open(self.folds[plain]) for plain in folds):
                rows[folds].append(row)
        kept: dict[Row, float] = {}
        for found in rows.values():
            before = [self._before(row) for row in found]
            short = [weight * shorter(*row) for weight, row in zip(before, found, strict=True)]
            full = [weight * table[row] for weight, row in zip(before, found, strict=True)]
            others = self._others(found)
            if _divergence([*full, others], [*short, others]) > gain:
                kept.update({row: table[row] for row in found})
        return kept

    def _before(self, row: tuple[str, ...]) -> float:
        return self.share[row[0]] * (self.follow(row[0], row[1]) if len(row) == 3 else 1.0)

    def _others(self, rows: Sequence[tuple[str, ...]]) -> float:
        """The probability, by single words, of the readings of a row of folds that aren't among `rows`."""
        every = math.prod(sum(map(self.share.__getitem__, self.folds[self.fold_of[word]])) for word in rows[0])
        return max(every - sum(math.prod(map(self.share.__getitem__, row)) for row in rows), 0.0)


def _divergence(full: Sequence[float], short: Sequence[float]) -> float:
    """The relative entropy of two distributions, given up to a factor each, in nats."""
    a, b = sum(full), sum(short)
    return sum(p / a * math.log(p / a / (q / b)) for p, q in zip(full, short, strict=True) if p > 0 and q > 0)
