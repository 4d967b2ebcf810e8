"""What the rules about terms share: the terms of a segment, found once for all of them."""

from functools import cached_property
from pathlib import Path

import tqa.resources.termbase as package
from tqa.facts import Pair, Text
from tqa.model import Span
from tqa.resources.kept import when_forgotten
from tqa.resources.termbase.known import Match
from tqa.resources.termbase.matcher import Matcher, matcher, scope
from tqa.resources.termbase.model import Entry, Status, Term
from tqa.resources.termbase.passage import Passage
from tqa.resources.termbase.presence import Place, place_of
from tqa.resources.termbase.prose import in_prose

EXAMPLE = Path(package.__path__[0]) / "example.csv"
OPTIONS = {"termbases": (EXAMPLE,)}


class SegmentTerms:
    """The terms on both sides of a segment."""

    def __init__(self, pair: Pair, known: Matcher) -> None:
        self._pair = pair
        self.matcher = known
        self._allows = scope(pair.segment)
        self.source_passage = _passage(pair.source)
        """The source as terms are looked for in it."""

    @cached_property
    def passage(self) -> Passage:
        """The target as terms are looked for in it."""
        return _passage(self._pair.target)

    @cached_property
    def source(self) -> list[Match]:
        """The terms of the source, but for those in addresses, code and markup."""
        found = self.matcher.source.find(self.source_passage, self._allows)
        return found and in_prose(found, self._pair.source.text, self._pair.source.traits)

    @cached_property
    def target(self) -> list[Match]:
        """The terms of the target, forbidden ones among them."""
        found = self.matcher.target.find(self.passage, self._allows)
        return found and in_prose(found, self._pair.target.text, self._pair.target.traits)

    @cached_property
    def concepts(self) -> set[int]:
        """The entries of the source's terms, by their `id()`."""
        return {id(known.entry) for match in self.source for known in match.known}

    def place(self, term: Term) -> Place | None:
        """Where the target has `term`, in whatever form."""
        return place_of(term, self.passage)

    def source_span(self, start: int, end: int) -> Span:
        """The span of a part of the source passage."""
        return self._pair.source.span(*self.source_passage.given(start, end))

    def target_span(self, start: int, end: int) -> Span:
        """The span of a part of the target passage."""
        return self._pair.target.span(*self.passage.given(start, end))

    def marked(self, span: Span) -> str:
        """The text under a span."""
        return self._pair.side(span.side).text[span.start : span.end]


class _Last:
    """The segment asked for last, with its terms: the rules run on one segment after the other."""

    pair: Pair | None = None
    terms: SegmentTerms | None = None
    termbases: tuple[Path, ...] = ()
    languages: tuple[str, str] = ("", "")
    matcher: Matcher | None = None


@when_forgotten
def _forget() -> None:
    _Last.languages = ("", "")


def terms_of(pair: Pair, termbases: tuple[Path, ...]) -> SegmentTerms:
    """The terms of a segment, found once for all rules with the same termbases."""
    terms, known = _Last.terms, _Last.matcher
    if _Last.termbases != termbases or _Last.languages != (pair.source.language, pair.target.language):
        terms = known = None
    if known is None:
        _Last.languages = (pair.source.language, pair.target.language)
        _Last.termbases = termbases
        known = _Last.matcher = matcher(termbases, *_Last.languages)
    if terms is None or _Last.pair is not pair:
        terms = _Last.terms = SegmentTerms(pair, known)
        _Last.pair = pair
    return terms


def listed(terms: tuple[Term, ...] | list[Term]) -> str:
    """Terms for a message: 'a', 'b' or 'c'."""
    quoted = [f"'{text}'" for text in dict.fromkeys(term.text for term in terms)]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def preferred(terms: tuple[Term, ...]) -> Term | None:
    """The one term to suggest: the only preferred one, or the only one at all."""
    best = [term for term in terms if term.status is Status.PREFERRED] or list(terms)
    return best[0] if len(best) == 1 else None


def note_of(entry: Entry) -> str:
    """An entry's note as the end of a message."""
    return f" ({entry.note})" if entry.note else ""


def _passage(text: Text) -> Passage:
    return Passage(text.text, text.base, text.traits, text)
