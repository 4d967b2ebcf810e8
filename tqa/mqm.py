"""The MQM error types that rules are filed under, and the penalty of each severity.

The types are a selection of the MQM Core and Full typologies (themqm.org); the weights 0, 1, 5 and 25 are those
that the MQM Council recommends for neutral, minor, major and critical errors.
"""

from tqa.model import Severity

CATEGORIES = frozenset(
    {
        "terminology/inconsistent-with-resource",
        "terminology/inconsistent-use",
        "terminology/wrong-term",
        "accuracy/mistranslation",
        "accuracy/addition",
        "accuracy/omission",
        "accuracy/untranslated",
        "accuracy/do-not-translate",
        "linguistic-conventions/grammar",
        "linguistic-conventions/punctuation",
        "linguistic-conventions/spelling",
        "linguistic-conventions/character-encoding",
        "linguistic-conventions/textual-conventions",
        "linguistic-conventions/unintelligible",
        "locale-conventions/number-format",
        "locale-conventions/currency-format",
        "locale-conventions/date-format",
        "locale-conventions/time-format",
        "locale-conventions/measurement-format",
        "style/inconsistent-style",
        "style/organizational-style",
        "design/length",
        "design/markup",
        "design/layout",
    }
)

PENALTY = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}
