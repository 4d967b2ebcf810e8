"""Words nobody listed, as two words that are known."""

from functools import lru_cache

from tqa.language.diacritics.model import Model

LANGUAGES = frozenset({"da", "de", "et", "fi", "hu", "is", "nb", "nl", "sv"})
# Shorter parts are found in words by chance; so are parts whose shares have a product below this.
_SHORTEST, _LEAST = 5, 1e-12


@lru_cache(maxsize=8192)
def compound(found: Model, plain: str) -> str:
    """How `plain` (lower-case, folded) is spelt if it is a compound of two words of the language; "" if it isn't."""
    best = (_LEAST, "")
    for at in range(_SHORTEST, len(plain) - _SHORTEST + 1):
        first, second = found.folds.get(plain[:at]), found.folds.get(plain[at:])
        if first is not None and second is not None:
            share = _share(found, first) * _share(found, second)
            best = max(best, (share, _likeliest(found, first) + _likeliest(found, second)))
    return best[1]


def _share(found: Model, fold: int) -> float:
    return sum(found.share[form] for form in found.numbers(fold))


def _likeliest(found: Model, fold: int) -> str:
    return found.forms[max(found.numbers(fold), key=found.share.__getitem__)]
