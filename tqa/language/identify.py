"""Which language a line is in, and whether it was stripped of its diacritics.

The words' shares in each language (as written and folded) are multiplied, with an n-gram model of letters for unknown
words; each word's say is bounded by how likely it is to be a name or a quotation, whatever its language.
"""

import math
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from tqa.language.fold import lower
from tqa.language.lexicon import LANGUAGES, lexicon, lexicon_language
from tqa.language.protected import protected_spans
from tqa.language.tokens import Word, words
from tqa.language.traits import Trait, traits
from tqa.language.wordcosts import WordCosts, common_word_costs, word_costs
from tqa.language.writing import SOLE_LANGUAGES, UNSPACED, script, scripts


class Guess(NamedTuple):
    """The language of a line, None where nothing tells it; whether its marks were lost; how sure (0 to 1)."""

    language: str | None
    stripped: bool
    confidence: float


UNDECIDED = Guess(None, False, 0.0)

_Source = Callable[[str], WordCosts]

# The share of words that say nothing of the line's language, by how they look.
_PLAIN, _LABEL, _FIRST, _SHOUTED, _NAME, _ACRONYM = 0.01, 0.2, 0.25, 0.1, 0.85, 0.92
# Latin words in a language of another script: every text of our day has some.
_LATIN_GUEST = 0.15
# Languages that capitalise the words of a title, and the log share from which a capitalised word is taken for one.
_TITLE_CASE, _FUNCTION_WORD = frozenset({"en"}), math.log(0.002)
# A line is sound, or stripped, or stripped here and there.
_PRIORS = (math.log(0.7), math.log(0.22), math.log(0.08))
# Words of a line depend on each other, so that their evidence counts less than its sum.
_TEMPERATURE = 1.6
_ENOUGH, _SURE = 0.7, 0.95
# Mean log share of the words of a line above which they are the language's own: English lines have -6 to -10, lines of
# its neighbours below -12.
_FAMILIAR = -10.5
# Of longer lines every second, third ... word is read; of those that any language could have, fewer at first.
_MOST_WORDS, _FEW_WORDS = 48, 16
_QUOTES = " \t\"'“”‘’«»‹›„‚「」『』([¡¿-–—"
_SHORTLIST = 4


class _Token(NamedTuple):
    word: str
    script: str
    doubt: float
    units: float


def identify(text: str, candidates: Sequence[str]) -> Guess:
    """Guess which of `candidates` (BCP 47 tags) the line `text` is in; the guess has the tag as it was given.

    Names, numbers and codes alone tell nothing: the language is None then. With `und` or nothing to choose from, the
    line is in the one candidate or in none.
    """
    declared = [tag for tag in candidates if lexicon_language(tag) != "und"]
    if len(set(declared)) < 2:
        guess = identify_any(text)
        same = [tag for tag in declared if lexicon_language(tag) == guess.language]
        return guess._replace(language=same[0] if same else None)
    tokens = _tokens(text)
    if not tokens:
        return UNDECIDED
    guess = _decide(tokens, declared, word_costs)
    if _is_prose(tokens) and any(lexicon(tag) is None for tag in declared) and not _fits(tokens, guess):
        return _second_opinion(text, declared) or guess
    return guess


