"""A space stands before a mark, or in French none does.

Why it matters: most languages set marks right behind the word, and a space lets the mark slip to the next line.
French has a space before ; : ! ? » and behind «, one that doesn't break.

How to fix: take the space out; in French put a no-break space in. Where most of a French file has no spaces there, as
in Canada, or ordinary ones, that is taken as its style. Marks that stand apart in the source may do so.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from tqa.facts import Text
from tqa.language.spacing import french_spaces
from tqa.model import Span
from tqa.rule import Found, Member, Pair, Trait, bad, good, rule

_NARROW, _WIDE = "\u202f", "\u00a0"
_MARKS_OF = {"fr-CA": ":»«"}
_ENOUGH, _MOST = 5, 0.8
_UNSURE = frozenset({"fr-CH"})


class _Place(NamedTuple):
    """A mark with the space beside it: `style` is `none`, `plain` or `fixed`, `stray` for one that must go."""

    style: str
    span: Span
    text: str
    space: str = ""


def gather(pair: Pair) -> Iterator[tuple[Hashable, tuple[_Place, ...]]]:
    """Yield the places by file and language."""
    target = pair.target
    stray = pair.stray_spaces
    places: list[_Place] = []
    if len(stray) == 1 and stray[0].mark:
        places.append(_Place("stray", target.span(stray[0].start, stray[0].end), stray[0].mark))
    if target.base == "fr":
        places += _french(target)
    if places:
        yield (pair.segment.location.file, target.language), tuple(places)


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    gather=gather,
    when_target=Trait.SENTENCE_END | Trait.QUOTE | Trait.PUNCTUATION,
    yields_to=("repeated-punctuation", "placeholder-mismatch"),
    examples=[
        bad("Are you sure ?", marks=" ", suggestion=""),
        bad("Bist du sicher ?", suggestion="", langs=("en", "de")),
        bad("Vâng , tôi biết.", suggestion="", langs=("en", "vi")),
        bad("هل أنت متأكد ؟", suggestion="", langs=("en", "ar")),
        bad("Voulez-vous continuer?", marks="?", suggestion="\u202f?", langs=("en", "fr")),
        bad("Il a dit «oui» à tous.", marks="«", suggestion="«\u00a0", langs=("en", "fr")),
        bad(*["Nom\u00a0:"] * 6, "Lieu :", marks=" ", suggestion="\u00a0", langs=("en", "fr")),
        good("Voulez-vous continuer\u202f? Oui\u00a0: «\u00a0toujours\u00a0»\u00a0!", langs=("en", "fr")),
        good("Voulez-vous continuer ? Oui : toujours.", langs=("en", "fr")),
        good("Voulez-vous continuer? Oui!", langs=("en", "fr-CA")),
        good("À 10:30, voir http://a.example/?q=1 ; c'est tout.", langs=("en", "fr")),
        bad(("C'est beau !", "This is beautiful !"), marks=" ", langs=("fr", "en")),
        good(("Press ? or !", "Drücke ? oder !"), langs=("en", "de")),
        good("Install .NET, see ./a and wait ..."),
        good(*["Vraiment?"] * 8, langs=("en", "fr")),
    ],
)
def check(group: Sequence[Member[tuple[_Place, ...]]]) -> Iterator[Found]:
    """Report stray spaces, and in French missing ones and those that break where the others don't."""
    styles = Counter(place.style for member in group for place in member.value if place.style != "stray")
    spaced = styles["plain"] + styles["fixed"]
    is_unspaced = styles["none"] >= _ENOUGH and styles["none"] * 2 > spaced
    is_fixed = styles["fixed"] >= _ENOUGH and styles["fixed"] >= _MOST * spaced
    fixed = Counter(place.space for member in group for place in member.value if place.style == "fixed")
    usual = fixed.most_common(1)[0][0] if fixed else ""
    for member in group:
        is_judged = not is_unspaced and (member.segment.target_lang not in _UNSURE or spaced >= _ENOUGH)
        for place in member.value:
            if place.style == "stray":
                yield Found(f"a space before '{place.text}'", [place.span], "", "safe", segment=member.segment)
            elif place.style == "none" and is_judged:
                yield _missing(member, place, usual)
            elif place.style == "plain" and is_fixed:
                yield Found(
                    "a space that breaks, where no-break ones stand elsewhere",
                    [place.span],
                    usual,
                    "safe",
                    segment=member.segment,
                )


def _missing(member: Member[tuple[_Place, ...]], place: _Place, usual: str) -> Found:
    is_before = place.text != "«"
    space = usual or (_NARROW if is_before and place.text[0] in ";!?" else _WIDE)
    message = f"no space {'before' if is_before else 'behind'} '{place.text}'"
    text = space + place.text if is_before else place.text + space
    return Found(message, [place.span], text, "safe", segment=member.segment)


def _french(target: Text) -> Iterator[_Place]:
    wanted = _MARKS_OF.get(target.language, ";:!?»«")
    for place in french_spaces(target.text, target.traits):
        if place.mark[0] not in wanted:
            continue
        mark = target.span(place.mark_start, place.mark_end)
        if not place.space:
            yield _Place("none", mark, place.mark)
        else:
            style = "plain" if place.space == " " else "fixed"
            yield _Place(style, target.span(place.start, place.end), place.mark, place.space)
