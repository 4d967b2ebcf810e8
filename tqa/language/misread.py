"""Mojibake: text whose bytes were read in another encoding than the one they were written in, and what it was meant as.

UTF-8 that was read as a code page shows itself by its structure, in any language. A code page that was read as another
one shows itself by words that the language has only once they are decoded again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import name

from tqa.language.codepages import CHUNK, Reading, characters, readings, suspected
from tqa.language.tags import UNDETERMINED
from tqa.language.writing import script, scripts

Edit = tuple[int, int, str]
"""Start, end and what belongs there."""


@dataclass(frozen=True, slots=True)
class Misreading:
    """What happened to a text (`UTF-8 read as Windows-1252`), and the words to put right, in order.

    is_sure: whether the bytes alone prove it. Offsets are in code points of the text as given.
    """

    kind: str
    edits: tuple[Edit, ...]
    is_sure: bool


_PAGES = ("cp1252", "cp1250", "cp1251", "mac_roman", "cp437")
SHOWN = {"cp1252": "Windows-1252", "cp1250": "Windows-1250", "cp1251": "Windows-1251", "mac_roman": "Mac Roman"}
SHOWN |= {"cp437": "the code page 437"}
# Marks that show it beside a letter; others are in sound texts too (l’été in Mac Roman).
_WESTERN = frozenset(map(chr, range(0xC0, 0x100)))
_TELLING = frozenset("√ƒ≈∆├─┼╞╬┬╨╤")
# Marks that UTF-8 holds in two or three bytes and that stand in texts of all languages.
_MARKS = frozenset("‘’‚“”„–—…•€™‹›«»°©®·×§±²³½\u00a0\u00ad\u200b\ufeff\ufffd′″→¿¡")
# Small and capital letters that no language has behind an Ã.
_NEVER_BEHIND = frozenset("œŒšŠžŽŸƒ")
# What may follow a letter in a sound text, so that two characters prove nothing.
_USUAL_BEHIND = frozenset("‘’‚“”„–—…•™‹›«»°®·²³ª\u00a0¡¿§ºЂђІіЇїЄєҐґЁёЎўЈј")
# Scripts whose vowels are signs rather than letters.
_WITH_SIGNS = ("THAI", "DEVANAGARI", "BENGALI", "TAMIL", "ARABIC", "HEBREW")
_OPENING = frozenset("«“‘„\"'(")
_TIMES = 3
_ASCII = frozenset(map(chr, range(0x80)))
# Of what isn't ASCII, the share that UTF-8 must account for, or pairs came about by chance in another mess.
_MOST = 0.5
# So many characters in a row are no chance, nor so many of any script.
_MANY, _MANY_CYRILLIC, _MANY_FOREIGN = 4, 6, 8


def misread(text: str, language: str) -> Misreading | None:
    """Return how `text`, in the language of the base code `language` (und: any), was misread; None for a sound one."""
    if text.isascii():
        return None
    there = frozenset(text) - _ASCII
    found, share = _utf_8(text, there, language)
    if found is not None and share > _MOST:
        return found
    by_words = (reading for lang in suspected(text, there, language) for reading in _by_words(text, lang))
    return next(by_words, None) or found


def _utf_8(text: str, there: frozenset[str], language: str) -> tuple[Misreading | None, float]:
    """How UTF-8 was misread, and the share of what isn't ASCII that it accounts for."""
    best: list[Edit] = []
    best_page = ""
    for page in _PAGES:
        if any(map(there.isdisjoint, _parts(page))):
            continue
        found = [edit for edit in _sequences(text, page) if _may_stand(edit, language)]
        if _length(found) > _length(best) and _is_proof(text, page, found, language):
            best, best_page = found, page
    if not best:
        return None, 0.0
    share = _length(best) / sum(char >= "\x80" for char in text)
    if best_page == "cp1252":
        best = sorted([*best, *_without_their_space(text)])
    return Misreading(f"UTF-8 read as {SHOWN[best_page]}", tuple(_whole_words(text, best)), is_sure=True), share


def _length(found: Sequence[Edit]) -> int:
    return sum(end - start for start, end, _ in found)


def _sequences(text: str, page: str) -> Iterator[Edit]:
    """What is UTF-8 in a text whose bytes were read as a code page, decoded; twice encoded texts are decoded twice."""
    pattern, bytes_of = _utf_8_pattern(page)
    for match in pattern.finditer(text):
        meant = match[0]
        for _ in range(_TIMES if page == "cp1252" else 1):
            again = pattern.sub(lambda found: _decoded(found[0], bytes_of), meant)
            if again == meant:
                break
            meant = again
        if meant != match[0] and all(map(_is_plausible, meant)):
            yield *match.span(), meant


