"""Find text that has lost its diacritics, in a language that is known.

First the words as a whole tell whether a share of them has lost its marks (`evidence`). Then single words, that a sound
sentence can hardly have in that place, are looked for: those that stand badly between their neighbours are read anew in
a window around them.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tqa.language.diacritics.evidence import Verdict, Word, evidence
from tqa.language.diacritics.model import Model, model, served_as
from tqa.language.diacritics.neighbours import odds
from tqa.language.diacritics.readings import Edit, apply, edits
from tqa.language.diacritics.translation import names
from tqa.language.diacritics.units import stacks_marks, units
from tqa.language.fold import compose

# How much likelier than both other explanations a loss must be, in nats.
_NEEDED = 4.0
# And how much more in languages that have many pairs of words with and without marks (sa, så).
_NEEDED_MORE = {"sv": 1.2, "da": 1.2, "nb": 1.2, "de": 0.6}
# A single word: the share of words that lose their marks in a sound text, and how sure the context must be. Vietnamese,
# whose syllables are few and all known, can do with less.
_RARE_LOSS = {
    **dict.fromkeys(("vi", "sv", "da", "nb"), 0.003),
    # Their words are known from few texts.
    **dict.fromkeys(("sk", "et", "is"), 0.003),
    "de": 0.01,
}
_SURE = {"vi": 0.75, "sv": 0.96, "da": 0.96}
_USUAL_LOSS, _USUALLY_SURE = 0.03, 0.88
# The odds of a loss by the two neighbours alone from which it is worth more; how many words are read on either side.
_WORTH, _CONTEXT = 0.25, 5
# How much likelier a stripped text must make a word for its neighbours to be asked, if it isn't mostly marked.
_OPEN = 0.1
# Where the words alone leave it open (nats), their neighbours are asked; what they must say of some words, and of one.
_PLAUSIBLE, _NEEDED_BETWEEN, _NEEDED_ALONE = -2.0, 4.0, 7.0
# What the words must say (nats) of a text without any marks that the guess of its language takes for a stripped one.
_HINTED = 1.5
# Words of which the reading is no likelier than this don't count as a second one.
_HALF_SURE = 0.3
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


def detect(text: str, lang: str, english: str = "") -> Loss | None:
    """Find lost diacritics in `text`, written in the BCP 47 language `lang`.

    `english`: its translation into English, where there is one; it helps to tell what the words were.
    None when the text is sound, isn't in that language after all, or the language has no model.
    """
    found = model(lang)
    if found is None or not text or stacks_marks(text):
        return None
    composed, offsets = compose(text)
    known = evidence(found)
    words = known.words(composed)
    verdict = known.judge(words)
    if english and (verdict.margin > _PLAUSIBLE or any(word.suspect for word in words)):
        words = known.without(words, composed, names(english))
        verdict = known.judge(words)
    if verdict.margin > _NEEDED + _NEEDED_MORE.get(found.language, 0.0):
        changes = edits(found, composed, verdict.rate, english=english)
        return _loss(found, composed, offsets, changes, verdict.rate, verdict.margin)
    loss = _by_neighbours(found, words, verdict, (composed, offsets), english) if verdict.ours else None
    if loss is None and verdict.margin > _HINTED and composed.isascii() and _seems_stripped(composed, found.language):
        return lost_throughout(text, lang, english)
    return loss


def _by_neighbours(
    found: Model, words: Sequence[Word], verdict: Verdict, text: tuple[str, Sequence[int]], english: str
) -> Loss | None:
    """What the neighbours of words tell, where the words alone leave a loss open; `text` is composed, with offsets."""
    composed, offsets = text
    rate = _RARE_LOSS.get(found.language, _USUAL_LOSS)
    unsure = verdict.margin > _PLAUSIBLE
    chances = {
        at: odds(found, words, at) for at, word in enumerate(words) if word.suspect or (unsure and word.lost[0] > _OPEN)
    }
    if not chances:
        return None
    if unsure:
        verdict = evidence(found).weigh(words, chances)
        spare = verdict.margin - math.log(_USUAL_LOSS / rate)
        if spare > _NEEDED_BETWEEN:
            changes = edits(found, composed, verdict.rate, english=english)
            if sum(change.confidence > _HALF_SURE for change in changes) > 1 or spare > _NEEDED_ALONE:
                return _loss(found, composed, offsets, changes, verdict.rate, verdict.margin)
    places = [at for at, chance in chances.items() if words[at].suspect and rate * chance > _WORTH]
    if not places:
        return None
    changes = [
        Edit(edit.start + start, edit.end + start, edit.replacement, edit.confidence)
        for start, end in _windows(composed, places)
        for edit in edits(found, composed[start:end], rate, _SURE.get(found.language, _USUALLY_SURE), english)
    ]
    return _loss(found, composed, offsets, changes, rate, _ONE_WORD)


def _seems_stripped(text: str, language: str) -> bool:
    """Whether `text` looks like one in `language` without its marks to who doesn't know the language."""
    from tqa.language.identify import identify_any

    guess = identify_any(text)
    return guess.stripped and guess.language is not None and served_as(guess.language) == language


def lost_throughout(text: str, lang: str, english: str = "") -> Loss | None:
    """What `detect` returns for a text known to be in `lang` and stripped; None if no word shows it."""
    found = model(lang)
    if found is None or stacks_marks(text):
        return None
    composed, offsets = compose(text)
    return _loss(found, composed, offsets, edits(found, composed, 1.0, english=english), 1.0, _NEEDED)


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


def _windows(text: str, suspects: Sequence[int]) -> list[tuple[int, int]]:
    """The stretches of `text` around the words that are suspects (as numbers of units), those that touch as one."""
    places = [(unit.start, unit.end) for unit in units(text)]
    windows: list[tuple[int, int]] = []
    for at in suspects:
        start, end = places[max(at - _CONTEXT, 0)][0], places[min(at + _CONTEXT, len(places) - 1)][1]
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows
