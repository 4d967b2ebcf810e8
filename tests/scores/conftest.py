"""Texts to score, and `tqa` run in this process."""

import random

import pytest

from tqa.cli import main

_WORDS = (
    "the river floods each spring and farmers wait until fields are dry before they sow oats barley or late "
    "potatoes, (yet some) don't; old mills stand still while new pumps run day night"
).split()


@pytest.fixture
def tqa(capfd, monkeypatch, tmp_path):
    """Calls `tqa` in an empty folder; gives (status, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> tuple[int, str, str]:
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return status, out, err

    return run


@pytest.fixture
def texts(tmp_path):
    """Files `ref`, `ref2`, `a`, `b` and `c` (the worst) of 120 lines each, one of them empty in `a`."""
    rng = random.Random(7)

    def changed(lines, share):
        return [" ".join(rng.choice(_WORDS) if rng.random() < share else w for w in line.split()) for line in lines]

    ref = [" ".join(rng.choices(_WORDS, k=rng.randint(3, 18))) + "." for _ in range(120)]
    found = {"ref": ref, "ref2": changed(ref, 0.2), "a": changed(ref, 0.25), "b": changed(ref, 0.28)}
    found["c"] = changed(ref, 0.6)
    found["a"][5] = ""
    for name, lines in found.items():
        (tmp_path / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return found
