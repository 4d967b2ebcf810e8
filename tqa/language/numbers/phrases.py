"""Numbers in words: puts together what stands together ("two hundred and five thousand")."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tqa.language.fold import fold
from tqa.language.numbers.number import Number, Weight, canonical
from tqa.language.numbers.vocabulary import Entry, Vocabulary, suffixed_form
from tqa.language.tokens import Word

_LONGEST_GAP = 2
_THOUSAND = 1000
_POINTS = frozenset({"point", "phẩy", "komma", "virgule", "coma", "vírgula", "virgola"})
HALF_BEHIND = re.compile(r" (?:rưỡi|and a half|con medio|y media?o?|e mei[oa]|e mezz[oa]|et demie?|с половиной)\b")
_YEAR_HEADS, _YEAR_TAILS = range(10, 21), range(10, 100)
_ROMAN = re.compile(r"(?=[IVXLCDM])(M{0,3})(C[MD]|D?C{0,3})(X[CL]|L?X{0,3})(I[XV]|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_CYRILLIC = str.maketrans("ІХСМ", "IXCM")


class _Phrase(NamedTuple):
    values: tuple[float, ...]
    after: int
    """The index of the word after it."""
    sure: bool


@dataclass(slots=True)
class _Sum:
    """What the words of a number come to so far; `current` waits for a thousand or million to multiply it."""

    vocabulary: Vocabulary
    total: float = 0.0
    current: float | None = None
    scale: float = 1.0
    """The last word that multiplied."""
    sure: bool = False
    ordinal: bool = False

    def add(self, entry: Entry, joined: bool, skipped: bool) -> bool:
        """Whether `entry` goes on with the number; `joined` and `skipped`: an "and" may be or is before it."""
        current = self.current
        if self.ordinal and not entry.ordinal and not self.vocabulary.prefixes:
            return False
        if entry.phrase[0] in self.vocabulary.first_only and len(entry.phrase) == 1 and (self.total or current):
            return False
        if entry.scale and entry.value >= _THOUSAND:
            if skipped and current is None:
                return False
            if self.total < entry.value:
                self.total = (self.total + (current or 0.0) or 1.0) * entry.value
            else:
                self.total += (1.0 if current is None else current) * entry.value
            self.current, self.scale = None, entry.value
        elif entry.scale and current is not None and 1 <= current < entry.value:
            self.current, self.scale = current * entry.value, entry.value
        elif current is None and (not self.total or entry.value < _THOUSAND):
            self.current = entry.value
            self.scale = entry.value if entry.scale else self.scale
        elif current is not None and _adds(current, entry.value, joined, bool(self.vocabulary.prefixes)):
            self.current = current + entry.value
        else:
            return False
        self.sure |= entry.sure
        self.ordinal |= entry.ordinal
        return True

    def values(self) -> tuple[float, ...]:
        """The readings: what follows a million may be something else, or its tenths as in "một triệu tám"."""
        whole = self.total + (self.current or 0.0)
        if not self.total or self.current is None:
            # "sáu trăm một ký" is six hundred a kilo; 601 is "sáu trăm linh một".
            digit = whole % 100
            is_loose = self.vocabulary.first_only and whole > digit and digit < 10
            return (whole, whole - digit, whole + 9 * digit) if is_loose and digit else (whole,)
        tenths = (self.total + self.current * self.scale / 10,) if self.current < 10 else ()
        return (whole, self.total, *tenths)


def word_numbers(words: Sequence[Word], forms: Sequence[str], text: str, vocabulary: Vocabulary) -> list[Number]:
    """The numbers in words among the `words` of `text`, whose lower-case forms are `forms`."""
    found: list[Number] = []
    starts = vocabulary.starts
    if vocabulary.compounds:
        beginnings = [n for n, form in enumerate(forms) if form in starts or vocabulary.compound(form)]
    else:
        beginnings = [n for n, form in enumerate(forms) if form in starts]
    done = 0
    for at in beginnings:
        phrase = _phrase(words, forms, text, vocabulary, at) if at >= done else None
        if phrase is not None:
            start, end = words[at].start, words[phrase.after - 1].end
            is_sure = phrase.sure and not (vocabulary.names and _is_name(text, start))
            weight = Weight.WORD if is_sure else Weight.MAYBE
            found.append(Number(start, end, tuple(map(canonical, phrase.values)), weight))
            done = phrase.after
    _join_years(found)
    return found


def _is_name(text: str, start: int) -> bool:
    """Whether a word has a capital inside of a sentence: people are called Tám and Năm."""
    before = text[:start].rstrip()
    return text[start].isupper() and bool(before) and before[-1] not in '.!?:…"“‘(-–—•'


def _match(words: Sequence[Word], forms: Sequence[str], text: str, vocabulary: Vocabulary, at: int) -> Entry | None:
    """The longest phrase of the vocabulary that starts at the word with the index `at`."""
    if at >= len(forms):
        return None
    for entry in vocabulary.by_first.get(forms[at], ()):
        after = at + len(entry.phrase)
        if tuple(forms[at:after]) == entry.phrase and all(_joined(words, text, n) for n in range(at + 1, after)):
            return entry
    if compound := vocabulary.compound(forms[at]):
        return Entry((forms[at],), compound, True, False, False)
    if vocabulary.scale_stems and at and (by := vocabulary.scale(forms[at])) and forms[at] not in vocabulary.doubtful:
        return Entry((forms[at],), by, False, False, True)
    return None


def _joined(words: Sequence[Word], text: str, at: int) -> bool:
    """Whether only a blank or a hyphen stands between a word and the one before it."""
    between = text[words[at - 1].end : words[at].start]
    return between in (" ", "-", "\u00a0", "‑", "\u200b", "")


def _phrase(words: Sequence[Word], forms: Sequence[str], text: str, vocabulary: Vocabulary, at: int) -> _Phrase | None:
    found = _Sum(vocabulary)
    after = at
    while True:
        skipped = after > at and after < len(forms) and forms[after] in vocabulary.joiners
        at_next = after + skipped
        if at_next > at and (
            at_next >= len(forms) or not all(_joined(words, text, n) for n in range(after, at_next + 1))
        ):
            break
        entry = _match(words, forms, text, vocabulary, at_next)
        if entry is None or not found.add(entry, skipped or bool(vocabulary.prefixes), skipped):
            break
        after = at_next + len(entry.phrase)
    if after == at:
        return None
    values = found.values()
    part, after = _fraction(words, forms, text, vocabulary, after, found)
    scale = vocabulary.scale(forms[after]) if part and after < len(forms) else None
    if scale:
        values, after = ((values[0] + part) * scale,), after + 1
    elif part:
        values = (values[0] + part, *values)
    return _Phrase(values, after, found.sure)


def _fraction(
    words: Sequence[Word], forms: Sequence[str], text: str, vocabulary: Vocabulary, after: int, found: _Sum
) -> tuple[float, int]:
    """The fraction behind a number ("and a half", "rưỡi", "point six"), 0 if there is none, and the index after it."""
    half = HALF_BEHIND.match(text, words[after - 1].end)
    if half:
        while after < len(words) and words[after].start < half.end():
            after += 1
        return found.scale / 2, after
    if after + 1 < len(forms) and forms[after] in _POINTS:
        digit = _match(words, forms, text, vocabulary, after + 1)
        if digit is not None and 0 < digit.value < 10:
            return digit.value / 10, after + 2
    return 0.0, after


def _adds(current: float, value: float, joined: bool, semitic: bool) -> bool:
    if semitic and value == 10 and current < 10:
        return True
    if value < 10 and current % 10 == 0 and current >= 20:
        return True
    if value < 100 and current >= 100 and current % 100 == 0:
        return True
    # Five-and-twenty.
    return joined and current < 10 and value % 10 == 0 and 20 <= value < 100


def _join_years(found: list[Number]) -> None:
    """Nineteen eighty-four."""
    for number, after in itertools.pairwise(found):
        if after.start - number.end <= _LONGEST_GAP and number.value in _YEAR_HEADS and after.value in _YEAR_TAILS:
            number.parts = ((number.value,),)
            number.values = (100 * number.value + after.value, number.value)
            number.end = after.end
            after.weight = Weight.MAYBE


def maybe_numbers(
    words: Sequence[Word], forms: Sequence[str], text: str, vocabulary: Vocabulary, certain: Sequence[Number]
) -> list[Number]:
    """What may stand for a number: fractions, dozens (of the `certain` numbers), inflected words, Roman numerals."""
    found: list[Number] = []
    for n, form in enumerate(forms):
        values: list[float] = []
        for phrase, given in vocabulary.vague.get(form, ()):
            if tuple(forms[n : n + len(phrase)]) == phrase:
                values += given
        values += _inside(form, vocabulary)
        parts = [value for value in values if value % 1]
        scale = next(filter(None, map(vocabulary.scale, forms[n + 1 : n + 3])), None) if parts else None
        values += [value * scale for value in parts if scale]
        values += [times.value * value for times in certain if 0 <= words[n].start - times.end <= 2 for value in values]
        roman = _roman(words[n].text)
        if roman:
            values.append(roman)
        if values:
            found.append(Number(words[n].start, words[n].end, tuple(map(canonical, values)), Weight.MAYBE))
    if vocabulary.unspaced:
        found += _unspaced(text, vocabulary)
    return found


def _inside(form: str, vocabulary: Vocabulary) -> list[float]:
    """The numbers that a word may begin with or, in a language that lost its marks, be."""
    # Seventeen begins with a seven and is none.
    begins = None if form in vocabulary.cardinals else suffixed_form(form, vocabulary.cardinals)
    values = [value for value in (begins, vocabulary.compound(form)) if value]
    if form in vocabulary.folded:
        values += [value for word, value in vocabulary.cardinals.items() if fold(word) == form]
    return values


def _unspaced(text: str, vocabulary: Vocabulary) -> list[Number]:
    """The words of the vocabulary inside of text without blanks."""
    found = []
    for word, entries in vocabulary.vague.items():
        start = -1 if word.isascii() else text.find(word)
        while start >= 0:
            values = tuple(canonical(value) for _, given in entries for value in given)
            found.append(Number(start, start + len(word), values, Weight.MAYBE))
            start = text.find(word, start + 1)
    return found


def _roman(word: str) -> float:
    word = word.translate(_CYRILLIC)
    match = _ROMAN.match(word)
    if not match or not match[0]:
        return 0.0
    rest = word[match.end() :]
    if rest and not (rest.islower() and len(rest) <= 3 and len(match[0]) > 1):
        return 0.0
    values = [_ROMAN_VALUES[char] for char in match[0]]
    return float(sum(-v if v < max(values[n:]) else v for n, v in enumerate(values)))
