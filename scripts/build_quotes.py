#!/usr/bin/env python3
"""Write tqa/language/data/quotes.json, each locale's quotation marks, from the CLDR.

    npm pack cldr-misc-full && tar xzf cldr-misc-full-*.tgz && python scripts/build_quotes.py package

Input: the folder of the npm package cldr-misc-full (Unicode-3.0). Output: {tag: "start end inner-start inner-end"}; a
tag whose marks are those of its language alone is left out.
"""

import json
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "tqa" / "language" / "data" / "quotes.json"
PARTS = ("quotationStart", "quotationEnd", "alternateQuotationStart", "alternateQuotationEnd")


def main() -> None:
    """Write the file."""
    found = {}
    for path in sorted(Path(sys.argv[1]).glob("main/*/delimiters.json")):
        data = json.loads(path.read_text(encoding="utf-8"))["main"]
        for tag, entry in data.items():
            found[tag] = " ".join(entry["delimiters"][part] for part in PARTS)
    kept = {
        tag: marks
        for tag, marks in found.items()
        if "-" not in tag or marks != found.get(tag.rsplit("-", 1)[0], found.get(tag.split("-", 1)[0]))
    }
    TARGET.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
