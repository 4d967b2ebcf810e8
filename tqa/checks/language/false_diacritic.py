"""A word has diacritics that it shouldn't have, or others than it should.

Why it matters: "fotboll på lördåg" or "thủ tưởng" is as wrong as a lost accent, and comes from typing, from scanning or
from a program that put accents back by guess.

How to fix: take the suggestion, the word with other marks on the same letters. A wrong mark that makes another word of
the language (Swedish läsning for låsning) is seen only where the words beside it tell.
"""

from collections.abc import Iterator

from tqa.facts import Text
from tqa.language.diacritics import LANGUAGES
from tqa.language.diacritics.readings import in_case
from tqa.language.false_marks import is_suspect, right_marks, right_syllable
from tqa.language.fold import lower
from tqa.language.misfits import misfit
from tqa.language.names import language_name
from tqa.language.traits import Trait
from tqa.rule import Found, Pair, bad, good, rule

_SENTENCE_END = ".!?…:"


@rule(
    "linguistic-conventions/spelling",
    "minor",
    preview=True,
    when=Trait.MARKED,
    yields_to=("mojibake", "wrong-letter", "mixed-script", "diacritic-loss", "spelling"),
    examples=[
        bad(("We meet on Saturday.", "Vi ses på lördåg."), marks="lördåg", suggestion="lördag", langs=("en", "sv")),
        bad(("The prime minister spoke.", "Thủ tướng đã phát biễu."), suggestion="biểu", langs=("en", "vi")),
        bad(("Environmental protection", "Cơ quan bảo vệ môi trướng"), suggestion="trường", langs=("en", "vi")),
        bad(("He was always late.", "Vžďycky chodil pozdě."), suggestion="Vždycky", langs=("en", "cs")),
        bad(("The situation is hard.", "La situacíon es difícil."), suggestion="situación", langs=("en", "es")),
        good(("Last year in Łódź", "Förra året i Łódź med Björk och Dvořák"), langs=("en", "sv")),
        good(("Old cafés", "Gamla caféer och à la carte, déjà vu"), langs=("en", "sv")),
        good(("Water", "Thuỷ điện Hoà Bình, thủy điện Hòa Bình"), langs=("en", "vi")),
        good("A naïve façade in a café"),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report words of either side that are none, but would be with other marks."""
    yield from _found(pair.target, pair.source)
    if pair.bilingual:
        yield from _found(pair.source, pair.target)


def _found(text: Text, other: Text) -> Iterator[Found]:
    if text.base not in LANGUAGES:
        return
    words = text.prose
    for at, word in enumerate(words):
        written = word.text
        if written.isascii() or written in other.text or not _is_plain(text.text, written, word.start):
            continue
        right, message = _right(text, at), ""
        if right is not None:
            message = f"{language_name(text.base)} has no word '{written}'; '{right}' is one"
        elif written.islower() and (right := misfit(text.text, words, at, text.base)) is not None:
            message = f"'{written}' doesn't go with the words beside it; '{right}' does"
        if right is not None:
            yield Found(message, [text.span(word.start, word.end)], in_case(right, written, text.base), "unsafe")


def _right(text: Text, at: int) -> str | None:
    """What a word that is none should be."""
    words = text.prose
    form = _small(words[at].text, text.base)
    if not is_suspect(form, text.base):
        return None
    if text.base != "vi":
        return right_marks(form, text.base)
    beside = [lower(words[n].text) if 0 <= n < len(words) else "" for n in (at - 1, at + 1)]
    return right_syllable(form, *beside)


def _small(word: str, language: str) -> str:
    return lower(word.replace("I", "ı") if language == "tr" else word)


def _is_plain(text: str, written: str, start: int) -> bool:
    """Whether it is a small word, or begins a sentence: one with a capital elsewhere may be anybody's name."""
    if written.islower():
        return True
    before = text[:start].rstrip()
    return written[1:].islower() and (not before or before[-1] in _SENTENCE_END)
