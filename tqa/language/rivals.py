"""Whether a text is in another language than the one it is said to be in, a related one above all.

Most texts are passed by what single words say, remembered for each word: how much better it fits one of the related
languages, and whether the language has it at all. Only what stands out is given to `identify`.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from tqa.language.fold import lower
from tqa.language.identify import identify, identify_any
from tqa.language.lazy import lazily
from tqa.language.lexicon import LANGUAGES, lexicon, lexicon_language
from tqa.language.tags import base_language
from tqa.language.tokens import Word
from tqa.language.tokens import words as words_of
from tqa.language.twins import has_marker, has_twin, told_apart, twins_of
from tqa.language.wordcosts import common_word_costs
from tqa.language.writing import script, scripts

_GROUPS = (
    ("uk", "ru", "be"),
    ("ru", "uk", "be", "bg"),
    ("be", "ru", "uk"),
    ("bg", "mk", "ru", "sr"),
    ("mk", "bg", "sr"),
    ("sr", "mk", "bg", "ru"),
    ("cs", "sk", "pl"),
    ("sk", "cs", "pl"),
    ("pl", "cs", "sk"),
    ("hr", "sl", "sk"),
    ("sl", "hr", "sk"),
    ("nb", "da", "sv"),
    ("da", "nb", "sv"),
    ("sv", "nb", "da"),
    ("id", "ms"),
    ("ms", "id"),
    ("pt", "gl", "es"),
    ("gl", "pt", "es"),
    ("es", "gl", "pt", "ca", "it"),
    ("ca", "es", "fr", "gl"),
    ("it", "es", "ca"),
    ("fr", "ca"),
    ("de", "nl"),
    ("nl", "de"),
    ("et", "fi"),
    ("fi", "et"),
    ("ar", "fa", "ur"),
    ("fa", "ar", "ur"),
    ("ur", "fa", "ar"),
    ("en", "fr", "de", "es", "nl"),
)
_CLOSE = (
    frozenset({"gl", "pt", "es"}),
    frozenset({"da", "nb"}),
    frozenset({"id", "ms"}),
    frozenset({"hr", "sr", "sl"}),
    frozenset({"sr", "mk", "bg"}),
    frozenset({"cs", "sk"}),
    frozenset({"be", "ru"}),
)
_RELATED = {language: tuple(rivals) for language, *rivals in _GROUPS}
# Told apart by words alone, as the shares of words don't tell.
_BY_WORDS = frozenset({"id", "ms", "gl"})
# Between its neighbours, and nearest to whatever has some odd words: never without a word or letter of its own.
_NEEDING_A_WORD = frozenset({"gl", "mk"})
_NEEDING_A_LETTER = {"be": "іў", "uk": "іїєґ"}
# Looks like a mixture of its neighbours: what is truly in one of them has nearly all its words there, rare ones too.
_MIXED, _MIXED_SHARE, _RARE = frozenset({"gl"}), 0.9, 5e-7
# What is left untranslated, or comes from a model that fell out of its role, is English first of all.
_COMMON_GUEST = "en"
# A word's say, in nats.
_MOST = 3.0
# The sum over a text's words from which a related language is looked into.
_SUSPICIOUS = 2.0
# Share of all words from which on a word is one of the language, and the share of a text's words that must be so.
_OWN, _OWN_SHARE = 2e-6, 0.5
# The share from which on a word is a frequent one; the share of such words in a text that is sure to be sound, and how
# many words such a text has.
_FREQUENT, _HOME_SHARE, _HOME_FEWEST = 5e-6, 0.85, 10
# How many more words a language has of a text that is in it than another, which isn't related.
_MORE = 2
# Of a longer text the first words do.
_ENOUGH_WORDS = 24
_FEWEST = 4
# How sure it must be, and of a text of few words.
_LIKELY, _LIKELY_SHORT, _SHORT = 0.9, 0.99, 6
_KANA = lazily(re.compile, "[\u3041-\u30fa]")
_HAN = re.compile("[\u4e00-\u9fff]")
# Signs of kana in a text that is Japanese rather than Chinese, and of characters without any for the reverse.
_FEWEST_KANA, _FEWEST_HAN = 4, 12


class Other(NamedTuple):
    """The language that a text is in instead (base code), how sure that is (0 to 1), and from how many words."""

    language: str
    confidence: float
    words: int


class Reading(NamedTuple):
    """What a text says of its language: the other one it is in, and whether it has what only its own has."""

    other: Other | None
    is_own: bool


_SILENT = Reading(None, False)


def read(text: str, words: Sequence[Word], tag: str) -> Reading | None:
    """What `text`, with `words` in its prose, says of its being in the language of `tag` (BCP 47).

    None where nothing could tell: names and single words don't. A quotation may be a whole text.
    """
    own = base_language(tag)
    if own == "sr" and all(script(word.text[0]) == "Latn" for word in words):
        tag = "sr-Latn"  # has the data of Croatian
    if own in ("ja", "zh"):
        return Reading(_east_asian(text, own), False)
    if lexicon_language(tag) not in LANGUAGES or len(words) < _FEWEST:
        return None
    # The first word has a capital for its place, mostly.
    plain = [lower(word.text) for n, word in enumerate(words) if not (n and word.text[0].isupper())]
    if len(set(plain)) < _FEWEST:
        return None
    twin = told_apart(own, plain)
    if twin is not None and twin[0] != own:
        return Reading(Other(*twin, len(plain)), False)
    reading = _read(text, tag, plain)
    if twin is None:
        return reading if not has_twin(own) else reading._replace(is_own=False)
    # A word that only this language has speaks against its neighbours, whatever they have.
    other = reading.other
    return Reading(None if other is not None and other.language in twins_of(own) else other, True)


def _read(text: str, tag: str, plain: Sequence[str]) -> Reading:
    own = lexicon_language(tag)
    sample = plain[:_ENOUGH_WORDS]
    if _is_at_home(own, sample):
        return Reading(None, True)
    leaning = _leaning(own)
    if leaning is not None and sum(map(leaning, sample)) > _SUSPICIOUS:
        found = _decided(text, tag, own, _rivals(own), len(plain))
    else:
        found = _decided(text, tag, own, (), len(plain)) if _is_strange(own, sample) else None
    if found is None or not (_has_what_it_needs(found.language, plain) and _may_be(found.language, own, sample)):
        return _SILENT
    return Reading(found, False)


def are_related(tag: str, other: str) -> bool:
    """Whether two languages (BCP 47, base code) share whole sentences of a few words."""
    return any({base_language(tag), other} <= close for close in _CLOSE)


def are_alike(tag: str, other: str) -> bool:
    """Whether two languages (BCP 47, base code) are related at all."""
    return other in _RELATED.get(lexicon_language(tag), ()) or are_related(tag, other)


def has_relatives(language: str) -> bool:
    """Whether there are languages that share whole sentences with `language` (base code)."""
    return any(language in close for close in _CLOSE)


def _has_what_it_needs(language: str, plain: Sequence[str]) -> bool:
    if language in _NEEDING_A_WORD:
        return has_marker(language, plain)
    letters = _NEEDING_A_LETTER.get(language)
    return letters is None or any(letter in word for word in plain for letter in letters)


def _may_be(language: str, own: str, words: Sequence[str]) -> bool:
    """Whether `language` has nearly all of the words, where `own` looks like a mixture of its neighbours."""
    known = lexicon(language) if own in _MIXED else None
    return known is None or known.count(words, _RARE) >= _MIXED_SHARE * len(words)


def _east_asian(text: str, own: str) -> Other | None:
    """Chinese has no kana, and Japanese prose is never without."""
    if own == "zh":
        kana = len(_KANA.findall(text))
        is_other = kana >= _FEWEST_KANA and 2 * kana > len(_HAN.findall(text))
        return Other("ja", 1.0, kana) if is_other else None
    if _KANA.search(text):
        return None
    characters = len(_HAN.findall(text))
    return Other("zh", 1.0, characters) if characters >= _FEWEST_HAN and 2 * characters > len(text) else None


def _decided(text: str, tag: str, own: str, rivals: Sequence[str], words: int) -> Other | None:
    found = identify_any(text).language
    if found is None:
        found = identify(text, [tag, *(rival for rival in rivals if scripts(rival) & scripts(tag))]).language
    if found is None or found in (own, tag) or not scripts(found) & scripts(tag):
        return None
    if found not in rivals and not _knows_more(found, own, text):
        return None
    # Of several neighbours none may be sure, though each is likelier than the language itself.
    guess = identify(text, [tag, found])
    least = _LIKELY if words >= _SHORT else _LIKELY_SHORT
    return Other(found, guess.confidence, words) if guess.language == found and guess.confidence >= least else None


def _knows_more(language: str, own: str, text: str) -> bool:
    """Whether the language has more words of the text than `own`, and isn't merely what odd words look like."""
    found = {lower(word.text) for word in words_of(text)}
    theirs, ours = lexicon(language), lexicon(own)
    if theirs is None or ours is None:
        return len(found) > _SHORT
    return theirs.count(found, _OWN) >= ours.count(found, _OWN) + _MORE