def _may_stand(edit: Edit, language: str) -> bool:
    """Whether a text in the language may hold what was decoded; a lot of it may be of any script."""
    start, end, meant = edit
    if language == UNDETERMINED or end - start >= _MANY_FOREIGN:
        return all(char in _MARKS or script(char) != "Zzzz" or not char.isalpha() for char in meant)
    own = scripts(language)
    return all(not char.isalpha() or script(char) == "Latn" or script(char) in own for char in meant)


def _decoded(shown: str, bytes_of: dict[str, int]) -> str:
    try:
        return bytes(bytes_of[char] for char in shown).decode("utf-8")
    except UnicodeDecodeError:
        return shown


@cache
def _utf_8_pattern(page: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """What UTF-8 of a code point outside ASCII looks like in a code page, and the byte that each character was."""
    two, three, four, tail = (f"[{re.escape(''.join(sorted(part)))}]" for part in _bytes_of_utf_8(page))
    return re.compile(f"(?:{two}{tail}|{three}{tail}{{2}}|{four}{tail}{{3}})+"), characters(page)


def _bytes_of_utf_8(page: str) -> list[frozenset[str]]:
    """What begins a code point of two, three and four bytes in a code page, and what goes on with one."""
    ranges = ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4), (0x80, 0xBF))
    shown = characters(page).items()
    return [frozenset(char for char, byte in shown if low <= byte <= high) for low, high in ranges]


@cache
def _parts(page: str) -> tuple[frozenset[str], frozenset[str]]:
    """The characters that begin what is UTF-8, and those that follow: a text without either holds none."""
    two, three, four, tail = _bytes_of_utf_8(page)
    return two | three | four, tail


@cache
def _is_plausible(char: str) -> bool:
    return char in _MARKS or char.isalpha() or name(char, "").startswith(_WITH_SIGNS) or _is_wide_mark(char)


def _is_wide_mark(char: str) -> bool:
    """Whether it is punctuation of Chinese, Japanese or Korean."""
    return "\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uffef"


def _without_their_space(text: str) -> Iterator[Edit]:
    """The letter à, whose second byte reads as a no-break space, where that has become a common space or is lost."""
    return ((*match.span(), "à") for match in re.finditer("(?<=[a-z])Ã(?: (?= )|(?= |$))", text))


def _is_proof(text: str, page: str, found: Sequence[Edit], language: str) -> bool:
    """Whether so many characters follow each other as bytes of UTF-8 do that it can't be chance."""
    longest = max(end - start for start, end, _ in found)
    if page == "cp1251" and "Latn" not in scripts(language):  # sound texts have such pairs (Річ)
        return longest >= _MANY_CYRILLIC
    odd = [(text[start], meant[0]) for start, _, meant in found if _is_odd(text, start)]
    # A mathematical sign before a letter may be meant once (≈ç).
    if longest >= _MANY or len(odd) > 1 or any(head not in _TELLING or meant in _WESTERN for head, meant in odd):
        return True
    # Three characters: a mark, or a letter that the language is written with.
    triples = [meant for start, end, meant in found if end - start == 3]
    if language == UNDETERMINED:
        return len(triples) > 1 or any(meant in _MARKS for meant in triples)
    return any(meant in _MARKS or script(meant[0]) in scripts(language) for meant in triples)


def _is_odd(text: str, start: int) -> bool:
    """Whether two characters that would be one letter can't stand beside each other, or not in this place."""
    head, behind = text[start], text[start + 1]
    before = text[start - 1 : start]
    if not head.isalpha():
        return head in _TELLING and (before.isalpha() or text[start + 2 : start + 3].isalpha())
    if (not behind.isalpha() and behind not in _USUAL_BEHIND) or (head == "Ã" and behind in _NEVER_BEHIND):
        return True
    # No word ends in an Â, and no small letter is followed by a capital one.
    return (before.islower() and head.isupper()) or (head == "Â" and not before.isalpha() and before not in _OPENING)


def _whole_words(text: str, found: Sequence[Edit]) -> Iterator[Edit]:
    """The same changes over what stands between blanks, since half a word can't be read."""
    done = 0
    while done < len(found):
        start, end, _ = found[done]
        last = done + 1
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
            if last < len(found) and found[last][0] < end:
                end, last = max(end, found[last][1]), last + 1
        yield start, end, _spliced(text, start, end, found[done:last])
        done = last


def _spliced(text: str, start: int, end: int, changes: Sequence[Edit]) -> str:
    parts, at = [], start
    for a, b, meant in changes:
        parts += [text[at:a], meant]
        at = b
    return "".join([*parts, text[at:end]])


def _by_words(text: str, language: str) -> Iterator[Misreading]:
    for reading in readings(text, language):
        yield Misreading(reading.kind, tuple(_changed(text, reading)), is_sure=False)


def _changed(text: str, reading: Reading) -> Iterator[Edit]:
    for match in CHUNK.finditer(text):
        meant = reading.decode(match[0])
        if meant != match[0]:
            yield *match.span(), meant
