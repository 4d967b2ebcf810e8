"""A name stands with its diacritics here and without them there.

Why it matters: "Khánh Minh" in the headline and "Khanh Minh" below it look like two people, a search finds one of
them, and a reader can't tell which one to copy. Whether to keep the marks is for the style guide to say; both isn't.

How to fix: decide for one form and take the suggestion. The option `policy` says what is right: `consistent` (as most
of the document has it), `keep` (with marks, as the source or the list of Vietnamese places has it) or `strip` (without
marks). Forms that English has made its own, such as Hanoi or Zurich, are right in any case.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import Literal

from tqa.language.diacritics import LANGUAGES
from tqa.language.name_forms import runs
from tqa.language.name_marks import tells_alone
from tqa.language.name_spellings import Spellings, Variant, kept, stripped
from tqa.language.tags import base_language
from tqa.language.tokens import Word
from tqa.model import Span
from tqa.rule import Found, Member, Pair, Trait, bad, good, rule

Named = Member[tuple[tuple[Word, ...], ...]]
Policy = Literal["consistent", "keep", "strip"]


def gather(pair: Pair) -> Iterator[tuple[Hashable, tuple[tuple[Word, ...], ...]]]:
    """Yield the names of the target, as runs of words, by file and language."""
    found = tuple(
        tuple(run)
        for run in runs(pair.target.text, pair.target.prose)
        if len(run) > 1 or not run[0].text.isascii() or tells_alone(run[0].text.lower(), pair.target.base)
    )
    if found:
        yield (pair.segment.location.file, pair.target.base), found


@rule(
    "style/inconsistent-style",
    "minor",
    gather=gather,
    when_target=Trait.UPPER,
    yields_to=("diacritic-loss", "untranslated", "partly-untranslated"),
    examples=[
        bad(
            "Khánh Minh writes about trade.",
            "Reporter Khanh Minh visited the mine.",
            marks="Khanh Minh",
            suggestion="Khánh Minh",
        ),
        bad(
            ("Bão đổ bộ vào Quảng Ninh.", "The storm reached Quang Ninh."),
            ("Quảng Ninh sơ tán dân.", "Quang Ninh moved people to safety."),
            ("Mưa lớn ở Quảng Ninh.", "Heavy rain fell in Quảng Ninh Province."),
            marks="Quảng Ninh",
            suggestion="Quang Ninh",
            langs=("vi", "en"),
        ),
        bad("Here Jiří Novotný speaks.", "Jiri Novotny left early.", marks="Jiri Novotny"),
        bad("The painter Kubišta died young.", "A picture by Kubista was sold.", suggestion="Kubišta"),
        bad(
            ("Tàu cập cảng Quảng Ninh.", "The ship put in at Quang Ninh."),
            marks="Quang Ninh",
            suggestion="Quảng Ninh",
            langs=("vi", "en"),
            options={"policy": "keep"},
        ),
        bad("He was born in Khanh Hoa.", suggestion="Khánh Hòa", options={"policy": "keep"}),
        bad("Then Ana Gómez spoke.", marks="Gómez", suggestion="Gomez", options={"policy": "strip"}),
        good(("Lễ hội ở Quảng Ninh", "A festival in Quang Ninh"), langs=("vi", "en")),
        good("They flew to Đà Nẵng and on to Hà Nội.", "Da Nang and Hanoi are far apart."),
        good("Nguyễn Văn Hùng won.", "Nguyen Van Thanh lost."),
        good(
            ("Bà Nà nằm trên núi.", "Bà Nà is in the hills."),
            ("Nhà rông của người Ba Na.", "A communal house of the Ba Na."),
            langs=("vi", "en"),
        ),
        good("Bùi Văn Thành won.", "Coach Thanh is pleased."),
        good("Anna Müller sang.", "Peter Muller danced."),
        good("Z Anną Nowakowską rozmawia Ewa.", "Anna Nowakowska milczy.", langs=("en", "pl")),
        good("In Hanoi and Zurich it rains.", options={"policy": "keep"}),
    ],
)
def check(group: Sequence[Named], *, policy: Policy = "consistent") -> Iterator[Found]:
    """Report the names that aren't spelt as the policy has it. policy: which form is right."""
    look = {"consistent": _as_mostly, "keep": _as_in_source, "strip": _without}[policy](group)
    for member, variant in look:
        if not _is_source(member):
            shown = member.segment.target[variant.start : variant.end]
            span = Span("target", variant.start, variant.end)
            yield Found(f"'{shown}'{variant.reason}", [span], variant.right, "unsafe", segment=member.segment)


def _as_mostly(group: Sequence[Named]) -> Iterator[tuple[Named, Variant]]:
    spellings = Spellings(base_language(group[0].segment.target_lang))
    for member in group:
        for run in member.value:
            if not all(word.text.isascii() for word in run) and not _is_source(member):
                spellings.learn(run)
    if spellings:
        for member in group:
            for run in member.value:
                spellings.count(run, member.segment.target, _place(member), _marked_source(member))
        for member in group:
            yield from ((member, variant) for run in member.value for variant in spellings.variants(run))


def _as_in_source(group: Sequence[Named]) -> Iterator[tuple[Named, Variant]]:
    for member in group:
        pair = Pair(member.segment)
        source = list(runs(pair.source.text, pair.source.words))
        yield from ((member, variant) for run in member.value for variant in kept(run, source, pair.target.base))


def _without(group: Sequence[Named]) -> Iterator[tuple[Named, Variant]]:
    for member in group:
        text, language = member.segment.target, base_language(member.segment.target_lang)
        yield from ((member, variant) for run in member.value for variant in stripped(run, text, language))


def _place(member: Named) -> str:
    line = member.segment.location.line
    return f"in line {line}" if line is not None else f"in segment {member.segment.id}"


def _marked_source(member: Named) -> str:
    """The source, if its language has marks, so that names without them are right there."""
    return (member.segment.source or "") if base_language(member.segment.source_lang) in LANGUAGES else ""


def _is_source(member: Named) -> bool:
    """Whether it is a line of a page that stands there in the source's language."""
    pair = Pair(member.segment)
    return not pair.bilingual and pair.target_guess.language == member.segment.source_lang
