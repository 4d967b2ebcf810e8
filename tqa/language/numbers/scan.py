"""All numbers of a text: in digits, in words, with the scale words behind them."""

import itertools
import re
import unicodedata
from collections.abc import Sequence

import regex

from tqa.language.fold import lower
from tqa.language.lazy import lazily, lazy
from tqa.language.numbers import han
from tqa.language.numbers.cldr import signs
from tqa.language.numbers.digits import plain, tokens
from tqa.language.numbers.number import Number, Weight, canonical
from tqa.language.numbers.phrases import HALF_BEHIND, maybe_numbers, word_numbers
from tqa.language.numbers.vocabulary import LETTER_SCALES, Vocabulary, vocabulary
from tqa.language.protected import protected_spans
from tqa.language.tags import base_language
from tqa.language.tokens import Word
from tqa.language.traits import Trait

_DIGITS, _UNCASED, _PERCENTS = int(Trait.DIGIT), int(Trait.UNCASED), int(Trait.PERCENT)
_AFTER = lazily(regex.compile, r"[ -]?([\p{L}\p{M}]+)")
_HAN = re.compile("[〇零一二三四五六七八九十百千万萬两兩亿億]")
_ATTACHED = re.compile(r"([A-Za-zк])(?![^\W\d_])")
_MOST_SCALES = 3
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_FRACTION = re.compile("[" + "".join(_FRACTIONS) + "]")
# A list whose last number has the word: 3.1, 2.9 and 2.5 million.
_SPREAD = 60
_FEET = re.compile(r" ?-?(?:foot|feet|ft\.?|['’])-? ?")
_LEADING = re.compile(r"\d+(?:[.,]\d+)*")
_DIGIT = re.compile(r"\d")
# Around the clock, and as likely as not: other languages have words for them.
_IDIOM = re.compile(r"(?<![\d/])(?:24/7|24/24|50[-/–]50)(?![\d/])")
# Half ten is half past nine.
_HALF_TO = {
    **dict.fromkeys(("de", "lb"), "halb"),
    **dict.fromkeys(("sv", "da", "nb", "nn", "no"), "halv"),
    "nl": "half",
    "fi": "puoli",
    "hu": "fél",
    "pl": "pół do",
    "cs": "půl",
    "sk": "pol",
    "ru": "половине",
}
_HOURS = 12


