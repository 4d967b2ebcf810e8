"""What the unmarked words of a text may have been, by their context."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tqa.language.changes import applied
from tqa.language.diacritics import compounds
from tqa.language.diacritics.digraphs import umlauted
from tqa.language.diacritics.harmony import harmonised, harmonises, is_particle
from tqa.language.diacritics.lattice import Candidates, posteriors
from tqa.language.diacritics.model import Model
from tqa.language.diacritics.spelling import tone_in_front
from tqa.language.diacritics.translation import Hints, names
from tqa.language.diacritics.units import END, START, UNKNOWN, Unit, is_mixed_case, units
from tqa.language.fold import fold, lower
from tqa.language.lexicon import lexicon

_ALONE: Candidates = ((0, 1.0),)
# How probable the likeliest spelling of an unknown word must be: of any, and of one that may be a foreign name.
_LEAST_UNKNOWN, _LEAST_NAME = 0.1, 0.6
# What is left of the doubt where the letters and the parts of a compound agree; how sure the parts alone are.
_AGREED, _AS_COMPOUND = 0.4, 0.8
# Women's surnames, foreign ones too: Nováková, of Nováková.
_SURNAMES = {"cs": ("ova", "ove"), "sk": ("ova",)}
_LONG, _AS_SURNAME = {"a": "á", "e": "é"}, 0.8
# The share of all words that a word nobody listed has, and a name nobody listed.
_UNLISTED, _UNLISTED_NAME = 1e-8, 1e-7
# The share of marked words that lost their marks in the texts that the shares come from.
_STRAY = {"vi": 0.003, "es": 0.05, "it": 0.1, "pl": 0.05, "sv": 0.004, "da": 0.004, "nb": 0.004, "de": 0.01}
_USUALLY_STRAY = 0.02
# What is left of the share of an unmarked word that may all be stray, as a part of its language's stray share.
_LEAST_MEANT = 0.1
# The model's probability from which edits together were right 98.5 % of the time in the news texts (part of NTREX-128)
# that these values were chosen on; on other texts the share may be lower.
_SURE_FROM = {
    "vi": 0.83,
    "pl": 0.75,
    "tr": 0.75,
    "es": 0.86,
    "cs": 0.85,
    "hu": 0.83,
    "pt": 0.84,
    "de": 0.96,
    "sv": 0.98,
}
# How much less likely a name has lost marks, in a sound text and beside a foreign name, since it may be foreign itself.
_NAME, _FOREIGN_NAME = 0.03, 0.05
# The same for a name that stands so in the English translation too; Vietnamese names lose their marks there.
_SAME_NAME = 0.3
# How far the capital of a sentence's first word speaks for a name: headlines and captions like to begin with one.
_FIRST = 0.6
# How much commoner the German word with umlauts must be than the one with digraphs, where little or much was lost.
_RATIO_SOUND, _RATIO_LOST, _MUCH = 50.0, 4.0, 0.3


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


def edits(found: Model, text: str, loss_rate: float, least: float = 0.0, english: str = "") -> list[Edit]:
    """The words of `text` (NFC) that likely lost marks where a share of `loss_rate` did, each put right.

    Only those whose confidence is `least` or more. `english`: the translation of the text, where there is one.
    """
    result = []
    for reading in readings(found, text, loss_rate, english):
        best, confidence = reading.forms[0]
        unit = reading.unit
        shown = in_case(best, unit.text, found.language)
        if shown == unit.text or confidence < least:
            continue
        # A Turkish capital I alone tells too little in a sound text.
        if best != reading.plain or loss_rate >= _MUCH:
            result.append(Edit(unit.start, unit.end, shown, _calibrated(found.language, confidence)))
    return result


def _calibrated(lang: str, probability: float) -> float:
    """The model's `probability` as a confidence, of which 0.9 and more is meant to be right 98.5 % of the time."""
    sure = _SURE_FROM.get(lang, 0.9)
    if probability >= sure:
        return 0.9 + 0.1 * (probability - sure) / (1 - sure)
    return 0.9 * probability / sure


def apply(text: str, changes: Sequence[Edit]) -> str:
    """Return `text` with `changes` (in order, not overlapping) made."""
    return applied(text, ((edit.start, edit.end, edit.replacement) for edit in changes))


def in_case(form: str, shown: str, lang: str = "") -> str:
    """Return `form` (lower case) of a word of `lang` in the case of `shown`: small, capitalised or in capitals."""
    if shown.islower():
        return form
    if lang == "tr":
        form = form.replace("i", "İ") if shown.isupper() and len(shown) > 1 else form
        form = "İ" + form[1:] if form[0] == "i" else form
    if shown.isupper() and len(shown) > 1:
        return form.upper()
    return form[0].upper() + form[1:]


