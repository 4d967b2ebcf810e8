"""How the letters of an unknown word are marked, by the letters around them.

Each letter that can bear marks is looked up with ever fewer of its neighbours (Mihalcea 2002 decides letter by letter
in the same way). A context is the letter, then its neighbours in turn from the right and from the left: of b in `^abc^`
it is "bca^^"; only contexts that change what the shorter ones say are kept.
"""

from functools import cached_property

LONGEST = 11
EDGE = "^"
_LEAST = 0.5


def context(padded: str, at: int) -> str:
    """The longest context of padded[at], where `padded` is a folded word between two EDGEs."""
    parts = [padded[at]]
    left, right = at - 1, at + 1
    while len(parts) < LONGEST and (left >= 0 or right < len(padded)):
        parts.append(padded[right] if right < len(padded) else "")
        parts.append(padded[left] if left >= 0 else "")
        left -= 1
        right += 1
    return "".join(parts)[:LONGEST]


class Letters:
    """The contexts of one language."""

    def __init__(self, keys: str, marked: str, shares: list[float]) -> None:
        """Take the contexts, one a line, and of each the letter it calls for and that letter's probability."""
        self._keys = keys
        self._marked = marked
        self._shares = shares

    @cached_property
    def _contexts(self) -> dict[str, tuple[str, float]]:
        found = zip(self._marked, self._shares, strict=True)
        return dict(zip(self._keys.split("\n"), found, strict=True)) if self._keys else {}

    def mark(self, word: str) -> tuple[str, float]:
        """The likeliest spelling of `word` (lower-case, folded), and its probability."""
        padded = f"{EDGE}{word}{EDGE}"
        letters, probability = [], 1.0
        for at in range(1, len(padded) - 1):
            around = context(padded, at)
            letter = padded[at]
            for length in range(len(around), 0, -1):
                found = self._contexts.get(around[:length])
                if found is not None:
                    letter, share = found
                    probability *= share
                    break
            letters.append(letter)
        return "".join(letters), probability
