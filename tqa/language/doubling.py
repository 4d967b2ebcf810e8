"""Words and phrases that stand twice or more in a row."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from operator import eq
from typing import NamedTuple

import regex

from tqa.language.fold import lower
from tqa.language.lazy import lazily

_LONGEST_PHRASE = 12
_CHUNK = regex.compile(r"(?<!\S)([^\s\p{L}\p{N}]*)([\p{L}\p{N}](?:\S*[\p{L}\p{M}\p{N}])?)([^\s\p{L}\p{M}\p{N}]*)(?!\S)")
_CLOSING = frozenset(")]}\"'”’»")
_MARKS = "()[]{}\"'“”‘’«»„‚‹›.,;:!?…-–—*_"
# A run of characters over and over, where words have no blanks between them.
_LOOP = lazily(regex.compile, r"(\p{L}[\p{L}\p{M}\p{N}、，,]{1,29}?)\1{3,}")


class Chunk(NamedTuple):
    """What stands between two blanks: its core in lower case, its marks before and behind, offsets of the core."""

    form: str
    lead: str
    trail: str
    start: int
    end: int


class Run(NamedTuple):
    """`rounds` times the same `length` chunks from number `first` on."""

    first: int
    length: int
    rounds: int


class _Habits(NamedTuple):
    """What a language doubles: all but some words, or nothing but some."""

    allowed: frozenset[str]
    inside: frozenset[str]
    never: frozenset[str] | None


@cache
def _habits(base: str) -> _Habits:
    table = _table().get(base, {})
    never = table.get("never")
    allowed, inside = (frozenset(table.get(key, "").split()) for key in ("allowed", "inside"))
    return _Habits(allowed, inside, None if never is None else frozenset(never.split()))


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("tqa.language") / "data/words/doubled.toml").read_text(encoding="utf-8"))


def may_double(word: str, base: str, at_end: bool = False) -> bool:
    """Whether `word` (lower-case) may stand twice in a row in a sound text of the language `base`.

    at_end: whether punctuation follows.
    """
    habits = _habits(base)
    if habits.never is not None:
        return word not in habits.never
    return word in habits.allowed or (word in habits.inside and not at_end)


def may_repeat(text: str) -> bool:
    """Whether a word stands twice in a row, or two words come again: a cheap way past all other texts."""
    forms = [form.strip(_MARKS) for form in text.lower().split()]
    if len(set(forms)) == len(forms):
        return False
    pairs = list(pairwise(forms))
    return len(set(pairs)) < len(pairs) or any(map(eq, forms, forms[1:]))


def chunks(text: str) -> tuple[Chunk, ...]:
    """The chunks of `text` that hold a letter or digit."""
    return tuple(
        Chunk(lower(match[2]), match[1], match[3], match.start(2), match.end(2)) for match in _CHUNK.finditer(text)
    )


def runs(parts: Sequence[Chunk]) -> Iterator[Run]:
    """Yield what stands at least twice in a row; no punctuation but what each round has may stand between."""
    latest: dict[str, list[int]] = {}
    at = 0
    while at < len(parts):
        earlier = latest.setdefault(parts[at].form, [])
        run = _run_ending(parts, earlier, at) if earlier else None
        if run is None:
            earlier.append(at)
            at += 1
            continue
        yield run
        at = run.first + run.length * run.rounds
        latest.clear()


def _run_ending(parts: Sequence[Chunk], earlier: Sequence[int], at: int) -> Run | None:
    """The run whose second round starts with chunk `at`, whose form stood at `earlier` places too."""
    for start in reversed(earlier):
        length = at - start
        if length > _LONGEST_PHRASE:
            break
        end = at
        while end < len(parts) and parts[end].form == parts[end - length].form and _follows(parts, end, length):
            end += 1
        if end - start >= 2 * length:
            return Run(start, length, (end - start) // length)
    return None


def _follows(parts: Sequence[Chunk], at: int, length: int) -> bool:
    """Whether no punctuation parts the chunk `at` from the one before, but for what the round before has too."""
    before, this, twin = parts[at - 1], parts[at], parts[at - length]
    if this.lead != twin.lead:
        return False
    if not before.trail:
        return True
    return length == 1 and set(before.trail) <= _CLOSING and this.trail.startswith(before.trail)


def echoes(parts: Sequence[Chunk]) -> bool:
    """Whether a word stands twice in a row, whatever is between (`no, no`, `Roa-Roa`), or a run of characters does."""
    if any(one.form == other.form for one, other in pairwise(parts)):
        return True
    halves = (part.form.split("-") for part in parts if "-" in part.form)
    return any(one == other for words in halves for one, other in pairwise(words))


def loop(text: str) -> tuple[int, int] | None:
    """The (start, end) of a piece of text that stands four times or more in a row, in a script without blanks."""
    found = _LOOP.search(text)
    return found.span() if found else None


_TWIN = regex.compile(r"(\p{L}{2,})[・·•]?\1")


def has_twin(text: str) -> bool:
    """Whether some letters stand twice in a row, as a doubled name does in a script without blanks."""
    return _TWIN.search(text) is not None
