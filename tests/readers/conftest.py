"""What the tests of readers share."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a file (text as UTF-8, or bytes) in a folder of its own, the current one, and returns its name."""
    monkeypatch.chdir(tmp_path)

    def write_file(name: str, content: str | bytes = "") -> str:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    return write_file


@pytest.fixture
def without_root(tmp_path: Path) -> Iterator[None]:
    """Takes root's rights to read everything away, where the tests run as root."""
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)