class Numbers:
    """The numbers of one text in the language with the BCP 47 tag `language`.

    `words` and `traits` are the text's, `forms` its words in lower case, one for one.
    """

    def __init__(self, text: str, language: str, words: Sequence[Word], traits: int, forms: Sequence[str]) -> None:
        self.text = text
        self.language = language
        self.words = words
        self.traits = traits
        self.forms = forms
        self.vocabulary: Vocabulary = vocabulary(base_language(language))

    @lazy
    def plain(self) -> str:
        """The text with ASCII digits and separators, each character in its place."""
        return plain(self.text) if self.traits & (_DIGITS | _PERCENTS) else self.text

    @property
    def has_digits(self) -> bool:
        """Whether the text has digits."""
        return bool(self.traits & _DIGITS)

    @lazy
    def may_have(self) -> bool:
        """Whether the text could have a certain number: a cheap look."""
        if self.has_digits or not self.vocabulary.gate.isdisjoint(self.forms):
            return True
        if self.vocabulary.prefixes:
            return not self.vocabulary.gate.isdisjoint(self.lower_words)
        return bool(self.traits & _UNCASED and _HAN.search(self.text))

    @lazy
    def lower_words(self) -> Sequence[str]:
        """The words in lower case, composed, without what the language writes together with them."""
        forms = self.forms
        if self.vocabulary.prefixes:
            forms = [self.vocabulary.without_prefix(form) for form in forms]
        if self.text.isascii() or unicodedata.is_normalized("NFC", self.text):
            return forms
        return [unicodedata.normalize("NFC", form) for form in forms]

    @lazy
    def certain(self) -> list[Number]:
        """The numbers that the other side should have too, in order; in digits and in words."""
        has_figures = self.traits & _DIGITS or (self.traits & _UNCASED and _HAN.search(self.text))
        has_words = self.vocabulary.compounds or not self.vocabulary.starts.isdisjoint(self.lower_words)
        if not has_figures and not has_words:
            return []
        taken = self._protected
        found = self._digits(taken) if has_figures else []
        if has_words:
            spans = [(number.start, number.end) for number in found] + taken
            forms = self.lower_words
            if spans:
                forms = [
                    "" if any(s < word.end and word.start < e for s, e in spans) else form
                    for word, form in zip(self.words, forms, strict=True)
                ]
            found += word_numbers(self.words, forms, self.text, self.vocabulary)
        found.sort(key=lambda number: number.start)
        half = _HALF_TO.get(base_language(self.language))
        if half is not None and half in self.text:
            _read_half_hours(found, self.text, f"{half} ")
        return found

    @lazy
    def maybe(self) -> list[Number]:
        """What may stand for a number of the other side; looked for only where one is missing."""
        return maybe_numbers(self.words, self.lower_words, self.text, self.vocabulary, self.certain)

    @lazy
    def _protected(self) -> list[tuple[int, int]]:
        """Addresses, placeholders, markup, entities: what has a letter at least or is none of the number's text."""
        text = self.text
        spans = protected_spans(text, self.traits)
        return [(s, e) for s, e in spans if text[s] == "&" or "{" in text[s:e] or any(map(str.isalpha, text[s:e]))]

    def _digits(self, taken: list[tuple[int, int]]) -> list[Number]:
        text = self.plain
        found = []
        end = 0
        spans = list(taken)
        if self.traits & _UNCASED:
            for start, stop, whole, part in han.fractions(text):
                found.append(_fraction(start, stop, whole, part))
                spans.append((start, stop))
            for one in han.numbers(text):
                if not any(s < one.end and one.start < e for s, e in spans):
                    weight = Weight.DIGITS if one.digits else Weight.WORD if one.sure else Weight.MAYBE
                    raw = _LEADING.match(text, one.start)
                    parts = (one.digits,) if one.digits else ()
                    found.append(
                        Number(one.start, one.end, (one.value,), weight, raw[0] if raw else "", parts, one.scale)
                    )
                    if one.sure:
                        spans.append((one.start, one.end))
        if _DIGIT.search(text):
            for token in tokens(text, signs(self.language)):
                if token.start < end or any(s < token.end and token.start < e for s, e in spans):
                    continue
                number = Number(token.start, token.end, token.values, Weight.DIGITS, token.raw, token.parts)
                self._scale(number)
                end = number.end
                found.append(number)
        for match in _FRACTION.finditer(text):
            self._fraction(match.start(), found)
        found.sort(key=lambda number: number.start)
        for idiom in _IDIOM.finditer(text):
            for number in found:
                if idiom.start() <= number.start < idiom.end():
                    number.weight = Weight.MAYBE
        _spread(found)
        _join_feet(found, text)
        return found

    def _scale(self, number: Number) -> None:
        """Multiply by the scale words behind the number, and end it after them."""
        text, values, end = self.plain, number.values or tuple(p[0] for p in number.parts[:1] if p), number.end
        attached = _ATTACHED.match(text, end)
        if attached and attached[1].lower() in LETTER_SCALES and number.values:
            by = LETTER_SCALES[attached[1].lower()]
            number.values += tuple(canonical(value * by) for value in number.values)
            return
        for _ in range(_MOST_SCALES):
            found = self._scale_word(end)
            if found is None:
                break
            by, end, sure = found
            scaled = tuple(canonical(value * by) for value in values)
            values = scaled if sure else (*scaled, *values)
            number.scale *= by
        if end == number.end or not number.values:
            return
        if HALF_BEHIND.match(text, end):
            values += tuple(canonical(value + number.scale / 2) for value in values)
        number.values, number.end = values, end

    def _scale_word(self, at: int) -> tuple[float, int, bool] | None:
        match = _AFTER.match(self.plain, at)
        if match is None:
            return None
        word = lower(match[1])
        by = self.vocabulary.scale(word)
        if by is not None:
            return by, match.end(), word not in self.vocabulary.doubtful
        if not ("\u0e00" <= word[0] <= "\u0eff" or word[0] >= "\u2e80"):
            return None
        for length in range(min(6, len(word)), 1, -1):
            by = self.vocabulary.scales.get(word[:length])
            if by is not None:
                return by, match.start(1) + length, True
        return None

    def _fraction(self, at: int, found: list[Number]) -> None:
        """Add a fraction in one character, to the number before it if there is one."""
        value = _FRACTIONS[self.text[at]]
        before = next((n for n in found if at - 1 <= n.end <= at and n.values), None)
        if before is None:
            found.append(Number(at, at + 1, (canonical(value), canonical(100 * value)), Weight.MAYBE))
        else:
            before.values = (canonical(before.value + value), *before.values)
            before.end = at + 1


def _read_half_hours(found: list[Number], text: str, half: str) -> None:
    """Give the numbers behind the words that go before the coming hour the hour that is half over as a reading."""
    for number in found:
        if number.values and text.startswith(half, number.start - len(half)) and 1 <= number.value <= _HOURS:
            number.values = (*number.values, (number.value - 2) % _HOURS + 1)


def _fraction(start: int, end: int, whole: float, part: float) -> Number:
    """A fraction in words, which the other side may have as one, as percent or as its two numbers."""
    share = part / whole if whole else part
    values = (canonical(share), canonical(100 * share)) if whole != 100 else (part, canonical(share))
    return Number(start, end, values, Weight.DIGITS if whole == 100 else Weight.MAYBE, "", ((whole, part),))


def _join_feet(found: list[Number], text: str) -> None:
    """Six foot two is 188 cm to a translator: the feet may be all of it, the inches aren't missed."""
    for number, after in itertools.pairwise(found):
        if _FEET.fullmatch(text, number.end, after.start) and number.raw.isdigit() and after.raw.isdigit():
            height = 0.3048 * number.value + 0.0254 * after.value
            number.values += (round(100 * height), canonical(round(height, 2)))
            number.parts = ((number.value, after.value),)
            after.weight = Weight.MAYBE


def _spread(found: list[Number]) -> None:
    """In "15 to 20 million" the 15 may be millions too."""
    scale = 1.0
    after_start = 0
    for number in reversed(found):
        if number.scale > 1:
            scale = number.scale
        elif scale > 1 and number.raw and number.values and after_start - number.end <= _SPREAD:
            number.values += tuple(canonical(value * scale) for value in number.values)
        else:
            scale = 1.0
        after_start = number.start
