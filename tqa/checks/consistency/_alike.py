"""When two texts count as the same, and what tells them apart otherwise."""

import re
from functools import lru_cache
from hashlib import blake2b

_NUMBER = re.compile(r"\d+(?:[.,:  ]\d+)*")
_ENDS = " .…!?:;。！？：；،؟·*-–—\"'“”„«»‘’()[]"
_PLACE = "\x00"


@lru_cache(maxsize=8)
def normalised(text: str) -> str:
    """`text` without what may differ between two of the same kind: numbers, case, spaces, marks at either end."""
    return " ".join(_NUMBER.sub(_PLACE, text).split()).strip(_ENDS).casefold()


def digest(*texts: str) -> int:
    """A number (64 bits) that stands for texts, in all processes alike: a million segments are kept by it, not them."""
    return int.from_bytes(blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def numbers(text: str) -> tuple[str, ...]:
    """The numbers of a text, as digits alone, in order of size of their digits."""
    return tuple(sorted(re.sub(r"\D", "", number) for number in _NUMBER.findall(text)))


def differing(one: str, other: str) -> tuple[int, int]:
    """The part of `one`, to whole words, that differs from `other`; all of it where the two have nothing in common."""
    limit = min(len(one), len(other))
    start = next((n for n in range(limit) if one[n] != other[n]), limit)
    same = next((n for n in range(limit - start) if one[-1 - n] != other[-1 - n]), limit - start)
    end = len(one) - same
    while start > 0 and one[start - 1].isalnum():
        start -= 1
    while end < len(one) and one[end].isalnum():
        end += 1
    return (start, end) if one[start:end].strip() else (0, len(one))
