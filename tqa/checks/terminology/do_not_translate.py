"""A term that must stay as it is was translated, or left out.

Why it matters: product names, commands and legal names that someone translated can't be found any more: not on the
screen, not in the shop, not in the register.

How to fix: put the term back as the source has it. Endings and particles that the language needs may follow.
"""

from collections.abc import Iterator
from pathlib import Path

from tqa.checks.terminology._terms import OPTIONS, note_of, terms_of
from tqa.resources.termbase.presence import kept_place
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "accuracy/do-not-translate",
    "major",
    bilingual=True,
    needs="termbases",
    yields_to=("missing-translation", "untranslated", "whitespace-only"),
    examples=[
        bad(
            ("Open Fjordnet again.", "Öffnen Sie das Fjordnetz wieder."), marks=(), langs=("en", "de"), options=OPTIONS
        ),
        bad(("Open Fjordnet.", "Mở mạng vịnh hẹp."), marks="Fjordnet", langs=("en", "vi"), options=OPTIONS),
        good(("Open Fjordnet.", "Öffnen Sie Fjordnet."), langs=("en", "de"), options=OPTIONS),
        good(
            ("In Fjordnet, choose a host.", "Válassz kiszolgálót a Fjordnetben."), langs=("en", "hu"), options=OPTIONS
        ),
        good(("Fjordnet's hosts", "Hosts von FJORDNET"), langs=("en", "de"), options=OPTIONS),
        good(("Open fjord nets.", "Öffnen Sie die Netze im Fjord."), langs=("en", "de"), options=OPTIONS),
    ],
)
def check(pair: Pair, *, termbases: tuple[Path, ...] = ()) -> Iterator[Found]:
    """Report do-not-translate terms that the target lacks. termbases: files, the first one wins."""
    if not termbases:
        return
    terms = terms_of(pair, termbases)
    for match in terms.source:
        kept = [known for known in match.known if known.entry.keep]
        if not kept or not pair.target.text.strip() or any(kept_place(known, terms.passage) for known in kept):
            continue
        if any(terms.place(term) for known in kept for term in terms.matcher.translations(known.entry)):
            continue
        span = terms.source_span(match.start, match.end)
        message = f"'{terms.marked(span)}' must stay as it is, and isn't in the translation"
        yield Found(message + note_of(kept[0].entry), [span])
