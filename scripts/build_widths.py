#!/usr/bin/env python3
"""Make tqa/language/data/widths.json from a font: for each width, in thousandths of its size, the characters.

apt-get install fonts-liberation2; pip install pillow
python scripts/build_widths.py /usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf
"""

import argparse
import json
import unicodedata
from pathlib import Path

from PIL import ImageFont

# Latin, Greek, Cyrillic, Hebrew; general punctuation, currencies, letterlike signs, arrows.
_RANGES = ((0x20, 0x530), (0x590, 0x600), (0x1E00, 0x2000), (0x2000, 0x2070), (0x20A0, 0x20C0), (0x2100, 0x2200))
_UNITS = 1000


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("font", type=Path)
    font = ImageFont.truetype(str(parser.parse_args().font), _UNITS, layout_engine=ImageFont.Layout.BASIC)
    missing = font.getmask("\U0010ffff").getbbox(), font.getlength("\U0010ffff")
    groups: dict[str, str] = {}
    for start, end in _RANGES:
        for char in map(chr, range(start, end)):
            if unicodedata.category(char)[0] in "CM":
                continue
            width = font.getlength(char)
            if (font.getmask(char).getbbox(), width) != missing:
                groups[str(round(width))] = groups.get(str(round(width)), "") + char
    target = Path(__file__).parents[1] / "tqa/language/data/widths.json"
    target.write_text(json.dumps(groups, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{sum(map(len, groups.values()))} characters, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
