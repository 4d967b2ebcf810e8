"""Find text that has lost its diacritics, in a language that is known.

Three explanations of the words are compared by their likelihood: the text is sound; a share of its marked words has
lost their marks; it is in English. Then single words, that a sound sentence can hardly have in that place, are looked
for.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from tqa.language.diacritics.digraphs import umlauted
from tqa.language.diacritics.model import Model, model
from tqa.language.diacritics.readings import Edit, apply, edits, english_share, stray_share
from tqa.language.diacritics.spelling import tone_in_front
from tqa.language.diacritics.units import stacks_marks, units
from tqa.language.fold import compose, fold, lower

_RATES = (1.0, 0.75, 0.5, 0.3, 0.15)
# Share of foreign words in a sound text, in lower case and capitalised (most are names), and of one word nobody knows.
_FOREIGN, _FOREIGN_NAME, _UNKNOWN = 0.01, 0.1, 1e-7
# How much likelier than both other explanations a loss must be, in nats, and how much of it a word may give.
_NEEDED, _MOST = 4.0, 7.0
# A single word: the share of words that lose their marks in a sound text, and how sure the context must be. Vietnamese,
# whose syllables are few and all known, can do with less.
_RARE_LOSS, _SURE = {"vi": 0.003, "sv": 0.003, "da": 0.003, "nb": 0.003, "de": 0.01}, {"vi": 0.75}
_USUAL_LOSS, _USUALLY_SURE = 0.03, 0.88
# Only a word that is so many times as frequent with marks is looked at, with so many words on either side.
_SUSPECT, _CONTEXT = 2.0, 5
# The certainty of such a find in nats.
_ONE_WORD = 3.0


@dataclass(frozen=True, slots=True)
class Loss:
    """Text that has lost diacritics of `language` between `start` and `end` (code points of the text as given).

    loss_rate: share of the marked words that lost their marks. confidence: probability that there is a loss at all.
    edits: the words that lost marks, with what they were. suggestion: the whole stretch restored.
    """

    language: str
    start: int
    end: int
    loss_rate: float
    confidence: float
    edits: tuple[Edit, ...]
    suggestion: str

    @property
    def words(self) -> tuple[tuple[int, int], ...]:
        """Where the words are that lost their marks."""
        return tuple((edit.start, edit.end) for edit in self.edits)


def detect(text: str, lang: str) -> Loss | None:
    """Find lost diacritics in `text`, written in the BCP 47 language `lang`.

    None when the text is sound, isn't in that language after all, or the language has no model.
    """
    found = model(lang)
    if found is None or not text or stacks_marks(text):
        return None
    composed, offsets = compose(text)
    rate, margin, windows = loss_rate(found, composed)
    if margin > _NEEDED:
        return _loss(found, composed, offsets, edits(found, composed, rate), rate, margin)
    rate = _RARE_LOSS.get(found.language, _USUAL_LOSS)
    changes = [
        Edit(edit.start + start, edit.end + start, edit.replacement, edit.confidence)
        for start, end in windows
        for edit in edits(found, composed[start:end], rate, _SURE.get(found.language, _USUALLY_SURE))
    ]
    return _loss(found, composed, offsets, changes, rate, _ONE_WORD)


def lost_throughout(text: str, lang: str) -> Loss | None:
    """What `detect` returns for a text known to be in `lang` and stripped; None if no word shows it."""
    found = model(lang)
    if found is None or stacks_marks(text):
        return None
    composed, offsets = compose(text)
    return _loss(found, composed, offsets, edits(found, composed, 1.0), 1.0, _NEEDED)


def _loss(
    found: Model, text: str, offsets: Sequence[int], changes: Sequence[Edit], rate: float, margin: float
) -> Loss | None:
    """A `Loss` of the `changes` to `text` (NFC), whose `offsets` in the text as given come with it."""
    if not changes:
        return None
    start, end = changes[0].start, changes[-1].end
    inside = [Edit(e.start - start, e.end - start, e.replacement, e.confidence) for e in changes]
    return Loss(
        found.language,
        offsets[start],
        offsets[end],
        rate,
        1 / (1 + math.exp(-margin)),
        tuple(Edit(offsets[e.start], offsets[e.end], e.replacement, e.confidence) for e in changes),
        apply(text[start:end], inside),
    )


def loss_rate(found: Model, text: str) -> tuple[float, float, list[tuple[int, int]]]:
    """The likeliest share of marked words in `text` (NFC) that lost their marks, and how much that is likelier.

    Likelier than a sound or an English text, in nats. Last the stretches of the text, if it is in the model's language
    rather than in English, with a word that mostly has marks: where a single one may have lost them.
    """
    shares = _fold_shares(found.language)
    marked = 0
    open_words: list[tuple[float, float, float, float]] = []
    places: list[tuple[int, int]] = []
    suspects: list[int] = []
    for unit in units(text):
        if unit.kind != "word":
            continue
        places.append((unit.start, unit.end))
        word = lower(unit.text)
        if found.language == "vi":
            word = tone_in_front(word)
        plain = fold(word)
        if plain != word:
            marked += plain in found.folds
            continue
        unmarked, with_marks = shares(plain)
        if found.language == "de" and (spelt := umlauted(found, word)) is not None and spelt[1] > 4 * spelt[2]:
            unmarked, with_marks = spelt[2], spelt[1]
        name = unit.text[0].isupper() and unit.start > 0
        guest = english_share(plain)
        open_words.append((unmarked, with_marks, guest, _FOREIGN_NAME if name else _FOREIGN))
        if with_marks > _SUSPECT * unmarked:
            suspects.append(len(places) - 1)
    if not any(with_marks for _, with_marks, _, _ in open_words):
        return 0.0, -math.inf, []
    foreign = sum(math.log(guest + _UNKNOWN) for _, _, guest, _ in open_words) + marked * math.log(_UNKNOWN)
    sound = sum(
        math.log(unmarked + share * guest + _UNKNOWN) for unmarked, _, guest, share in open_words
    ) + marked * math.log(1e-4)
    best, best_rate = -math.inf, 0.0
    for rate in _RATES:
        score = marked * math.log(max(1e-4 * (1 - rate), 1e-12))
        for unmarked, with_marks, guest, share in open_words:
            base = unmarked + share * guest + _UNKNOWN
            score += min(math.log((base + rate * with_marks) / base), _MOST) + math.log(base)
        if score > best:
            best, best_rate = score, rate
    ours = marked > 0 or sound > foreign + _NEEDED
    return best_rate, best - max(sound, foreign), _windows(places, suspects) if ours else []


def _windows(places: Sequence[tuple[int, int]], suspects: Sequence[int]) -> list[tuple[int, int]]:
    """The stretches of text around the suspects among the words at `places`, those that touch as one."""
    windows: list[tuple[int, int]] = []
    for at in suspects:
        start, end = places[max(at - _CONTEXT, 0)][0], places[min(at + _CONTEXT, len(places) - 1)][1]
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


@cache
def _fold_shares(lang: str) -> Callable[[str], tuple[float, float]]:
    found = model(lang)
    assert found is not None
    known: dict[str, tuple[float, float]] = {}
    stray = stray_share(lang)

    def shares(plain: str) -> tuple[float, float]:
        pair = known.get(plain)
        if pair is None:
            number = found.folds.get(plain)
            forms = [
                (found.forms[n] == plain, found.share[n]) for n in (found.numbers(number) if number is not None else ())
            ]
            unmarked, marked = sum(s for same, s in forms if same), sum(s for same, s in forms if not same)
            pair = (max(unmarked - stray * marked, stray * unmarked), marked)
            if len(known) < 50_000:
                known[plain] = pair
        return pair

    return shares
