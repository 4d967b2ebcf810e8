#!/usr/bin/env python3
"""Write tqa/language/data/numbers/cldr.txt, the signs of numbers and the names of months and days of all locales.

    python scripts/build_cldr.py

Input: the CLDR data (Unicode-3.0) in the Babel that is installed. Output: a line for all tags of the same conventions,
`,de,de-DE,`, a tab and `[[decimal, group], {month: 1-12}, {day: 0-6}]` as JSON.
"""

import json
from pathlib import Path

from babel import localedata

from tqa.language.numbers.cldr import conventions

TARGET = Path(__file__).parents[1] / "tqa/language/data/numbers/cldr.txt"


def tags() -> list[str]:
    """The tags of all locales, and those without the script for what has one and a region (zh-TW)."""
    found = {name.replace("_", "-") for name in localedata.locale_identifiers()}
    short = {f"{parts[0]}-{parts[2]}" for tag in found if len(parts := tag.split("-")) == 3}
    return sorted(found | short)


def main() -> None:
    """Write the file."""
    lines: dict[str, list[str]] = {}
    for tag in tags():
        localedata._cache.clear()  # Babel merges what locales have into what it keeps of root, which they inherit
        lines.setdefault(json.dumps(conventions(tag), ensure_ascii=False, separators=(",", ":")), []).append(tag)
    text = "".join(f",{','.join(same)},\t{found}\n" for found, same in lines.items())
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
