"""Placeholders: which a text has, in which dialect, and how a translation's differ from the source's.

`dialect_of` tells or takes the dialect, `scan` finds the placeholders of one text, `differences` compares two texts.
"""

from tqa.language.placeholders.comparison import Difference, differences
from tqa.language.placeholders.detection import dialect_of
from tqa.language.placeholders.dialects import DIALECTS
from tqa.language.placeholders.model import Fault, Placeholder, Scan
from tqa.language.placeholders.scanner import scan

__all__ = ["DIALECTS", "Difference", "Fault", "Placeholder", "Scan", "dialect_of", "differences", "scan"]
