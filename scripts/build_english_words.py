#!/usr/bin/env python3
"""Make tqa/language/data/spelling/en.z from SCOWL and LibreOffice's British dictionary, as Debian packages them.

    apt-get install scowl hunspell-en-gb hunspell-tools && python scripts/build_english_words.py

SCOWL sorts English words by how common they are; size 70 is what large spelling dictionaries take, and of size 80 come
those that the word frequencies of `tqa.language.lexicon` have too. The British dictionary adds words of science and of
our day: its stems, and of the forms that its rules make (a third of them nonsense) those that the frequencies have.
All national spellings are in, since a checker that isn't told which one a text is in has no ground to refuse any. A
word that is only written with a capital (Monday, Kenya) keeps it.
"""

import argparse
import re
import subprocess
import zlib
from pathlib import Path

from tqa.language.lexicon import lexicon

SPELLINGS = ("english", "american", "british", "british_z", "canadian", "australian", "variant_1", "variant_2")
KINDS = ("words", "upper", "proper-names", "contractions", "abbreviations")
SIZES = (10, 20, 35, 40, 50, 55, 60, 70)
RARE_SIZE = 80
WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'.]+")


def scowl(folder: Path) -> tuple[set[str], set[str]]:
    """The words of the chosen lists and those of the rare one, each as written."""
    words: set[str] = set()
    rare: set[str] = set()
    for path in sorted(folder.iterdir()):
        name, _, size = path.name.rpartition(".")
        spelling, _, kind = name.partition("-")
        if spelling in SPELLINGS and kind in KINDS and int(size) in SIZES:
            words |= set(path.read_text(encoding="iso-8859-1").split())
        elif spelling in SPELLINGS and kind == "words" and int(size) == RARE_SIZE:
            rare |= set(path.read_text(encoding="iso-8859-1").split())
    return words, rare


def hunspell(dictionary: Path) -> tuple[set[str], set[str]]:
    """The stems of a Hunspell dictionary and the forms that its rules make of them."""
    lines = dictionary.read_text(encoding="utf-8-sig").splitlines()[1:]
    command = ["unmunch", str(dictionary), str(dictionary.with_suffix(".aff"))]
    forms = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "replace")
    return {line.split("/")[0].strip() for line in lines}, set(forms.split("\n"))


def word_list(folder: Path, dictionary: Path) -> list[str]:
    """All words, sorted."""
    words, rare = scowl(folder)
    stems, forms = hunspell(dictionary)
    frequencies = lexicon("en")
    assert frequencies is not None
    words |= {word for word in stems if not word.islower()}
    rare = {word for word in rare | forms if word.islower() and frequencies.frequency(word)}
    # A rare word that is a name too ("russia", a leather) would hide that the name lost its capital.
    words |= {word for word in rare | stems if word.islower() and word.capitalize() not in words}
    # Possessives and single letters follow from rules; they would double the list.
    return sorted(word for word in words if WORD.fullmatch(word) and not word.endswith("'s"))


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scowl", type=Path, default=Path("/usr/share/dict/scowl"), help="folder of the word lists")
    parser.add_argument("--hunspell", type=Path, default=Path("/usr/share/hunspell/en_GB.dic"))
    options = parser.parse_args()
    words = word_list(options.scowl, options.hunspell)
    target = Path(__file__).parents[1] / "tqa/language/data/spelling/en.z"
    target.parent.mkdir(parents=True, exist_ok=True)
    # Inflated five times as fast as LZMA, for half as much again.
    target.write_bytes(zlib.compress("\n".join(words).encode(), 9))
    print(f"{target}: {len(words):,} words, {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
