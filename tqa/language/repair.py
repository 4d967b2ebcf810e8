"""All that befell the letters of a text, undone: mojibake, wrong letters, look-alikes, letters in pieces, lost ones."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from unicodedata import normalize

from tqa.language.changes import Change, applied
from tqa.language.diacritics import damage, detect, detect_any
from tqa.language.letter_slips import slips
from tqa.language.misread import misread
from tqa.language.tags import UNDETERMINED, base_language


def repairs(text: str, languages: Sequence[str], english: str = "") -> list[Change]:
    """Return what is to be changed in `text` to have its letters whole, in order, without overlaps.

    languages: BCP 47 tags of what the text may be in, the likeliest first; `und` where that isn't known. english: its
    translation into English, where there is one, which tells what its words were. Nothing is returned for a sound text.
    """
    changes: list[Change] = []
    for step in (_misread, _slips, _shapes, partial(_lost, english=english)):
        changes = composed(text, changes, _first(step, applied(text, changes), languages))
    return changes


def composed(text: str, first: Sequence[Change], second: Sequence[Change]) -> list[Change]:
    """The changes to `text` that come to the same as `first`, and then `second` on the text that `first` left.

    No change may delete a stretch without putting something there.
    """
    if not first or not second:
        return list(first or second)
    between = applied(text, first)
    ends, shifts = [0], [0]
    stretches = [(start, end) for start, end, _ in second]
    for start, end, new in first:
        stretches.append((start + shifts[-1], start + shifts[-1] + len(new)))
        ends.append(stretches[-1][1])
        shifts.append(shifts[-1] + len(new) - (end - start))
    starts = [start for start, _, _ in second]
    result: list[Change] = []
    for start, end in _joined(stretches):
        low, high = (place - shifts[bisect_right(ends, place) - 1] for place in (start, end))
        at, last = bisect_left(starts, start), bisect_left(starts, end)
        inside = [(a - start, b - start, new) for a, b, new in second[at:last]]
        result.append((low, high, applied(between[start:end], inside)))
    return result


def _joined(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _first(step: Callable[[str, str], list[Change]], text: str, languages: Sequence[str]) -> list[Change]:
    return next((found for lang in languages if (found := step(text, lang))), [])


def _misread(text: str, lang: str) -> list[Change]:
    found = misread(text, base_language(lang))
    return list(found.edits) if found is not None else []


def _slips(text: str, lang: str) -> list[Change]:
    return [(slip.start, slip.end, slip.right) for slip in slips(text, base_language(lang))]


def _shapes(text: str, lang: str) -> list[Change]:
    """Look-alikes of other alphabets, and letters whose marks stand apart."""
    changes: list[Change] = []
    for found in damage(text, "en" if lang == UNDETERMINED else lang):
        if found.kind == "look-alike":
            changes += [(start, end, found.text[start:end]) for start, end in found.spans]
        elif found.kind in ("decomposed", "mixed-normal-forms"):
            changes += [(start, end, normalize("NFC", text[start:end])) for start, end in found.spans]
    return sorted(changes)


def _lost(text: str, lang: str, english: str) -> list[Change]:
    loss = detect_any(text, english) if lang == UNDETERMINED else detect(text, lang, english)
    return [(edit.start, edit.end, edit.replacement) for edit in loss.edits] if loss is not None else []
