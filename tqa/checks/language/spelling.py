"""A word is misspelled.

Why it matters: a typing error is what a reader sees first, and machine translation makes its own ("magnetes"), which
no structural check can see.

How to fix: take the suggestion, or add the word to the option `words` if it is right. Names, acronyms, words of the
source and words formed from known ones aren't reported; a text in a language without a dictionary isn't checked.
"""

from collections.abc import Iterator
from functools import lru_cache

from unidecode import unidecode

from tqa.facts import Text
from tqa.language.fold import lower
from tqa.language.lexicon import lexicon
from tqa.language.spelling import LANGUAGES, Speller, speller
from tqa.language.tokens import Word
from tqa.model import Severity
from tqa.rule import Found, Pair, Trait, bad, good, rule

_SHORTEST = 4


@rule(
    "linguistic-conventions/spelling",
    "minor",
    languages=LANGUAGES,
    when_target=Trait.LOWER,
    yields_to=("name-case", "untranslated", "diacritic-loss"),
    examples=[
        bad("The factory makes magnetes for electric motors.", marks="magnetes", suggestion="magnets"),
        bad("The goverment signed the treaty.", marks="goverment", suggestion="government"),
        bad("Visitors recieve a map at the gate.", marks="recieve", suggestion="receive"),
        bad("The Eurpoean court sits in Luxembourg.", marks="Eurpoean", suggestion="European"),
        good("Elena Lartin paints.", "Judge Morvan will hear the case."),
        good("Hydropower and homewear are sold by Zelnotek in Krasnodar."),
        good("A papier-mâché horse stood in the hall."),
        good("As the French say, il faut bien le faire."),
        good("See https://exampel.org/goverment or write to infoo@exampel.org."),
        good(("Das Schlagwort heißt zukunftsgewandt.", "The slogan is zukunftsgewandt."), langs=("de", "en")),
        good("They ate bánh mì and banh xeo by the canal.", langs=("vi", "en")),
        good("The streamer rebroadcast it on pubcast.", options={"words": ("pubcast",)}),
    ],
)
def check(pair: Pair, *, words: tuple[str, ...] = ()) -> Iterator[Found]:
    """Report unknown words of the target. words: further words that are right."""
    dictionary = speller(pair.target.base)
    if dictionary is None:
        return
    prose = pair.target.prose
    text = pair.target.text
    unknown = [n for n, word in enumerate(prose) if not _passes(word.text, dictionary) and not _is_half(word, text)]
    for n in unknown:
        bare = _bare(prose[n].text)
        beside = _beside(prose, n, text)
        if (
            bare in words
            or (bare.istitle() and any(_is_name(word, dictionary) for word in beside))
            or _is_quoted(beside, dictionary)
            or _is_foreign(bare, beside, pair.source, dictionary)
        ):
            continue
        yield from _found(pair, prose[n], bare, dictionary)


@lru_cache(maxsize=1 << 16)
def _passes(text: str, dictionary: Speller) -> bool:
    """Whether a word is right, or may be a name or a loan."""
    bare = _bare(text)
    # A letter with marks shows a loan word, and a capital may start a name; neither is a slip more often than not.
    if len(bare) < _SHORTEST or not bare.isascii():
        return True
    if bare.islower():
        return dictionary.is_known(bare)
    return not bare.istitle() or not dictionary.capital_suggestions(bare)


def _is_name(word: Word, dictionary: Speller) -> bool:
    return word.text.istitle() and word.text.lower() not in dictionary.words


def _is_half(word: Word, text: str) -> bool:
    """Whether a hyphen joins the word to another one, as it joins what is no word by itself (papier-mâché)."""
    return "-" in (text[word.start - 1 : word.start], text[word.end : word.end + 1])


def _is_quoted(beside: tuple[Word, ...], dictionary: Speller) -> bool:
    """Whether a word next to it is unknown too, as in a phrase of whatever other language."""
    return any(len(word.text) > 1 and word.text.islower() and word.text not in dictionary.words for word in beside)


def _beside(prose: tuple[Word, ...], n: int, text: str) -> tuple[Word, ...]:
    """The words before and behind it in the same clause."""
    near = (*prose[max(n - 1, 0) : n], *prose[n + 1 : n + 2])
    at = prose[n]
    return tuple(word for word in near if text[min(word.end, at.end) : max(word.start, at.start)].isspace())


def _bare(text: str) -> str:
    """The word without a possessive ending."""
    text = text.replace("’", "'")
    return text.removesuffix("'s").removesuffix("'")


def _is_foreign(word: str, neighbours: tuple[Word, ...], source: Text, dictionary: Speller) -> bool:
    """Whether the word stands in the source too, or is part of a phrase in the source's language."""
    word = word.lower()
    if word in (unidecode(form) for form in source.lower_words):
        return True
    foreign = lexicon(source.base)
    if foreign is None or not foreign.folded(word):
        return False
    return any(
        not neighbour.text.isascii() or (bool(foreign.folded(text)) and not dictionary.is_known(text))
        for neighbour in neighbours
        for text in (lower(neighbour.text),)
    )


def _found(pair: Pair, word: Word, bare: str, dictionary: Speller) -> Iterator[Found]:
    suggestions = dictionary.suggestions(bare) if bare.islower() else dictionary.capital_suggestions(bare)
    # Over the bare word, or the suggestion would swallow the possessive.
    span = pair.target.span(word.start, word.start + len(bare))
    if not suggestions:
        # Most of these are right: names of plants, terms of a trade. A hint is all that can be said.
        yield Found(f"'{bare}' is not in the dictionary", [span], severity=Severity.NEUTRAL)
        return
    others = f" (or {', '.join(suggestions[1:3])})" if len(suggestions) > 1 else ""
    message = f"'{bare}' is not in the dictionary: '{suggestions[0]}'{others}?"
    yield Found(message, [span], suggestion=suggestions[0], applicability="unsafe")
