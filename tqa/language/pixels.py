"""How wide a text is on the screen.

Without a font of the user's the widths are those of Liberation Sans, which has the metrics of Arial and Helvetica;
`scripts/build_widths.py` makes the table. Letters of East Asia are as wide as the font is high.
"""

import json
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from tqa.errors import ConfigError

# Shares of the font size: of a letter that the table lacks, and of one of full and of half width.
_OTHER, _FULL, _HALF = 0.56, 1.0, 0.5


def width(text: str, size: float, font: Path | None = None) -> float:
    """The width of `text` in pixels, of its widest line, in a font of `size` pixels.

    font: a TrueType or OpenType file, for which Pillow is needed. Raises `ConfigError` where that is missing or the
    file can't be read.
    """
    measure = _measured(font, size) if font is not None else _estimated(size)
    return max(map(measure, text.split("\n")))


def _estimated(size: float) -> Callable[[str], float]:
    table = _table()

    def measure(line: str) -> float:
        return size * sum(table[char] if char in table else _unlisted(char) for char in line)

    return measure


@cache
def _unlisted(char: str) -> float:
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    return {"W": _FULL, "F": _FULL, "H": _HALF}.get(unicodedata.east_asian_width(char), _OTHER)


@cache
def _table() -> Mapping[str, float]:
    data = json.loads((files("tqa.language") / "data/widths.json").read_text(encoding="utf-8"))
    return {char: int(thousandths) / 1000 for thousandths, chars in data.items() for char in chars}


@cache
def _measured(font: Path, size: float) -> Callable[[str], float]:
    try:
        from PIL import ImageFont
    except ImportError:
        message = "rule max-width: to measure with a font of your own Pillow is needed: pip install 'tqa[fonts]'"
        raise ConfigError(message) from None
    try:
        loaded = ImageFont.truetype(str(font), size)
    except OSError as error:
        raise ConfigError(f"rule max-width: the font {font} can't be read: {error}") from None
    return lambda line: float(loaded.getlength(line))
