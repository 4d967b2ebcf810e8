"""What the unmarked words of a text may have been, by their context."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqa.language.diacritics.lattice import Candidates, posteriors
from tqa.language.diacritics.model import Model
from tqa.language.diacritics.spelling import tone_in_front
from tqa.language.diacritics.units import END, START, UNKNOWN, Unit, is_mixed_case, units
from tqa.language.fold import fold, lower

_ALONE: Candidates = ((0, 1.0),)


@dataclass(frozen=True, slots=True)
class Edit:
    """One word put right: `replacement` for text[start:end] (code points), right with probability `confidence`."""

    start: int
    end: int
    replacement: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word may be: its unit, and its candidate spellings (lower case) with their probabilities."""

    unit: Unit
    plain: str
    forms: Sequence[tuple[str, float]]


def edits(found: Model, text: str, loss_rate: float, least: float = 0.0) -> list[Edit]:
    """The words of `text` (NFC) that likely lost marks where a share of `loss_rate` did, each put right.

    Only those whose confidence is `least` or more.
    """
    result = []
    for reading in readings(found, text, loss_rate):
        best, confidence = reading.forms[0]
        if best != reading.plain and confidence >= least:
            unit = reading.unit
            result.append(Edit(unit.start, unit.end, in_case(best, unit.text), confidence))
    return result


def apply(text: str, changes: Sequence[Edit]) -> str:
    """Return `text` with `changes` (in order, not overlapping) made."""
    parts, at = [], 0
    for edit in changes:
        parts += [text[at : edit.start], edit.replacement]
        at = edit.end
    return "".join([*parts, text[at:]])


def in_case(form: str, shown: str) -> str:
    """Return `form` (lower case) with capitals where `shown`, of the same length, has them."""
    if shown.islower():
        return form
    if shown.isupper() and len(shown) > 1:
        return form.upper() if len(form.upper()) == len(form) else form
    return "".join(a.upper() if b.isupper() else a for a, b in zip(form, shown, strict=True))


def readings(found: Model, text: str, loss_rate: float) -> Iterator[Reading]:
    """Yield the unmarked words of `text` (NFC) that may have lost marks, each with its forms, likeliest first."""
    sentence: list[Unit] = []
    capitals = text.isupper()
    for unit in units(text):
        if unit.kind == END:
            yield from _sentence(found, sentence, loss_rate, capitals)
            sentence = []
        else:
            sentence.append(unit)
    yield from _sentence(found, sentence, loss_rate, capitals)


def _sentence(found: Model, sentence: Sequence[Unit], loss_rate: float, capitals: bool) -> Iterator[Reading]:
    folds, unknown = found.folds, found.folds[UNKNOWN]
    row = [folds[START]]
    seen: list[Candidates] = [_ALONE]
    open_at: list[tuple[int, Unit, str]] = []
    for position, unit in enumerate(sentence, 1):
        number = unknown
        candidates: Candidates = _ALONE
        if unit.kind != "word":
            number = folds[unit.kind]
        elif not is_mixed_case(unit.text):
            word = lower(unit.text)
            if found.language == "vi":
                word = tone_in_front(word)
            plain = fold(word)
            known = folds.get(plain)
            if known is not None:
                number = known
                if plain == word:
                    capital = position > 1 and not capitals and unit.text[0].isupper()
                    candidates = _candidates(found, known, plain, loss_rate, capital)
                    if len(candidates) > 1 or found.forms[found.first[known] + candidates[0][0]] != plain:
                        open_at.append((position, unit, plain))
                else:
                    candidates = _fixed(found, known, word)
        row.append(number)
        seen.append(candidates)
    if not open_at:
        return
    row.append(folds[END])
    seen.append(_ALONE)
    likely = posteriors(found, row, seen)
    for position, unit, plain in open_at:
        base = found.first[row[position]]
        ranked = sorted(((p, found.forms[base + i]) for i, p in likely[position].items()), reverse=True)
        yield Reading(unit, plain, [(form, p) for p, form in ranked])


def _candidates(found: Model, number: int, plain: str, loss_rate: float, capital: bool) -> Candidates:
    first = found.first[number]
    result = []
    for index in found.numbers(number):
        weight = 1.0 if found.forms[index] == plain else loss_rate
        if capital:
            weight *= found.capital[index]
        result.append((index - first, weight))
    return result


def _fixed(found: Model, number: int, word: str) -> Candidates:
    for index in found.numbers(number):
        if found.forms[index] == word:
            return ((index - found.first[number], 1.0),)
    return [(index - found.first[number], 1.0) for index in found.numbers(number)]
