"""How broadcasters want subtitles: how fast they may be read, how long their lines, how long and how close they stand.

The figures and where they come from are in `data/subtitles.toml`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from tqa.language.tags import base_language

ProfileName = Literal["netflix", "bbc", "ebu"]

_BY_HALVES = frozenset({"ja", "ko", "zh"})
# What players don't show: tags of SubRip and WebVTT, and overrides of ASS in SubRip.
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>|<\d[\d:.]*>|\{\\[^{}\n]*\}")


class Profile(NamedTuple):
    """The limits for one language; a speed of None isn't limited. Times are in milliseconds.

    `gap` is the least time between two subtitles; where `may_touch`, they may follow each other with none at all.
    """

    characters_per_second: float | None
    words_per_minute: float | None
    characters: int
    lines: int
    shortest: int
    longest: int
    gap: int
    may_touch: bool


@cache
def profile(name: str, lang: str) -> Profile:
    """The limits that the broadcaster `name` has for the language with the BCP 47 tag `lang`."""
    data = _data()[name]

    def of_language(key: str) -> float | None:
        values = data.get(key)
        return None if values is None else float(values.get(base_language(lang), values["default"]))

    return Profile(
        of_language("characters_per_second"),
        data.get("words_per_minute"),
        int(of_language("characters") or 0),
        *(data[key] for key in ("lines", "shortest", "longest", "gap", "may_touch")),
    )


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = tomllib.loads((files("tqa.language") / "data/subtitles.toml").read_text(encoding="utf-8"))
    return data


def shown(text: str) -> str:
    """`text` as it is seen: without tags."""
    return _TAG.sub("", text) if "<" in text or "{" in text else text


def size(text: str, lang: str) -> float:
    """How many characters `text` (without tags) counts: marks that take no room don't; in East Asia by width."""
    text = text.replace("\n", "")
    if base_language(lang) in _BY_HALVES:
        return sum(_width(char) for char in text)
    return len(text) if text.isascii() else sum(unicodedata.category(char) not in ("Mn", "Cf") for char in text)


def _width(char: str) -> float:
    if unicodedata.category(char) in ("Mn", "Cf"):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(char) in "WF" else 0.5
