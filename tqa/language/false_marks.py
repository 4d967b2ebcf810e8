"""Words with marks that make no word of the language, where other marks on the same letters make a frequent one."""

from functools import lru_cache

from tqa.language.diacritics.model import Model, model
from tqa.language.diacritics.spelling import is_syllable, tone_in_front
from tqa.language.fold import fold
from tqa.language.lexicon import Lexicon, lexicon
from tqa.language.name_marks import ENDINGS_WITH_MARKS

# Share of all words that the right one must have, and how many times as frequent it must be as what stands there.
_LEAST, _RATIO = 3e-6, 1000.0
# How often the right Vietnamese syllable follows, or is followed by, the one beside it.
_LEAST_PAIR = 0.002
_SHORTEST = 3
# Languages that mark the last vowel but one of a word for grammar (Latvian funkcijas, funkcijās).
_LONG_ENDINGS = {"lt": 2, "lv": 2}
# Languages whose words others quote: what one of them has is no slip.
_QUOTED = ("en", "fr", "de", "es", "it", "pt")
# A share that is met with among a million words may be chance.
_KNOWN = 3e-7


# Letters that are long or short for grammar, or as the writer likes (Czech milionů, miliónů; Turkish öge, öğe).
_FREE = {"hu": "ae", "cs": "o", "tr": "g"}


@lru_cache(maxsize=65536)
def is_suspect(word: str, language: str) -> bool:
    """Whether `word` (lower-case NFC) may have false marks in `language` (base code), whatever its neighbours."""
    if language != "vi":
        return right_marks(word, language) is not None
    found, known = model("vi"), lexicon("vi")
    plain = tone_in_front(word)
    if found is None or known is None or plain in found.known or known.frequency(word):
        return False
    return is_syllable(plain)


@lru_cache(maxsize=65536)
def right_marks(word: str, language: str) -> str | None:
    """Return what `word` (lower-case NFC, with marks) should be in `language` (base code).

    None where it may be right. For Vietnamese see `right_syllable`.
    """
    found, known = model(language), lexicon(language)
    if found is None or known is None or len(word) < _SHORTEST:
        return None
    plain = fold(word)
    own = max(known.frequency(word), _share(found, word, plain))
    others = _forms(found, known, plain)
    others.pop(word, None)
    right = max(others, key=lambda form: others[form], default=None)
    if right is None or others[right] < max(_LEAST, _RATIO * own) or _is_quoted(word, language):
        return None
    return right if may_slip(word, right, language) else None


def may_slip(word: str, right: str, language: str) -> bool:
    """Whether the marks that differ make no form of another word, as they do in endings and in some vowels."""
    end = len(word) - (_LONG_ENDINGS.get(language, 1) if language in ENDINGS_WITH_MARKS else 0)
    differing = {(a, b) for a, b in zip(word[:end], right[:end], strict=True) if a != b}
    return bool(differing) and not any(fold(a) in _FREE.get(language, "") for a, _ in differing)


def right_syllable(syllable: str, before: str, behind: str) -> str | None:
    """Return what a Vietnamese `syllable` should be, given the ones beside it (all lower-case NFC, or empty).

    Only one that is no syllable of the language is looked at, and it must be known to go with its neighbour otherwise.
    """
    found = model("vi")
    if found is None or not is_suspect(syllable, "vi"):
        return None
    word = tone_in_front(syllable)
    for other, is_first in ((before, True), (behind, False)):
        pair = (tone_in_front(other), word) if is_first else (word, tone_in_front(other))
        numbers = [found.folds.get(fold(part)) for part in pair]
        if not other or numbers[0] is None or numbers[1] is None:
            continue
        best: tuple[float, str] = (_LEAST_PAIR, "")
        for first, second, share, _ in found.pair(numbers[0], numbers[1]):
            forms = found.forms[found.first[numbers[0]] + first], found.forms[found.first[numbers[1]] + second]
            if forms[not is_first] == pair[not is_first]:
                best = max(best, (share, forms[is_first]))
        if best[1]:
            return best[1]
    return None


def _forms(found: Model, known: Lexicon, plain: str) -> dict[str, float]:
    """The spellings that a folded word may stand for, with their shares of all words."""
    forms = dict(known.folded(plain))
    for form in _numbered(found, plain):
        forms[form] = max(forms.get(form, 0.0), _share(found, form, plain))
    return forms


def _numbered(found: Model, plain: str) -> list[str]:
    number = found.folds.get(plain)
    return [found.forms[index] for index in found.numbers(number)] if number is not None else []


def _share(found: Model, word: str, plain: str) -> float:
    number = found.folds.get(plain)
    if number is None:
        return 0.0
    return max((found.share[index] for index in found.numbers(number) if found.forms[index] == word), default=0.0)


def _is_quoted(word: str, language: str) -> bool:
    return any(
        other != language and (words := lexicon(other)) is not None and words.frequency(word) >= _KNOWN
        for other in _QUOTED
    )
