"""The translation memory has another translation of exactly this source.

Why it matters: what was translated and reviewed once should be taken over; where it isn't, either the memory or the new
text is off.

How to fix: take the memory's translation, or update the memory. Memories are named by the option `memories` (TMX, or
TSV with the columns source and target). `fuzzy` (0 to 1, such as 0.85) lists units of a similar source as hints.
"""

from collections.abc import Iterator
from pathlib import Path

from tqa.checks.consistency._alike import differing, normalised
from tqa.language.traits import LETTER
from tqa.model import Severity
from tqa.resources import memory as package
from tqa.resources.kept import kept
from tqa.resources.memory import Memory
from tqa.rule import Found, Pair, bad, good, rule

_EXAMPLE = {"memories": (Path(package.__file__).with_name("data") / "memory-example.tsv",)}


@rule(
    "terminology/inconsistent-with-resource",
    "minor",
    bilingual=True,
    needs="memories",
    when_source=LETTER,
    yields_to=("missing-translation", "untranslated"),
    examples=[
        bad(
            ("Die Fähre legt um neun Uhr ab.", "The ferry starts at nine."),
            marks="starts",
            suggestion="leaves",
            langs=("de", "en"),
            options=_EXAMPLE,
        ),
        bad(
            ("Die Fähre legt um acht Uhr ab.", "The ferry will depart at eight."),
            langs=("de", "en"),
            options={**_EXAMPLE, "fuzzy": 0.8},
        ),
        good(("Die Fähre legt um neun Uhr ab.", "The ferry leaves at nine."), langs=("de", "en"), options=_EXAMPLE),
        good(
            ("Die Fähre legt um acht Uhr ab.", "The ferry will depart at eight."), langs=("de", "en"), options=_EXAMPLE
        ),
    ],
)
def check(pair: Pair, *, memories: tuple[Path, ...] = (), fuzzy: float = 0.0) -> Iterator[Found]:
    """Report targets that the memory has otherwise. memories: files. fuzzy: how alike listed sources are; 0: none."""
    if not memories or not pair.target.text.strip():
        return
    memory = _memory(memories, pair.source.language, pair.target.language)
    known = memory.targets(pair.source.text)
    if known:
        own = normalised(pair.target.text)
        if own not in map(normalised, known):
            yield _found(pair, known[0])
    elif fuzzy:
        for unit in memory.fuzzy(pair.source.text, fuzzy):
            said = f"the translation memory has, for a source that is {unit.alike:.0%} alike ('{unit.source}'),"
            yield Found(f"{said} '{unit.target}'", [pair.target.whole], severity=Severity.NEUTRAL)


def _found(pair: Pair, known: str) -> Found:
    text = pair.target.text
    start, end = differing(text, known)
    tail = len(text) - end
    return Found(
        f"the translation memory has '{known}' for this source",
        [pair.target.span(start, end)],
        known[start : len(known) - tail] or None,
    )


@kept
def _memory(paths: tuple[Path, ...], source_lang: str, target_lang: str) -> Memory:
    from tqa.alignment.memory import read_memory

    return Memory(read_memory(paths, source_lang, target_lang))
