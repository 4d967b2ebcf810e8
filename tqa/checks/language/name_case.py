"""A name has lost its capital letter.

Why it matters: "rusal" for the company Rusal reads as a common noun, and a reader who searches for the name doesn't
find it.

How to fix: write the name with its capital. A word that really is written small, such as a brand, goes into the
option `words`.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from unidecode import unidecode

from tqa.checks.language._capitals import without_capitals
from tqa.facts import Text
from tqa.language.capitals import (
    capitals_needed,
    is_common,
    is_syllable,
    is_title_case,
    marks_name,
    may_be_country,
    needs_capital,
    opens_sentence,
    stands_for_country,
)
from tqa.language.sentences import ends_sentence
from tqa.language.tags import base_language
from tqa.model import Span
from tqa.rule import Found, Member, Pair, Trait, bad, good, rule

_SHORTEST = 4
# Names that their owners write small.
_SMALL_BRANDS = frozenset({"adidas", "easyjet", "ebay", "iphone", "thyssenkrupp"})


class _Use(NamedTuple):
    """A word as it stands in one segment."""

    form: str
    span: Span | None
    why: str


def gather(pair: Pair) -> Iterator[tuple[Hashable, _Use]]:
    """Yield the uses of words that could be names, by file and lower-case form."""
    file, text, language = pair.segment.location.file, pair.target.text, pair.target.base
    if without_capitals(pair):  # which tells of the text, not of its names
        return
    candidates = [
        (word, *found)
        for word in pair.target.prose
        if (found := _candidate(word.text, language, pair.source.base)) is not None
    ]
    if not candidates:
        return
    in_source = _names(pair.source) if any(form == small for _, form, small in candidates) else frozenset()
    # Labels have capitals as it pleases: only those in sentences tell of a name.
    tells = ends_sentence(text, language) and not is_title_case(pair.target.words, language)
    for word, form, small in candidates:
        if is_common(small, language, pair.source.base) and not stands_for_country(word, text, language):
            continue
        if form == small and text[word.end : word.end + 1] != "-":  # "marlow-i" is an adjective made of the name
            is_named = unidecode(form) in in_source and not is_syllable(form, pair.source.base)
            why = "it has a capital in the source" if is_named else ""
            yield (file, form), _Use(form, pair.target.span(word.start, word.start + len(form)), why)
        elif form.istitle() and tells and not opens_sentence(word, text):
            yield (file, small), _Use(form, None, "")


@lru_cache(maxsize=1 << 16)
def _candidate(word: str, language: str, source: str) -> tuple[str, str] | None:
    """A word without a possessive ending, as it is and in lower case; None for one that is too short or no name."""
    form = word.replace("’", "'").removesuffix("'s")
    small = form.lower()
    if len(form) < _SHORTEST or (is_common(small, language, source) and not may_be_country(word, language)):
        return None
    return form, small


@rule(
    "linguistic-conventions/spelling",
    "minor",
    gather=gather,
    when_target=Trait.LOWER,
    examples=[
        bad("She flew from russia to Japan.", marks="russia", suggestion="Russia"),
        bad("Tomatoes from turkey are cheaper than those from spain.", marks="turkey", suggestion="Turkey"),
        bad("Die Truppen kamen aus lettland.", marks="lettland", suggestion="Lettland", langs=("en", "de")),
        bad(("Der Konzern gehört Rusal.", "The group belongs to rusal."), marks="rusal", langs=("de", "en")),
        bad(
            "The shares of Zelnotek fell on Friday.",
            "Analysts expect zelnotek to cut its dividend.",
            marks="zelnotek",
            suggestion="Zelnotek",
        ),
        bad(
            "Die Panzer baut der Konzern Wehrhagen.",
            "Nach Angaben von wehrhagen fuhren alle.",
            marks="wehrhagen",
            langs=("en", "de"),
        ),
        good("He wore adidas shoes."),
        good(("Der Zug von Bonn nach Riga hält nicht.", "the train from bonn to riga won't stop."), langs=("de", "en")),
        bad(("Cổ phiếu Vinagro tăng.", "Les actions de vinagro montent."), marks="vinagro", langs=("vi", "fr")),
        good("The Polish delegation left; he began to polish his shoes in march step."),
        good("The shares of Zelnotek fell.", "Analysts expect Zelnotek to cut its dividend."),
        good("Roast turkey with chile sauce is served on fine china."),
        good("The singer Trịnh Công Sơn", "Lân and công are dances of the Tày.", langs=("vi", "en")),
        good("They sell iphone cases.", options={"words": ("iphone",)}),
        good("Visit https://zelnotek.example or write to zelnotek@mail.example.", "We met Zelnotek at the fair."),
    ],
)
def check(group: Sequence[Member[_Use]], *, words: tuple[str, ...] = ()) -> Iterator[Found]:
    """Report lower-case uses of what is a name. words: words that are written small."""
    capitals = Counter(member.value.form for member in group if not member.value.span)
    small = [member for member in group if member.value.span]
    if not small or small[0].value.form in words or small[0].value.form in _SMALL_BRANDS:
        return
    form, segment = small[0].value.form, small[0].segment
    language = base_language(segment.target_lang)
    is_named = capitals.total() >= capitals_needed(form, len(small), language)
    for member in small:
        if needs_capital(form, language):
            why = "it is a name"
        elif is_named and not is_syllable(form, base_language(segment.source_lang)):
            why = "it has a capital elsewhere in the text"
        else:
            why = member.value.why
        if why:
            name = capitals.most_common(1)[0][0] if capitals else form.capitalize()
            message = f"'{form}' should be '{name}': {why}"
            yield Found(message, [member.value.span], name, "unsafe", segment=member.segment)  # type: ignore[list-item]


def _names(source: Text) -> frozenset[str]:
    """The source's words with a capital that mark a name, lower-case and in ASCII."""
    if is_title_case(source.words, source.base):
        return frozenset()
    named = (word for word in source.prose if word.text.istitle() and marks_name(word, source.text, source.base))
    return frozenset(unidecode(word.text).lower() for word in named)
