"""What is wrong within a termbase, or between several."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqa.model import Severity
from tqa.resources.termbase.model import Entry, Status, Term, Termbase


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something to mend: `major` where checks would go wrong by it, `minor` where they would say less."""

    kind: str
    severity: Severity
    message: str
    file: str
    line: int | None

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.severity.value}: {self.message} [{self.kind}]"


Uses = dict[tuple[str, str], list[tuple[Term, Entry]]]


def lint(termbases: Sequence[Termbase]) -> list[Flaw]:
    """The flaws of termbases that are used together, in the order of their files and lines."""
    uses: Uses = defaultdict(list)
    flaws: list[Flaw] = []
    for termbase in termbases:
        flaws.extend(
            Flaw("unreadable", Severity.MAJOR, problem.message, problem.file or str(termbase.path), problem.line)
            for problem in termbase.problems
        )
        for entry in termbase.entries:
            flaws.extend(_of_entry(entry))
            for term in entry.terms:
                uses[term.side or term.language, " ".join(term.text.casefold().split())].append((term, entry))
    for found in uses.values():
        flaws.extend(_between(found))
    order = {str(termbase.path): n for n, termbase in enumerate(termbases)}
    return sorted(flaws, key=lambda flaw: (order.get(flaw.file, len(order)), flaw.line or 0, flaw.kind))


def _flaw(kind: str, severity: Severity, message: str, entry: Entry) -> Flaw:
    return Flaw(kind, severity, message, entry.file, entry.line)


def _of_entry(entry: Entry) -> Iterator[Flaw]:
    """Flaws of one entry: no translation, a term twice or both forbidden and allowed, several preferred ones."""
    languages: dict[str, list[Term]] = defaultdict(list)
    for term in entry.terms:
        languages[term.side or term.language].append(term)
    name = f"'{entry.terms[0].text}'"
    if len(languages) == 1 and not entry.keep and all(term.is_allowed for term in entry.terms):
        yield _flaw(
            "empty-target", Severity.MINOR, f"{name} has terms in one language alone ({next(iter(languages))})", entry
        )
    for language, terms in languages.items():
        by_text: dict[str, set[Status]] = defaultdict(set)
        for term in terms:
            if term.status in by_text[term.text.casefold()]:
                yield _flaw("duplicate", Severity.MINOR, f"'{term.text}' stands twice in the entry", entry)
            by_text[term.text.casefold()].add(term.status)
            if term.text != term.text.strip(" .,;:!?") and not term.text.endswith("!"):
                yield _flaw(
                    "stray-mark", Severity.MINOR, f"'{term.text}' begins or ends with a punctuation mark", entry
                )
        for text, statuses in by_text.items():
            if Status.FORBIDDEN in statuses and len(statuses) > 1:
                others = ", ".join(status.value for status in Status if status in statuses - {Status.FORBIDDEN})
                yield _flaw("conflict", Severity.MAJOR, f"'{text}' is forbidden and {others} at once", entry)
        best = [term.text for term in terms if term.status is Status.PREFERRED]
        if len(set(best)) > 1:
            yield _flaw(
                "several-preferred",
                Severity.MINOR,
                f"{len(best)} preferred terms for {language}: {', '.join(best)}",
                entry,
            )
        if all(not term.is_allowed for term in terms) and len(languages) > 1:
            yield _flaw(
                "only-forbidden", Severity.MINOR, f"all terms for {language} are forbidden; what to use instead?", entry
            )


def _between(uses: Sequence[tuple[Term, Entry]]) -> Iterator[Flaw]:
    """Flaws of a term that stands in several entries."""
    first_term, first = uses[0]
    seen = {id(first)}
    for term, entry in uses[1:]:
        if id(entry) in seen:
            continue
        seen.add(id(entry))
        where = f"{first.file}:{first.line}" if first.file != entry.file else f"line {first.line}"
        if term.is_allowed != first_term.is_allowed:
            yield _flaw(
                "conflict",
                Severity.MAJOR,
                f"'{term.text}' is {term.status.value} here and {first_term.status.value} at {where}",
                entry,
            )
        elif _said(entry, term) == _said(first, first_term):
            yield _flaw("duplicate", Severity.MINOR, f"'{term.text}' has the same entry at {where}", entry)
        elif term.is_allowed and not (first.domain and entry.domain and first.domain != entry.domain):
            here, there = (", ".join(sorted(_said(*one))) or "nothing" for one in ((entry, term), (first, first_term)))
            message = f"'{term.text}' is {here} here and {there} at {where}: a homograph, or a conflict?"
            yield _flaw("homograph", Severity.MINOR, message, entry)


def _said(entry: Entry, term: Term) -> frozenset[str]:
    """The allowed terms of an entry in the other languages."""
    return frozenset(one.text for one in entry.terms if one.language != term.language and one.is_allowed) | frozenset(
        one.text for one in entry.terms if one.side not in (None, term.side) and one.is_allowed
    )
