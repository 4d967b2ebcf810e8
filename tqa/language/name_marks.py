"""Names with their diacritics and without: which spelling is a stripped form of which, and what English has adopted.

A name is looked at as a run of words, since a single syllable (Minh, Hoa) tells nothing.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from unicodedata import normalize

from tqa.language.diacritics import LANGUAGES as WITH_MARKS
from tqa.language.diacritics.spelling import is_syllable, tone_in_front
from tqa.language.fold import fold, lower
from tqa.language.lexicon import lexicon
from tqa.language.tokens import Word

LONGEST = 5
"""The most words that are compared as one name."""
ENDINGS_WITH_MARKS = frozenset("cs et fi hr hu is lt lv pl ro sk sl sr tr".split())
"""Languages whose words end in marks for grammar (Polish Anna, Anną)."""
# In how many of a name's last letters.
_ENDING = 2
# From this share of all words on English has a name for its own (Jose, Pokemon), so that it alone tells nothing, and
# from this one on a word with a capital beside a name is no part of it (Province, Company).
_ADOPTED, _COMMON = 2e-6, 1e-5
_SHORTEST_ALONE = 5
# Forms without marks that English texts and their style guides prefer.
_ESTABLISHED = frozenset(
    "da nang|ho chi minh|ho chi minh city|ha long|ha long bay|halong|hanoi|haiphong|hue|nha trang|dien bien phu|vietnam"
    "|saigon|mekong|hoi an|sapa|dalat|prague|zurich|montreal|quebec|sao paulo|bogota|brasilia|cordoba|medellin|malaga"
    "|cancun|yucatan|mexico|mexico city|panama|peru|haiti|tahiti|istanbul|izmir|ankara|turkiye|krakow|gdansk|wroclaw"
    "|poznan|lodz|reykjavik|malmo|gothenburg|cologne|munich|dusseldorf|nuremberg|bucharest|chisinau|riga|vilnius|kaunas"
    "|zagreb|ljubljana|bratislava|kosice|brno|pilsen|budapest|debrecen|tallinn|tartu|helsinki|zeeland|jutland|iguazu"
    "|asuncion|reunion|sao tome|curacao|caceres|leon|aragon|avila|merida|rosario|parana|para|ceara|goias|maranhao"
    "|galapagos|potosi|valparaiso|bahia|guantanamo|varadero|orleans|besancon|nimes|beziers|angouleme|geneva|neuchatel"
    "|tel aviv|hokkaido|tokyo|kyoto|osaka|kobe|kyushu|ryukyu|honshu|shikoku|bali|fiji|samoa|tonga|maori|iran|tehran"
    "|isfahan|tabriz|dhaka|agra|delhi|punjab|gujarat|kathmandu|lhasa|urumqi|xian|taipei|taiwan".split("|")
)


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """A name's word in lower case (NFC, the Vietnamese tone in its first place): what two spellings may differ in."""
    return tone_in_front(lower(word if word.isascii() else normalize("NFC", word)))


def key(spellings: Sequence[str]) -> tuple[str, ...]:
    """The spellings of a name's words without marks."""
    return tuple(map(fold, spellings))


def is_stripped(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Whether the spellings `one` are those of `other` with the marks gone from some, in a text in `language`.

    language: base code. Where its words end in marks, a difference in the last letters is grammar.
    """
    if one == other or any(mine not in (theirs, fold(theirs)) for mine, theirs in zip(one, other, strict=True)):
        return False
    if language in WITH_MARKS:
        differing = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
        return any(_is_lost(mine, theirs, language) for mine, theirs in differing)
    return True


def _is_lost(plain: str, marked: str, language: str) -> bool:
    if language in ENDINGS_WITH_MARKS:
        plain, marked = plain[:-_ENDING], marked[:-_ENDING]
    if plain == marked:
        return False
    known = lexicon(language)
    # A word that the language has without marks too (Mutter, Mütter) hasn't lost them; a Vietnamese syllable may have.
    return language == "vi" or known is None or not known.frequency(plain)


def is_established(name: Sequence[str]) -> bool:
    """Whether a folded name is one that English writes without marks: Hanoi, Da Nang, Zurich."""
    return " ".join(name) in _ESTABLISHED


def tells_alone(plain: str, language: str) -> bool:
    """Whether a single folded word may be compared with a marked one.

    Not if it is short, a Vietnamese syllable (Thanh and Thành are two names), or a word that `language` has anyway.
    """
    if len(plain) < _SHORTEST_ALONE or plain in _ESTABLISHED or is_syllable(plain):
        return False
    return all(_share(plain, lang) < _ADOPTED for lang in ("en", language))


def is_common(word: str, language: str) -> bool:
    """Whether a word with a capital, given in lower case, is one that names are followed by rather than made of."""
    return _share(word, language) >= _COMMON and fold(word) == word


@lru_cache(maxsize=65536)
def _share(word: str, language: str) -> float:
    known = lexicon(language)
    return known.frequency(word) if known is not None else 0.0


def stretches(run: Sequence[Word], least: int = 1) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of the parts of a run of at least so many words, the longest first."""
    for size in range(min(LONGEST, len(run)), least - 1, -1):
        for start in range(len(run) - size + 1):
            yield start, start + size


@cache
def vietnamese_places() -> dict[tuple[str, ...], str]:
    """Places in Vietnam, of two words and more, by their folded names; those that two names fold to are left out."""
    text = (files("tqa.language") / "data/words/vietnamese-places.txt").read_text(encoding="utf-8")
    names: dict[tuple[str, ...], set[str]] = {}
    for name in text.splitlines():
        names.setdefault(tuple(fold(lower(name)).replace("-", " ").split()), set()).add(name)
    return {plain: next(iter(found)) for plain, found in names.items() if len(found) == 1}
