"""Places of a text where words are missing by the grammar alone."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

# Brackets and quotes around nothing, but for those of a call (f()) and of quotes that close together (."").
_EMPTY = re.compile(r"""(?<![^\s])(?:\(\s*\)|"\s?"|“\s?”|«\s?»|„\s?“|「」|（）)(?![\w"])|,\s?,(?!,)""")
# English sentences that tell something and begin with their verb. A question or a fragment has it first as well.
_VERB_FIRST = re.compile(
    r"(?:^|(?<=[.!]\s))[\"“]?(?:Is|Was|Has|Were|Said|Says)\b"
    r"(?!\s(?:he|she|it|they|I|we|you|there|this|that|these|those)\b)"
)
_FEWEST_WORDS = 8


class Gap(NamedTuple):
    """Where something is missing, as the offsets of what stands there, and how to say it."""

    start: int
    end: int
    message: str


@cache
def _stranded(language: str) -> re.Pattern[str] | None:
    """What matches a word with the mark that can't follow it."""
    text = (files("tqa.language") / "data/words/bound.toml").read_text(encoding="utf-8")
    table: dict[str, list[str]] = tomllib.loads(text).get(language, {})
    stop = r"\s*(?:[;!]|\.(?![\w.]))"
    marks = {"any": rf"(?:\s*,|{stop})", "comma": r"\s*,", "stop": stop}
    either = "|".join(f"(?:{'|'.join(words)}){marks[kind]}" for kind, words in table.items())
    # In a list of such words, or in quotes, they are spoken about.
    return re.compile(rf"(?<=[^,;:]\s)(?<!\.\s)(?:{either})") if either else None


# What is put in between two commas ("or, rather, ..."), and a path.
_INSERTED = re.compile(r",[^,.;]{1,40},|\./")


def gaps(text: str, language: str) -> Iterator[Gap]:
    """Yield the gaps of `text`, which is in `language` (base code)."""
    for match in _EMPTY.finditer(text):
        yield Gap(match.start(), match.end(), f"'{match[0]}' with nothing in it")
    stranded = _stranded(language)
    if stranded is not None:
        for match in stranded.finditer(text):
            if _INSERTED.match(text, match.end() - 1):
                continue
            yield Gap(match.start(), match.end(), f"a word is missing within '{match[0]}'")
    if language == "en" and "?" not in text:
        for match in _VERB_FIRST.finditer(text):
            if len(text[match.end() :].split()) >= _FEWEST_WORDS:
                yield Gap(match.start(), match.end(), f"nothing says who or what, before '{match[0]}'")
