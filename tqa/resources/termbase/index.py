"""Finds terms in texts: a trie of stems, walked from the words that a term can begin with.

What a segment costs hardly depends on the number of terms: each word is looked up once, in a table that remembers of
every word met whether a term begins with it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from tqa.language.fold import fold
from tqa.language.stems import bare, is_form, stem
from tqa.language.tokens import Word
from tqa.resources.termbase.model import Entry, Term
from tqa.resources.termbase.passage import Passage, bare_lower, lower_in
from tqa.resources.termbase.tokens import UNSEGMENTED_LANGUAGES, is_unsegmented, tokens
from tqa.resources.termbase.wordbreaks import is_inside_word

Node = dict[str, Any]
Allows = Callable[[Entry], bool]

_END = "\0"
_AFTER_THE_END = ("", "")
_HYPHENS = frozenset("-‐‑­")
# From how many words on a term may have a word between its own, and how long written together it must be.
_LONG, _JOINED_LEAST = 3, 5
_SHORTEST_STRIPPED = 5
_ACRONYM_LONGEST = 6


class Known(NamedTuple):
    """A term of the index: its tokens in lower case without apostrophes, and what stands between them."""

    term: Term
    entry: Entry
    rank: int
    words: tuple[str, ...]
    between: tuple[str, ...]
    literal: str
    """The term in lower case, where it holds more than words (C++, AT&T)."""
    before: str
    is_verb: bool


class Match(NamedTuple):
    """A place where one or more terms stand, by offsets into the passage's text."""

    start: int
    end: int
    known: tuple[Known, ...]


