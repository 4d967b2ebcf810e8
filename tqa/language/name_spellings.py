"""The spellings that a document has of its names, and which of them is to be the one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import normalize

from tqa.language.diacritics import LANGUAGES as WITH_MARKS
from tqa.language.fold import fold
from tqa.language.name_marks import (
    is_common,
    is_established,
    is_stripped,
    key,
    spelling,
    stretches,
    tells_alone,
    vietnamese_places,
)
from tqa.language.tokens import Word

Name = tuple[str, ...]


class Variant(NamedTuple):
    """A name spelt otherwise than it should be: where, what is right, and why (the end of a sentence about it)."""

    start: int
    end: int
    right: str
    reason: str


@dataclass(slots=True)
class _Form:
    """One spelling of a name.

    How often it is there; as what and where first; whether the source has it so; whether either end was seen free.
    """

    shown: str = ""
    place: str = ""
    count: int = 0
    is_own: bool = False
    is_free: list[bool] = field(default_factory=lambda: [False, False])


class Spellings:
    """The names of one document whose target language is `language` (base code), by their folded words."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._forms: dict[Name, dict[Name, _Form]] = {}

    def __bool__(self) -> bool:
        return bool(self._forms)

    def learn(self, run: Sequence[Word]) -> None:
        """Take note that the parts of a run that has marks are to be looked at."""
        forms = [spelling(word.text) for word in run]
        for start, end in stretches(run):
            part = tuple(forms[start:end])
            if not all(map(str.isascii, part)) and self._tells(key(part)):
                self._forms.setdefault(key(part), {})

    def count(self, run: Sequence[Word], text: str, place: str, source: str) -> None:
        """Count the spellings of the names in a run of `text`; `place` tells the user where that is.

        source: what it translates, if that is in a language with marks: a name that has none there is another name.
        """
        for start, end, known, mine, ends in self._known(run):
            form = known.setdefault(mine, _Form())
            form.count += 1
            form.is_free = [a or b for a, b in zip(form.is_free, ends, strict=True)]
            shown = text[run[start].start : run[end - 1].end]
            form.is_own = form.is_own or shown in source
            if not form.shown:
                form.shown, form.place = shown, place

    def variants(self, run: Sequence[Word]) -> Iterator[Variant]:
        """Yield the names in a run that the document mostly spells with other marks."""
        taken: list[tuple[int, int]] = []
        for start, end, known, mine, ends in self._known(run):
            if any(start < b and a < end for a, b in taken):
                continue
            other = self._preferred(mine, known, ends)
            if other is not None:
                taken.append((start, end))
                reason = f" here, '{other.shown}' {other.place}: with its marks or without?"
                yield Variant(run[start].start, run[end - 1].end, other.shown, reason)

    def _known(self, run: Sequence[Word]) -> Iterator[tuple[int, int, dict[Name, _Form], Name, tuple[bool, bool]]]:
        """The parts of a run to be looked at: where, the forms of the name so far, its own, and which ends are free."""
        forms = [spelling(word.text) for word in run]
        for start, end in stretches(run):
            known = self._forms.get(key(forms[start:end]))
            if known is not None:
                yield start, end, known, tuple(forms[start:end]), self._ends(forms, start, end)

    def _preferred(self, mine: Name, known: dict[Name, _Form], ends: tuple[bool, bool]) -> _Form | None:
        """The form that the document has rather than `mine`, with or without the marks; None where there is none."""
        own = known[mine]
        for name, other in sorted(known.items(), key=lambda item: -item[1].count):
            if not all(a or b for a, b in zip(ends, other.is_free, strict=True)):
                continue
            # Of two alike the one with its marks stands.
            if own.count <= other.count and not own.is_own and is_stripped(mine, name, self._language):
                return other
            if own.count < other.count and not other.is_own and is_stripped(name, mine, self._language):
                return other
        return None

    def _ends(self, forms: Sequence[str], start: int, end: int) -> tuple[bool, bool]:
        """Whether the name may begin and end with forms[start:end]: nothing is beside it, or a common word.

        Beside a single word it may be a name all the same (Anna, Mark).
        """
        if end - start == 1:
            return start == 0, end == len(forms)
        before = start == 0 or is_common(forms[start - 1], self._language)
        return before, end == len(forms) or is_common(forms[end], self._language)

    def _tells(self, name: Name) -> bool:
        if is_established(name):
            return False
        return len(name) > 1 or tells_alone(name[0], self._language)


def kept(run: Sequence[Word], source: Iterable[Sequence[Word]], language: str) -> Iterator[Variant]:
    """Yield the names in a run that lack marks which the `source`, as its runs, or the list of places has."""
    forms = [spelling(word.text) for word in run]
    marked = {key(part): (part, shown) for part, shown in _parts(source)}
    taken: list[tuple[int, int]] = []
    for start, end in stretches(run):
        name = tuple(forms[start:end])
        if any(start < b and a < end for a, b in taken) or is_established(key(name)):
            continue
        if end - start == 1 and not tells_alone(key(name)[0], language):
            continue
        part, shown = marked.get(key(name)) or _place(name)
        if part and is_stripped(name, part, language):
            taken.append((start, end))
            yield Variant(run[start].start, run[end - 1].end, shown, f" has lost the marks of '{shown}'")


def stripped(run: Sequence[Word], text: str, language: str) -> Iterator[Variant]:
    """Yield the words of a run of `text` that have marks, where `language` (base code) itself has none."""
    marked = [word for word in run if not word.text.isascii()]
    if language not in WITH_MARKS and marked:
        start, end = marked[0].start, marked[-1].end
        plain = fold(normalize("NFC", text[start:end]))
        if plain.isascii():
            yield Variant(start, end, plain, " has marks, which names are to be without")


def _parts(source: Iterable[Sequence[Word]]) -> Iterator[tuple[Name, str]]:
    for run in source:
        forms = [spelling(word.text) for word in run]
        for start, end in stretches(run):
            if not all(map(str.isascii, forms[start:end])):
                yield tuple(forms[start:end]), " ".join(word.text for word in run[start:end])


def _place(name: Name) -> tuple[Name, str]:
    shown = vietnamese_places().get(key(name), "")
    return tuple(map(spelling, shown.replace("-", " ").split())), shown
