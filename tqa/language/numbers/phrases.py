"""Numbers in words: puts together what stands together ("two hundred and five thousand")."""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from tqa.language.fold import fold
from tqa.language.numbers.number import Number, Weight, canonical
from tqa.language.numbers.vocabulary import Entry, Vocabulary, suffixed_form
from tqa.language.tokens import Word

_LONGEST_GAP = 2
_YEAR_HEADS, _YEAR_TAILS = range(10, 21), range(10, 100)
_ROMAN = re.compile(r"(?=[IVXLCDM])(M{0,3})(C[MD]|D?C{0,3})(X[CL]|L?X{0,3})(I[XV]|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_CYRILLIC = str.maketrans("ІХСМ", "IXCM")


class _Phrase(NamedTuple):
    value: float
    after: int
    """The index of the word after it."""
    sure: bool
    ordinal: bool


def word_numbers(words: Sequence[Word], forms: list[str], text: str, vocabulary: Vocabulary) -> list[Number]:
    """The numbers in words among the `words` of `text`, whose lower-case forms are `forms`."""
    found: list[Number] = []
    at = 0
    while at < len(forms):
        if forms[at] in vocabulary.by_first:
            phrase = _phrase(words, forms, text, vocabulary, at)
            if phrase is not None:
                start, end = words[at].start, words[phrase.after - 1].end
                weight = Weight.WORD if phrase.sure else Weight.MAYBE
                found.append(Number(start, end, (canonical(phrase.value),), weight, ordinal=phrase.ordinal))
                at = phrase.after
                continue
        at += 1
    _join_years(found)
    return found


def _match(words: Sequence[Word], forms: list[str], text: str, vocabulary: Vocabulary, at: int) -> Entry | None:
    """The longest phrase of the vocabulary that starts at the word with the index `at`."""
    if at >= len(forms):
        return None
    for entry in vocabulary.by_first.get(forms[at], ()):
        after = at + len(entry.phrase)
        if tuple(forms[at:after]) == entry.phrase and all(_joined(words, text, n) for n in range(at + 1, after)):
            return entry
    if vocabulary.scale_stems and at and (by := vocabulary.scale(forms[at])) and forms[at] not in vocabulary.doubtful:
        return Entry((forms[at],), by, False, False, True)
    return None


def _joined(words: Sequence[Word], text: str, at: int) -> bool:
    """Whether only a blank or a hyphen stands between a word and the one before it."""
    between = text[words[at - 1].end : words[at].start]
    return between in (" ", "-", "\u00a0", "‑", "\u200b", "")


def _phrase(words: Sequence[Word], forms: list[str], text: str, vocabulary: Vocabulary, at: int) -> _Phrase | None:
    total, current, unit = 0.0, None, 1.0
    sure = ordinal = False
    after = at
    while True:
        joined = after > at and after < len(forms) and forms[after] in vocabulary.joiners
        at_next = after + joined
        skipped, joined = joined, joined or bool(vocabulary.prefixes)
        if at_next > at and (
            at_next >= len(forms) or not all(_joined(words, text, n) for n in range(after, at_next + 1))
        ):
            break
        entry = _match(words, forms, text, vocabulary, at_next)
        if entry is None or (ordinal and not entry.ordinal and not vocabulary.prefixes):
            break
        if entry.scale and entry.value >= 1000:
            if skipped and current is None:
                break
            if total and current is None:
                total *= entry.value
            else:
                total += (1.0 if current is None else current) * entry.value
            current = None
        elif entry.scale and current is not None and 1 <= current < 100:
            current *= entry.value
        elif current is None and (not total or entry.value < 1000):
            current = entry.value
        elif current is not None and _adds(current, entry.value, joined, bool(vocabulary.prefixes)):
            current += entry.value
        else:
            break
        sure |= entry.sure
        ordinal |= entry.ordinal
        after = at_next + len(entry.phrase)
        unit = min(unit, entry.value)
    if after == at:
        return None
    return _Phrase(total + (current or 0.0), after, sure, ordinal)


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
    words: Sequence[Word], forms: list[str], text: str, vocabulary: Vocabulary, certain: Sequence[Number]
) -> list[Number]:
    """What may stand for a number: fractions, dozens (of the `certain` numbers), inflected words, Roman numerals."""
    found: list[Number] = []
    for n, form in enumerate(forms):
        values: list[float] = []
        for phrase, given in vocabulary.vague.items():
            if form == phrase[0] and tuple(forms[n : n + len(phrase)]) == phrase:
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
    if not found or not text.isascii():
        found += _unspaced(text, vocabulary)
    return found


def _inside(form: str, vocabulary: Vocabulary) -> list[float]:
    """The numbers that a word may begin with or, in a language that lost its marks, be."""
    values = [value for value in (suffixed_form(form, vocabulary.cardinals), vocabulary.compound(form)) if value]
    if form in vocabulary.folded:
        values += [value for word, value in vocabulary.cardinals.items() if fold(word) == form]
    return values


def _unspaced(text: str, vocabulary: Vocabulary) -> list[Number]:
    """The words of the vocabulary inside of text without blanks."""
    found = []
    for phrase, values in vocabulary.vague.items():
        word = phrase[0]
        if len(phrase) == 1 and not word.isascii() and ("฀" <= word[0] <= "๿" or "⺀" <= word[0] < "가"):
            start = text.find(word)
            while start >= 0:
                found.append(Number(start, start + len(word), tuple(map(canonical, values)), Weight.MAYBE))
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
