"""A name has lost its capital letter.

Why it matters: "rusal" for the company Rusal reads as a common noun, and a reader who searches for the name doesn't
find it.

How to fix: write the name with its capital. A word that really is written small, such as a brand, goes into the
option `words`.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from unidecode import unidecode

from tqa.facts import Text
from tqa.language.fold import fold
from tqa.language.lexicon import lexicon
from tqa.language.names import country_names
from tqa.language.spelling import speller
from tqa.language.tags import base_language
from tqa.language.tokens import Word
from tqa.model import Span
from tqa.rule import Found, Member, Pair, Trait, bad, good, rule

_SHORTEST = 4
# A name may be in a frequency list, which has no case; a common noun is far above this share of all words.
_COMMON = 1e-6
# Scripts' languages that write nouns with a capital, so that one says nothing about a name.
_SMALL_DERIVED = frozenset({"et", "fi", "hu", "tr"})
# Names that their owners write small.
_SMALL_BRANDS = frozenset({"adidas", "easyjet", "ebay", "iphone", "thyssenkrupp"})
_SYLLABIC = frozenset({"vi"})
_BEFORE_A_COUNTRY = frozenset({"in", "from", "to", "across", "outside", "visited"})
_CAPITAL_NOUNS = frozenset({"de", "lb"})


class _Use(NamedTuple):
    """A word as it stands in one segment."""

    form: str
    span: Span | None
    why: str


def gather(pair: Pair) -> Iterator[tuple[Hashable, _Use]]:
    """Yield the uses of words that could be names, by file and lower-case form."""
    file = pair.segment.location.file
    in_source = _names(pair.source)
    for word in pair.target.prose:
        form = word.text.replace("’", "'").removesuffix("'s")
        if len(form) < _SHORTEST:
            continue
        if _is_common(form.lower(), pair.target.base, pair.source.base) and not _is_country(word, pair.target):
            continue
        if form.islower():
            if pair.target.text[word.end : word.end + 1] == "-":  # "marlow-i": an adjective made of the name
                continue
            span = pair.target.span(word.start, word.start + len(form))
            why = "it has a capital in the source" if unidecode(form) in in_source else ""
            yield (file, form), _Use(form, span, why)
        elif form.istitle() and not _opens_sentence(word, pair.target.text) and not _is_title_case(pair.target):
            yield (file, form.lower()), _Use(form, None, "")


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
    form = small[0].value.form
    language = base_language(small[0].segment.target_lang)
    dictionary = speller(language)
    enough = _enough(form, len(small), language)
    is_word = _is_syllable(form, base_language(small[0].segment.source_lang))
    for member in small:
        if form in country_names(language) or (dictionary is not None and dictionary.needs_capital(form)):
            why = "it is a name"
        elif capitals.total() >= enough and not is_word:
            why = "it has a capital elsewhere in the text"
        else:
            why = member.value.why
        if why:
            name = capitals.most_common(1)[0][0] if capitals else form.capitalize()
            message = f"'{form}' should be '{name}': {why}"
            yield Found(message, [member.value.span], name, "unsafe", segment=member.segment)  # type: ignore[list-item]


def _enough(form: str, small: int, language: str) -> int:
    """How many capitals elsewhere show that the word is a name."""
    known = lexicon(language)
    is_told = speller(language) is not None or (known is not None and not known.frequency(form))
    # Hungarian "marlowi" and its like are adjectives made of names, which nothing tells from the names.
    return small if is_told and language not in _SMALL_DERIVED else max(2 * small, 2)


def _is_common(form: str, language: str, source: str) -> bool:
    """Whether the lower-case word exists as such, in the source's language too where no dictionary tells."""
    dictionary = speller(language)
    if dictionary is not None:
        return form in dictionary.words or dictionary.is_formed(form)
    return form not in country_names(language) and any(
        known.frequency(form) >= _COMMON for known in (lexicon(language), lexicon(source)) if known is not None
    )


def _is_syllable(form: str, source: str) -> bool:
    """Whether a name's part is an ordinary word of the source, as every syllable of a Vietnamese name is."""
    known = lexicon(source) if source in _SYLLABIC else None
    return known is not None and known.folded_frequency(fold(form)) >= _COMMON


def _is_country(word: Word, target: Text) -> bool:
    """Whether a word that is a common noun too (turkey, chile) stands where a country does."""
    if word.text not in country_names(target.base) or target.base != "en":
        return False
    before = target.text[: word.start].split()[-1:]
    return bool(before) and before[0].lower() in _BEFORE_A_COUNTRY


def _names(source: Text) -> frozenset[str]:
    """The source's words with a capital that mark a name, lower-case and in ASCII."""
    if _is_title_case(source):
        return frozenset()
    named = (word for word in source.prose if word.text.istitle() and _is_name(word, source))
    return frozenset(unidecode(word.text).lower() for word in named)


def _is_name(word: Word, source: Text) -> bool:
    if source.base in _CAPITAL_NOUNS:
        known = lexicon(source.base)
        return known is None or known.frequency(word.text.lower()) < _COMMON
    return not _opens_sentence(word, source.text)


def _opens_sentence(word: Word, text: str) -> bool:
    before = text[: word.start].rstrip(" \"'“‘«„([¿¡-–—•*")
    return not before or before[-1] in ".!?…:;|\n"


def _is_title_case(text: Text) -> bool:
    """Whether most words have a capital, as in a headline, so that one says nothing."""
    if text.base in _CAPITAL_NOUNS:
        return False
    long = [word.text for word in text.words if len(word.text) >= _SHORTEST]
    return sum(not word.islower() for word in long) * 2 > len(long)
