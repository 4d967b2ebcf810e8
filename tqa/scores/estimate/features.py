"""What an estimate goes by: findings and cheap features of the two texts, each a number.

After the features of QuEst (Specia et al., QuEst - A translation quality estimation framework, ACL 2013), as far as
tqa's own data go: no corpus and no model is needed. `benchmarks/estimate.py` tells what each of them adds, and which
others were tried and add nothing.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tqa.facts import Pair
from tqa.language.fold import lower
from tqa.language.lengths import expected_ratio, length, length_deviation
from tqa.language.lexicon import Lexicon, lexicon
from tqa.language.order import OrderModel, order_model
from tqa.language.support import Backing
from tqa.model import Issue, Segment
from tqa.mqm import PENALTY

NAMES: Mapping[str, str] = {
    "findings": "points of the findings",
    "length": "length of the source",
    "length_ratio": "how unusual the length of the target is for that of the source",
    "punctuation": "marks in the source: how much there is to get wrong",
    "capitals": "capitals in the source: names, abbreviations",
    "dropped": "content words of the source that nothing in the target accounts for",
    "unknown": "words of the target that its language doesn't know",
    "order": "words that follow each other strangely",
}

# Whether a term is used as elsewhere in the text tells of the text, not of the segment.
_OF_THE_TEXT = "terminology"
_MOST_DEVIATION, _MOST_GAIN = 5.0, 4.0


def features(segment: Segment, issues: Iterable[Issue]) -> dict[str, float]:
    """The features of a segment with its findings; one that nothing is known for is left out."""
    return {"findings": _findings(issues), **dict(_texts(Pair(segment)))}


def _findings(issues: Iterable[Issue]) -> float:
    """The logarithm of the points in each dimension of MQM, summed up: the tenth error of a kind adds little."""
    points: Counter[str] = Counter()
    for issue in issues:
        points[issue.category.partition("/")[0]] += PENALTY[issue.severity]
    return sum(math.log1p(count) for dimension, count in points.items() if dimension != _OF_THE_TEXT)


def _texts(pair: Pair) -> Iterator[tuple[str, float]]:
    source, target = pair.source, pair.target
    text = source.text or target.text
    yield "length", math.log1p(length(text))
    yield "punctuation", math.log1p(sum(not char.isalnum() and not char.isspace() for char in text))
    yield "capitals", math.log1p(sum(map(str.isupper, text)))
    if (known := lexicon(target.language)) is not None:
        yield "unknown", _unknown(pair, known)
    if (model := order_model(target.base)) is not None:
        yield "order", _strangeness(target.text, model)
    if not source.text or not target.text:
        return
    ratio = expected_ratio(source.base, target.base)
    if ratio is not None:
        deviation = length_deviation(length(source.text), length(target.text), ratio)
        yield "length_ratio", min(abs(deviation), _MOST_DEVIATION)
    backing = Backing(target.words, target.language, source.language)
    yield "dropped", math.log1p(sum(support.is_backed is False for support in backing.of(source.words)))


def _unknown(pair: Pair, known: Lexicon) -> float:
    """How many words of the target its language doesn't know and the source hasn't, as a logarithm; names aside."""
    words = (word.text for word in pair.target.prose if word.text.isalpha() and not word.text[0].isupper())
    there = pair.source.lower_words
    return math.log1p(sum(word not in there and not known.frequency(word) for word in map(lower, words)))


def _strangeness(text: str, model: OrderModel) -> float:
    """By how much, in nats a word, the words follow each other worse than they might; see `tqa.language.order`."""
    gains = model.gains(model.classes.of(text))
    return -sum(max(-_MOST_GAIN, min(gain, _MOST_GAIN)) for gain in gains) / len(gains)


def issues_of(segments: Sequence[Segment], issues: Iterable[Issue]) -> list[list[Issue]]:
    """The issues of each segment. The segments have ids of their own, such as their numbers."""
    place = {segment.id: n for n, segment in enumerate(segments)}
    found: list[list[Issue]] = [[] for _ in segments]
    for issue in issues:
        if issue.segment in place:
            found[place[issue.segment]].append(issue)
    return found
