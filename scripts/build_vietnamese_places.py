#!/usr/bin/env python3
"""Make tqa/language/data/words/vietnamese-places.txt: Vietnamese places of several syllables, with their diacritics.

    python scripts/build_vietnamese_places.py FOLDER

FOLDER holds the unpacked Debian package iso-codes, which has the provinces; further places are those that
corpora/vi-en/words has with a capital on each syllable: all in its travel list, and in the others what stands behind a
word for a kind of place (sông Hồng, vịnh Hạ Long).
"""

import json
import re
import sys
from pathlib import Path
from unicodedata import normalize

from babel import Locale

ROOT = Path(__file__).parents[1]
OUT = ROOT / "tqa/language/data/words/vietnamese-places.txt"
KINDS = """
tỉnh thành-phố thị-xã thị-trấn huyện quận phường xã làng đảo quần-đảo vịnh hồ sông núi đèo hang động thác biển bãi-biển
cảng cửa-khẩu sân-bay vườn-quốc-gia phố-cổ khu-phố chợ cầu hầm thung-lũng cao-nguyên bán-đảo mũi suối kênh đầm phá
"""
NAME = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[ -][^\W\d_a-z][^\W\d_]*)+")


def provinces(folder: str) -> set[str]:
    """The provinces of Vietnam, part by part where one is made of two."""
    entries = json.loads((Path(folder) / "usr/share/iso-codes/json/iso_3166-2.json").read_text("utf-8"))["3166-2"]
    names = {entry["name"] for entry in entries if entry["code"].startswith("VN-")}
    return {part.replace("-", " ") for name in names for part in name.split(" - ")}


def listed() -> set[str]:
    """The places in the word lists."""
    kinds = [kind.replace("-", " ") + " " for kind in KINDS.split()]
    found = set()
    for path in sorted((ROOT / "corpora/vi-en/words").glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            rest = next((line.removeprefix(kind) for kind in kinds if line.startswith(kind)), "")
            if path.stem == "travel":
                rest = rest or line
            if NAME.fullmatch(rest) and rest.istitle():
                found.add(rest)
    return found


def abroad() -> set[str]:
    """Vietnamese names of countries and cities, which English has other names for."""
    locale = Locale("vi")
    return {*locale.territories.values(), *(zone.get("city", "") for zone in locale.time_zones.values())}


def main(folder: str) -> None:
    """Collect and write."""
    names = {normalize("NFC", name) for name in provinces(folder) | listed()}
    names = {name for name in names if " " in name and not name.isascii()} - abroad()
    OUT.write_text("\n".join(sorted(names)) + "\n", encoding="utf-8")
    print(len(names), "places")


if __name__ == "__main__":
    main(sys.argv[1])