def _rivals(own: str) -> tuple[str, ...]:
    rivals = _RELATED.get(own, ())
    is_latin = "Latn" in scripts(own) and own != _COMMON_GUEST
    return (*rivals, _COMMON_GUEST) if is_latin else rivals


def _is_at_home(own: str, words: Sequence[str]) -> bool:
    """Whether the language uses nearly all of the words often: of 300 texts of a neighbour not five are like that."""
    known = lexicon(own)
    if known is None or len(words) < _HOME_FEWEST or own in _BY_WORDS:
        return False
    return known.count(words, _FREQUENT) >= _HOME_SHARE * len(words)


def _is_strange(own: str, words: Sequence[str]) -> bool:
    """Whether the language has too few of the words, where a word is what stands between blanks."""
    known = lexicon(own)
    if known is None or not scripts(own) & {"Latn", "Cyrl", "Arab"}:
        return False
    return known.count(words, _OWN) < _OWN_SHARE * len(words)


@cache
def _leaning(own: str) -> Callable[[str], float] | None:
    """How much better a word fits one of the rivals than `own`, in nats, at most 3 either way; None without any."""
    mine = common_word_costs(own)
    theirs = [common_word_costs(rival) for rival in _rivals(own)]
    if not theirs:
        return None

    @cache
    def lean(word: str) -> float:
        ahead = max(max(costs(word)) for costs in theirs) - max(mine(word))
        return max(-_MOST, min(_MOST, ahead))

    return lean
