"""Marks that stand where none belongs: behind a word in the middle of a sentence."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tqa.language.fold import lower
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
# Those that a clause may end with: "they flew by; we moved on".
_CLOSING = frozenset("by in on that is was were are be".split())
# Nor a single comma between these and the verb.
_AUXILIARIES = frozenset("be been can cannot could had has may might must shall should was were will would".split())
_SUBJECTS = frozenset(
    """although and as at because but by even for from he his if in it its nor not of on or she so that the their then
    there they this though to we what when where which while who with without yet you""".split()
)
# An apostrophe behind these may be that of a genitive or stand for what is left out: the boys', goin', an'.
_APOSTROPHES = "'’"
_CLIPPED = ("s", "x", "z", "in", "an", "o", "th", "ol", "f")
# Words behind a hyphen that stands for a part left out: "pre- and post-war".
_JOINING = frozenset("and or to".split())
_COMMON = 1e-6
_LONGEST_SHORT = 6
_UNCASED, _UPPER = int(Trait.UNCASED), int(Trait.UPPER)


class Texts(NamedTuple):
    """A text, the base code of its language, its traits, and the source, None where that isn't known."""

    text: str
    base: str
    traits: int
    source: str | None


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
            is_stray = (
                is_stray and not any(form in source for form in _SAME["!"]) and not _is_name(_word(text, at), source)
            )
        else:
            is_stray = mark == "." and letter.islower() and _ends_between_words(both, at, match.start(2))
        if is_stray or (is_english and letter and both.source is not None and _is_unmarked(both, at, match.start(2))):
            yield at


def _word(text: str, at: int) -> str:
    """What stands before `at`, back to a blank."""
    return text[text.rfind(" ", 0, at) + 1 : at]


def _is_name(word: str, source: str) -> bool:
    """Whether a word with an exclamation mark is a name that has one (Joomla!)."""
    return not word.islower() and word in source


def _following(text: str, at: int) -> str:
    """The run of letters at `at`."""
    end = at
    while end < len(text) and text[end].isalpha():
        end += 1
    return "" if text[end : end + 1] == "." else text[at:end]


def _is_unmarked(both: Texts, at: int, behind: int) -> bool:
    """Whether a mark of an English text follows a word that must have none."""
    text, mark, source = both.text, both.text[at], both.source or ""
    word, following = _word(text, at), _following(text, behind)
    if following in _JOINING or len(following) < 2:
        return False
    if word in _DETERMINERS or (at == len(word) and lower(word) in _DETERMINERS):
        return True
    is_new = not any(form in source for form in _SAME.get(mark, mark))
    if mark in _APOSTROPHES:
        has_opened = _OPENED.search(text, 0, at) is not None
        return is_new and not has_opened and (word in _LINKS or (word.islower() and _is_whole(word)))
    if mark == "-":
        return (word.islower() or len(word) > 2) and "- " not in source
    if mark == ",":
        # A parenthesis behind a verb has two commas: "it will, in the end, rain".
        is_one = "," not in text[at + 1 :] and following.islower() and following not in _SUBJECTS
        return is_one and word in _AUXILIARIES
    if following == "than" and is_new:
        return True
    if mark == ".":
        return is_new and word in _LINKS and following.islower()
    return is_new and word in _LINKS and word not in _CLOSING


def _is_whole(word: str) -> bool:
    """Whether no genitive or clipped word ends so."""
    return not word.endswith(_CLIPPED) or word[0].isdigit()


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
