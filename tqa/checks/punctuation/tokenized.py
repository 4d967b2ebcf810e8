"""Spaces that a tokenizer put between words and marks were left in.

Why it matters: "( FTIR ) , isn 't it ?" is how programs cut texts into pieces, not how people write them; the reader
sees at once that a machine made the text.

How to fix: take the spaces out.
"""

from collections.abc import Iterator

from tqa.model import Edit
from tqa.rule import Found, Pair, Trait, bad, good, rule


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    when_target=Trait.SENTENCE_END | Trait.BRACKET | Trait.QUOTE | Trait.PUNCTUATION | Trait.AT,
    examples=[
        bad("The test ( by laser ) works , it seems .", marks=" "),
        bad("I don 't know the twins ' school ."),
        bad("It is John 's book.", marks=" "),
        bad("Er kam ( spät ) , sagt er .", langs=("en", "de")),
        bad("a well @-@ known fact", marks=" @-@ ", suggestion="-"),
        bad("Anh ấy đến ( muộn ) .", langs=("en", "vi")),
        bad('He said , " it is late " and left.'),
        good('He said "it" and "is" and " is odd.'),
        good("The test (by laser) works, it seems."),
        good(("Call f( x ) now .", "Rufe f( x ) jetzt ."), langs=("en", "de")),
        good(("[ Base Image ]", "[ Ảnh gốc ]"), langs=("en", "vi")),
        good("Est-ce vrai ? Oui ! Voici : tout.", langs=("en", "fr")),
        good("The 'big' one and the twins' car; see .NET and ... more"),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report a text with spaces beside marks in several places, or in one where only a tokenizer puts them."""
    places = pair.stray_spaces
    if not places or (len(places) == 1 and places[0].mark):
        return
    target = pair.target
    edits = [Edit("target", place.start, place.end, place.replacement, 0.97) for place in places]
    spans = [target.span(place.start, place.end) for place in places]
    count = f"{len(places)} spaces beside marks" if len(places) > 1 else "a space beside a mark"
    message = f"{count}, as a tokenizer leaves them"
    if len(places) == 1:
        yield Found(message, spans, places[0].replacement, "safe")
    else:
        yield Found(message, spans, edits=edits)
