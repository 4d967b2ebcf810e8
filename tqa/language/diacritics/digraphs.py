"""German words written with ae, oe, ue and ss for ä, ö, ü and ß."""

from functools import lru_cache
from itertools import product

from tqa.language.diacritics.model import Model
from tqa.language.fold import fold

_LETTERS = {"ae": "ä", "oe": "ö", "ue": "ü", "ss": "ß"}
_SWISS_LETTERS = {digraph: letter for digraph, letter in _LETTERS.items() if letter != "ß"}
_MOST = 4


@lru_cache(maxsize=16384)
def umlauted(found: Model, word: str) -> tuple[str, float, float] | None:
    """The likeliest word that `word` (lower-case) may stand for, its share, and that of `word` itself.

    None where no known word has umlauts or ß in place of some of its digraphs.
    """
    letters = _LETTERS if found.sharp_s else _SWISS_LETTERS
    places = [at for at in range(len(word) - 1) if word[at : at + 2] in letters]
    if not places or len(places) > _MOST or not word.isascii():
        return None
    best = max((_share(found, form), form) for form in _variants(word, places))
    return (best[1], best[0], _share(found, word)) if best[0] > 0 else None


def _variants(word: str, places: list[int]) -> list[str]:
    forms = []
    for chosen in product((False, True), repeat=len(places)):
        if any(chosen):
            form = word
            for at, here in reversed(list(zip(places, chosen, strict=True))):
                if here:
                    form = form[:at] + _LETTERS.get(form[at : at + 2], form[at : at + 2]) + form[at + 2 :]
            forms.append(form)
    return forms


def _share(found: Model, form: str) -> float:
    number = found.folds.get(fold(form))
    if number is None:
        return 0.0
    return next((found.share[n] for n in found.numbers(number) if found.forms[n] == form), 0.0)
