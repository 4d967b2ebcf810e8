"""Runs of words that may be terms, and the texts that they are in."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from tqa.language.lexicon import lexicon
from tqa.language.stems import stem
from tqa.language.stems.english_number import singulars
from tqa.language.tags import base_language
from tqa.language.tokens import Word
from tqa.resources.termbase.passage import bare_lower
from tqa.resources.termbase.tokens import tokens

Run = tuple[str, ...]

_LONGEST, _LONGEST_OF_PARTS = 3, 5
_PARTS = frozenset("ja th vi zh".split())
# Share of all words from which on a word is a function word; and one below which a single word may be a term.
_FUNCTION, _TERM_LIKE = 1e-3, 8e-5
_FUNCTION_OF_PARTS = 4e-3
# A run that mostly comes within one longer run is no term of its own.
_ONLY_WITHIN = 0.9


class Side:
    """One side of the texts: the runs of stems that may be terms, with the segments that they are in."""

    def __init__(self, texts: Sequence[str], language: str, least: int) -> None:
        """Take the texts in `language` (BCP 47); runs in fewer than `least` of them are left out."""
        self.language = base_language(language)
        self.known = lexicon(language)
        self.stem = _english_stem if self.language == "en" else stem(self.language)
        self.segments: dict[Run, set[int]] = defaultdict(set)
        self._forms: dict[Run, Counter[str]] = defaultdict(Counter)
        self.of_parts = self.language in _PARTS
        for n, text in enumerate(texts):
            for run, form in self._runs(text):
                self.segments[run].add(n)
                self._forms[run][form] += 1
        self.segments = {run: found for run, found in self.segments.items() if len(found) >= least}

        self._within: dict[Run, int] = defaultdict(int)
        for run, found in self.segments.items():
            for part in (run[:-1], run[1:]):
                self._within[part] = max(self._within[part], len(found))

    def form(self, run: Run) -> str:
        """The form of a run that comes most, in small letters if it ever has them."""
        forms = self._forms[run]
        best = forms.most_common(1)[0][0]
        small = best[:1].lower() + best[1:]
        return small if small in forms else best

    def is_part(self, run: Run) -> bool:
        """Whether a run comes (nearly) only within one longer run."""
        return self._within[run] >= _ONLY_WITHIN * len(self.segments[run])

    def in_segment(self) -> dict[int, list[Run]]:
        """The runs of each segment."""
        found: dict[int, list[Run]] = defaultdict(list)
        for run, segments in self.segments.items():
            for n in segments:
                found[n].append(run)
        return found

    def is_specific(self, run: Run) -> bool:
        """Whether a run is likely a term: several words, or one that isn't a common one."""
        if len(run) > 1:
            return True
        if self.known is None:
            return True
        form = self.form(run)
        return self.known.frequency(form.lower()) < _TERM_LIKE and (len(form) > 3 or not form.isascii())

    def _runs(self, text: str) -> Iterator[tuple[Run, str]]:
        found = tokens(text)
        words = [bare_lower(word.text, self.language) for word in found]
        longest = _LONGEST_OF_PARTS if self.of_parts else _LONGEST
        is_edge = [not self.is_function(word) for word in words]
        for start in range(len(found)):
            if not is_edge[start]:
                continue
            for end in range(start + 1, min(start + longest, len(found)) + 1):
                if end - start > 1 and not _adjoins(text, found[end - 2], found[end - 1]):
                    break
                if is_edge[end - 1]:
                    form = text[found[start].start : found[end - 1].end]
                    yield tuple(map(self.stem, words[start:end])), form

    def words(self, text: str) -> list[str]:
        """The words of a text that may be part of a term, in lower case."""
        words = (bare_lower(word.text, self.language) for word in tokens(text))
        return [word for word in words if not self.is_function(word)]

    def place(self, run: Run, text: str) -> tuple[int, int] | None:
        """Where a run first stands in a text."""
        found = tokens(text)
        stems = [self.stem(bare_lower(word.text, self.language)) for word in found]
        size = len(run)
        at = next((at for at in range(len(stems) - size + 1) if tuple(stems[at : at + size]) == run), None)
        return None if at is None else (found[at].start, found[at + size - 1].end)

    def is_function(self, word: str) -> bool:
        """Whether a word is too common, or no word, to stand at the edge of a term."""
        if any(char.isdigit() for char in word) or (len(word) == 1 and word.isascii()):
            return True
        limit = _FUNCTION_OF_PARTS if self.of_parts else _FUNCTION
        return self.known is not None and self.known.frequency(word) > limit


@cache
def _english_stem(word: str) -> str:
    """An English word in the singular: by their roots `car` and `care` would be one."""
    return min(singulars(word), key=lambda form: (len(form), form))


def _adjoins(text: str, one: Word, other: Word) -> bool:
    between = text[one.end : other.start]
    return not between or between.isspace() or between == "-"
