"""The text is garbled: its bytes were read in another encoding than the one they were written in.

Why it matters: "cafÃ©" for "café" or "ViÖt Nam" for "Việt Nam" can't be read, and shows every reader that nobody looked
at the text. It mostly concerns the whole file, and goes from tool to tool until somebody notices.

How to fix: read the file again with the right encoding. Where that is no longer to be had, take the suggestion, which
holds what the bytes meant. A replacement character (U+FFFD), or a question mark in the place of a letter, stands for
something that is lost: there the text must be had again.
"""

import re
from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.misread import misread
from tqa.language.tags import UNDETERMINED
from tqa.language.traits import Trait
from tqa.language.writing import scripts
from tqa.model import Edit
from tqa.rule import Found, Pair, bad, good, rule

_REPLACED = ("\ufffd", "锟斤拷")
_LOST = re.compile(r"(?<!\S)\S*(?:\ufffd|锟斤拷)\S*")
# Letters outside ASCII that a program wrote as question marks: inside a word, twice at least.
_ASKED = re.compile(r"(?<![^\s(\"'«„“])[^\W\d_]+(?:\?+[^\W\d_]+)+(?![^\s.,;:!?)\"'»”“])")
_ASKED_ALL = re.compile(r"(?:\?{2,}[\s,.-]+)+\?{2,}")
_CONFIDENCE, _LESS = 0.98, 0.9


@rule(
    "linguistic-conventions/character-encoding",
    "major",
    when=Trait.MARKED
    | Trait.NON_LATIN
    | Trait.SYMBOL
    | Trait.PUNCTUATION
    | Trait.QUOTE
    | Trait.QUESTION
    | Trait.INVISIBLE,
    examples=[
        bad("The cafÃ© opens at nine.", marks="cafÃ©", suggestion="café"),
        bad("We donâ€™t know yet.", marks="donâ€™t", suggestion="don’t"),
        bad(("Sữa Việt Nam", "C«ng ty cæ phÇn s÷a ViÖt Nam"), langs=("en", "vi")),
        bad(
            ("Red car, big city", "kýrmýzý araba, büyük þehir"),
            suggestion="kırmızı araba, büyük şehir",
            langs=("en", "tr"),
        ),
        bad(("The first week", "az elsõ idõszak"), suggestion="első időszak", langs=("en", "hu")),
        bad(("Hello, world", "Ïðèâåò, ìèð"), suggestion="Привет, мир", langs=("en", "ru")),
        bad("Herr M�ller is out.", marks="M�ller"),
        bad(("The Vietnamese language", "Ti?ng Vi?t"), marks="Ti?ng Vi?t", langs=("en", "vi")),
        good(("Tiếng Việt", "São Tomé, Ångström and naïve cafés: 20 °C, 5 €"), langs=("vi", "en")),
        good(("Wow", "AMANHÃ… «Não!»"), langs=("en", "pt")),
        good(("The thing is", "Річ у тім, що Рівне"), langs=("en", "uk")),
        good("What?Why? See https://example.org/a?b=c&d?e or ask(who?me)."),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report garbled stretches of either side."""
    yield from _found(pair.target)
    if pair.bilingual:
        yield from _found(pair.source)


def _found(text: Text) -> Iterator[Found]:
    misreading = misread(text.text, text.base)
    if misreading is not None:
        changes = misreading.edits
        confidence = _CONFIDENCE if misreading.is_sure else _LESS
        start, end = changes[0][0], changes[-1][1]
        parts, at = [], start
        for a, b, new in changes:
            parts += [text.text[at:a], new]
            at = b
        yield Found(
            f"garbled: {misreading.kind}",
            [text.span(start, end)],
            suggestion="".join(parts),
            applicability="safe" if misreading.is_sure else "unsafe",
            edits=[Edit(text.side, a, b, new, confidence) for a, b, new in changes],
        )
        return
    for match in _LOST.finditer(text.text) if any(mark in text.text for mark in _REPLACED) else ():
        yield Found("a character was lost: its bytes weren't of the encoding", [text.span(*match.span())])
    if "?" in text.text and (asked := _question_marks(text)) is not None:
        yield Found("letters were lost: question marks stand for them", [text.span(*asked)])


def _question_marks(text: Text) -> tuple[int, int] | None:
    """Where question marks stand for letters that the encoding couldn't hold."""
    if text.base == UNDETERMINED:
        return None
    if "Latn" in scripts(text.base):
        found = list(_ASKED.finditer(text.text)) if text.base != "en" else []
    else:
        found = list(_ASKED_ALL.finditer(text.text)) if not any(char > "\x7f" for char in text.text) else []
    if not found or sum(match[0].count("?") for match in found) < 2:
        return None
    return found[0].start(), found[-1].end()
