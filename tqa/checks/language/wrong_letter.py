"""A letter stands in the place of another one that the language has.

Why it matters: Romanian "ţ" with a cedilla for "ț", Hungarian "õ" for "ő" or Italian "perche'" for "perché" are left
from old fonts and keyboards. They look nearly right, but no search finds them, and the text looks makeshift.

How to fix: take the suggestion, and have the keyboard, font or export mended that they come from.
"""

from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.changes import applied
from tqa.language.letter_slips import slips
from tqa.language.names import language_name
from tqa.language.traits import Trait
from tqa.model import Edit
from tqa.rule import Found, Pair, bad, good, rule

# The probability that an edit is right, by whether its letter can't be meant.
_SURE, _LESS = 0.99, 0.9


@rule(
    "linguistic-conventions/spelling",
    "minor",
    when=Trait.MARKED | Trait.COMBINING | Trait.SYMBOL | Trait.QUOTE | Trait.SENTENCE_END | Trait.PUNCTUATION,
    yields_to=("mojibake", "mixed-script"),
    examples=[
        bad(("Our town", "Oraşul nostru"), marks="Oraşul", suggestion="Orașul", langs=("en", "ro")),
        bad(("The earth is wet.", "Pãmântul e ud."), suggestion="Pământul", langs=("en", "ro")),
        bad(("More grass", "Több fû nõtt."), marks="fû nõtt", suggestion="fű nőtt", langs=("en", "hu")),
        bad(
            ("He came and asked.", "Ţăranii au venit şi au întrebat."),
            suggestion="Țăranii au venit și",
            langs=("en", "ro"),
        ),
        bad(("One year", "Bir yýl"), suggestion="yıl", langs=("en", "tr")),
        bad(("A new school", "Un nou col.legi"), suggestion="col·legi", langs=("en", "ca")),
        bad(("Why do you ask?", "Perche' lo chiedi?"), suggestion="Perché", langs=("en", "it")),
        bad(("Istanbul is big.", "İşte i\u0307stanbul."), suggestion="istanbul", langs=("en", "tr")),
        bad(("A cup of coffee", "Una taza de cafe´"), suggestion="café", langs=("en", "es")),
        good(("Our town", "Orașul nostru l-a primit pe Çağdaş Atan de la Beşiktaş."), langs=("en", "ro")),
        good(("A bit", "Un po' di pane, per quel che fa."), langs=("en", "it")),
        good(("The 'perche' fish", "Il pesce 'perche' e altri"), langs=("en", "it")),
        good(("Its role", "São Tomé és a rôle szó"), langs=("en", "hu")),
        good(("Mail", "Escriu a paul.legall@example.cat"), langs=("en", "ca")),
        good("Naïve façade in Iaşi"),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report wrong letters on either side."""
    yield from _found(pair.target)
    if pair.bilingual:
        yield from _found(pair.source)


def _found(text: Text) -> Iterator[Found]:
    """One issue for a text, since its font or keyboard did the same to all of it."""
    found = slips(text.text, text.base)
    if not found:
        return
    first, last = found[0], found[-1]
    shown = text.text[first.start : first.end]
    more = f" (and {len(found) - 1} more such)" if len(found) > 1 else ""
    yield Found(
        f"{language_name(text.base)} '{shown}' has {first.what}{more}",
        [text.span(first.start, last.end)],
        applied(text.text[: last.end], [slip[:3] for slip in found])[first.start :],
        "safe" if all(slip.is_sure for slip in found) else "unsafe",
        [Edit(text.side, slip.start, slip.end, slip.right, _SURE if slip.is_sure else _LESS) for slip in found],
    )
