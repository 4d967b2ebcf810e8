"""A letter stands in the place of another one that the language has.

Why it matters: Romanian "ţ" with a cedilla for "ț", Hungarian "õ" for "ő" or Italian "perche'" for "perché" are left
from old fonts and keyboards. They look nearly right, but no search finds them, and the text looks makeshift.

How to fix: take the suggestion, and have the keyboard, font or export mended that they come from.
"""

from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.letter_slips import slips
from tqa.language.names import language_name
from tqa.language.traits import Trait
from tqa.rule import Found, Pair, bad, good, rule


@rule(
    "linguistic-conventions/spelling",
    "minor",
    when=Trait.MARKED | Trait.COMBINING | Trait.SYMBOL | Trait.QUOTE | Trait.SENTENCE_END | Trait.PUNCTUATION,
    yields_to=("mojibake", "mixed-script"),
    examples=[
        bad(("Our town", "Oraşul nostru"), marks="Oraşul", suggestion="Orașul", langs=("en", "ro")),
        bad(("The earth is wet.", "Pãmântul e ud."), suggestion="Pământul", langs=("en", "ro")),
        bad(("More grass", "Több fû nõtt."), marks="nõtt", suggestion="nőtt", langs=("en", "hu")),
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
    for start, end, right, what, is_sure in slips(text.text, text.base):
        message = f"{language_name(text.base)} '{text.text[start:end]}' has {what}"
        yield Found(message, [text.span(start, end)], right, "safe" if is_sure else "unsafe")
