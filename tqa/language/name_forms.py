"""Names in a text, and what their spellings have in common."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tqa.language.fold import fold
from tqa.language.tags import base_language
from tqa.language.tokens import Word

# Spellings that transcriptions mix; what is left is the same for all of them. In this order.
_MERGED = [
    (re.compile(old), new)
    for old, new in (
        ("ph", "f"),
        ("t?sch|tch|ch|sh|zh|cz|sz|š", "s"),
        ("kh|gh|ck|q|c", "k"),
        ("th", "t"),
        ("oo|ou", "u"),
        ("w", "v"),
        ("[jy]", "i"),
        ("x", "ks"),
        ("z", "s"),
        (r"(.)\1+", r"\1"),
        ("i+$", "i"),
        ("h", ""),
    )
]
_SENTENCE_END = re.compile(r"[.!?…:;\"“”„»«(\[\n]\s*$|^\s*$")
SHORTEST = 5
# Languages whose names have no endings but a possessive s; in others names that differ at the end are forms.
_WITHOUT_ENDINGS = frozenset("en vi fr es it pt ca id ms nl de sv da nb fil".split())
_SAME_END = 3


@lru_cache(maxsize=100_000)
def skeleton(name: str) -> str:
    """What is the same in all spellings of a name: marks, doubled letters and ways to write one sound are levelled."""
    text = fold(name.lower())
    if not text.isascii():
        from unidecode import unidecode

        text = unidecode(text).lower().replace("'", "")
    for old, new in _MERGED:
        text = old.sub(new, text)
    return text


def names(text: str, words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words of `text` that are names by their capital, but for those that begin a sentence."""
    for word in words:
        first = word.text[0]
        if (
            word.end - word.start >= SHORTEST
            and first.isupper()
            and not word.text.isupper()
            and not _SENTENCE_END.search(text[max(0, word.start - 8) : word.start])
        ):
            yield _bare(word)


def runs(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the runs of capitalised words with a space between them, such as a Vietnamese person's name."""
    run: list[Word] = []
    for word in words:
        if not word.text[0].isupper() or word.text.isupper():
            continue
        if run and text[run[-1].end : word.start] != " ":
            yield run
            run = []
        run.append(_bare(word))
    if run:
        yield run


def parts(text: str, run: Sequence[Word], least: int = 2, most: int = 4) -> Iterator[tuple[str, Word]]:
    """Yield the parts of a run of so many words, as one word each with its skeleton, the longest first."""
    skeletons = [skeleton(word.text) for word in run]
    for size in range(min(most, len(run)), least - 1, -1):
        for at in range(len(run) - size + 1):
            start, end = run[at].start, run[at + size - 1].end
            yield " ".join(skeletons[at : at + size]), Word(text[start:end], start, end)


def are_spellings(one: str, other: str, language: str) -> bool:
    """Whether two names with the same skeleton may be spellings of one, not forms of it nor another alphabet's."""
    first, second = fold(one.lower()), fold(other.lower())
    if first.isascii() != second.isascii():
        return False
    if base_language(language) in _WITHOUT_ENDINGS or first == second:
        return True
    return first[-_SAME_END:] == second[-_SAME_END:]


def _bare(word: Word) -> Word:
    at = max(word.text.rfind("'"), word.text.rfind("’"))
    if at < SHORTEST:  # O'Hara
        return word
    return Word(word.text[:at], word.start, word.start + at)
