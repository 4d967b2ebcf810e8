"""Where a translation still has words of its source: what of them is no name, quotation or word of both languages."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

import regex

from tqa.language.fold import lower
from tqa.language.foreign import (
    CAPITAL_NOUNS,
    FUNCTION_WORD,
    PARTICLES,
    foreign_words,
    is_function_word,
    is_listed,
    letters_in,
)
from tqa.language.lazy import lazily
from tqa.language.spelling import speller
from tqa.language.tokens import Word
from tqa.language.writing import scripts

_BRACKETS = lazily(
    regex.compile, r"[(（\[【「『《“„«]([^()（）\[\]【】「」『』《》“”„«»]*)[)）\]】」』》”“»]|\"([^\"]*)\""
)
_QUOTED = 6
# How long a word is, and how much its ending may differ, to be another form of the same.
_LONG, _ENDING = 7, 2
LENDER = "en"
"""The language that all others borrow from, names and all."""
JOINING = frozenset(
    """the an and or of for with are was were been this that these those its not if when which who whom your you our
    they their them will could should would has have had does did than then because while
    before after until without between during through""".split()
)
"""Its words that are borrowed by none, and no command, option or value is called."""
_BEFORE_PLACES = frozenset("in aus nach bei von bis um über für mit".split())
# Languages whose words other texts quote with all their marks: a loan then looks like what was left untranslated.
_LENDING = frozenset({"vi"})
# Money keeps its name.
_MONEY = frozenset(
    "đồng złoty złotych zł kč lei leva lev forint kuna peseta lira real reais peso pesos sol soles".split()
)
# Share of all words from which on a word is one of the grammar, and how many words of any kind follow the first.
_GRAMMAR, _ROW = 1.5e-3, 3
# Share of all words from which on a word that opens a sentence is hardly a name.
_OPENING = 5e-5


class Sides(NamedTuple):
    """What is looked at of a segment: the source with its words, and the words of the target's prose.

    source_lower, prose_forms: the words in lower case, one for one; source_forms: those of the source, each once.
    """

    source: str
    source_words: Sequence[Word]
    source_lower: Sequence[str]
    source_forms: frozenset[str]
    target: str
    prose: Sequence[Word]
    prose_forms: Sequence[str]
    source_lang: str
    target_lang: str


def leftovers(sides: Sides) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of the words of the target that are the source language's."""
    if _differ(sides.source_lang, sides.target_lang):
        return _of_script(sides)
    if sides.source_lang in _LENDING:
        return _of_grammar(sides)
    return _of_lexicon(sides)


@cache
def _differ(source_lang: str, target_lang: str) -> bool:
    """Whether the source's letters are none of the target's; Latin ones stand in texts of every script."""
    return bool(scripts(source_lang) - scripts(target_lang)) and "Latn" not in scripts(source_lang)


def _of_script(sides: Sides) -> Iterator[tuple[int, int]]:
    text = sides.target
    if text.isascii():
        return
    for start, end in letters_in(text, sides.source_lang, sides.target_lang):
        run = text[start:end]
        is_symbol = len(run) == 1 and "\u0370" <= run <= "\u03ff"
        if run in sides.source and not is_symbol and not _is_quoted(sides, start, end):
            yield start, end


def _of_lexicon(sides: Sides) -> Iterator[tuple[int, int]]:
    test = foreign_words(sides.target_lang, sides.source_lang)
    if test is None or sides.target.strip() in sides.source:  # a quotation, or untranslated as a whole
        return
    in_source = sides.source_forms
    prose = sides.prose
    beginnings: frozenset[str] | None = None
    for at, form in enumerate(sides.prose_forms):
        if form not in in_source:
            if len(form) < _LONG or prose[at].text != form:
                continue
            if beginnings is None:
                beginnings = frozenset(word[:_LONG] for word in in_source if len(word) >= _LONG - _ENDING)
            if not _is_form_of(form, in_source, beginnings, sides.target_lang):
                continue
        word = prose[at]
        if (
            form not in _MONEY
            and (looks := _looks(sides, word, form)) is not None
            and test(form, looks)
            and not _is_in_name(sides, prose, at, test)
            and not _is_quoted(sides, word.start, word.end)
        ):
            yield word.start, word.end


