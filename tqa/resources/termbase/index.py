"""Finds terms in texts: each is kept under the rarest of its words, and looked for where a text has that one.

What a segment costs hardly depends on the number of terms: each of its words is looked up once, in a table that
remembers of every word met which terms are kept under it.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

import regex

from tqa.language.fold import fold
from tqa.language.lexicon import lexicon
from tqa.language.stems import bare, stem
from tqa.language.stems.forms import CHANGING_IN_FRONT
from tqa.language.tokens import Word
from tqa.resources.termbase.known import Allows, Known, Match, forms_fit, is_gap, known_term
from tqa.resources.termbase.model import Entry, Term
from tqa.resources.termbase.passage import Passage, bare_lower, lower_in
from tqa.resources.termbase.table import Start, Table
from tqa.resources.termbase.tokens import UNSEGMENTED_LANGUAGES, is_unsegmented
from tqa.resources.termbase.wordbreaks import is_inside_word

_HYPHENATED = regex.compile(r"(?<=[\p{L}\p{M}\p{Nd}])[-‐‑\u00ad](?=[\p{L}\p{Nd}])")
# How long a term of several words must be to be found written together.
_JOINED_LEAST = 5
_SHORTEST_STRIPPED = 5
# How many letters a word written together shares with the term that it is a form of.
_SAME_START = 4
# How many words are kept in mind.
_MOST_MET = 200_000
# Share of all words from which on a word makes the other forms of it common, too.
_COMMON = 2e-5


class _Alone(NamedTuple):
    """The terms that a word is, and the part of it that counts; `asked` where that depends on the text around it."""

    known: tuple[Known, ...]
    start: int
    end: int
    asked: bool


class Index:
    """The terms of one language on one side."""

    def __init__(self, terms: Iterable[tuple[Term, Entry, int]], language: str) -> None:
        """Take terms with their entries and ranks (higher ones win); `language` is a base code."""
        self.language = language
        self.has_digits = False
        self._is_scoped = False
        self._is_unsegmented = language in UNSEGMENTED_LANGUAGES
        self._stem = stem(language)
        self._rarest = _rarest(language)
        self._table = Table()
        self._joined: dict[str, list[Known]] = {}
        self._marked: list[Known] = []
        for term, entry, rank in terms:
            self._add(term, entry, rank)
        self._starts = _Starts(self._meet)
        self._dull: set[str] = set()
        self._alone: dict[str, _Alone] = {}
        self._verdicts: dict[tuple[object, ...], bool] = {}

    def _add(self, term: Term, entry: Entry, rank: int) -> None:
        known = known_term(term, entry, rank, self.language)
        if known is None:
            return
        self._is_scoped = self._is_scoped or bool(entry.files or entry.contexts)
        if not term.text.isalpha():
            self.has_digits = self.has_digits or any(map(str.isdigit, term.text))
        words = known.words
        stems = tuple(map(self._stem, words))
        self._table.add(stems, known, self._rarest(words, stems) if len(words) > 1 else 0)
        if len(words) > 1:
            joined = "".join(words)
            if len(joined) >= _JOINED_LEAST and not known.literal and (joined.isascii() or not is_unsegmented(joined)):
                self._joined.setdefault(self._beginning(joined), []).append(known)
        if not term.text.isascii():
            self._marked.append(known)

    def _beginning(self, word: str) -> str:
        """What a word shares with all of its forms."""
        return "" if self.language in CHANGING_IN_FRONT else fold(word[:_SAME_START])

    def find(self, passage: Passage, allows: Allows) -> list[Match]:
        """The terms in `passage` whose entries `allows` lets pass; of those within one another the longest ones."""
        found: list[Match] = []
        telling = passage.distinct(self.has_digits) - self._dull
        if telling:
            self._find(telling, passage, allows, found)
            if self._marked and passage.is_stripped:
                self._find_stripped(telling, passage, allows, found)
        if passage.may_have_hyphens:
            found.extend(self._hyphenated(passage, allows))
        return _longest(found) if found else found

    def _find(self, telling: AbstractSet[str], passage: Passage, allows: Allows, found: list[Match]) -> None:
        """Find the terms that are kept under the words `telling`."""
        forms, words, starts = passage.forms(self.has_digits), passage.tokens(self.has_digits), self._starts
        for n, form in enumerate(forms):
            if form not in telling:
                continue
            _, alone, near, has_gaps = start = starts[form]
            if near is not None and _has_neighbour(near, starts, forms, n, 2 if has_gaps else 1):
                stems = [starts[other][0] for other in forms]
                found.extend(self._phrases(start.phrases(stems, n), passage, words, allows, False))
            if alone is not None:
                match = self._single(alone, passage, words, n, allows)
                if match is not None:
                    found.append(match)

    def _meet(self, form: str) -> Start:
        """Look a new word up: what is kept under it."""
        key = self._stem(bare_lower(form, self.language))
        for known in self._joined.pop(self._beginning(form), ()):
            joined = "".join(known.words)
            self._table.add((self._stem(joined),), known._replace(words=(joined,)), 0)
        start = self._table.start(key)
        if start.alone is None and start.near is None and key not in self._stripped.keys:
            if len(self._dull) >= _MOST_MET:
                self._dull.clear()
            self._dull.add(form)
        return start

    @cached_property
    def _stripped(self) -> Table:
        """The terms without their diacritics, for texts that lost theirs."""
        table = Table()
        for known in self._marked:
            plain = tuple(map(fold, known.words))
            if plain != known.words and (len(plain) > 1 or len(plain[0]) >= _SHORTEST_STRIPPED):
                roots = tuple(map(self._stem, plain))
                table.add(roots, known._replace(words=plain), self._rarest(plain, roots))
        return table

    def _find_stripped(self, telling: AbstractSet[str], passage: Passage, allows: Allows, found: list[Match]) -> None:
        """Find the terms of a text that lost its diacritics."""
        if self._stripped.keys.isdisjoint([self._starts[form][0] for form in telling]):
            return
        words = passage.tokens(self.has_digits)
        stems = [self._starts[form][0] for form in passage.forms(self.has_digits)]
        for n, start in enumerate(map(self._stripped.start, stems)):
            found.extend(self._phrases(start.phrases(stems, n), passage, words, allows, True))
            if start.alone:
                found.extend(self._match((n,), start.alone, passage, words, allows, True))

    def _phrases(
        self,
        phrases: Iterable[tuple[tuple[int, ...], Known]],
        passage: Passage,
        words: Sequence[Word],
        allows: Allows,
        stripped: bool,
    ) -> Iterator[Match]:
        for path, known in phrases:
            yield from self._match(path, (known,), passage, words, allows, stripped)

    def _single(
        self, terms: Sequence[Known], passage: Passage, words: Sequence[Word], n: int, allows: Allows
    ) -> Match | None:
        """The terms of one word that stand at word `n`."""
        word = words[n]
        alone = self._alone.get(word[0])
        if alone is None:
            alone = self._alone[word[0]] = self._of_word(word[0], terms)
        known = alone.known
        if not known:
            return None
        if alone.asked:
            return next(self._match((n,), known, passage, words, allows, False), None)
        if self._is_scoped:
            known = tuple(one for one in known if allows(one.entry))
        return Match(word[1] + alone.start, word[1] + alone.end, known) if known else None

    def _of_word(self, word: str, terms: Sequence[Known]) -> _Alone:
        if self._is_unsegmented or any(known.literal for known in terms):
            return _Alone(tuple(terms), 0, 0, True)
        fitting = tuple(known for known in terms if forms_fit(known, [word], False, self.language))
        return _Alone(fitting, *((0, len(word)) if word.isalnum() else bare(word, self.language)), False)

    def _match(
        self,
        path: Sequence[int],
        terms: Sequence[Known],
        passage: Passage,
        words: Sequence[Word],
        allows: Allows,
        stripped: bool,
    ) -> Iterator[Match]:
        known = tuple(one for one in terms if self._fits(one, passage, words, path, stripped) and allows(one.entry))
        if known:
            start, end = _extent(words[path[0]], words[path[-1]], self.language)
            if known[0].literal:
                start -= len(known[0].before)
                end = start + len(known[0].literal)
            yield Match(start, end, known)

    def _fits(
        self, known: Known, passage: Passage, words: Sequence[Word], path: Sequence[int], stripped: bool = False
    ) -> bool:
        key = (id(known), stripped, *(words[n].text for n in path))
        fits = self._verdicts.get(key)
        if fits is None:
            fits = self._verdicts[key] = forms_fit(known, [words[n].text for n in path], stripped, self.language)
        if not fits:
            return False
        text = passage.text
        if known.literal:
            start = words[path[0]].start - len(known.before)
            end = start + len(known.literal)
            if start < 0 or lower_in(text[start:end], self.language) != known.literal:
                return False
        elif not all(is_gap(text[words[n].end : words[n + 1].start]) for n in range(path[0], path[-1])):
            return False
        return not self._is_unsegmented or not is_inside_word(
            text, words[path[0]].start, words[path[-1]].end, self.language
        )

    def _hyphenated(self, passage: Passage, allows: Allows) -> Iterator[Match]:
        """Terms of one word that the text writes with a hyphen."""
        words: Sequence[Word] = ()
        for hyphen in _HYPHENATED.finditer(passage.text):
            words = words or passage.tokens(self.has_digits)
            n = bisect_left(words, hyphen.start(), key=itemgetter(2))
            if n + 1 >= len(words) or words[n].end != hyphen.start() or words[n + 1].start != hyphen.end():
                continue
            joined = Word(words[n].text + words[n + 1].text, words[n].start, words[n + 1].end)
            terms = self._starts[lower_in(joined.text, self.language)].alone or ()
            known = tuple(term for term in terms if self._fits(term, passage, [joined], [0]) and allows(term.entry))
            if known:
                yield Match(joined.start, joined.end, known)


def _has_neighbour(
    near: Mapping[str, object], starts: Mapping[str, Start], forms: Sequence[str], n: int, reach: int
) -> bool:
    """Whether one of the words up to `reach` before or behind word `n` has a stem that is in `near`."""
    if n + 1 < len(forms) and starts[forms[n + 1]][0] in near:
        return True
    if n > 0 and starts[forms[n - 1]][0] in near:
        return True
    if reach == 1:
        return False
    return (n + 2 < len(forms) and starts[forms[n + 2]][0] in near) or (n > 1 and starts[forms[n - 2]][0] in near)


class _Starts(dict[str, Start]):
    """What is kept under each word (in lower case) that was met."""

    def __init__(self, meet: Callable[[str], Start]) -> None:
        self._meet = meet

    def __missing__(self, form: str) -> Start:
        if len(self) >= _MOST_MET:
            self.clear()
        start = self[form] = self._meet(form)
        return start


def _rarest(language: str) -> Callable[[Sequence[str], Sequence[str]], int]:
    """The function that tells which of some words, with their stems, is the rarest in texts of a language (base code).

    A word is as common as its most common form: texts that have "do" are looked through for "doings".
    """
    listed = lexicon(language)
    shares = {} if listed is None else listed.words
    by_stem: dict[str, float] = {}
    cut = stem(language)
    for word, share in shares.items():
        if share >= _COMMON:
            by_stem[cut(word)] = max(by_stem.get(cut(word), 0.0), share)

    def rarest(words: Sequence[str], stems: Sequence[str]) -> int:
        rank = [
            (by_stem.get(root) or shares.get(word, 0.0), -len(word)) for word, root in zip(words, stems, strict=True)
        ]
        return rank.index(min(rank))

    return rarest


def _extent(first: Word, last: Word, language: str) -> tuple[int, int]:
    """From the first to the last word of a match, without what apostrophes join to them."""
    if first.text.isalnum() and last.text.isalnum():
        return first.start, last.end
    return first.start + bare(first.text, language)[0], last.start + bare(last.text, language)[1]


def _longest(found: list[Match]) -> list[Match]:
    """Drops what is within a longer match; of terms at one place those of the highest rank stay."""
    reach = -1
    for match in found:
        if match.start < reach or len(match.known) > 1:
            return _chosen(found)
        reach = match.end
    return found


def _chosen(found: list[Match]) -> list[Match]:
    by_place: dict[tuple[int, int], list[Known]] = {}
    for match in found:
        by_place.setdefault((match.start, match.end), []).extend(match.known)
    result: list[Match] = []
    reach = -1
    for start, end in sorted(by_place, key=lambda place: (place[0], -place[1])):
        if end > reach:
            best = max(known.rank for known in by_place[start, end])
            unique = {id(known.term): known for known in by_place[start, end] if known.rank == best}
            result.append(Match(start, end, tuple(unique.values())))
            reach = end
    return result
