"""A Spanish question or exclamation lacks the ¿ or ¡ it opens with, or its end.

Why it matters: Spanish marks both ends; without the first the reader takes a question for a statement until it is over.

How to fix: put ¿ or ¡ where the question or exclamation begins, which needn't be the start of the sentence.
"""

from collections.abc import Iterator

import regex

from tqa.language.lazy import lazily
from tqa.language.protected import protected_spans
from tqa.rule import Found, Pair, Trait, bad, good, rule

_MARK = lazily(regex.compile, r"[¿¡]+|(?<=[\p{L}\p{M}\p{N}\"'”’»)\]…}>.¿¡])[?!]+(?![=\w])")
_OPENING = frozenset("¿¡")


@rule(
    "linguistic-conventions/punctuation",
    "minor",
    languages=("es", "ast"),
    when_target=Trait.SENTENCE_END | Trait.PUNCTUATION,
    yields_to=("question-mismatch", "repeated-punctuation", "end-punctuation", "stray-punctuation", "untranslated"),
    examples=[
        bad("Dónde está la estación?", marks="?", langs=("en", "es")),
        bad("Hola, Ana! Ven aquí.", marks="!", langs=("en", "es")),
        bad("¿Dónde está la estación.", marks="¿", langs=("en", "es")),
        bad("¿Vienes? Cuándo?", marks="?", langs=("en", "es")),
        good("¿Dónde está? ¡Ven ya! Y tú, ¿qué haces?", langs=("en", "es")),
        good("¡¿Qué?! Busca en a.example/?q=1 ya.", langs=("en", "es")),
        good("Es de Yahoo! y cuesta poco (¡!).", langs=("en", "es")),
        good(("Press ?", "Pulse ?"), langs=("en", "es")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report marks without their partner in the same text."""
    text = pair.target.text
    if not any(mark in text for mark in "?!¿¡") or not pair.target.words:
        return
    code = protected_spans(text, pair.target.traits)
    opened: tuple[int, int] | None = None
    for match in _MARK.finditer(text):
        if any(start <= match.start() < end for start, end in code):
            continue
        if match[0][0] in _OPENING:
            if opened is not None and _ends_between(text, opened[1], match.start()):
                yield _found(pair, opened, f"'{text[opened[0]]}' without its end")
            opened = match.span()
        elif opened is not None:
            opened = None
        elif not (match[0] == "!" and _is_name(pair, match.start())):
            yield _found(pair, match.span(), f"'{match[0]}' without '{'¿' if '?' in match[0] else '¡'}' before it")
    if opened is not None and text.rstrip("\"'”’») ")[-1:] == ".":
        yield _found(pair, opened, f"'{text[opened[0]]}' without its end")


def _found(pair: Pair, span: tuple[int, int], message: str) -> Found:
    return Found(message, [pair.target.span(*span)])


def _ends_between(text: str, start: int, end: int) -> bool:
    return ". " in text[start:end]


def _is_name(pair: Pair, at: int) -> bool:
    """Whether the `!` belongs to a name (Yahoo!) that stands inside of a sentence, or in the source."""
    word = pair.target.text[:at].rsplit(" ", 1)[-1]
    return pair.target.text[at + 1 : at + 2] == " " and pair.target.text[at + 2 : at + 3].islower() and word.istitle()