def _of_grammar(sides: Sides) -> Iterator[tuple[int, int]]:
    """Those of a language whose names and dishes texts are full of: words of its grammar, or several in a row."""
    found = list(_of_lexicon(sides))
    for at, (start, end) in enumerate(found):
        first = at
        while first and sides.target[found[first - 1][1] : found[first][0]] == " ":
            first -= 1
        last = at
        while last + 1 < len(found) and sides.target[found[last][1] : found[last + 1][0]] == " ":
            last += 1
        around = sides.target[max(found[first][0] - 2, 0) : found[first][0]] + sides.target[found[last][1] :][:2]
        is_free = around.strip(" ").isascii() and not any(map(str.isupper, around))
        word = lower(sides.target[start:end])
        if last - first >= _ROW or (is_free and first == last and is_function_word(word, sides.source_lang, _GRAMMAR)):
            yield start, end


def _looks(sides: Sides, word: Word, form: str) -> bool | None:
    """Whether the word has a noun's capital; None for a word with a capital that could be a name."""
    if word.text == form or "'" in form.replace("’", "'"):
        return False
    places = [at for at, other in enumerate(sides.source_lower) if other == form]
    if sides.source_lang in CAPITAL_NOUNS:
        return True if any(map(partial(_is_noun, sides.source_words), places)) else None
    is_name = any(sides.source_words[at].text != form for at in places)
    if is_name and (word.start or _opens_name(sides, word) or _is_listed(word.text, sides.target_lang)):
        return None
    return (
        False if is_name == is_function_word(form, sides.source_lang, _OPENING if is_name else FUNCTION_WORD) else None
    )


def _opens_name(sides: Sides, word: Word) -> bool:
    """Whether a word with a capital follows."""
    return sides.target[word.end : word.end + 2].strip()[:1].isupper()


def _is_form_of(form: str, in_source: frozenset[str], beginnings: frozenset[str], language: str) -> bool:
    """Whether a word that the target's dictionary lacks is another form of one that the source has."""
    if form[:_LONG] not in beginnings or speller(language) is None or is_listed(form, language):
        return False
    return any(word[:_LONG] == form[:_LONG] and abs(len(word) - len(form)) <= _ENDING for word in in_source)


def _is_listed(word: str, language: str) -> bool:
    dictionary = speller(language)
    return dictionary is not None and word in dictionary.words


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a word with a capital stands where a noun does rather than the name of a person or place."""
    before = words[at - 1].text if at else ""
    if not words[at].text[0].isupper() or before in _BEFORE_PLACES:
        return False
    return before.islower() or (at == 1 and is_function_word(lower(before), "de"))


def _is_quoted(sides: Sides, start: int, end: int) -> bool:
    """Whether it is the original of a name in brackets, or a short quotation, as the source has it."""
    for match in _BRACKETS.finditer(sides.target):
        if match.start() < start and end < match.end():
            inside = match[1] or match[2] or ""
            return len(inside.split()) <= _QUOTED and inside.strip(" .,") in sides.source
    return False


def _is_in_name(sides: Sides, prose: Sequence[Word], at: int, test: Callable[[str, bool], bool]) -> bool:
    """Whether the word is part of a name: joined to one, before one as particles are, or in a foreign one."""
    text, word = sides.target, prose[at]
    if text[word.start - 1 : word.start] == "-" or text[word.end : word.end + 1] == "-":
        return sides.source_lang == LENDER or not _is_compound(sides, prose, at)
    if len(word.text) == 1 and text[word.end : word.end + 1] == "." and word.end + 1 < len(text):
        return True
    before = prose[at - 1] if at and text[prose[at - 1].end : word.start] == " " else None
    after = prose[at + 1] if at + 1 < len(prose) and text[word.end : prose[at + 1].start] == " " else None
    if after and word.text in PARTICLES:
        following = next((other.text for other in prose[at + 1 :] if other.text not in PARTICLES), "")
        if following[:1].isupper():
            return True
    is_borrowed = sides.source_lang == LENDER
    if before and before.text[0].isupper() and _is_phrase(sides, before.start, word.end):
        return is_borrowed or (not is_function_word(word.text, sides.source_lang) and test(lower(before.text), False))
    return bool(is_borrowed and after and after.text[0].isupper() and _is_phrase(sides, word.start, after.end))


def _is_compound(sides: Sides, prose: Sequence[Word], at: int) -> bool:
    """Whether the source has the whole of the hyphenated word, which is no name."""
    text = sides.target
    first = last = at
    while first and text[prose[first - 1].end : prose[first].start] == "-":
        first -= 1
    while last + 1 < len(prose) and text[prose[last].end : prose[last + 1].start] == "-":
        last += 1
    whole = text[prose[first].start : prose[last].end]
    return whole.islower() and _is_phrase(sides, prose[first].start, prose[last].end)


def _is_phrase(sides: Sides, start: int, end: int) -> bool:
    return re.search(rf"(?<!\w){re.escape(sides.target[start:end])}(?!\w)", sides.source) is not None
