#!/usr/bin/env python3
"""Write docs/measured.toml: what every rule says of clean translations.

    python scripts/measure_rules.py FOLDER [RULE]...

FOLDER holds tables of sound pairs as `tqa check` reads them, named after their languages: news.de-en.tsv. All rules
run, previews too; what is counted is what is left when rules have yielded to each other. With RULEs only these are
measured, alone, and the rows of the others stay.
"""

import re
import sys
import tomllib
from collections import Counter
from pathlib import Path

from tqa import check

OUT = Path(__file__).parents[1] / "docs/measured.toml"
NAME = re.compile(r"\.([a-zA-Z-]+)-([a-zA-Z]+)\.tsv$")


def main(folder: str, *only: str) -> None:
    """Measure and write."""
    counts: Counter[tuple[str, str]] = Counter()
    segments = 0
    pairs = []
    for path in sorted(Path(folder).glob("*.tsv")):
        match = NAME.search(path.name)
        if match is None:
            sys.exit(f"{path}: no languages in its name, such as news.de-en.tsv")
        result = check(path, source_lang=match[1], target_lang=match[2], select=only, preview=True)
        segments += result.summary.segments
        pairs.append(f"{match[1]}-{match[2]}")
        counts.update((issue.rule, issue.severity.value) for issue in result.issues)
    if only:
        old = tomllib.loads(OUT.read_text(encoding="utf-8"))["rules"]
        counts.update({(rule, kind): n for rule, row in old.items() if rule not in only for kind, n in row.items()})
    lines = [f"segments = {segments}", f"pairs = {pairs!r}".replace("'", '"'), ""]
    for rule in sorted({rule for rule, _ in counts}):
        lines.append(f"[rules.{rule}]")
        lines += [f"{severity} = {n}" for (one, severity), n in sorted(counts.items()) if one == rule]
        lines.append("")
    OUT.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    print(f"{segments} segments, {counts.total()} findings")


if __name__ == "__main__":
    main(*sys.argv[1:])
