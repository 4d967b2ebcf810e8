"""A word is misspelled.

Why it matters: a typing error is what a reader sees first, and machine translation makes its own ("magnetes"), which
no structural check can see.

How to fix: take the suggestion, or add the word to the option `words` if it is right. Names, acronyms, words of the
source and words formed from known ones aren't reported; a text in a language without a dictionary isn't checked.
"""

from collections.abc import Iterator

from unidecode import unidecode

from tqa.facts import Text
from tqa.language.fold import lower
from tqa.language.lexicon import lexicon
from tqa.language.spelling import LANGUAGES, Speller, speller
from tqa.language.tokens import Word
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
        good("Hydropower and homewear are sold by Zelnotek in Krasnodar."),
        good("See https://exampel.org/goverment or write to infoo@exampel.org."),
        good(("Das Schlagwort heißt zukunftsgewandt.", "The slogan is zukunftsgewandt."), langs=("de", "en")),
        good("They ate bánh mì and banh xeo by the canal.", langs=("vi", "en")),
        good("The streamer rebroadcast it on pubcast.", options={"words": ("pubcast",)}),
    ],
)
def check(pair: Pair, *, words: tuple[str, ...] = ()) -> Iterator[Found]:
    """Report unknown lower-case words of the target. words: further words that are right."""
    dictionary = speller(pair.target.base)
    if dictionary is None:
        return
    prose = pair.target.prose
    for n, word in enumerate(prose):
        bare = _bare(word)
        if _is_checkable(bare) and not dictionary.is_known(bare) and bare not in words:
            neighbours = (*prose[max(n - 1, 0) : n], *prose[n + 1 : n + 2])
            if not _is_foreign(bare, neighbours, pair.source, dictionary):
                yield _found(pair, word, bare, dictionary)


def _bare(word: Word) -> str:
    """The word without a possessive ending."""
    text = word.text.replace("’", "'")
    return text.removesuffix("'s").removesuffix("'")


def _is_checkable(word: str) -> bool:
    # A capital may start a name, marks a loan word; neither is a typing error more often than not.
    return len(word) >= _SHORTEST and word.isascii() and word.islower()


def _is_foreign(word: str, neighbours: tuple[Word, ...], source: Text, dictionary: Speller) -> bool:
    """Whether the word stands in the source too, or is part of a phrase in the source's language."""
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


def _found(pair: Pair, word: Word, bare: str, dictionary: Speller) -> Found:
    suggestions = dictionary.suggestions(bare)
    # Over the bare word, or the suggestion would swallow the possessive.
    span = pair.target.span(word.start, word.start + len(bare))
    if not suggestions:
        return Found(f"'{bare}' is not in the dictionary", [span])
    others = f" (or {', '.join(suggestions[1:3])})" if len(suggestions) > 1 else ""
    message = f"'{bare}' is not in the dictionary: '{suggestions[0]}'{others}?"
    return Found(message, [span], suggestion=suggestions[0], applicability="unsafe")
