"""langdetect's view of a text, for languages that tqa has no words of."""

from functools import cache
from typing import Any

# Its names for what tqa and most tags call otherwise.
_NAMES = {"zh-cn": "zh", "zh-tw": "zh", "no": "nb", "tl": "fil"}
# Below that it guesses at random.
_SHORTEST = 12


def opinion(text: str) -> dict[str, float]:
    """Languages of `text` with their probabilities, the same at every call; empty where it can't tell."""
    if sum(map(str.isalpha, text)) < _SHORTEST:
        return {}
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory().create()
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return {}
    return {_NAMES.get(item.lang, item.lang): item.prob for item in found}


@cache
def known() -> frozenset[str]:
    """The languages that langdetect tells apart."""
    return frozenset(_NAMES.get(lang, lang) for lang in _factory().get_lang_list())


@cache
def _factory() -> Any:
    from langdetect import detector_factory

    # It samples at random: without a seed one line gets another answer tomorrow.
    detector_factory.DetectorFactory.seed = 0
    detector_factory.init_factory()
    return detector_factory._factory
