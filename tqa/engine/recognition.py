"""The languages of a file that neither the user nor the file itself names, told from its texts.

A newcomer checks a page without options; with its languages unknown most rules would have nothing to go by.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise

from tqa.engine.result import Recognised
from tqa.language.identify import identify_any
from tqa.language.tags import UNDETERMINED
from tqa.language.tokens import words
from tqa.model import Problem, Segment

# How many segments of a file are looked at, and what share of those that can be told has to agree: a translation in
# which every third line was left in the source language still says what it is.
_SAMPLE, _SHARE = 60, 0.6
# A short text is one of many languages; one that has to do alone is longer.
_WORDS, _WORDS_ALONE = 3, 6
_SURE = 0.9


def language_of_texts(texts: Iterable[str]) -> str:
    """Return the language (a BCP 47 tag) that most of `texts` are in, `und` if they are too short or too mixed."""
    sure = [(lang, length) for lang, length in map(_told, texts) if lang]
    if not sure or (len(sure) == 1 and sure[0][1] < _WORDS_ALONE):
        return UNDETERMINED
    ((language, count),) = Counter(lang for lang, _ in sure).most_common(1)
    return language if count >= _SHARE * len(sure) else UNDETERMINED


def languages_of_page(lines: Sequence[str], source_lang: str, target_lang: str) -> tuple[str, str]:
    """Return the source and the target language of a mixed page: `und` for what isn't given and can't be told.

    A source line stands right above its translation. Where that doesn't tell, most lines of a page are in the target
    language.
    """
    told = [_told(line)[0] for line in lines]
    ranked = [lang for lang, _ in Counter(filter(None, told)).most_common(2)]
    if target_lang != UNDETERMINED:
        return next((lang for lang in ranked if lang != target_lang), UNDETERMINED), target_lang
    if source_lang != UNDETERMINED:
        return source_lang, next((lang for lang in ranked if lang != source_lang), UNDETERMINED)
    if len(ranked) < 2:
        return UNDETERMINED, language_of_texts(lines)
    above = Counter(pairwise(told))
    most, other = ranked
    down, up = above[most, other], above[other, most]
    if down == up > 0:  # no blank lines between one pair and the next
        return (most, other) if told.index(most) < told.index(other) else (other, most)
    return (most, other) if down > up else (other, most)


def languages_of_two(source: Iterable[str], target: Iterable[str], known: tuple[str, str]) -> tuple[str, str]:
    """Return the languages of a text and of its translation: `und` for what isn't `known` and can't be told."""
    found = [
        lang if lang != UNDETERMINED else language_of_texts(islice(texts, _SAMPLE))
        for texts, lang in zip((source, target), known, strict=True)
    ]
    if found[0] == found[1]:  # a copy of the source, or two languages too alike to be told apart
        return known[0], known[1]
    return found[0], found[1]


def with_languages(items: Iterator[Segment | Problem], found: list[Recognised]) -> Iterator[Segment | Problem]:
    """Yield the segments of one file with the languages that they lack, and add to `found` which those are."""
    first: list[Segment | Problem] = []
    lacking: list[Segment] = []
    for item in items:
        first.append(item)
        if isinstance(item, Segment) and UNDETERMINED in (item.source_lang, item.target_lang):
            lacking.append(item)
        if len(lacking) == _SAMPLE or (len(first) == _SAMPLE and not lacking):
            break
    sources = (s.source for s in lacking if s.source is not None and s.source_lang == UNDETERMINED)
    targets = (s.target for s in lacking if s.target_lang == UNDETERMINED)
    source, target = languages_of_two(sources, targets, (UNDETERMINED, UNDETERMINED))
    if (source, target) != (UNDETERMINED, UNDETERMINED):
        found.append(Recognised(lacking[0].location.file, source, target))
    for item in chain(first, items):
        yield item if isinstance(item, Problem) else _completed(item, source, target)


def _completed(segment: Segment, source: str, target: str) -> Segment:
    if segment.source_lang == UNDETERMINED != segment.target_lang == source:
        source = UNDETERMINED
    if UNDETERMINED not in (segment.source_lang, segment.target_lang):
        return segment
    return segment._replace(
        source_lang=source if segment.source_lang == UNDETERMINED else segment.source_lang,
        target_lang=target if segment.target_lang == UNDETERMINED else segment.target_lang,
    )


def _told(text: str) -> tuple[str | None, int]:
    """The language of a text, None where it isn't sure, and the number of its words."""
    length = sum(1 for _ in words(text))
    if length < _WORDS and text.isascii():
        return None, length
    guess = identify_any(text)
    return guess.language if guess.confidence >= _SURE else None, length
