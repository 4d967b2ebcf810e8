"""Every file of data in the package is accounted for in NOTICE."""

from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_notice_is_made_of_its_parts():
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    parts = sorted((ROOT / "NOTICE.d").glob("*.md"))
    assert parts
    for part in parts:
        assert part.read_text(encoding="utf-8").strip() in notice, f"{part.name}: run scripts/build_notice.py"


def test_each_kind_of_data_is_named():
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for entry in (ROOT / "tqa/language/data").iterdir():
        assert entry.name in notice, f"{entry.name} has no notice"