def identify_any(text: str) -> Guess:
    """Guess the language of `text` among all that there are lexicons for, or leave the undecided to langdetect."""
    tokens = _tokens(text)
    if not tokens:
        return UNDECIDED
    found = {token.script for token in tokens}
    possible = [lang for lang in sorted(LANGUAGES) if scripts(lang) & found]
    possible += [SOLE_LANGUAGES[kind] for kind in found if kind in SOLE_LANGUAGES]
    if not possible:
        return _detected(text, found)
    few = tokens[:: len(tokens) // _FEW_WORDS + 1]
    scores = _language_scores(_scores(few, possible, common_word_costs))
    shortlist = sorted(possible, key=lambda lang: -scores[possible.index(lang)])[:_SHORTLIST]
    guess = _decide(tokens, shortlist, word_costs)
    return _detected(text, found) if guess.language is None and _is_prose(tokens) else guess


def _tokens(text: str) -> list[_Token]:
    """The words of the prose in `text`, with what their look says of them."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    bits = traits(text)
    shouted = bool(bits & Trait.UPPER) and not bits & Trait.LOWER
    spans = protected_spans(text, bits)
    found = list(words(text))
    if not text.isascii() and any(map(_is_unspaced, set(text))):
        found = [part for word in found for part in _split(word)]
    if spans:
        found = [word for word in found if not _is_code(word, spans)]
    if len(found) > _MOST_WORDS:
        found = found[:: len(found) // _MOST_WORDS + 1]
    titled = not shouted and all(not word.text[0].islower() for word in found)
    if len(found) == 1 and text.rstrip(_QUOTES)[-1:] in ("?", "!", ".", "…"):  # a sentence, however short
        titled = False
    out: list[_Token] = []
    for word in found:
        kind = script(word.text[0])
        if kind in UNSPACED:
            out.extend(_characters(word.text))
        else:
            doubt = _SHOUTED if shouted else _doubt(text, word.text, word.start, word.end, titled)
            out.append(_Token(lower(word.text), kind, doubt, 1.0))
    return out


def _split(word: Word) -> Iterator[Word]:
    """The parts of a run of letters that mixes scripts with and without blanks (`Twitterで`)."""
    start = 0
    for i in range(1, len(word.text) + 1):
        if i == len(word.text) or _is_unspaced(word.text[i]) != _is_unspaced(word.text[start]):
            yield Word(word.text[start:i], word.start + start, word.start + i)
            start = i


def _is_unspaced(letter: str) -> bool:
    return letter > "\u0dff" and script(letter) in UNSPACED


def _is_code(word: Word, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a word stands in an address, a placeholder or the like; one of another script never does (`20岁`)."""
    return script(word.text[0]) == "Latn" and any(start < word.end and word.start < end for start, end in spans)


def _characters(run: str) -> Iterable[_Token]:
    """A run of letters that is written without blanks between words, as tokens of one letter each."""
    return (_Token(letter, script(letter), _PLAIN, 0.5) for letter in run)


def _doubt(text: str, word: str, start: int, end: int, titled: bool) -> float:
    if not word[0].isupper():
        return _PLAIN if len(word) > 1 else _SHOUTED
    if len(word) > 1 and word.isupper():
        return _ACRONYM
    before = text[:start].rstrip(_QUOTES)
    if text[end : end + 1] == ":" and not before:
        return _LABEL
    if not titled and (not before or before[-1] in ".!?…:|•"):
        return _FIRST
    return _NAME


def _scores(tokens: Sequence[_Token], languages: Sequence[str], costs: _Source) -> list[list[float]]:
    """For each language the log-likelihoods of the line as sound, stripped, and stripped here and there."""
    readers = [(scripts(tag), costs(tag)) for tag in languages]
    titling = [lexicon_language(tag) in _TITLE_CASE for tag in languages]
    sums = [[0.0, 0.0, 0.0] for _ in languages]
    for token in tokens:
        values = [read(token.word) if token.script in own else None for own, read in readers]
        best = max((max(value) for value in values if value), default=None)
        if best is None:
            continue
        doubt = token.doubt
        if doubt == _NAME and any(value and value[0] > _FUNCTION_WORD for value in compress(values, titling)):
            doubt = _FIRST
        # What the word costs a language that isn't written in its script.
        guest = math.log(max(doubt, _LATIN_GUEST) if token.script == "Latn" else _PLAIN)
        for total, value in zip(sums, values, strict=True):
            for i in range(3):
                total[i] += token.units * (_bounded(value[i] - best, doubt) if value else guest)
    return sums


def _bounded(behind: float, doubt: float) -> float:
    """The log-likelihood ratio of a word that is `behind` the best language's (0 or less), as far as it is no guest."""
    if behind > -0.01:
        return behind
    return math.log(doubt + (1 - doubt) * math.exp(behind))


def _language_scores(scores: Iterable[Sequence[float]]) -> list[float]:
    return [max(value + prior for value, prior in zip(score, _PRIORS, strict=True)) for score in scores]


def _decide(tokens: Sequence[_Token], languages: Sequence[str], costs: _Source) -> Guess:
    scores = _scores(tokens, languages, costs)
    totals = _language_scores(scores)
    best = max(totals)
    chosen = totals.index(best)
    confidence = 1 / sum(math.exp((total - best) / _TEMPERATURE) for total in totals)
    sound, stripped, _ = scores[chosen]
    lost = stripped + _PRIORS[1] > sound + _PRIORS[0]
    return Guess(languages[chosen] if confidence >= _ENOUGH else None, lost, confidence)


def _is_prose(tokens: Sequence[_Token]) -> bool:
    """Whether there are more than names, on which langdetect guesses wildly."""
    return sum(token.units for token in tokens if token.doubt == _PLAIN) >= 2


def _fits(tokens: Sequence[_Token], guess: Guess) -> bool:
    """Whether the guess is sure and its language knows the words, which one merely nearer than the others doesn't."""
    if guess.language is None or guess.confidence < _SURE or lexicon(guess.language) is None:
        return False
    costs = word_costs(guess.language)
    shares = [max(costs(token.word)) for token in tokens if token.doubt == _PLAIN]
    return sum(shares) > _FAMILIAR * len(shares)


def _second_opinion(text: str, candidates: Sequence[str]) -> Guess | None:
    """What langdetect says of `candidates`; None where it doesn't tell, or doesn't know those that tqa doesn't."""
    from tqa.language.second_opinion import known, opinion

    if not known() >= {lexicon_language(tag) for tag in candidates if lexicon(tag) is None}:
        return None
    found = opinion(text)
    shares = {tag: found.get(lexicon_language(tag), 0.0) for tag in candidates}
    best = max(shares, key=shares.__getitem__)
    return Guess(best, False, shares[best]) if shares[best] >= _ENOUGH else None


def _detected(text: str, found: set[str]) -> Guess:
    """langdetect's guess, where it names a language of the scripts that were found."""
    from tqa.language.second_opinion import opinion

    likely = [(share, lang) for lang, share in opinion(text).items() if scripts(lang) & found]
    if not likely or max(likely)[0] < _ENOUGH:
        return UNDECIDED
    share, lang = max(likely)
    return Guess(lang, False, share)
