"""What sentence embeddings say of lines, where the extra `tqa[embed]` is installed and knows both languages."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

# Encoding takes two milliseconds a line: longer texts teach their own words, which is as good.
_MOST_LINES = 2_000
# Cosines of lines that translate each other: mean and deviation; of strangers it is measured, from so many pairs.
_KIN, _KIN_SPREAD = 0.62, 0.18
_PAIRS, _LEAST_SPREAD = 4_000, 0.08
# Words and vectors tell the same in part.
_WEIGHT = 0.5
_LEAST, _MOST = -5.0, 6.0


class Closeness(NamedTuple):
    """A vector for each line of both sides, and mean and deviation of the cosine of two that are strangers."""

    source: Floats
    target: Floats
    mean: float
    spread: float

    def score(self, source: tuple[int, range], target: tuple[int, range]) -> Floats:
        """How much likelier the vectors of so many lines, from each of a range on, make it that these are kin."""
        one, other = _windows(self.source, *source), _windows(self.target, *target)
        cosine = one @ other.T
        kin = -(((cosine - _KIN) / _KIN_SPREAD) ** 2) / 2 - np.log(_KIN_SPREAD)
        strange = -(((cosine - self.mean) / self.spread) ** 2) / 2 - np.log(self.spread)
        # Closer than kin are usually is no evidence against it, nor is further than strangers any for it.
        score = np.where(cosine > _KIN, -np.log(_KIN_SPREAD), kin) - np.where(
            cosine < self.mean, -np.log(self.spread), strange
        )
        return np.asarray(_WEIGHT * np.clip(score, _LEAST, _MOST), np.float32)


def closeness(
    source_lines: Sequence[str], target_lines: Sequence[str], source_lang: str, target_lang: str
) -> Closeness | None:
    """Encode the lines of two texts; None where nothing can, or the texts are long. Languages are BCP 47 tags."""
    if max(len(source_lines), len(target_lines)) > _MOST_LINES or source_lang == target_lang:
        return None
    from tqa.language.embedding import can_embed, embed

    if not (can_embed(source_lang) and can_embed(target_lang)):
        return None
    source, target = embed(source_lines, source_lang), embed(target_lines, target_lang)
    if source is None or target is None:
        return None
    chance = np.random.default_rng(0)
    rows = chance.integers(len(source), size=_PAIRS)
    columns = chance.integers(len(target), size=_PAIRS)
    cosines = (source[rows] * target[columns]).sum(1)
    return Closeness(source, target, float(np.median(cosines)), max(_LEAST_SPREAD, float(cosines.std())))


def _windows(vectors: Floats, size: int, at: range) -> Floats:
    """The directions of the sums of `size` vectors, from each of `at` on; fewer at the end."""
    total = np.zeros((len(at), vectors.shape[1]), np.float32)
    for step in range(size):
        part = vectors[at.start + step : at.stop + step]
        total[: len(part)] += part
    return np.asarray(total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-6), np.float32)
