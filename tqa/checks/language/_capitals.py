"""A text that lost all its capitals: what more than one rule has to know of it."""

from tqa.facts import Pair
from tqa.language.sentences import has_inner_end
from tqa.language.tokens import Word
from tqa.language.traits import Trait
from tqa.language.writing import UNCAPITALISED

_WORDS = 5
_CAPITAL_NOUNS = frozenset({"de", "lb"})
_UPPER, _UNCASED = int(Trait.UPPER), int(Trait.UNCASED)
_CAPITAL = _UPPER | _UNCASED


def without_capitals(pair: Pair) -> Word | None:
    """The first word of a target of several words without a capital, where one must be; None for any other target.

    One must be where the source has some, or the target holds whole sentences.
    """
    source, target = pair.source, pair.target
    if target.traits & _CAPITAL or len(target.prose) < _WORDS or target.base in UNCAPITALISED:
        return None
    # Behind a number or a placeholder a sentence needs no capital.
    first = target.prose[0]
    is_numbered = first != target.words[0] or any(map(str.isdigit, target.text[: first.start]))
    if pair.bilingual and source.traits & _UPPER:
        capitals = sum(word.text[0].isupper() for word in source.words[is_numbered:])
        is_lost = capitals > 1 and not (is_numbered and source.base in _CAPITAL_NOUNS)
    elif is_numbered:
        return None
    elif pair.bilingual:
        is_lost = bool(source.traits & _UNCASED) and _are_sentences(target.text)
    else:
        is_lost = _are_sentences(target.text)
    return first if is_lost else None


def _are_sentences(text: str) -> bool:
    return has_inner_end(text) and text.rstrip("\"'”’») ")[-1:] in (".", "!", "?")