@cache
def _english() -> Callable[[str], float]:
    found = lexicon("en")
    return found.frequency if found is not None else lambda word: 0.0


def english_share(word: str) -> float:
    """The share of `word` (lower-case) in English texts, 0.0 where it is unknown."""
    return _english()(word)


def meant(found: Model, number: int, form: int) -> float:
    """The part of the share of an unmarked form (numbers of its fold and in it) that isn't words which lost marks."""
    first = found.first[number]
    share = found.share[first + form]
    marked = sum(found.share[first : found.first[number + 1]]) - share
    stray = _STRAY.get(found.language, _USUALLY_STRAY)
    return max(1 - stray * marked / share, _LEAST_MEANT * stray)


@dataclass(frozen=True, slots=True)
class _Given:
    """A `text` and what is known of it: the share of marked words that lost their marks, whether it is all in capitals,
    and what its translation calls for and has for names.
    """

    loss_rate: float
    capitals: bool
    hints: Hints
    names: frozenset[str]
    text: str


def readings(found: Model, text: str, loss_rate: float, english: str = "") -> Iterator[Reading]:
    """Yield the unmarked words of `text` (NFC) that may have lost marks, each with its forms, likeliest first.

    `english`: the translation of the text, where there is one.
    """
    sentence: list[Unit] = []
    hints = found.translations.hints(english) if english and found.translations else {}
    given = _Given(loss_rate, text.isupper(), hints, names(english) if english else frozenset(), text)
    for unit in units(text):
        if unit.kind == END:
            yield from _sentence(found, sentence, given)
            sentence = []
        else:
            sentence.append(unit)
    yield from _sentence(found, sentence, given)


@dataclass(frozen=True, slots=True)
class _Place:
    """A unit in the row of a sentence: its fold, its candidates, and whether more than one thing can be meant."""

    number: int
    candidates: Candidates
    is_open: bool = False
    ready: Reading | None = None


def _sentence(found: Model, sentence: Sequence[Unit], given: _Given) -> Iterator[Reading]:
    places = [_place(found, sentence, at, given) for at in range(len(sentence))]
    if not any(place.is_open for place in places):
        yield from (place.ready for place in places if place.ready)
        return
    row = [found.folds[START], *(place.number for place in places), found.folds[END]]
    likely = posteriors(found, row, [_ALONE, *(place.candidates for place in places), _ALONE])
    for unit, place, chances in zip(sentence, places, likely[1:], strict=False):
        if place.ready:
            yield place.ready
        elif place.is_open:
            base = found.first[place.number]
            plain = fold(lower(unit.text))
            known = _known_share(found, place.number, plain, given.loss_rate, unit.text[0].isupper())
            ranked = sorted(((p * known, found.forms[base + i]) for i, p in chances.items()), reverse=True)
            yield Reading(unit, plain, [(form, p) for p, form in ranked])


def _known_share(found: Model, number: int, plain: str, loss_rate: float, capital: bool) -> float:
    """The probability that a word is one of the known forms of its fold rather than a word nobody listed."""
    numbers = found.numbers(number)
    if any(found.forms[index] == plain for index in numbers):
        return 1.0
    lost = loss_rate * sum(found.share[index] for index in numbers)
    return lost / (lost + (_UNLISTED_NAME if capital else _UNLISTED))


def _place(found: Model, sentence: Sequence[Unit], at: int, given: _Given) -> _Place:
    unit, loss_rate, capitals = sentence[at], given.loss_rate, given.capitals
    if unit.kind != "word":
        return _Place(found.folds[unit.kind], _ALONE)
    unknown = found.folds[UNKNOWN]
    acronym = loss_rate < _MUCH and not capitals and len(unit.text) > 1 and unit.text.isupper()
    kept = unit.text in given.names
    if acronym or is_mixed_case(unit.text) or (kept and loss_rate < _MUCH):
        return _Place(unknown, _ALONE)
    word = lower(unit.text)
    if found.language == "vi":
        word = tone_in_front(word)
    plain = fold(word)
    if found.language == "de" and (spelt := _german(found, unit, word, loss_rate)) is not None:
        return spelt
    number = found.folds.get(plain)
    if number is None:
        marked = _unknown(found, unit.text, plain, loss_rate) if plain == word and not kept else []
        return _Place(unknown, _ALONE, ready=Reading(unit, plain, marked) if marked else None)
    if plain != word:
        return _Place(number, _fixed(found, number, word))
    if kept and found.language != "vi":
        loss_rate *= _SAME_NAME
    capital = at > 0 and not capitals and unit.text[0].isupper()
    if capital and _beside_foreign_name(found, sentence, at):
        if loss_rate < _MUCH:
            return _Place(unknown, _ALONE)
        loss_rate *= _FOREIGN_NAME
    elif loss_rate < _MUCH and unit.text[0].isupper() and not capitals:
        loss_rate *= _NAME
    as_name = 1.0 if capital else _FIRST if not at and not capitals and unit.text[0].isupper() else 0.0
    candidates = _candidates(found, number, plain, loss_rate, as_name)
    if given.hints and len(candidates) > 1:
        candidates = _hinted(found, number, candidates, given.hints)
    if found.language == "tr" and at and len(candidates) > 1:
        candidates = _harmonious(found, number, candidates, (sentence[at - 1], unit), given.text)
    first = found.forms[found.first[number] + candidates[0][0]]
    is_open = len(candidates) > 1 or in_case(first, unit.text, found.language) != unit.text
    return _Place(number, candidates, is_open)


