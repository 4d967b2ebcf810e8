"""COMET and its kin (Rei et al., COMET: A Neural Framework for MT Evaluation, EMNLP 2020), by unbabel-comet.

The model is a checkpoint on disk: tqa fetches none. One with `kiwi` in its name (Rei et al., CometKiwi, WMT 2022) needs
no reference. Mind each model's licence: some aren't for commercial use.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from tqa.scores.judges.judge import Ask, Item, Judge, JudgeError, Verdicts


def prepare(settings: Mapping[str, str]) -> Ask:
    """Load the checkpoint. Raises `JudgeError` where the package or the file is missing."""
    path = settings.get("model")
    if not path:
        raise JudgeError("the judge comet needs a checkpoint on this machine: --judge-option model=FILE.ckpt")
    if not Path(path).is_file():
        raise JudgeError(f"{path}: no such checkpoint; tqa doesn't fetch models")
    try:
        comet: Any = import_module("comet")
    except ImportError:
        raise JudgeError("the judge comet needs the package unbabel-comet: pip install unbabel-comet") from None
    model = comet.load_from_checkpoint(path, local_files_only=True)
    size = int(settings.get("batch_size", "8"))

    def judged(items: Sequence[Item]) -> Verdicts:
        samples = [_sample(item) for item in items]
        output = model.predict(samples, batch_size=size, gpus=int(settings.get("gpus", "0")), progress_bar=False)
        return Verdicts(tuple(float(score) for score in output["scores"]))

    return judged


def _sample(item: Item) -> dict[str, str]:
    sample = {"src": item.source, "mt": item.target}
    return sample if item.reference is None else {**sample, "ref": item.reference}


JUDGE = Judge(
    "comet",
    "a COMET model on this machine",
    prepare,
    settings={"model": "the checkpoint's file", "batch_size": "segments at a time (8)", "gpus": "how many (0)"},
    unit="about 0 to 1",
)
