"""Proposes terms from texts and their translations.

A candidate is a run of one to three words that recurs more than its words would by chance, with no function word at its
ends. Its translation is the run of the other side that stands in the same segments and hardly elsewhere (Dice's
coefficient), helped by the dictionary of the two languages where there is one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tqa.language.dictionary import Dictionary, dictionary
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
_LEAST_DICE, _DICTIONARY_WORTH = 0.4, 0.35
_VARIANT_DICE, _VARIANT_WORTH = 0.3, 0.1
_EXAMPLES, _VARIANTS = 2, 4
# A run that mostly comes within one longer run is no term of its own.
_ONLY_WITHIN = 0.9


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed term: how often it comes, its translation and other ones that were seen, how sure (0 to 1)."""

    source: str
    target: str
    count: int
    score: float
    variants: tuple[tuple[str, int], ...]
    examples: tuple[tuple[str, str], ...]


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


def extract(
    pairs: Iterable[tuple[str, str]], source_lang: str, target_lang: str, *, least: int = 3, all_words: bool = False
) -> list[Candidate]:
    """Propose terms from (source, target) texts in these languages (BCP 47), the best first.

    least: in how many segments a candidate must be. all_words: common words too, not only what looks like a term.
    """
    texts = list(pairs)
    source = Side([one for one, _ in texts], source_lang, least)
    target = Side([other for _, other in texts], target_lang, 2)
    chosen = [run for run in source.segments if (all_words or source.is_specific(run)) and not source.is_part(run)]
    known = dictionary(source_lang, target_lang)
    by_segment = target.in_segment()
    found = [_candidate(run, source, target, by_segment, known, texts) for run in chosen]
    return sorted(filter(None, found), key=lambda one: (-one.score * min(one.count, 20), one.source))


def _candidate(
    run: Run,
    source: Side,
    target: Side,
    by_segment: dict[int, list[Run]],
    known: Dictionary | None,
    texts: Sequence[tuple[str, str]],
) -> Candidate | None:
    segments = source.segments[run]
    together = Counter(other for n in segments for other in by_segment.get(n, ()))
    scored = []
    for other, count in together.items():
        dice = 2 * count / (len(segments) + len(target.segments[other]))
        worth = _dictionary_worth(source.form(run), target.form(other), known)
        # A run of as many words as the source's is likelier the whole of it than a part.
        scored.append((dice + _DICTIONARY_WORTH * worth + 0.01 * min(len(other), len(run)), dice, count, other))
    if not scored:
        return None
    scored.sort(key=lambda item: (-item[0], item[3]))
    score, dice, _, best = scored[0]
    if dice < _LEAST_DICE and score < _LEAST_DICE + _DICTIONARY_WORTH / 2:
        return None
    best_segments = target.segments[best]
    variants = [
        (target.form(other), count)
        for total, dice, count, other in scored[1:]
        if count > 1
        and (dice > _VARIANT_DICE or total - dice > _VARIANT_WORTH)
        and not set(other) & set(best)
        and len(segments & target.segments[other] & best_segments) * 2 < count
    ]
    examples = [texts[n] for n in sorted(segments & best_segments)[:_EXAMPLES]]
    return Candidate(
        source.form(run),
        target.form(best),
        len(segments),
        min(1.0, score),
        tuple(variants[:_VARIANTS]),
        tuple(examples),
    )


def _dictionary_worth(source: str, target: str, known: Dictionary | None) -> float:
    """How much of the words' meaning both sides share, by the dictionary (0 to 1)."""
    if known is None:
        return 0.0
    ours, theirs = source.lower().split(), target.lower().split()
    if not ours or not theirs:
        return 0.0
    chances = [[known.chance(one, other) for other in theirs] for one in ours]
    ahead = sum(max(row) for row in chances) / len(ours)
    back = sum(max(row[n] for row in chances) for n in range(len(theirs))) / len(theirs)
    return min(1.0, (ahead + back) / 2)
