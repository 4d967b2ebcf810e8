"""Whether a target, or a sentence of it, is still in the language of its source."""

import re

from tqa.facts import Text
from tqa.language.identify import identify, identify_any
from tqa.language.lazy import lazily
from tqa.language.leftovers import JOINING, LENDER
from tqa.language.lexicon import lexicon
from tqa.language.tags import UNDETERMINED, base_language
from tqa.language.traits import Trait
from tqa.model import Span
from tqa.rule import Pair

_SURE = 0.9
# A translation that merely looks like the source language needs more: quotations and names in it look so too.
_VERY_SURE = 0.97
_LONG = 4
_SENTENCE = lazily(re.compile, r"\s*([^.!?…。！？]+(?:[.!?…。！？]+(?!\s|$)[^.!?…。！？]*)*[.!?…。！？]*[\"'”’)»]*)")
_QUOTED = re.compile('["“”«»„「」『』]')
# Share of all words from which on a word is one of the language, not a foreign one that its texts quote.
_COMMON = 1e-6


def is_in_source_language(pair: Pair, is_copy: bool) -> bool:
    """Whether the target is in the source's language; `is_copy`: it is the source's text, but for case and blanks."""
    if UNDETERMINED in (pair.source.base, pair.target.base):
        return is_copy and _lower_words(pair.target) >= _LONG
    if pair.bilingual and not is_copy and not _could_be_left(pair):
        return False
    guess = pair.target_guess
    if guess.language != pair.segment.source_lang:
        return False
    if is_copy:
        # A quotation in a third language stays as it is in either.
        language = identify_any(pair.target.text).language
        is_own = language is None or base_language(language) == pair.source.base
        return is_own and guess.confidence >= _SURE and not _is_shared(pair.target)
    if pair.bilingual:
        # Terms that a language borrowed from English read as English; what joins them doesn't.
        is_prose = pair.source.base != LENDER or not JOINING.isdisjoint(pair.target.lower_words)
        return is_prose and guess.confidence >= _VERY_SURE and _lower_words(pair.target) >= _LONG
    return guess.confidence >= _SURE


def sentences_left(pair: Pair) -> list[Span]:
    """The sentences that stayed in the source language, where others are translated; a quotation may stay."""
    left: list[Span] = []
    is_translated = False
    target_lang = pair.target.base
    for match in _SENTENCE.finditer(pair.target.text):
        sentence = Text(match[1].rstrip(), pair.target.language, "target")
        if not sentence.prose or _QUOTED.search(sentence.text):
            continue
        if _reads_as(sentence, target_lang):
            is_translated = True
        elif len(sentence.prose) >= _LONG or sentence.traits & Trait.UNCASED:
            guess = identify(sentence.text, (pair.segment.source_lang, pair.segment.target_lang))
            if guess.language == pair.segment.source_lang and guess.confidence >= _VERY_SURE:
                left.append(pair.target.span(match.start(1), match.start(1) + len(sentence.text)))
    return left if is_translated else []


def _could_be_left(pair: Pair) -> bool:
    """Whether the target's words look like the source language's: a cheap way past the identification of sound text."""
    if lexicon(pair.target.base) is None:
        # Texts in a language of which nothing is known look like those of the nearest that is.
        return _reads_as(pair.target, pair.source.base)
    return not _reads_as(pair.target, pair.target.base)


def _reads_as(text: Text, language: str) -> bool:
    """Whether most words are words of the language; no, where none of its words are known."""
    known = lexicon(language)
    if known is None:
        return False
    words = text.lower_words
    return 3 * known.count(words, _COMMON) > 2 * len(words)


def _lower_words(text: Text) -> int:
    return sum(word.text.islower() for word in text.prose)


def _is_shared(target: Text) -> bool:
    """Whether a single word is one of the target language too."""
    known = lexicon(target.base)
    return len(target.prose) == 1 and known is not None and known.frequency(target.prose[0].text.lower()) > 0
