"""What a termbase holds, whatever file it came from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from tqa.language.tags import UNDETERMINED, base_language
from tqa.model import Problem, Side


class Status(Enum):
    """How a term may be used. `APPROVED` is a term of which the termbase says nothing else."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    APPROVED = "approved"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Term:
    """One name of a concept in one language.

    language: a BCP 47 tag; `und` for a term of which is only known that it stands on the source or target `side`.
    case_sensitive: None leaves it to the kind of term: acronyms are, others aren't. exact: no inflected forms.
    """

    text: str
    language: str
    status: Status = Status.APPROVED
    side: Side | None = None
    case_sensitive: bool | None = None
    exact: bool = False
    pos: str = ""
    note: str = ""

    @property
    def is_allowed(self) -> bool:
        """Whether a translation may use it."""
        return self.status is not Status.FORBIDDEN

    def serves(self, language: str, side: Side) -> bool:
        """Whether the term counts for a text in `language` (a BCP 47 tag) on `side`.

        A term of a language in general (`pt`) serves its varieties (`pt-BR`), and texts of no stated variety are served
        by all.
        """
        if self.side is not None and self.side != side:
            return False
        if self.language == UNDETERMINED:
            return True
        if base_language(self.language) != base_language(language):
            return False
        return self.language == language or "-" not in self.language or "-" not in language


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept with its terms in any languages.

    keep: its terms are not translated. files, contexts: patterns (gitignore syntax for files, `*` and `?` for
    contexts) of what the entry is for; empty for all. priority: of entries for the same term the highest one counts.
    """

    id: str
    terms: tuple[Term, ...]
    keep: bool = False
    domain: str = ""
    definition: str = ""
    note: str = ""
    files: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    priority: int = 0
    file: str = ""
    line: int | None = None

    def terms_of(self, language: str, side: Side) -> tuple[Term, ...]:
        """The terms for texts in `language` on `side`, preferred ones first."""
        found = [term for term in self.terms if term.serves(language, side)]
        return tuple(sorted(found, key=lambda term: _ORDER[term.status]))

    @property
    def place(self) -> str:
        """File and line for messages."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


_ORDER = {status: n for n, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class Termbase:
    """The entries of a file, and what in it could not be used."""

    path: Path
    entries: tuple[Entry, ...]
    problems: Sequence[Problem] = field(default=())
