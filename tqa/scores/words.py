"""How many words a segment has, for figures that are normed by words."""

from tqa.language.writing import UNSPACED, script

# In letters: Chinese words have one and a half to two, Thai ones more. Only where neither side has blanks to count by.
_LETTERS_A_WORD = 2
# Thai's, before which there is no letter of a script without blanks.
_FIRST_UNSPACED = "\u0e00"


def count_words(source: str, target: str) -> int:
    """The words of the target, as ISO 5060 counts; of the source where only that one has blanks between its words."""
    for text in (target, source):
        if text.strip() and not _is_unspaced(text):
            return len(text.split())
    letters = sum(char.isalpha() for char in target)
    return -(-letters // _LETTERS_A_WORD)


def _is_unspaced(text: str) -> bool:
    if max(text) < _FIRST_UNSPACED:
        return False
    letters = [char for char in text if char.isalpha()]
    return sum(script(char) in UNSPACED for char in letters) * 2 > len(letters)
