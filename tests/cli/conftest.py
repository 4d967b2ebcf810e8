"""Runs the command line in this process, as fast as that is, with what it printed and its status."""

from typing import NamedTuple

import pytest

from tqa.cli import main


class Done(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def tqa(capfd, monkeypatch, tmp_path):
    """Calls `tqa` with arguments in an empty folder that has no settings above it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def run(*arguments: object) -> Done:
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return Done(status, out, err)

    return run
