"""Marks that stand where none belongs: behind a word in the middle of a sentence."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tqa.language.lexicon import lexicon
from tqa.language.sentences import SHORT
from tqa.language.traits import Trait

# A mark before a space, with the letter behind that. Of the marks that prose has too, English alone is looked through.
_MARK = re.compile(r"([\^~@_|.!])(?:\s+([^\W_]?)|$)")
_ENGLISH_MARK = re.compile(r"([\^~@_|.!,;:'’-])(?:\s+([^\W_]?)|$)")
_SIGNS = "^~@_|"
_BEHIND_COMMA = "^~@_|-"
_SAME = {":": ":：", ";": ";；", "!": "!！", "'": "'’‘", "’": "'’‘"}
_OPENED = re.compile(r"(?<![^\W_])['‘’]")
# In English no mark stands behind these.
_DETERMINERS = frozenset("the a an my our your their every".split())
# Nor behind these, but for commas, and for marks that the source has too.
_LINKS = frozenset(
    """of to by from with and or because into in on at as for than that which who have has had be been is was were
    are""".split()
)
# An apostrophe behind these may be that of a genitive or stand for what is left out: the boys', goin', an'.
_APOSTROPHES = "'’"
_CLIPPED = ("s", "x", "z", "in", "an", "o", "th", "ol", "f")
_COLON_LIKE = re.compile('[;:؛；：·—–―“”«»„"「-]')
# Words behind a hyphen that stands for a part left out: "pre- and post-war".
_JOINING = frozenset("and or to".split())
# A translator may well join two sentences with these.
_ADVERBS = frozenset(
    "consequently furthermore hence however indeed instead moreover nevertheless otherwise so then".split()
)
_ADVERBS |= {"therefore", "thus"}
_COMMON = 1e-6
_LONGEST_SHORT = 6
_UNCASED, _UPPER = int(Trait.UNCASED), int(Trait.UPPER)


class Texts(NamedTuple):
    """A text with the base code of its language and its traits, and the source, None where that isn't known."""

    text: str
    base: str
    traits: int
    source: str | None
    source_traits: int


def stray_marks(both: Texts) -> Iterator[int]:
    """The offsets of the marks in the text of `both` that stand where none belongs."""
    text, source = both.text, both.source or ""
    is_english = both.base == "en"
    for match in (_ENGLISH_MARK if is_english else _MARK).finditer(text):
        at, mark, letter = match.start(), match[1], match[2] or ""
        before = text[at - 1 : at]
        if (
            not before.isalpha()
            and not (before == "," and mark in _BEHIND_COMMA)
            and not (mark == "!" and before.isdigit())
        ):
            continue
        if mark in _SIGNS or before == ",":
            is_stray = mark not in source and len(_word(text, at)) > 1 and bool(letter or mark in _SIGNS)
        elif both.source is None or not letter:
            is_stray = False
        elif mark == "!":
            is_stray = letter.islower() or letter.isdigit()
            is_stray = is_stray and not any(form in source for form in _SAME["!"]) and _word(text, at) not in source
        else:
            is_stray = mark == "." and letter.islower() and _ends_between_words(both, at, match.start(2))
        if is_stray or (is_english and letter and both.source is not None and _is_unmarked(both, at, match.start(2))):
            yield at


def _word(text: str, at: int) -> str:
    """What stands before `at`, back to a blank."""
    return text[text.rfind(" ", 0, at) + 1 : at]


def _following(text: str, at: int) -> str:
    """The run of letters at `at`."""
    end = at
    while end < len(text) and text[end].isalpha():
        end += 1
    return "" if text[end : end + 1] == "." else text[at:end]


def _is_unmarked(both: Texts, at: int, behind: int) -> bool:
    """Whether a mark of an English text follows a word that must have none, or stands for nothing in the source."""
    text, mark, source = both.text, both.text[at], both.source or ""
    word, following = _word(text, at), _following(text, behind)
    if following in _JOINING or len(following) < 2:
        return False
    if word.lower() in _DETERMINERS:
        return True
    is_new = not any(form in source for form in _SAME.get(mark, mark))
    if mark in _APOSTROPHES:
        has_opened = _OPENED.search(text, 0, at) is not None
        return is_new and not has_opened and (word in _LINKS or (word.islower() and not word.endswith(_CLIPPED)))
    if word in _LINKS and mark != "," and is_new:
        return mark != "." or following.islower()
    if mark == "-":
        return word.islower() and "- " not in source
    is_new = mark in ";:" and following.islower() and word[-2:].islower() and following not in _ADVERBS
    return is_new and not both.source_traits & _UNCASED and not _COLON_LIKE.search(source)


def _ends_between_words(both: Texts, at: int, behind: int) -> bool:
    """Whether the words on both sides of a stop are ordinary ones, no short forms or names written small."""
    known = lexicon(both.base)
    if known is None or both.traits & _UNCASED or not both.traits & _UPPER or SHORT.search(both.text, 0, at + 1):
        return False
    word, following = _word(both.text, at).lstrip("\"'“‘("), _following(both.text, behind)
    # Short forms are too many to know them all, but in English.
    least = 2 if both.base == "en" else _LONGEST_SHORT
    is_word = word.islower() and len(word) >= least and len(following) > 1
    return is_word and all(known.frequency(form) >= _COMMON for form in (word, following))
