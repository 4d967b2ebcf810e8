"""What a translator or a language model wrote about a translation, instead of one or beside it.

The phrases are in `data/words/remarks.toml`, written for tqa.
"""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import regex

from tqa.language.lazy import lazily

# Signs of how models cut words up: never in a text that was put together again.
_PIECES = lazily(
    regex.compile, r"[^\W\d_]*@@ [^\W\d_]+|▁[^\W\d_]*|<\|(?:endoftext|im_start|im_end|eot_id)\|>|<unk>|\[/?INST\]"
)
_SIGNS = ("@@ ", "▁", "|>", "INST]", "<unk>")
# How many characters tell that a text doesn't begin so.
_BEGINNING = 3


class Remark(NamedTuple):
    """Where it stands in the text, and what it is."""

    start: int
    end: int
    what: str


class _Kind(NamedTuple):
    """A kind of remark: how a text begins with it, and what a source has that speaks of the same."""

    what: str
    opening: regex.Pattern[str]
    subject: regex.Pattern[str]


def remark(target: str, source: str) -> Remark | None:
    """The remark with which `target` begins though `source` says nothing of the kind; None where there is none."""
    start = next((at for at, char in enumerate(target) if char.isalnum()), 0)
    for kind in _kinds() if _may_begin(target[start : start + _BEGINNING]) else ():
        match = kind.opening.match(target, start)
        if match is not None and not kind.subject.search(source):
            return Remark(start, len(target[: match.end()].rstrip()), kind.what)
    if any(sign in target for sign in _SIGNS):
        match = _PIECES.search(target)
        if match is not None and match[0] not in source:
            return Remark(*match.span(), "a sign that only a model reads")
    return None


@lru_cache(maxsize=1 << 14)
def _may_begin(beginning: str) -> bool:
    """Whether a text with these first characters could begin with a remark; most can't, and are done with."""
    return any(kind.opening.match(beginning, partial=True) for kind in _kinds())


@cache
def _kinds() -> tuple[_Kind, ...]:
    data = tomllib.loads((files("tqa.language") / "data/words/remarks.toml").read_text(encoding="utf-8"))
    return tuple(
        _Kind(
            kind["what"],
            regex.compile(f"(?:{kind.get('before', '')})?(?:{'|'.join(kind['openings'])})", regex.IGNORECASE),
            regex.compile("|".join(kind["subjects"]), regex.IGNORECASE),
        )
        for kind in data["kind"]
    )
