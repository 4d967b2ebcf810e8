"""The terms of some termbases for two languages, and what of them a segment has."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache, cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from tqa.language.tags import base_language
from tqa.model import Segment, Side
from tqa.resources.kept import kept
from tqa.resources.termbase.index import Index
from tqa.resources.termbase.known import Allows
from tqa.resources.termbase.load import load_termbase
from tqa.resources.termbase.model import Entry, Term

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# An entry's own priority counts more than the order in which the termbases are named.
_PER_PRIORITY = 10_000


class Matcher:
    """Termbases for texts of two languages (BCP 47 tags); of several the one named first wins."""

    def __init__(self, paths: tuple[Path, ...], source_lang: str, target_lang: str) -> None:
        """Load the termbases; the indexes are built when first asked for."""
        self._languages = {"source": source_lang, "target": target_lang}
        self._entries = [
            (entry, entry.priority * _PER_PRIORITY - order)
            for order, path in enumerate(paths)
            for entry in load_termbase(path).entries
        ]

    @cached_property
    def source(self) -> Index:
        """All terms of the source language."""
        return Index(self._terms("source"), base_language(self._languages["source"]))

    @cached_property
    def target(self) -> Index:
        """All terms of the target language, forbidden ones too."""
        return Index(self._terms("target"), base_language(self._languages["target"]))

    @cached_property
    def has_forbidden(self) -> bool:
        """Whether any term of the target language is forbidden."""
        return any(not term.is_allowed for term, _, _ in self._terms("target"))

    def _terms(self, side: Side) -> Iterator[tuple[Term, Entry, int]]:
        for entry, rank in self._entries:
            for term in entry.terms:
                if (entry.keep and side == "source") or term.serves(self._languages[side], side):
                    yield term, entry, rank

    def translations(self, entry: Entry) -> tuple[Term, ...]:
        """The terms that an entry allows in the target language, preferred ones first."""
        return tuple(term for term in entry.terms_of(self._languages["target"], "target") if term.is_allowed)

    def sources(self, entry: Entry) -> tuple[Term, ...]:
        """The terms of an entry in the source language."""
        return entry.terms_of(self._languages["source"], "source")


@kept
def matcher(paths: tuple[Path, ...], source_lang: str, target_lang: str) -> Matcher:
    """The matcher for these termbases and languages, made once while they stay as they are.

    Raises as `read_termbase` does.
    """
    return Matcher(paths, source_lang, target_lang)


def scope(segment: Segment) -> Allows:
    """The test of whether an entry is for a segment's file and context."""

    def allows(entry: Entry) -> bool:
        if entry.files and not any(_is_file(segment.location.file, pattern) for pattern in entry.files):
            return False
        context = segment.context or ""
        return not entry.contexts or any(fnmatchcase(context, pattern) for pattern in entry.contexts)

    return allows


def _is_file(name: str, pattern: str) -> bool:
    path = PurePath(name).as_posix()
    return _spec(pattern).match_file(path)


@cache
def _spec(pattern: str) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([pattern])