class Index:
    """The terms of one language on one side."""

    def __init__(self, terms: Iterable[tuple[Term, Entry, int]], language: str) -> None:
        """Take terms with their entries and ranks (higher ones win); `language` is a base code."""
        self.language = language
        self.has_digits = False
        self._stem = stem(language)
        self._trie: Node = {}
        self._stripped: Node = {}
        for term, entry, rank in terms:
            self._add(term, entry, rank)
        self._keys = _Keys(language)
        self._verdicts: dict[tuple[object, ...], bool] = {}
        self._is_unsegmented = language in UNSEGMENTED_LANGUAGES
        self._alone_fitting: dict[str, tuple[bool, tuple[Known, ...]]] = {}

    def _add(self, term: Term, entry: Entry, rank: int) -> None:
        known = self._known(term, entry, rank)
        if known is None:
            return
        self.has_digits = self.has_digits or any(char.isdigit() for char in term.text)
        _insert(self._trie, map(self._stem, known.words), known)
        joined = "".join(known.words)
        if len(known.words) > 1 and len(joined) >= _JOINED_LEAST and not known.literal and not is_unsegmented(joined):
            _insert(self._trie, [self._stem(joined)], known._replace(words=(joined,), between=()))
        plain = tuple(map(fold, known.words))
        if plain != known.words and (len(plain) > 1 or len(plain[0]) >= _SHORTEST_STRIPPED):
            _insert(self._stripped, map(self._stem, plain), known._replace(words=plain))

    def _known(self, term: Term, entry: Entry, rank: int) -> Known | None:
        text = term.text
        is_verb = term.pos.lower().startswith("v")
        if self.language == "en" and text.startswith("to ") and (is_verb or not term.pos):
            text, is_verb = text[3:], True
        found = tokens(text)
        if not found:
            return None
        words = tuple(bare_lower(word.text, self.language) for word in found)
        between = tuple(text[one.end : other.start] for one, other in pairwise(found))
        before, after = text[: found[0].start], text[found[-1].end :]
        plain = not (before + after).strip() and all(_is_gap(gap) for gap in between)
        literal = "" if plain else lower_in(text, self.language)
        return Known(term, entry, rank, words, between, literal, before, is_verb)

    def find(self, passage: Passage, allows: Allows) -> list[Match]:
        """The terms in `passage` whose entries `allows` lets pass; of those within one another the longest ones."""
        words = passage.tokens(self.has_digits)
        keys = self._keys
        stems = [keys[word[0]] for word in words]
        stems += _AFTER_THE_END
        alone = self._alone_fitting
        found: list[Match] = []
        for n, node in enumerate(map(self._trie.get, stems)):
            if node is None:
                continue
            if stems[n + 1] in node or stems[n + 2] in node:
                found.extend(self._from(node, passage, words, stems, n, allows, False))
            elif _END in node:
                fitting = alone.get(words[n][0])
                if fitting is None or fitting[1]:
                    found.extend(self._alone(node[_END], passage, words, n, allows))
        if self._stripped and passage.is_stripped:
            for n, node in enumerate(map(self._stripped.get, stems)):
                if node is not None:
                    found.extend(self._from(node, passage, words, stems, n, allows, True))
        if passage.may_have_hyphens:
            found.extend(self._hyphenated(passage, words, allows))
        return _longest(found) if found else found

    def _alone(
        self, terms: list[Known], passage: Passage, words: Sequence[Word], n: int, allows: Allows
    ) -> Iterator[Match]:
        """The terms of one word that stand at word `n`."""
        word = words[n]
        fitting = self._alone_fitting.get(word.text)
        if fitting is None:
            # What depends on more than the word itself is asked for each time.
            is_plain = not self._is_unsegmented and not any(known.literal for known in terms)
            chosen = [known for known in terms if self._forms_fit(known, [word.text], False)] if is_plain else terms
            fitting = self._alone_fitting[word.text] = (is_plain, tuple(chosen))
        is_plain, candidates = fitting
        if not is_plain:
            yield from self._match((n,), list(candidates), passage, words, allows, False)
        elif known := tuple(one for one in candidates if allows(one.entry)):
            yield Match(*_extent(word, word, self.language), known)

    def _from(
        self,
        node: Node,
        passage: Passage,
        words: Sequence[Word],
        stems: Sequence[str],
        n: int,
        allows: Allows,
        stripped: bool,
    ) -> Iterator[Match]:
        for path, terms in self._walk(node, stems, (n,)):
            yield from self._match(path, terms, passage, words, allows, stripped)

    def _match(
        self,
        path: Sequence[int],
        terms: list[Known],
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

    def _walk(
        self, node: Node, stems: Sequence[str], path: tuple[int, ...], gap: bool = True
    ) -> Iterator[tuple[tuple[int, ...], list[Known]]]:
        if _END in node:
            yield path, node[_END]
        n = path[-1] + 1
        child = node.get(stems[n])
        if child is not None:
            yield from self._walk(child, stems, (*path, n), gap)
        elif gap and stems[n] and not self._is_unsegmented:
            child = node.get(stems[n + 1])
            if child is not None:
                yield from self._walk(child, stems, (*path, n + 1), False)

    def _fits(
        self, known: Known, passage: Passage, words: Sequence[Word], path: Sequence[int], stripped: bool = False
    ) -> bool:
        if path[-1] - path[0] >= len(known.words) and len(known.words) < _LONG:
            return False
        key = (id(known), stripped, *(words[n].text for n in path))
        fits = self._verdicts.get(key)
        if fits is None:
            fits = self._verdicts[key] = self._forms_fit(known, [words[n].text for n in path], stripped)
        if not fits:
            return False
        text = passage.text
        if known.literal:
            start = words[path[0]].start - len(known.before)
            end = start + len(known.literal)
            if start < 0 or lower_in(text[start:end], self.language) != known.literal:
                return False
        elif not all(_is_gap(text[words[n].end : words[n + 1].start]) for n in range(path[0], path[-1])):
            return False
        return not self._is_unsegmented or not is_inside_word(
            text, words[path[0]].start, words[path[-1]].end, self.language
        )

    def _forms_fit(self, known: Known, surface: Sequence[str], stripped: bool) -> bool:
        """Whether words are forms of the term's words, in a case in which they are the term."""
        exact = known.term.exact
        for word, other in zip((bare_lower(word, self.language) for word in surface), known.words, strict=True):
            if word != other and (exact or not is_form(word, other, self.language, known.is_verb)):
                return False
        return stripped or _case_fits(known, surface, self.language)

    def _hyphenated(self, passage: Passage, words: Sequence[Word], allows: Allows) -> Iterator[Match]:
        """Terms of one word that the text writes with a hyphen."""
        for one, other in pairwise(words):
            if passage.text[one.end : other.start] not in _HYPHENS or one.end == other.start:
                continue
            joined = one.text + other.text
            node = self._trie.get(self._keys[joined])
            if node is not None and _END in node:
                word = Word(joined, one.start, other.end)
                known = tuple(
                    term for term in node[_END] if self._fits(term, passage, [word], [0]) and allows(term.entry)
                )
                if known:
                    yield Match(one.start, other.end, known)


class _Keys(dict[str, str]):
    """The stem of a word as written."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._stem = stem(language)

    def __missing__(self, word: str) -> str:
        key = self[word] = self._stem(bare_lower(word, self._language))
        return key


def _insert(root: Node, keys: Iterable[str], known: Known) -> None:
    node = root
    for key in keys:
        node = node.setdefault(key, {})
    node.setdefault(_END, []).append(known)


def _extent(first: Word, last: Word, language: str) -> tuple[int, int]:
    """From the first to the last word of a match, without what apostrophes join to them."""
    if first.text.isalnum() and last.text.isalnum():
        return first.start, last.end
    return first.start + bare(first.text, language)[0], last.start + bare(last.text, language)[1]


def _is_gap(between: str) -> bool:
    """Whether this may stand between two words of a term: white space or a hyphen."""
    return not between or between.isspace() or between.strip() in _HYPHENS


def _case_fits(known: Known, surface: Sequence[str], language: str) -> bool:
    """Whether the words stand in a case in which they are the term."""
    term = known.term
    own = "".join(char for char in term.text if char.isalpha())
    sensitive = term.case_sensitive
    if sensitive is None:
        is_acronym = 2 <= len(own) <= _ACRONYM_LONGEST and own.isupper()
        sensitive = is_acronym or (known.entry.keep and not own.islower())
    if not sensitive or len(surface) != len(known.words):
        # In German a capital makes the noun: der Arm, arm.
        return language != "de" or not term.text[0].isupper() or not surface[0].islower()
    if all(word.isupper() for word in surface) and len(own) > _ACRONYM_LONGEST:
        return True
    wanted = tokens(term.text)
    return all(_same_case(word, other.text) for word, other in zip(surface, wanted, strict=False))


def _same_case(word: str, other: str) -> bool:
    """Whether two forms agree in case as far as they agree at all; a first capital may be a sentence's."""
    pairs = list(zip(word, other, strict=False))
    if other[:1].islower() and word[:1].isupper():
        pairs = pairs[1:]
    return all(one.isupper() == two.isupper() for one, two in pairs if one.lower() == two.lower())


def _longest(found: list[Match]) -> list[Match]:
    """Drops what is within a longer match; of terms at one place those of the highest rank stay."""
    if len(found) == 1 and len(found[0].known) == 1:
        return found
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
