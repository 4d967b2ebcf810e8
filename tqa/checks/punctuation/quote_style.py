"""Quotation marks are of another kind than those of the rest of the file, or the two of a pair don't match.

Why it matters: „one", “two" and «three» in one text look careless, and a pair of two kinds is wrong in every language.

How to fix: use the marks that the file has elsewhere; `style` sets them: `straight`, `curly` (“ ”), `low` („ “),
`guillemet` (« »), `corner` (「 」) or `cldr` for what the CLDR gives for the language. By default a kind that nine in
ten texts of a file use is expected of the others; in files with no such kind nothing is.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import Literal, NamedTuple

from tqa.language.marks import quotes
from tqa.model import Severity, Span
from tqa.rule import Found, Member, Pair, Trait, bad, good, rule

_FAMILY = {
    '"': "straight",
    **dict.fromkeys("“”‟", "curly"),
    **dict.fromkeys("„", "low"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("「」", "corner"),
}
_CODE = int(Trait.ANGLE | Trait.BACKSLASH | Trait.BRACE)
_ENOUGH, _MOST = 10, 0.9
_Style = Literal["auto", "cldr", "straight", "curly", "low", "guillemet", "corner"]


class _Use(NamedTuple):
    """The marks of a text: where they stand, their kinds, and whether one straight mark is paired with another kind."""

    places: tuple[tuple[int, int], ...]
    families: frozenset[str]
    is_mixed: bool


def gather(pair: Pair) -> Iterator[tuple[Hashable, _Use]]:
    """Yield the marks of each text by file and language."""
    target = pair.target
    marks = list(target.double_quotes)
    if "「" in target.text:
        marks += [(at, at + 1) for at, char in enumerate(target.text) if char in "「」"]
    if len(marks) < 2:
        return
    if target.traits & _CODE:
        code = target.protected
        marks = [place for place in marks if not any(a <= place[0] < b for a, b in code)]
    kinds = [_FAMILY.get(target.text[start]) for start, _ in marks]
    families = frozenset(kind for kind in kinds if kind)
    if not families or None in kinds or '\\"' in target.text:
        return
    is_mixed = len(kinds) == 2 and kinds.count("straight") == 1
    if "low" in families:
        families -= {"curly"}
    yield (pair.segment.location.file, target.language), _Use(tuple(marks), families, is_mixed)


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    gather=gather,
    when_target=Trait.QUOTE | Trait.BRACKET,
    yields_to=("unpaired-quote", "escape-mismatch", "tokenized"),
    examples=[
        bad('Er sagte „nein" zu allem.', marks='"', langs=("en", "de")),
        bad('Anh ấy nói “không" rồi đi.', marks='"', langs=("en", "vi")),
        bad(*["Er sagte „ja“."] * 11, 'Er sagte "nein".', marks='"', langs=("en", "de")),
        bad('He said "no".', marks='"', options={"style": "curly"}),
        bad("Il a dit “non”.", options={"style": "cldr"}, langs=("en", "fr")),
        good('He said "no".', "He said “yes”."),
        good("Он сказал: «Я читал „Бесов“ два раза».", langs=("en", "ru")),
        good("Hän sanoi ”ei” ja lähti.", langs=("en", "fi")),
        good(*["Er sagte „ja“."] * 11, '<a href="x">Ja</a>', langs=("en", "de")),
        good('A 5" disk costs "nothing".'),
    ],
)
def check(group: Sequence[Member[_Use]], *, style: _Style = "auto") -> Iterator[Found]:
    """Report pairs of two kinds, and texts without the kind that is expected. style: the expected kind."""
    wanted = _wanted(group, style)
    for member in group:
        text, use = member.segment.target, member.value
        if use.is_mixed:
            start, end = next(place for place in use.places if text[place[0]] == '"')
            other = next(text[place[0]] for place in use.places if text[place[0]] != '"')
            # Where a file has both kinds, the two have come to be typed one for the other.
            is_usual = wanted is None and _FAMILY[other] == "curly"
            message = f"'{text[start:end]}' and '{other}' are no pair"
            yield _found(member, message, (start, end), Severity.NEUTRAL if is_usual else None)
        elif wanted and wanted not in use.families:
            start, end = use.places[0]
            yield _found(member, f"'{text[start:end]}' where {wanted} quotation marks are expected", (start, end))


def _found(member: Member[_Use], message: str, place: tuple[int, int], severity: Severity | None = None) -> Found:
    return Found(message, [Span("target", *place)], severity=severity, segment=member.segment)


def _wanted(group: Sequence[Member[_Use]], style: _Style) -> str | None:
    if style == "cldr":
        marks = quotes(group[0].segment.target_lang)
        return _FAMILY.get(marks.start) if marks else None
    if style != "auto":
        return style
    counts = Counter(family for member in group for family in member.value.families)
    family, count = counts.most_common(1)[0]
    return family if len(group) >= _ENOUGH and count >= _MOST * len(group) else None
