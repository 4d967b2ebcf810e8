#!/usr/bin/env python3
"""Make tqa/language/data/spelling/en.xz from SCOWL, which Debian packages as `scowl`.

    apt-get install scowl && python scripts/build_english_words.py

SCOWL sorts English words by how common they are; size 70 is what large spelling dictionaries take. All national
spellings are in, since a checker that isn't told which one a text is in has no ground to refuse any. A word that
is only written with a capital (Monday, Kenya) keeps it.
"""

import argparse
import lzma
from pathlib import Path

SPELLINGS = ("english", "american", "british", "british_z", "canadian", "australian", "variant_1")
KINDS = ("words", "upper", "proper-names", "contractions", "abbreviations")
SIZES = (10, 20, 35, 40, 50, 55, 60, 70)


def word_list(folder: Path) -> list[str]:
    """The words of the chosen lists, sorted, each as written."""
    words: set[str] = set()
    for path in sorted(folder.iterdir()):
        name, _, size = path.name.rpartition(".")
        spelling, _, kind = name.partition("-")
        if spelling in SPELLINGS and kind in KINDS and int(size) in SIZES:
            words |= set(path.read_text(encoding="iso-8859-1").split())
    # Possessives and single letters follow from rules; they would double the list.
    return sorted(word for word in words if not word.endswith("'s") and len(word) > 1)


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scowl", type=Path, default=Path("/usr/share/dict/scowl"), help="folder of the word lists")
    options = parser.parse_args()
    words = word_list(options.scowl)
    target = Path(__file__).parents[1] / "tqa/language/data/spelling/en.xz"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(lzma.compress("\n".join(words).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{target}: {len(words):,} words, {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
