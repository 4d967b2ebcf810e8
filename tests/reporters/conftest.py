"""Gold files: what each reporter makes of the sample, kept to be read by people and compared by the tests.

`TQA_UPDATE_GOLD=1 pytest tests/reporters` writes them anew; look at the difference before you commit it.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

GOLD = Path(__file__).parent / "gold"


@pytest.fixture
def compare() -> Callable[[str, str], None]:
    """Hold a text against the gold file of a name."""

    def against(name: str, text: str) -> None:
        file = GOLD / name
        if os.environ.get("TQA_UPDATE_GOLD"):
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_bytes().decode("utf-8"), f"{name} differs; see tests/reporters/conftest.py"

    return against
