"""What an English translation tells of the words that lost their marks.

A name that the translation writes the same way is likely foreign, and lost nothing.
`nhung` beside "but" is `nhưng`, beside "these" rather `những`: how probable each form is beside the English words is
learnt by IBM model 1 (Brown et al. 1993), which adds up the probabilities that each of them, or none, is what the form
translates.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from tqa.language.english import english_root
from tqa.language.fold import lower

# By form number: the probability that a word of the text is that form since an English word calls for it.
Hints = Mapping[int, float]

_WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")
_NAME = re.compile(r"[A-Z][^\W\d_]+")
# A longer translation is none of a sentence.
_MOST_ROOTS = 400


@lru_cache(maxsize=64)
def roots(english: str) -> tuple[str, ...]:
    """The roots of the words of a text, each once, in order."""
    return tuple(sorted({english_root(word) for word in _WORD.findall(lower(english))}))


@lru_cache(maxsize=64)
def names(english: str) -> frozenset[str]:
    """The words of a text that have a capital."""
    return frozenset(_NAME.findall(english))


class Translations:
    """Which forms of one language translate which English roots."""

    def __init__(self, listed: str, counts: Sequence[int], forms: Sequence[int], shares: Sequence[float]) -> None:
        """Take the roots, one a line, how many forms each has, and the numbers of these forms with the probability of
        each where the root is translated; numbers are differences to the one before, but for the first of a root.
        """
        self._spans: dict[str, tuple[int, int]] = {}
        start = 0
        for root, end in zip(listed.split("\n"), accumulate(counts), strict=True):
            self._spans[root] = start, end
            start = end
        self._forms, self._shares = forms, shares

    def hints(self, english: str) -> Hints:
        """What the words of `english` call for, as the translation of one text."""
        found = roots(english)
        if len(found) > _MOST_ROOTS:
            return {}
        chances: defaultdict[int, float] = defaultdict(float)
        for root in found:
            start, end = self._spans.get(root, (0, 0))
            form = 0
            for at in range(start, end):
                form += self._forms[at]
                chances[form] += self._shares[at]
        # One more for what translates nothing.
        parts = len(found) + 1
        return {form: chance / parts for form, chance in chances.items()}
