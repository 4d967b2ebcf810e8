"""Whether a match in a script without spaces cuts through words."""

from tqa.language.lexicon import lexicon

# How often a word across the edge of a match must come, against the term, to be what was meant.
_OFTENER, _RARE = 5.0, 1e-6
_LONG = 4
# Thai and Lao vowels that stand before, or after, the consonant that they are spoken behind.
_BEFORE, _AFTER = frozenset("เแโใไເແໂໃໄ"), frozenset("ะาำๅຯະາຳ")
_SHORT_THAI = 2


def is_inside_word(text: str, start: int, end: int, language: str) -> bool:
    """Whether text[start:end] is likely no word of its own; `language` is a base code."""
    if language in ("th", "lo"):
        return _cuts_syllable(text, start, end)
    if language not in ("zh", "ja") or end - start >= _LONG:
        return False
    known = lexicon(language)
    if known is None or not text[start:end].isalpha():
        return False
    usual = max(known.frequency(text[start:end]), _RARE) * _OFTENER
    across = (text[start - 1 : start + 1] if start else "", text[end - 1 : end + 1])
    if end - start == 1:
        return any(len(word) == 2 and known.frequency(word) > _RARE for word in across)
    return any(len(word) == 2 and known.frequency(word) > usual for word in across)


def _cuts_syllable(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before in _BEFORE and before) or (after in _AFTER and after):
        return True
    return end - start <= _SHORT_THAI and after.isalpha() and after not in _BEFORE
