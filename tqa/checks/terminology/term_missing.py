"""A term of the source isn't rendered as the termbase has it.

Why it matters: readers take two names for two things. A termbase says how a term is to be rendered; where none of its
translations is in the text, something else is, or nothing.

How to fix: use one of the terms that the message names. Inflected forms, compounds and parts of them count; a rendering
that is right too belongs into the termbase. Termbases are named by the option `termbases` (CSV, TSV, TBX, XLSX).
"""

from collections.abc import Iterator
from pathlib import Path

from tqa.checks.terminology._terms import OPTIONS, SegmentTerms, listed, note_of, terms_of
from tqa.resources.termbase.known import Match
from tqa.resources.termbase.model import Term
from tqa.resources.termbase.presence import part_of
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "terminology/inconsistent-with-resource",
    "minor",
    bilingual=True,
    needs="termbases",
    yields_to=("missing-translation", "untranslated", "whitespace-only"),
    examples=[
        bad(
            ("Mỏ có trữ lượng đất hiếm lớn.", "The mine has large reserves of rare minerals."),
            marks="rare",
            langs=("vi", "en"),
            options=OPTIONS,
        ),
        bad(
            ("Mo nay co nhieu dat hiem.", "This mine is rich in ore."),
            marks="dat hiem",
            langs=("vi", "en"),
            options=OPTIONS,
        ),
        bad(
            ("Die Finanzämter schließen früher.", "The treasuries close early."),
            marks="Finanzämter",
            langs=("de", "en"),
            options=OPTIONS,
        ),
        good(("Mỏ có nhiều đất hiếm.", "The mine is rich in rare earths."), langs=("vi", "en"), options=OPTIONS),
        good(("Die Finanzämter schließen.", "The tax offices close."), langs=("de", "en"), options=OPTIONS),
        good(("The tax offices close.", "Na finančních úřadech se zavírá."), langs=("en", "cs"), options=OPTIONS),
        good(("Die Finanzämter schließen.", "The treasuries close."), langs=("de", "en")),
    ],
)
def check(pair: Pair, *, termbases: tuple[Path, ...] = ()) -> Iterator[Found]:
    """Report source terms none of whose translations is in the target. termbases: files, the first one wins."""
    if not termbases:
        return
    terms = terms_of(pair, termbases)
    for match in terms.source:
        if not pair.target.text.strip() or _is_in_name(match, terms):
            continue
        if wanted := _lacking(match, terms):
            yield _found(match, wanted, terms)


def _is_in_name(match: Match, terms: SegmentTerms) -> bool:
    """Whether the term is part of a name, as "week" is of London Fashion Week, or a name that the target keeps."""
    passage = terms.source_passage
    text = passage.text
    if not text[match.start].isupper() or not all(known.term.text.islower() for known in match.known):
        return False
    if text[match.start : match.end] in terms.passage.text:
        return True
    beside = [word for word in passage.all_tokens if word.end <= match.start or word.start >= match.end]
    before = next((word for word in reversed(beside) if word.end <= match.start), None)
    behind = next((word for word in beside if word.start >= match.end), None)
    return any(
        word is not None
        and word.text[0].isupper()
        and text[min(word.end, match.end) : max(word.start, match.start)] in (" ", "-", "'s ", "’s ")
        for word in (before, behind)
    )


def _lacking(match: Match, terms: SegmentTerms) -> list[Term]:
    """The translations of which one should be there; none where one is, or a forbidden one, which is told elsewhere."""
    wanted: list[Term] = []
    for known in match.known:
        if known.entry.keep:
            return []
        if known.entry.keep or not (translations := terms.matcher.translations(known.entry)):
            continue
        if any(terms.place(term) for term in translations):
            return []
        wanted.extend(translations)
    entries = {id(known.entry) for known in match.known}
    forbidden = (one for place in terms.target for one in place.known if not one.term.is_allowed) if wanted else ()
    return [] if any(id(one.entry) in entries for one in forbidden) else wanted


def _found(match: Match, wanted: list[Term], terms: SegmentTerms) -> Found:
    source = terms.source_span(match.start, match.end)
    part = next(filter(None, (part_of(term, terms.passage) for term in wanted)), None)
    spans = [source] if part is None else [terms.target_span(*part), source]
    entry = match.known[0].entry
    message = f"'{terms.marked(source)}' is {listed(wanted)} in the termbase, which isn't in the translation"
    return Found(message + note_of(entry), spans)