def _beside_foreign_name(found: Model, sentence: Sequence[Unit], at: int) -> bool:
    """Whether a neighbour is a capitalised word that the language doesn't know."""
    return any(
        unit.kind == "word" and unit.text[0].isupper() and fold(lower(unit.text)) not in found.folds
        for unit in (*sentence[at - 1 : at], *sentence[at + 1 : at + 2])
    )


def _german(found: Model, unit: Unit, word: str, loss_rate: float) -> _Place | None:
    """A word written with ae, oe, ue or ss for another letter; None for one that is as likely meant so."""
    spelt = umlauted(found, word)
    if spelt is None or spelt[1] < (_RATIO_LOST if loss_rate >= _MUCH else _RATIO_SOUND) * spelt[2]:
        return None
    form, share, own = spelt
    reading = Reading(unit, word, [(form, share / (share + own) * 0.97)])
    number = found.folds[fold(form)]
    return _Place(number, _fixed(found, number, form), ready=reading)


def _unknown(found: Model, shown: str, plain: str, loss_rate: float) -> list[tuple[str, float]]:
    """The spelling of a word that the model doesn't know, by its letters; none where they call for no marks.

    A capitalised one is likely a name of another language, all the more if English texts have it.
    """
    form, share = found.letters.mark(plain)
    if found.language in compounds.LANGUAGES and (whole := compounds.compound(found, plain)):
        share = 1 - (1 - share) * _AGREED if whole == form else _AS_COMPOUND
        form = whole
    if found.language == "tr" and shown.islower():
        form = harmonised(form)
    if not shown.islower() and plain.endswith(_SURNAMES.get(found.language, ())):
        form, share = f"{form[:-1]}{_LONG[plain[-1]]}", _AS_SURNAME
    if form == plain or loss_rate * share < _LEAST_UNKNOWN:
        return []
    if not shown.islower() and (share < _LEAST_NAME or english_share(plain)):
        return []
    return [(form, share * loss_rate)]


@lru_cache(maxsize=1 << 15)
def _candidates(found: Model, number: int, plain: str, loss_rate: float, as_name: float) -> Candidates:
    first = found.first[number]
    result = []
    for index in found.numbers(number):
        weight = loss_rate
        if found.forms[index] == plain:
            weight = meant(found, number, index - first)
        if as_name:
            weight *= found.capital[index] ** as_name
        result.append((index - first, weight))
    return result


def _hinted(found: Model, number: int, candidates: Candidates, hints: Hints) -> Candidates:
    """The candidates weighed by how much likelier the translation makes each than the language alone does."""
    first = found.first[number]
    return [(i, weight * (1 + hints.get(first + i, 0.0) / found.share[first + i])) for i, weight in candidates]


def _harmonious(
    found: Model, number: int, candidates: Candidates, neighbours: tuple[Unit, Unit], text: str
) -> Candidates:
    """The candidates for a Turkish ending or particle without those whose vowels can't follow, where others can."""
    before, unit = neighbours
    if text[before.end : unit.start] not in ("'", "’") and not is_particle(fold(lower(unit.text))):
        return candidates
    stem = fold(lower(before.text))
    first = found.first[number]
    fitting = [(i, weight) for i, weight in candidates if harmonises(stem, found.forms[first + i])]
    return fitting or candidates


def _fixed(found: Model, number: int, word: str) -> Candidates:
    for index in found.numbers(number):
        if found.forms[index] == word:
            return ((index - found.first[number], 1.0),)
    return [(index - found.first[number], 1.0) for index in found.numbers(number)]
