"""What each word of a text tells of lost diacritics, looked up once per word and remembered.

Three explanations of a text are compared by their likelihood: it is sound; a share of its marked words has lost their
marks; it is in English.
"""

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tqa.language.diacritics.digraphs import umlauted
from tqa.language.diacritics.model import Model
from tqa.language.diacritics.readings import english_share, meant
from tqa.language.diacritics.spelling import tone_in_front
from tqa.language.diacritics.units import MARKERS, UNKNOWN, units
from tqa.language.fold import fold, lower

RATES = (1.0, 0.75, 0.5, 0.3, 0.15)
_KEPT_MARKS = tuple(math.log(max(1 - rate, 1e-8)) for rate in RATES)
# Share of foreign words in a sound text, in lower case and capitalised (most are names), and of one word nobody knows.
_FOREIGN, _FOREIGN_NAME, _UNKNOWN = 0.01, 0.1, 1e-7
# The most that one word may tell, in nats, by itself and between its neighbours.
_MOST, _MOST_BETWEEN = 7.0, 9.0
# Only a word that is so many times as frequent with marks may have lost them in a sound text.
_SUSPECT = 2.0
# A marked word's share in a text of its own language; in an English one, where marked names are usual.
_MARKED, _GUEST = math.log(1e-4), math.log(1e-7)
# How much commoner the German word with umlauts must be than the one with digraphs.
_DIGRAPHS = 4.0
_REMEMBERED, _SHORT = 50_000, 40

# What may stretch over blanks: tags, placeholders, code; and the end of a line, which is an end itself.
_OVER_BLANKS = re.compile(r"[<{`\n]")


class Word(NamedTuple):
    """One word as evidence.

    fold, form: the numbers of its fold and of its form in it, -1 for an unknown one. suspect: it mostly has marks.
    name: it is capitalised within a sentence.
    sound, english: log likelihoods. lost: how much likelier each of RATES makes it than soundness does.
    """

    fold: int
    form: int
    suspect: bool
    name: bool
    sound: float
    english: float
    lost: Sequence[float]


class Verdict(NamedTuple):
    """The likeliest share of marked words that lost their marks; how much likelier that is than what else it may be
    (nats); whether the text is in the model's language rather than in English.
    """

    rate: float
    margin: float
    ours: bool


# How much likelier than English a text must be to be taken for one of the language.
_OURS = 4.0
_NOTHING = (0.0,) * len(RATES)


class Evidence:
    """The words of one language."""

    def __init__(self, found: Model) -> None:
        """Take the model of the language."""
        self._model = found
        self._chunks: dict[str, list[Word]] = {}
        self._marks = {kind: Word(found.folds[kind], 0, False, False, 0.0, 0.0, _NOTHING) for kind in MARKERS}

    def words(self, text: str) -> list[Word]:
        """The words, numbers and punctuation of `text` (NFC) as evidence, one for each of its `units`."""
        known = self._chunks
        chunks = text.split() if _OVER_BLANKS.search(text) is None else [text]
        if len(chunks) > 1:
            # The first word of a sentence is no name for its capital.
            chunks[0] = lower(chunks[0])
        found: list[Word] = []
        for chunk in chunks:
            found += known.get(chunk) or self._new(chunk)
        return found

    def without(self, found: Sequence[Word], text: str, names: frozenset[str]) -> list[Word]:
        """The words `found` in `text` (NFC), those that are among `names` as names nobody knows, which tell nothing."""
        nothing = self._marks[UNKNOWN]._replace(name=True)
        return [nothing if unit.text in names else word for word, unit in zip(found, units(text), strict=True)]

    def judge(self, found: Sequence[Word]) -> Verdict:
        """Weigh the words of a text."""
        if not found:
            return Verdict(0.0, -math.inf, False)
        sound = sum([word.sound for word in found])
        english = sum([word.english for word in found])
        # The same word again is no second witness.
        lost = list(map(sum, zip(*[word.lost for word in {id(word): word for word in found}.values()], strict=True)))
        most = max(lost)
        return Verdict(RATES[lost.index(most)], most - max(0.0, english - sound), sound > english + _OURS)

    def weigh(self, found: Sequence[Word], odds: Mapping[int, float]) -> Verdict:
        """The same as `judge` with what the neighbours of some words make of them (see `neighbours.odds`)."""
        lost = [0.0] * len(RATES)
        for at, word in enumerate(found):
            chance = odds.get(at)
            gains = word.lost if chance is None else [min(math.log1p(rate * chance), _MOST_BETWEEN) for rate in RATES]
            lost = list(map(float.__add__, lost, gains))
        most = max(lost)
        return Verdict(RATES[lost.index(most)], most, True)

    def _new(self, chunk: str) -> list[Word]:
        if chunk.isalpha():
            found = [self._read(chunk)]
        elif chunk[:-1].isalpha() and not chunk[-1].isdigit():
            # A word and a comma or a full stop, as many are.
            found = [*(self._chunks.get(chunk[:-1]) or self._new(chunk[:-1])), *self._parts(chunk[-1])]
        else:
            found = self._parts(chunk)
        if len(self._chunks) >= _REMEMBERED:
            self._chunks.clear()
        if len(chunk) <= _SHORT:
            self._chunks[chunk] = found
        return found

    def _parts(self, chunk: str) -> list[Word]:
        return [self._read(unit.text) if unit.kind == "word" else self._marks[unit.kind] for unit in units(chunk)]

    def _read(self, token: str) -> Word:
        model = self._model
        word = lower(token)
        if model.language == "vi":
            word = tone_in_front(word)
        plain = fold(word)
        number = model.folds.get(plain, -1)
        name = token[0].isupper()
        if plain != word:
            if number < 0:
                return self._marks[UNKNOWN]
            return Word(
                number, self._form(number, word), False, name, _MARKED, _MARKED if name else _GUEST, _KEPT_MARKS
            )
        unmarked, marked = self._shares(number, plain)
        if model.language == "de" and (spelt := umlauted(model, word)) is not None and spelt[1] > _DIGRAPHS * spelt[2]:
            unmarked, marked = spelt[2], spelt[1]
        guest = english_share(plain)
        base = unmarked + (_FOREIGN_NAME if name else _FOREIGN) * guest + _UNKNOWN
        lost = tuple(min(math.log1p(rate * marked / base), _MOST) for rate in RATES) if marked else _NOTHING
        return Word(
            number,
            self._form(number, plain),
            marked > _SUSPECT * unmarked,
            name,
            math.log(base),
            math.log(guest + _UNKNOWN),
            lost,
        )

    def _form(self, number: int, word: str) -> int:
        if number < 0:
            return -1
        return next((at for at, n in enumerate(self._model.numbers(number)) if self._model.forms[n] == word), -1)

    def _shares(self, number: int, plain: str) -> tuple[float, float]:
        """The shares of the unmarked and of the marked forms of a fold."""
        if number < 0:
            return 0.0, 0.0
        model = self._model
        form = self._form(number, plain)
        every = sum(model.share[model.first[number] : model.first[number + 1]])
        if form < 0:
            return 0.0, every
        share = model.share[model.first[number] + form]
        return share * meant(model, number, form), every - share


@cache
def evidence(found: Model) -> Evidence:
    """The evidence of a model's language, kept."""
    return Evidence(found)
