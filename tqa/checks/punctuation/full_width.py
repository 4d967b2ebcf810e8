"""Marks or letters have the width of another script: ASCII marks in Chinese or Japanese, full-width ones elsewhere.

Why it matters: "你好,世界" and "Hello，world" are set with gaps or without any, and a search doesn't find letters
and digits of full width.

How to fix: in Chinese and Japanese use ， 。 ： ； ？ ！ behind their own letters, in all other languages ASCII.
Where most marks of a file are ASCII ones, that is taken as its style.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from tqa.language.widths import EAST, Width, too_narrow, too_wide
from tqa.model import Edit, Span
from tqa.rule import Found, Member, Pair, Trait, bad, good, rule

_UNCASED = int(Trait.UNCASED)
_FORMS = "，。：；？！、"
_ENOUGH = 10


class _Use(NamedTuple):
    """The places of the wrong width in a text, and the full-width marks that it has."""

    wrong: list[Width]
    wide: Counter[str]


def gather(pair: Pair) -> Iterator[tuple[Hashable, _Use]]:
    """Yield both by file and language; for languages with ASCII marks texts with something wrong alone."""
    target = pair.target
    key = pair.segment.location.file, target.language
    if target.base not in EAST:
        if wrong := too_wide(target.text, target.base):
            yield key, _Use(wrong, Counter())
    elif target.traits & _UNCASED:
        wrong = too_narrow(target.text, target.base, pair.source.text)
        yield key, _Use(wrong, Counter(char for char in target.text if char in _FORMS))


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    gather=gather,
    when_target=Trait.SENTENCE_END | Trait.PUNCTUATION | Trait.MARKED | Trait.BRACKET | Trait.ODD_SPACE,
    yields_to=(
        "number-mismatch",
        "end-punctuation",
        "placeholder-mismatch",
        "markdown-mismatch",
        "repeated-punctuation",
    ),
    examples=[
        bad("火车开了,他没赶上。", marks=",", suggestion="，", langs=("en", "zh")),
        bad("火车开了.", marks=".", suggestion="。", langs=("en", "zh")),
        bad("電車が出ました.", suggestion="。", langs=("en", "ja")),
        bad("The train left，and he stayed.", marks="，", suggestion=", ", langs=("zh", "en")),
        bad("Ｔrain", marks="Ｔ", suggestion="T"),
        bad("Tàu đã đi。", marks="。", suggestion=".", langs=("zh", "vi")),
        good("火车开了，他没赶上。版本 2.0, see a.b", langs=("en", "zh")),
        good(("yes,no,maybe", "是,否,也许"), langs=("en", "zh")),
        good("电话:555-1234 (免费)", langs=("en", "zh")),
        good("The train left, and 你好，世界 was written there.", langs=("zh", "en")),
        good(*["男14例,女4例,平均35岁。"] * 9, langs=("en", "zh")),
        good("기차가 떠났다.", langs=("en", "ko")),
    ],
)
def check(group: Sequence[Member[_Use]]) -> Iterator[Found]:
    """Report the places whose kind isn't the file's usual one."""
    wide = sum((member.value.wide for member in group), Counter[str]())
    narrow = Counter(place.replacement for member in group for place in member.value.wrong)
    usual = {form for form in _FORMS if narrow[form] >= _ENOUGH and narrow[form] > wide[form]}
    for member in group:
        wrong = [place for place in member.value.wrong if place.replacement not in usual]
        if wrong:
            yield _found(member, wrong)


def _found(member: Member[_Use], wrong: list[Width]) -> Found:
    """One finding for a text: its first place, with edits for all where there are more."""
    start, end, form = wrong[0]
    message = f"'{member.segment.target[start:end]}' should be '{form}'"
    spans = [Span("target", place.start, place.end) for place in wrong]
    if len(wrong) == 1:
        return Found(message, spans, form, "safe", segment=member.segment)
    edits = [Edit("target", *place, 1.0) for place in wrong]
    return Found(f"{message}, and {len(wrong) - 1} more", spans, edits=edits, segment=member.segment)
