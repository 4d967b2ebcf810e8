"""Put lost diacritics back."""

from collections.abc import Sequence
from dataclasses import dataclass

from tqa.language.diacritics.detection import detect
from tqa.language.diacritics.model import model
from tqa.language.diacritics.readings import Edit, apply, edits
from tqa.language.diacritics.units import stacks_marks
from tqa.language.fold import compose


@dataclass(frozen=True, slots=True)
class Restoration:
    """The restored text, and the changes it is made of, in order."""

    text: str
    edits: tuple[Edit, ...]


def restore(text: str, lang: str, loss_rate: float | None = None, english: str = "") -> Restoration:
    """Return `text` with the diacritics put back that words of the BCP 47 language `lang` have lost in it.

    `loss_rate`: the share of its marked words that lost their marks, where that is known; else it is estimated, and a
    sound text comes back as it is. Words that have marks, and what is no prose, are never changed. A language without
    a model changes nothing. `english`: the translation of the text into English, where there is one.
    """
    if loss_rate is None:
        loss = detect(text, lang, english)
        changes: Sequence[Edit] = loss.edits if loss is not None else ()
    elif (found := model(lang)) is not None and not stacks_marks(text):
        composed, offsets = compose(text)
        found_edits = edits(found, composed, loss_rate, english=english)
        changes = [Edit(offsets[e.start], offsets[e.end], e.replacement, e.confidence) for e in found_edits]
    else:
        changes = ()
    return Restoration(apply(text, changes), tuple(changes))
