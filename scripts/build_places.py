#!/usr/bin/env python3
"""Make tqa/language/data/words/places.txt: words of the English names of countries, states and large cities.

    python scripts/build_places.py FOLDER

FOLDER holds the unpacked Debian package iso-codes. The cities are those of the CLDR's time zones (Babel).
"""

import json
import re
import sys
from pathlib import Path

from babel import Locale

OUT = Path(__file__).parents[1] / "tqa/language/data/words/places.txt"
# Whose parts are named in texts all over the world.
FEDERAL = ("US-", "GB-SCT", "GB-WLS", "GB-ENG", "GB-NIR", "CA-", "AU-")
OTHERS = """
england english scotland scottish britain british wales welsh europe european asia asian africa african
america american yugoslavia soviet korea korean dutch danish swiss french spanish polish turkish greek
irish arab arabic beijing lviv kyiv kiev balkan baltic nordic scandinavia siberia crimea gaza kosovo
tibet latin western eastern
"""
PLAIN = frozenset(
    """
and the of island islands republic democratic people's state states united new south north west east
saint city district territory federated plurinational bolivarian province
""".split()
)


def main(folder: str) -> None:
    """Collect and write."""
    names: list[str] = OTHERS.split()
    for part in ("3166-1", "3166-2", "3166-3"):
        for entries in json.loads(
            (Path(folder) / f"usr/share/iso-codes/json/iso_{part}.json").read_text("utf-8")
        ).values():
            for entry in entries:
                if part != "3166-2" or entry["code"].startswith(FEDERAL):
                    names += [entry.get("common_name", entry["name"]), entry["name"]]
    names += Locale("en").territories.values()
    names += [zone["city"] for zone in Locale("en").time_zones.values() if "city" in zone]
    names += [key.rsplit("/", 1)[-1].replace("_", " ") for key in Locale("de").time_zones]
    words = {word for name in names for word in re.findall(r"[^\W\d_]{4,}", name.lower())} - PLAIN
    OUT.write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")
    print(len(words), "words")


if __name__ == "__main__":
    main(sys.argv[1])
