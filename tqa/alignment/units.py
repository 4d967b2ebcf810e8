"""What is aligned: lines, their sentences, or paragraphs of several lines."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

from tqa.errors import ConfigError, near_miss
from tqa.language.tags import base_language

Split = Callable[[Sequence[str], str], Iterator["Unit"]]
"""Cuts lines in a language (BCP 47) into units."""


class Unit(NamedTuple):
    """A text to align, and the numbers (0-based) of the lines that it is from; an empty one parts paragraphs."""

    text: str
    lines: tuple[int, ...]


def by_line(lines: Sequence[str], language: str) -> Iterator[Unit]:
    """Each line; blank ones part paragraphs."""
    return (Unit(line, (at,)) for at, line in enumerate(lines))


def by_paragraph(lines: Sequence[str], language: str) -> Iterator[Unit]:
    """Lines between blank ones, joined by spaces."""
    for blank, group in groupby(enumerate(lines), lambda item: not item[1].strip()):
        if not blank:
            numbers, texts = zip(*group, strict=True)
            yield Unit(" ".join(map(str.strip, texts)), numbers)


def by_sentence(lines: Sequence[str], language: str) -> Iterator[Unit]:
    """The sentences of each line, by sentencesplit's rules for `language` (BCP 47), or for English where it has none.

    Lines are taken for paragraphs.
    """
    starts = _sentence_starts(base_language(language))
    for at, line in enumerate(lines):
        # Cut where sentences start, so that no character of the line is lost, whatever the rules make of it.
        cuts = [0, *(start for start in starts(line) if start), len(line)]
        for start, end in pairwise(cuts):
            if text := line[start:end].strip():
                yield Unit(text, (at,))
        yield Unit("", ())


@cache
def _sentence_starts(language: str) -> Callable[[str], list[int]]:
    from sentencesplit import Segmenter, list_languages

    segmenter = Segmenter(language=language if language in list_languages() else "en", clean=False)
    return lambda text: sorted(span.start for span in segmenter.segment_spans(text))


SEGMENTS: Mapping[str, Split] = {
    "line": by_line,
    "sentence": by_sentence,
    "paragraph": by_paragraph,
}


def split(segment: str) -> Split:
    """How texts are cut into units of `segment`; raises `ConfigError` for an unknown one."""
    found = SEGMENTS.get(segment)
    if found is None:
        raise ConfigError(f"unknown segment '{segment}'{near_miss(segment, SEGMENTS)}; there are {', '.join(SEGMENTS)}")
    return found
