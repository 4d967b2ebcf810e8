#!/usr/bin/env python3
"""Make NOTICE of the parts in NOTICE.d, one for each kind of data in the package.

python scripts/build_notice.py
"""

from pathlib import Path

HEAD = """tqa
Copyright the tqa founders. Licensed under the GNU General Public License, version 3 or later (see LICENSE).

The package contains data made from the works of others. This file says from which, under what licence, and with
which script of `scripts/`. The texts in corpora/ were written for tqa and are under its licence.
"""


def main() -> None:
    """Write NOTICE."""
    root = Path(__file__).parents[1]
    parts = [path.read_text(encoding="utf-8").strip() for path in sorted((root / "NOTICE.d").glob("*.md"))]
    (root / "NOTICE").write_text("\n\n".join([HEAD.strip(), *parts]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
