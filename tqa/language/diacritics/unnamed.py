"""Find text that has lost its diacritics, in a language that nobody named."""

from tqa.language.diacritics.detection import Loss, detect, lost_throughout
from tqa.language.diacritics.model import LANGUAGES, served_as
from tqa.language.diacritics.units import stacks_marks

# A language shows itself in this many code points.
_ENOUGH = 2000


def detect_any(text: str, english: str = "") -> Loss | None:
    """Find lost diacritics in `text` of any language that has a model, and name the language.

    `english`: the text in English, where that is known, which helps to tell what the words were.
    None when the text is sound, is in a language without diacritics, or its language can't be told.
    """
    if stacks_marks(text) or not any(char.isalpha() for char in text):
        return None
    from tqa.language.identify import identify_any

    guess = identify_any(text[:_ENOUGH])
    if guess.language is None or served_as(guess.language) not in LANGUAGES:
        return None
    found = detect(text, guess.language, english)
    return found or (lost_throughout(text, guess.language, english) if guess.stripped else None)
