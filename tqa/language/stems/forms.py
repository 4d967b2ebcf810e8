"""Whether two words are forms of one word, told strictly or with room.

Strictly, where a wrong yes raises an alarm: is this word of the source the term? With room, where a wrong no does:
could this word of the translation be the term in a case, number or compound that no stemmer knows?
"""

from functools import cache, lru_cache

from tqa.language.fold import fold
from tqa.language.stems.english_number import same_noun
from tqa.language.stems.stemming import stem

_AGGLUTINATIVE = frozenset("et eu fi hu hy kk ky ko ta tr az uz mn ka".split())
COMPOUNDING = frozenset("da de et fi hu is nb nl nn no sv".split())
# Whose words change in front, or whose stems share no letters at their start.
CHANGING_IN_FRONT = frozenset(("ar", "fa", "he", "ur", "ga"))
_PREFIXES = {"he": "והשמכלב", "ar": "وفبكلسال"}
_NO_INFLECTION = frozenset("vi th lo km my zh ja".split())
# Languages that put a short word with an apostrophe before the word (l'impôt), and those that put endings behind one.
_ELIDING = frozenset(("ca", "fr", "it", "oc"))
_KEEPING = frozenset(("be", "uk"))
_ENDING_LONGEST, _ENDING_LONGEST_AGGLUTINATED = 4, 12
# What makes another word rather than another form of it, where a stemmer takes it off.
_DERIVED = {
    "de": ("lich", "isch", "ung", "heit", "keit", "ig", "bar", "los", "haft", "schaft", "chen", "lein"),
    "nl": ("lijk", "isch", "ing", "heid", "baar", "loos"),
    "sv": ("lig", "isk", "ning", "het", "bar"),
    "da": ("lig", "isk", "ning", "hed", "bar"),
    "nb": ("lig", "isk", "ning", "het", "bar"),
    "fr": ("ment", "al", "ale", "aux", "el", "elle", "ation", "ateur", "isme", "iste", "able", "if", "ive", "eur"),
    "es": ("mente", "al", "ación", "ador", "ismo", "ista", "able", "ivo", "iva"),
    "it": ("mente", "ale", "azione", "atore", "ismo", "ista", "abile", "ivo", "iva"),
    "pt": ("mente", "al", "ação", "ador", "ismo", "ista", "ável", "ivo", "iva"),
    "ru": ("ость", "ение", "ство", "ный", "ская", "ский"),
}
_NEAR_LEAST, _NEAR_SHARE, _NEAR_TERM_REST, _NEAR_TEXT_REST = 3, 0.6, 4, 5
_COMPOUND_LEAST, _COMPOUND_LEAST_ELSEWHERE = 4, 6


def bare(word: str, language: str) -> tuple[int, int]:
    """The part of a word, by its offsets, that is left without what an apostrophe joins to it (l'impôt, Ankara'da)."""
    at = max(word.rfind("'"), word.rfind("’"))
    if at < 0 or language in _KEEPING:
        return 0, len(word)
    if language in _ELIDING and at <= 5:
        return at + 1, len(word)
    return 0, at


@cache
def _residue_limit(language: str) -> int:
    return _ENDING_LONGEST_AGGLUTINATED if language in _AGGLUTINATIVE else _ENDING_LONGEST


def common_start(one: str, other: str) -> int:
    """How many characters two words have in common at their start."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def is_form(word: str, term: str, language: str, is_verb: bool = False) -> bool:
    """Whether `word` is the word `term` in some form, told strictly; both lower-case, `language` a base code."""
    if word == term:
        return True
    if language in _NO_INFLECTION:
        return False
    cut = stem(language)
    if cut(word) != cut(term):
        return False
    if language == "en":
        return is_verb or same_noun(word, term)
    if language in CHANGING_IN_FRONT:
        return True
    one, other = fold(word), fold(term)
    same = common_start(one, other)
    if same < 1 or max(len(one), len(other)) - same > _residue_limit(language):
        return False
    if is_verb:
        return True
    rest, other_rest = one[same:], other[same:]
    derived = _DERIVED.get(language, ())
    # Only the one or the other ends so: both "-ung" are forms of one word.
    return rest.startswith(derived) == other_rest.startswith(derived) if derived else True


@lru_cache(maxsize=200_000)
def is_near(word: str, term: str, language: str) -> bool:
    """Whether `word` may be the word `term` in some form or as a part of a compound; both lower-case."""
    if word == term:
        return True
    if language in _NO_INFLECTION:
        return False
    cut = stem(language)
    if cut(word) == cut(term):
        return True
    one, other = fold(word), fold(term)
    if language in CHANGING_IN_FRONT:
        one, other = one.lstrip(_PREFIXES.get(language, "")), other.lstrip(_PREFIXES.get(language, ""))
    same = common_start(one, other)
    if same >= max(_NEAR_LEAST, _NEAR_SHARE * len(other)) and len(other) - same <= _NEAR_TERM_REST:
        rest = len(one) - same
        if rest <= _NEAR_TEXT_REST or language in _AGGLUTINATIVE or language in COMPOUNDING:
            return True
    least = _COMPOUND_LEAST if language in COMPOUNDING or language in _AGGLUTINATIVE else _COMPOUND_LEAST_ELSEWHERE
    core = fold(cut(term)) if len(fold(cut(term))) >= least else other
    return len(core) >= least and core in one
