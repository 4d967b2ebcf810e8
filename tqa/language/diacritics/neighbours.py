"""What the words on either side tell of an unmarked one: whether it is likely to have lost its marks there."""

from collections.abc import Sequence

from tqa.language.diacritics.evidence import Word
from tqa.language.diacritics.model import Model
from tqa.language.diacritics.readings import meant
from tqa.language.diacritics.units import END, START, UNKNOWN

_NEVER = 1e-12
# So much likelier in English (nats) is a word that isn't the language's own.
_GUEST = 2.0
# How much less likely a name has lost marks, since it may be foreign.
_NAME = 0.05


def odds(found: Model, words: Sequence[Word], at: int) -> float:
    """How much likelier the marked forms of words[at] stand between its neighbours than the unmarked one does.

    To be multiplied by the share of words that lost their marks.
    """
    word = words[at]
    if word.fold < 0:
        return 0.0
    end = found.folds[END]
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if before is not None and after is not None and _is_guest(found, before) and _is_guest(found, after):
        return 0.0
    chances = _between(
        found,
        (before.fold, before.form) if before is not None and before.fold != end else (found.folds[START], 0),
        word.fold,
        (after.fold, after.form) if after is not None else (end, 0),
    )
    kept = chances[word.form] if word.form >= 0 else 0.0
    lost = (sum(chances) - kept) * (_NAME if word.name else 1.0)
    return lost / max(kept * meant(found, word.fold, word.form), _NEVER * sum(chances), 1e-300)


def _is_guest(found: Model, word: Word) -> bool:
    """Whether a word is English rather than of the language, or a name that nobody knows."""
    return word.english > word.sound + _GUEST or (word.name and word.fold == found.folds[UNKNOWN])


def _between(model: Model, before: tuple[int, int], fold: int, after: tuple[int, int]) -> list[float]:
    """How likely each form of `fold` stands between two known words, each given as the numbers of its fold and form.

    Up to a common factor; -1 for the form of a word that the model doesn't know.
    """
    share, unlisted, first = model.share, model.unlisted, model.first
    forms = model.numbers(fold)
    behind, number = before
    chances = [share[form] for form in forms]
    if number >= 0:
        chances = [unlisted(first[behind] + number, form) for form in forms]
        for i, j, p, _ in model.pair(behind, fold):
            if i == number:
                chances[j] = p
    ahead, number = after
    if number < 0:
        return chances
    follow = [unlisted(form, first[ahead] + number) for form in forms]
    for i, j, p, _ in model.pair(fold, ahead):
        if j == number:
            follow[i] = p
    return [a * b for a, b in zip(chances, follow, strict=True)]
