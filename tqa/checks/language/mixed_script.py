"""A word mixes letters of two scripts that look alike.

Why it matters: "Сolour" with a Cyrillic С looks right and is found by no search, no spelling checker and no screen
reader; it comes of a wrong keyboard, of scanning, or of an attempt to deceive.

How to fix: take the suggestion, which has the look-alike of the text's own script. Words that mix scripts openly
(a Latin brand with a Russian ending, units such as μm) aren't reported.
"""

from collections.abc import Iterator

from tqa.language.fold import lower
from tqa.language.lexicon import lexicon
from tqa.language.lookalikes import MIXED, is_mixed, main_script, repaired, same_script
from tqa.language.tokens import Word
from tqa.language.traits import Trait
from tqa.language.writing import script, scripts
from tqa.rule import Found, Pair, bad, good, rule

# Share of all words from which on a word that was written with the look-alikes of another script throughout is sure.
_COMMON, _VERY_COMMON = 1e-5, 1e-3


@rule(
    "linguistic-conventions/character-encoding",
    "minor",
    when_target=Trait.NON_LATIN | Trait.MARKED,
    examples=[
        bad(("Farbe", "\u0421olour of the roof"), marks="\u0421olour", suggestion="Colour", langs=("de", "en")),
        bad(("House", "Наш дoм стоит у реки."), marks="дoм", suggestion="дом", langs=("en", "ru")),
        bad(("You and he", "Вы a он ушли домой."), marks="a", suggestion="а", langs=("en", "ru")),
        bad(("NATO", "Саммит HATO начался."), marks="HATO", suggestion="НАТО", langs=("en", "ru")),
        bad(("The sea", "Η θάλασσα είναι κoντά."), marks="κoντά", suggestion="κοντά", langs=("en", "el")),
        bad(("University", "Sinh viên Ðại học Huế"), marks="Ðại", suggestion="Đại", langs=("en", "vi")),
        good(("iPhone", "Купить iPhone-ом и SMSки"), langs=("en", "ru")),
        good(("Vitamin C", "Витамин C и план A"), langs=("en", "ru")),
        good(("5 µm, 3 kΩ", "5 μm and 3 kΩ, an αβ-unit")),
        good(("Shop", "Магазин Oxxo, MP3"), langs=("en", "ru")),
        good(("Name: Осоtо", "Name: Осоtо"), langs=("ru", "en")),
        good(("Hafnarfjörður", "Hafnarfjörður is in Iceland, Đà Nẵng isn't."), langs=("is", "en")),
    ],
)
def check(pair: Pair) -> Iterator[Found]:
    """Report words with letters that only look like those of the text's script."""
    target = pair.target
    text = target.text
    strangers = same_script(target.base)
    is_cyrillic = "Cyrl" in scripts(target.language)
    if MIXED.search(text) is None and (strangers is None or not strangers.search(text)) and not is_cyrillic:
        return
    kept = {word.text for word in pair.source.words}
    for word in target.prose:
        written = word.text
        odd = is_mixed(written) or (strangers is not None and strangers.search(written) is not None)
        if not odd and not (is_cyrillic and _is_disguised(word, text, target.language)):
            continue
        right = repaired(written, target.language)
        if right is None or right == written or written in kept or (odd and not _is_slip(written, right)):
            continue
        message = f"'{written}' has letters that only look like those of '{right}'"
        yield Found(message, [target.span(word.start, word.end)], right, "safe" if odd else "unsafe")


def _is_slip(written: str, right: str) -> bool:
    """Whether more letters stayed than are replaced, or the word is short."""
    changed = sum(a != b for a, b in zip(written, right, strict=True))
    return 2 * changed <= len(written) or main_script(written) == main_script(right)


def _is_disguised(word: Word, text: str, tag: str) -> bool:
    """Whether a word of Latin letters alone stands for a common Cyrillic one, as a small letter between such does."""
    written = word.text
    if not written.isascii() or (len(written) == 1 and not written.islower()):
        return False
    right = repaired(written, tag)
    own, english = lexicon(tag), lexicon("en")
    if right is None or own is None or english is None:
        return False
    share = own.frequency(lower(right))
    if len(written) == 1:
        before, after = text[: word.start].rstrip()[-1:], text[word.end :].lstrip()[:1]
        is_between = all(char.isalpha() and script(char) == "Cyrl" for char in (before, after) if char)
        return share >= _VERY_COMMON and bool(before or after) and is_between and bool(after)
    return share >= _COMMON and english.frequency(written.lower()) < share / 100
